// Package plot turns a chart of a paper into a chart of the window, because
// package chart does not know papers.
package plot

import (
	"math"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/data/paper"
)

// Chart is a chart of any form.
type Chart interface {
	fyne.Widget
	SetLarge(large bool)
}

// colors are those of the series, by their place.
var colors = []fyne.ThemeColorName{kit.ColorOurs, kit.ColorChartA, kit.ColorChartQuiet, kit.ColorChartB, kit.ColorSecondary}

// New makes the widget for a chart of a paper. open gets the ID of the figure
// behind the chosen value; it may be nil.
func New(c paper.Chart, open func(figure string)) Chart {
	tap := func(series, index int) {
		if open == nil || series >= len(c.Series) || index >= len(c.Series[series].Figures) {
			return
		}
		if id := c.Series[series].Figures[index]; id != "" {
			open(id)
		}
	}
	switch {
	case c.Form == paper.Donut:
		d := chart.NewDonut(donut(c))
		d.OnTap = tap
		return d
	case c.Form == paper.Pyramid:
		p := chart.NewPyramid(pyramid(c))
		p.OnTap = func(series, index int) { tap(series, len(c.Labels)-1-index) }
		return p
	case c.Form == paper.Lines:
		l := chart.NewLine(lines(c))
		l.OnTap = tap
		return l
	case c.Form == paper.Stacked:
		s := chart.NewStacked(stacked(c))
		s.OnTap = func(row, part int) { tap(part, row) }
		return s
	case len(c.Series) > 1:
		g := chart.NewClusters(lines(c))
		g.OnTap = tap
		return g
	}
	items := data(c, 0)
	for i := range items {
		items[i].Emphasised = i+1 == c.About
		if c.About == 0 {
			items[i].Color = kit.ColorChartA
		}
	}
	b := chart.NewBar(chart.BarData{Title: c.Caption, Items: items})
	b.OnTap = tap
	return b
}

// data are the values of a series, written with their unit.
func data(c paper.Chart, series int) []chart.Datum {
	s := c.Series[series]
	list := make([]chart.Datum, len(c.Labels))
	for i, label := range c.Labels {
		list[i] = datum(s, i, label, c.Unit)
	}
	return list
}

func datum(s paper.Series, i int, label, unit string) chart.Datum {
	if math.IsNaN(s.Values[i]) {
		return chart.Datum{Label: label, Missing: true}
	}
	text := s.Label(i)
	hint := label + "　" + text + " " + unit
	if s.Name != "" {
		hint = s.Name + "　" + hint
	}
	if unit == "%" {
		text += unit
	}
	return chart.Datum{Label: label, Value: s.Values[i], Text: text, Hint: hint}
}

func donut(c paper.Chart) chart.DonutData {
	d := chart.DonutData{Title: c.Caption, Parts: data(c, 0)}
	if c.Unit != "%" {
		sum := 0.0
		for _, v := range c.Series[0].Values {
			if !math.IsNaN(v) {
				sum += v
			}
		}
		d.Centre, d.Caption = paper.Series{Values: []float64{sum}}.Label(0), c.Unit
	}
	return d
}

// pyramid turns the bands upside down: the window lists them from the top.
func pyramid(c paper.Chart) chart.PyramidData {
	d := chart.PyramidData{Title: c.Caption, Left: c.Series[0].Name, Right: c.Series[1].Name}
	for i := len(c.Labels) - 1; i >= 0; i-- {
		d.Bands = append(d.Bands, chart.PyramidBand{
			Label: c.Labels[i],
			Left:  datum(c.Series[0], i, c.Labels[i], c.Unit),
			Right: datum(c.Series[1], i, c.Labels[i], c.Unit),
		})
	}
	return d
}

func lines(c paper.Chart) chart.LineData {
	d := chart.LineData{Title: c.Caption, Labels: c.Labels}
	for i, s := range c.Series {
		d.Series = append(d.Series, chart.LineSeries{Name: s.Name, Color: colors[i%len(colors)], Values: data(c, i)})
	}
	return d
}

func stacked(c paper.Chart) chart.StackData {
	d := chart.StackData{Title: c.Caption}
	for i, s := range c.Series {
		d.Parts = append(d.Parts, chart.StackPart{Name: s.Name, Color: partColor(s.Name, i)})
	}
	for i, label := range c.Labels {
		row := chart.StackRow{Label: label}
		for _, s := range c.Series {
			row.Values = append(row.Values, datum(s, i, label, c.Unit))
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// partColor keeps red, yellow and green for the lights.
func partColor(name string, i int) fyne.ThemeColorName {
	switch name {
	case "红灯", "红":
		return kit.ColorLightRed
	case "黄灯", "黄":
		return kit.ColorLightAmber
	case "绿灯", "绿":
		return kit.ColorLightGreen
	}
	return colors[i%len(colors)]
}
