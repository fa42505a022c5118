package chart

import (
	"math"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// BarData is the data of a column or bar chart: one value for each category.
type BarData struct {
	Title  string
	Items  []Datum
	Target *Target // nil without one
}

// Bar is a chart of vertical columns. It suits a few years or months. OnTap
// gets series 0 and the index of the item.
type Bar struct {
	base
	data BarData
}

// NewBar makes a column chart of the data.
func NewBar(data BarData) *Bar {
	c := &Bar{data: data}
	c.start(c, c.plan, func() fyne.Size { return fyne.NewSize(200, 120) })
	return c
}

// SetData shows other numbers.
func (c *Bar) SetData(data BarData) {
	c.data = data
	c.Refresh()
}

func (c *Bar) plan(s *scene) {
	if !anyKnown(c.data.Items) {
		s.empty(c.data.Title)
		return
	}
	area := s.header(c.data.Title, nil)
	slot := area.w / float32(len(c.data.Items))
	cats := s.fitCategories(c.data.Items, slot, area.h/3)
	room := s.body("0", kit.ColorText).size().Height + s.px(4)
	p := columns{scene: s, items: c.data.Items, slot: slot, plot: area.inset(0, room, 0, cats.height)}
	p.axis = newAxis(c.data.Items, c.data.Target, p.plot)
	if p.axis.lo < 0 {
		p.plot.h -= room // labels of negative columns stand below them
		p.axis = newAxis(c.data.Items, c.data.Target, p.plot)
	}
	p.target(c.data.Target)
	p.draw(area)
	s.rule(box{area.x, p.axis.y(0), area.w, 1}, mix(ink(kit.ColorLine), ink(kit.ColorText), 0.25))
	p.values(c.data.Target)
	p.targetLabel(c.data.Target, area)
	cats.write(s, area, slot)
}

// axis converts values to heights.
type axis struct {
	lo, hi      float64
	top, bottom float32
}

func newAxis(items []Datum, target *Target, plot box) axis {
	lo, hi := span(items, target)
	return axis{lo, hi, plot.y, plot.bottom()}
}

func (a axis) y(v float64) float32 {
	y := a.bottom - float32((v-a.lo)/(a.hi-a.lo))*(a.bottom-a.top)
	return float32(math.Round(float64(y))) // sharp edges, and no gap above the foot
}

// columns draws the columns of a Bar and the texts around them.
type columns struct {
	scene *scene
	items []Datum
	plot  box
	slot  float32
	axis  axis
}

// column returns where the i-th column stands.
func (p columns) column(i int) box {
	w := min(p.slot*0.56, p.scene.px(96))
	zero := p.axis.y(0)
	b := box{p.plot.x + p.slot*(float32(i)+0.5) - w/2, zero, w, 0}
	if !p.items[i].known() {
		return b
	}
	at := p.axis.y(p.items[i].Value)
	b.y, b.h = min(at, zero), max(at, zero)-min(at, zero)
	return b
}

func (p columns) draw(area box) {
	for i, d := range p.items {
		b := p.column(i)
		fill := inkOf(d, ink(kit.ColorChartQuiet))
		m := mark{index: i, col: i, hint: d.hint(""), fill: fill}
		m.area = box{p.plot.x + p.slot*float32(i), area.y, p.slot, area.h}
		// The hint stands above the number at the column's end.
		m.anchor = fyne.NewPos(b.centre().X, max(0, b.y-p.scene.body("0", kit.ColorText).size().Height))
		if d.known() && b.h > 0 {
			far := top
			if d.Value < 0 {
				far = bottom
			}
			m.shape = p.scene.bar(b, fill, far)
		}
		p.scene.add(m)
	}
}

// values writes the numbers at the columns: those the chart is about first, so
// that the others give way.
func (p columns) values(target *Target) {
	for _, emphasised := range []bool{true, false} {
		for i, d := range p.items {
			if d.Emphasised == emphasised {
				p.value(i, d, target)
			}
		}
	}
}

func (p columns) value(i int, d Datum, target *Target) {
	s, b := p.scene, p.column(i)
	l := s.body(d.text(), kit.ColorSecondary)
	switch {
	case !d.known():
		l = s.small(d.text(), kit.ColorFaint)
	case d.Emphasised:
		l = l.strong(true).inked(inkOf(d, l.ink))
	}
	room := p.slot - s.px(4)
	if d.Emphasised {
		room = min(2*p.slot, s.size.Width)
	}
	l, ok := l.shrunk(room)
	if !ok && !d.known() {
		l, ok = l.with("—").shrunk(room) // a blank would look like 0
	}
	if !ok {
		return
	}
	at := l.centredOn(b.centre().X, b.y-l.size().Height)
	if d.known() && d.Value < 0 {
		at.y = b.bottom()
	} else if target != nil {
		at.y = p.clear(at, p.axis.y(target.Value))
	}
	s.put(l, s.nudged(at))
}

// clear lifts a label over the target line, where the line would strike it
// through.
func (p columns) clear(at box, line float32) float32 {
	if line > at.y && line < at.bottom()-at.h*0.1 {
		return line - at.h
	}
	return at.y
}
