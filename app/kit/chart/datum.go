// Package chart draws the charts of the window on canvas primitives: columns,
// bars, stacked bars, age pyramids, trends and rings. A chart gets labels,
// numbers and the texts to show for them, and reports which mark the user
// chose. It does not know which records a number counts.
package chart

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
)

const noData = "无数据"

// Datum is one number of a chart.
type Datum struct {
	Label      string              // category: “2026”, “乡镇”
	Value      float64             // what is drawn
	Text       string              // how the value is written: “20.0%”; empty means the bare number
	Hint       string              // shown when the mark is pointed at; empty means label and text
	Color      fyne.ThemeColorName // empty means the colour of the series
	Emphasised bool                // the one the chart is about
	Missing    bool                // there is no such number; Text says why, “无数据” when it is empty
}

// Target is a value to reach, drawn as a dashed line.
type Target struct {
	Value float64
	Label string // “目标 15%”
}

// known reports whether there is a number to draw; a division by zero upstream
// is as good as none.
func (d Datum) known() bool {
	return !d.Missing && !math.IsNaN(d.Value) && !math.IsInf(d.Value, 0)
}

func (d Datum) text() string {
	switch {
	case d.Text != "" && (d.Missing || d.known()):
		return d.Text
	case !d.known():
		return noData
	default:
		return strconv.FormatFloat(d.Value, 'f', -1, 64)
	}
}

// hint is the line shown beside the mark; group names its series, where there
// are several.
func (d Datum) hint(group string) string {
	if d.Hint != "" {
		return d.Hint
	}
	hint := d.text()
	for _, part := range []string{group, d.Label} {
		if part != "" {
			hint = part + "　" + hint
		}
	}
	return hint
}

func anyKnown(items []Datum) bool {
	for _, d := range items {
		if d.known() {
			return true
		}
	}
	return false
}

// span returns the least and the greatest of the known values and zero, from
// which bars start.
func span(items []Datum, target *Target) (lo, hi float64) {
	for _, d := range items {
		if d.known() {
			lo, hi = min(lo, d.Value), max(hi, d.Value)
		}
	}
	if target != nil {
		lo, hi = min(lo, target.Value), max(hi, target.Value)
	}
	if lo == hi {
		hi = 1
	}
	return lo, hi
}

// longest returns the widest of the texts at the size of the label style.
func longest(style label, texts ...string) float32 {
	var w float32
	for _, t := range texts {
		w = max(w, style.with(t).size().Width)
	}
	return w
}
