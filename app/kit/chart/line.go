package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// LineData is the data of a trend: series of values over the same months.
type LineData struct {
	Title  string
	Labels []string // of the months, “2026.03”
	Series []LineSeries
	Target *Target // nil without one
}

// LineSeries is one line. Its values are in the order of the labels. The line
// has a gap at a missing value.
type LineSeries struct {
	Name   string
	Color  fyne.ThemeColorName // empty means by its place
	Values []Datum
}

// Line is a trend over months. OnTap gets the series and the index of the
// month.
type Line struct {
	base
	data LineData
}

// NewLine makes a trend of the data.
func NewLine(data LineData) *Line {
	c := &Line{data: data}
	c.start(c, c.plan, func() fyne.Size { return fyne.NewSize(220, 130) })
	return c
}

// SetData shows other numbers.
func (c *Line) SetData(data LineData) {
	c.data = data
	c.Refresh()
}

// all lists the values of every series.
func (d LineData) all() []Datum {
	var all []Datum
	for _, s := range d.Series {
		all = append(all, s.Values...)
	}
	return all
}

func (d LineData) inkOf(series int) color.NRGBA {
	if name := d.Series[series].Color; name != "" {
		return ink(name)
	}
	return seriesInk(series)
}

func (c *Line) plan(s *scene) {
	if !anyKnown(c.data.all()) || len(c.data.Labels) == 0 {
		s.empty(c.data.Title)
		return
	}
	var legend []legendItem
	if len(c.data.Series) > 1 {
		for i, series := range c.data.Series {
			legend = append(legend, legendItem{series.Name, c.data.inkOf(i)})
		}
	}
	p := c.shape(s, s.header(c.data.Title, legend))
	p.grid()
	for i := range c.data.Series {
		p.connect(i)
	}
	for i := range c.data.Series {
		p.points(i)
	}
	p.values()
	p.targetLabel()
	p.cats.write(s, p.area, p.slot)
}
