package chart

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// HBar is a chart of horizontal bars, with the category at the left and the
// value at the right. It suits categories with long names. OnTap gets series 0
// and the index of the item.
type HBar struct {
	base
	data BarData
}

// NewHBar makes a bar chart of the data.
func NewHBar(data BarData) *HBar {
	c := &HBar{data: data}
	c.start(c, c.plan, func() fyne.Size {
		return fyne.NewSize(200, 40+20*float32(len(c.data.Items)))
	})
	return c
}

// SetData shows other numbers.
func (c *HBar) SetData(data BarData) {
	c.data = data
	c.Refresh()
}

func (c *HBar) plan(s *scene) {
	if !anyKnown(c.data.Items) {
		s.empty(c.data.Title)
		return
	}
	area := s.header(c.data.Title, nil)
	if t := c.data.Target; t != nil && t.Label != "" {
		area = area.inset(0, s.small(t.Label, kit.ColorOurs).size().Height, 0, 0)
	}
	r := newRows(s, area, len(c.data.Items))
	names, values := make([]string, len(c.data.Items)), make([]string, len(c.data.Items))
	for i, d := range c.data.Items {
		names[i], values[i] = d.Label, d.text()
	}
	r.label(names)
	right := min(longest(s.body("", kit.ColorText).strong(true), values...)+s.px(8), area.w/3)
	lo, hi := span(c.data.Items, c.data.Target)
	plot := box{r.left, area.y, max(1, area.right()-right-r.left), r.pitch * float32(len(names))}
	p := bars{scene: s, rows: r, plot: plot, lo: lo, hi: hi, right: right, line: -1}
	p.target(c.data.Target)
	for i, d := range c.data.Items {
		p.bar(i, d)
	}
}

// rows holds the measures of the rows of a horizontal bar chart.
type rows struct {
	scene *scene
	area  box
	pitch float32 // from one bar to the next
	thick float32 // of a bar
	left  float32 // where the bars begin
}

func newRows(s *scene, area box, n int) *rows {
	pitch := min(area.h/float32(max(n, 1)), max(s.px(44), area.w*0.1))
	return &rows{scene: s, area: area, pitch: pitch, thick: min(pitch*0.66, max(s.px(24), pitch*0.5)), left: area.x}
}

// middle is the height on which the i-th row is centred.
func (r *rows) middle(i int) float32 { return r.area.y + r.pitch*(float32(i)+0.5) }

// label writes the names of the rows into a column at the left, no wider than
// two fifths of the chart; where rows are too thin for letters, only some.
func (r *rows) label(names []string) {
	style := r.scene.body("", kit.ColorText).low(r.pitch)
	width := min(longest(style, names...), r.area.w*0.4)
	for i, name := range names {
		l := style.with(name).cut(width)
		r.scene.put(l, l.at(r.area.x, r.middle(i)-l.half()))
	}
	if width > 0 {
		r.left = r.area.x + width + r.scene.px(10)
	}
}

// bars draws the bars of an HBar.
type bars struct {
	scene  *scene
	rows   *rows
	plot   box
	lo, hi float64
	right  float32 // kept free for values
	line   float32 // where the target line stands
}

func (p bars) x(v float64) float32 {
	return p.plot.x + float32((v-p.lo)/(p.hi-p.lo))*p.plot.w
}

func (p bars) bar(i int, d Datum) {
	s, mid := p.scene, p.rows.middle(i)
	fill := inkOf(d, ink(kit.ColorChartA))
	m := mark{index: i, row: i, hint: d.hint(""), fill: fill}
	m.area = box{p.rows.area.x, mid - p.rows.pitch/2, p.rows.area.w, p.rows.pitch}
	end := p.x(0)
	if d.known() {
		from, to := min(p.x(0), p.x(d.Value)), max(p.x(0), p.x(d.Value))
		end = to
		if to > from {
			far := right
			if d.Value < 0 {
				far = left
			}
			m.shape = s.bar(box{from, mid - p.rows.thick/2, to - from, p.rows.thick}, fill, far)
		}
	}
	m.anchor = fyne.NewPos(end, mid-p.rows.thick/2)
	s.add(m)
	p.value(d, end, mid)
}

func (p bars) value(d Datum, end, mid float32) {
	s := p.scene
	l := s.body(d.text(), kit.ColorSecondary)
	switch {
	case !d.known():
		l = s.small(d.text(), kit.ColorFaint)
	case d.Emphasised:
		l = l.strong(true).inked(inkOf(d, l.ink))
	}
	l = l.low(p.rows.pitch)
	if l, ok := l.shrunk(p.right - s.px(6)); ok {
		at := l.at(end+s.px(6), mid-l.half())
		if p.line > at.x-2 && p.line < at.right()+2 {
			at.x = p.line + s.px(5) // the target line must not strike it through
		}
		s.put(l, at)
	}
}

// target draws the dashed line behind the bars, its name above them.
func (p *bars) target(t *Target) {
	if t == nil {
		return
	}
	x := p.x(t.Value)
	p.line = x
	p.scene.dashes(box{x - 0.75, p.plot.y, 1.5, p.plot.h}, ink(kit.ColorOurs))
	l := p.scene.small(t.Label, kit.ColorOurs).cut(p.rows.area.w)
	p.scene.put(l, p.scene.nudged(l.centredOn(x, p.plot.y-l.size().Height)))
}
