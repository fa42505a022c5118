package team

import (
	"strconv"
	"strings"

	"huoshui/data"
)

// month reads a month as a query shows it; zero when there is none.
func month(text string) data.Month {
	m, _ := data.ParseMonth(text)
	return m
}

// number reads a number as a query shows it; zero when there is none.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// names lists people by name.
func names(list []*Member) string {
	all := make([]string, len(list))
	for i, m := range list {
		all[i] = m.Cadre.Name
	}
	return strings.Join(all, "、")
}
