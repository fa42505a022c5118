package chart

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// oddItems are lists of numbers nobody hopes for.
func oddItems() map[string][]Datum {
	many := make([]Datum, 200)
	for i := range many {
		many[i] = Datum{Label: strings.Repeat("长", i%30), Value: float64(i * i), Emphasised: i%3 == 0}
	}
	return map[string][]Datum{
		"one":      {{Label: "仅此一项", Value: 7}},
		"below":    {{Value: -3}, {Value: -0.001}, {Value: -1e9}},
		"no sense": {{Value: math.NaN()}, {Value: math.Inf(1)}, {Label: "可用", Value: 1}},
		"zeros":    {{Label: "甲"}, {Label: "乙"}},
		"huge":     {{Value: 1e18, Text: strings.Repeat("9", 60)}, {Value: 1}},
		"many":     many,
	}
}

func TestOddNumbersAreDrawnWithoutHarm(t *testing.T) {
	themed(t)
	for name, items := range oddItems() {
		target := &Target{2, "目标" + strings.Repeat("很长", 20)}
		parts, labels, bands := make([]StackPart, 3), make([]string, 5), make([]PyramidBand, len(items))
		for i, d := range items {
			bands[i] = PyramidBand{d.Label, d, items[0]}
		}
		charts := map[string]anyChart{
			"bar":     NewBar(BarData{Title: name, Items: items, Target: target}),
			"hbar":    NewHBar(BarData{Title: name, Items: items, Target: target}),
			"stacked": NewStacked(StackData{Title: name, Parts: parts, Rows: []StackRow{{Label: "行", Values: items, Text: "合计"}, {}}}),
			"pyramid": NewPyramid(PyramidData{Title: name, Left: "男", Right: "女", Bands: bands}),
			"line":    NewLine(LineData{Labels: labels, Series: []LineSeries{{Values: items}, {}}, Target: target}),
			"donut":   NewDonut(DonutData{Parts: items, Centre: strings.Repeat("8", 40), Caption: "人"}),
		}
		for kind, c := range charts {
			for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 40, Height: 400}, {Width: 400, Height: 30}, {Width: 500, Height: 300}} {
				c.Resize(size)
				press(c, fyne.KeyRight, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
				t.Run(name+" "+kind, func(t *testing.T) { checkTexts(t, textsOf(c), size) })
				for _, m := range marksOf(c) {
					if b := m.area; !(b.w >= 0 && b.h >= 0 && b.x >= -50 && b.y >= -50) {
						t.Errorf("%s %s: mark %d lies at %v", name, kind, m.index, b)
					}
				}
			}
		}
	}
}
