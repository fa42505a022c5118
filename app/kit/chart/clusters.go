package chart

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// Clusters is a chart of vertical columns. The columns of one month or
// category stand side by side. OnTap gets the series and the index of the
// category.
type Clusters struct {
	base
	data LineData
}

// NewClusters makes a chart of clustered columns. It does not draw the target.
func NewClusters(data LineData) *Clusters {
	c := &Clusters{data: data}
	c.start(c, c.plan, func() fyne.Size { return fyne.NewSize(240, 130) })
	return c
}

func (c *Clusters) plan(s *scene) {
	all := c.data.all()
	if !anyKnown(all) {
		s.empty(c.data.Title)
		return
	}
	var legend []legendItem
	for i, series := range c.data.Series {
		legend = append(legend, legendItem{series.Name, c.data.inkOf(i)})
	}
	area := s.header(c.data.Title, legend)
	slot := area.w / float32(len(c.data.Labels))
	names := make([]Datum, len(c.data.Labels))
	for i, label := range c.data.Labels {
		names[i].Label = label
	}
	cats := s.fitCategories(names, slot, area.h/3)
	room := s.small("0", kit.ColorText).size().Height + s.px(2)
	plot := area.inset(0, room, 0, cats.height)
	ax := newAxis(all, nil, plot)
	for i := range c.data.Series {
		c.columns(s, i, ax, plot, slot)
	}
	s.rule(box{area.x, ax.y(0), area.w, 1}, mix(ink(kit.ColorLine), ink(kit.ColorText), 0.25))
	cats.write(s, area, slot)
}

// columns draws the columns of one series with their numbers.
func (c *Clusters) columns(s *scene, series int, ax axis, plot box, slot float32) {
	n := float32(len(c.data.Series))
	width := min(slot*0.72/n, s.px(64))
	for i, d := range c.data.Series[series].Values {
		x := plot.x + slot*(float32(i)+0.5) + width*(float32(series)-n/2)
		zero := ax.y(0)
		b := box{x, zero, width - 2, 0}
		m := mark{series: series, index: i, row: 0, col: i*len(c.data.Series) + series, hint: d.hint(c.data.Series[series].Name), fill: c.data.inkOf(series)}
		if d.known() {
			at := ax.y(d.Value)
			b.y, b.h = min(at, zero), max(at, zero)-min(at, zero)
		}
		m.area = box{b.x, plot.y, b.w, plot.h}
		m.anchor = fyne.NewPos(b.centre().X, max(0, b.y))
		if b.h > 0 {
			m.shape = s.bar(b, m.fill, top)
		}
		s.add(m)
		if l, ok := s.small(d.text(), kit.ColorSecondary).shrunk(width + s.px(6)); ok && d.known() {
			s.put(l, s.nudged(l.centredOn(b.centre().X, b.y-l.size().Height)))
		}
	}
}
