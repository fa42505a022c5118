package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"huoshui/data/figure"
)

// message is a figure as a sentence: “乡镇党政正职35岁以下 8 名，占 26.7%，较上年提高 6.7
// 个百分点”.
func (s stated) message() string {
	label := strings.ReplaceAll(s.label, " ", "")
	if s.NoData {
		return label + "：" + s.Text()
	}
	parts := []string{label + " " + s.Text() + " " + s.unit}
	if s.unit == "%" {
		parts[0] = label + " " + s.Text() + "%"
	}
	if share := s.shareText(); share != "" {
		parts = append(parts, "占 "+share+"%")
	}
	if change := s.change(); change != "" {
		parts = append(parts, change)
	}
	return strings.Join(parts, "，")
}

// shareText is the share of a count in its whole, with one decimal; empty for
// figures without one.
func (s stated) shareText() string {
	switch {
	case s.share != "":
		return s.share
	case s.NoData || s.Definition == nil || s.Definition.Share || s.Denominator == 0:
		return ""
	}
	return decimal(s.Percent())
}

// change compares with a year before, in words: a share, and a count that is
// part of a whole, in percentage points. Empty when there is nothing to compare.
func (s stated) change() string {
	by, known := s.Change()
	if !known {
		return ""
	}
	unit, digits := s.unit, 0
	if s.Definition.Share || s.shareText() != "" {
		if !s.Definition.Share && s.Previous.Denominator == 0 {
			return ""
		}
		by = math.Round((s.Percent()-s.Previous.Percent())*10) / 10
		unit, digits = "个百分点", 1
	}
	more, less := "增加", "减少"
	if digits == 1 {
		more, less = "提高", "下降"
	}
	switch {
	case by > 0:
		return fmt.Sprintf("较上年%s %s %s", more, fixed(by, digits), unit)
	case by < 0:
		return fmt.Sprintf("较上年%s %s %s", less, fixed(-by, digits), unit)
	}
	return "与上年持平"
}

// signed is the difference to a year before for a column of its own: +3, −2.1,
// 持平; empty when there is nothing to compare.
func signed(v figure.Value) string {
	by, known := v.Change()
	digits := 0
	if known && v.Definition.Share {
		digits = 1
	}
	switch {
	case !known:
		return ""
	case by > 0:
		return "+" + fixed(by, digits)
	case by < 0:
		return "−" + fixed(-by, digits)
	}
	return "持平"
}

func decimal(v float64) string { return fixed(v, 1) }

func fixed(v float64, digits int) string { return strconv.FormatFloat(v, 'f', digits, 64) }
