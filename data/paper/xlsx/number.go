package xlsx

import (
	"regexp"
	"strconv"
	"strings"

	"huoshui/data/paper"
)

// Numbers as they are written in columns of numbers, and in those where numbers
// stand among words. There a month has two digits behind the point, an area has
// six digits, and a code may begin with 0: these remain text.
var (
	amongNumbers = regexp.MustCompile(`^-?(0|[1-9]\d{0,11})(\.\d{1,4})?%?$`)
	amongWords   = regexp.MustCompile(`^-?(0|[1-9]\d{0,4})(\.\d|(\.\d{1,2})?%)?$`)
)

// numberOf is the number a cell states, to be added up, and the format in which
// Excel shows it as it is written; false for what is no number.
func numberOf(text string, align paper.Align) (value float64, format string, ok bool) {
	pattern := amongWords
	switch align {
	case paper.Left:
		return 0, "", false
	case paper.Right:
		pattern = amongNumbers
	}
	if !pattern.MatchString(text) {
		return 0, "", false
	}
	digits, share := strings.CutSuffix(text, "%")
	format = "0"
	if _, places, found := strings.Cut(digits, "."); found {
		format += "." + strings.Repeat("0", len(places))
	}
	if share {
		digits, format = digits+"e-2", format+"%"
	}
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil || value == 0 && text[0] == '-' {
		return 0, "", false
	}
	return value, format, true
}
