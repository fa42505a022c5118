package home

import (
	"fmt"
	"strconv"
	"strings"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/figure"
)

// subtitle says what ages mean, and that numbers open.
func subtitle(month, now data.Month) string {
	text := fmt.Sprintf("年龄为 %d 年 %d 月的周岁　点任一数字看名单", month.Year(), month%100)
	if month > now {
		text = fmt.Sprintf("推演：按 %d 年 %d 月的记录推算　", now.Year(), now%100) + text
	}
	return text
}

// card words a figure for a card.
func card(v figure.Value) kit.Figure {
	f := kit.Figure{Caption: v.Label, Value: v.Text(), Unit: v.Definition.Unit(), NoData: v.NoData}
	if v.NoData {
		f.Note = missing(v)
		return f
	}
	f.Note = joined(share(v), change(v))
	switch by, known := v.Change(); {
	case known && by > 0:
		f.Tone = kit.ToneGood
	case known && by < 0:
		f.Tone = kit.ToneDoubt
	}
	return f
}

// missing says why there is no number.
func missing(v figure.Value) string {
	if v.NotYet {
		return v.At.Chinese() + "还没有到"
	}
	if v.Definition.HasOf {
		return "没有可以计算的" + v.Definition.Subject.Label + "记录"
	}
	return "还没有" + v.Definition.Subject.Label + "记录"
}

// share is the part of the whole: beside a number its percentage, beside a
// percentage its numbers.
func share(v figure.Value) string {
	switch {
	case v.Definition.Share:
		return fmt.Sprintf("%d %s中 %d %s", v.Denominator, v.Definition.Subject.Counter, v.Numerator, v.Definition.Subject.Counter)
	case v.Denominator > 0:
		return fmt.Sprintf("占 %.1f%%", v.Percent())
	}
	return ""
}

// change is the difference to the year before, as it stands in a sentence.
func change(v figure.Value) string {
	by, known := v.Change()
	switch {
	case !known:
		return ""
	case by == 0:
		return "与上年持平"
	case v.Definition.Share:
		return "较上年 " + signed(by, 1) + " 个百分点"
	}
	return "较上年 " + signed(by, 0) + " " + v.Definition.Unit()
}

// difference is the same for a column headed 较上年.
func difference(v figure.Value) string {
	by, known := v.Change()
	switch {
	case !known:
		return ""
	case by == 0:
		return "持平"
	case v.Definition.Share:
		return signed(by, 1)
	}
	return signed(by, 0)
}

// signed writes a number with its sign, the minus as wide as the plus.
func signed(by float64, decimals int) string {
	text := strconv.FormatFloat(by, 'f', decimals, 64)
	if by > 0 {
		return "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

func joined(parts ...string) string {
	var known []string
	for _, part := range parts {
		if part != "" {
			known = append(known, part)
		}
	}
	return strings.Join(known, "　")
}

// groups name the parts of the list by the beginning of the figures' IDs.
var groups = []struct{ prefix, title string }{
	{"m0.", "党政正副职"},
	{"m1.1.", "书记抓、抓书记"},
	{"m1.2.", "制度与清单"},
	{"m1.3.", "经常性工作"},
	{"m2.1.", "学习"},
	{"m2.2.", "教育基地"},
	{"m2.3.", "政治素质与一线锻炼"},
	{"m3.1.", "储备库"},
	{"m3.2.", "源头建设"},
	{"m3.3.", "墩苗锻炼"},
	{"m4.1.", "提拔重用与比选"},
	{"m4.2.county.", "县级班子"},
	{"m4.2.town.", "乡镇（街道）班子"},
	{"m4.2.department.", "部门班子"},
	{"m4.3.", "特殊选任"},
	{"m5.1.", "精准培训"},
	{"m5.2.", "激励与容错"},
	{"m5.3.", "从严管理"},
	{"自定.", "本单位自定"},
}

// groupOf is the heading a figure stands under.
func groupOf(v figure.Value) string {
	for _, g := range groups {
		if strings.HasPrefix(v.Definition.ID, g.prefix) {
			return g.title
		}
	}
	return "其他"
}
