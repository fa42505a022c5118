package chart

import (
	"image/color"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// PyramidData is the data of an age pyramid: two series back to back.
type PyramidData struct {
	Title       string
	Left, Right string        // names of the two series: “男”, “女”
	Bands       []PyramidBand // from the top down
}

// PyramidBand is one age band of a pyramid, drawn as one line.
type PyramidBand struct {
	Label       string // “55–59岁”
	Left, Right Datum
}

// Pyramid is an age pyramid: one series to the left, the other to the right,
// and the names of the bands between them. OnTap gets series 0 (left) or 1
// (right) and the index of the band.
type Pyramid struct {
	base
	data PyramidData
}

// NewPyramid makes a pyramid of the data.
func NewPyramid(data PyramidData) *Pyramid {
	c := &Pyramid{data: data}
	c.start(c, c.plan, func() fyne.Size {
		return fyne.NewSize(260, 34+20*float32(len(c.data.Bands)))
	})
	return c
}

// SetData shows other numbers.
func (c *Pyramid) SetData(data PyramidData) {
	c.data = data
	c.Refresh()
}

// sides lists the left values and the right ones.
func (c *Pyramid) sides() (left, right []Datum) {
	for _, b := range c.data.Bands {
		left, right = append(left, b.Left), append(right, b.Right)
	}
	return left, right
}

func (c *Pyramid) plan(s *scene) {
	left, right := c.sides()
	if !anyKnown(left) && !anyKnown(right) {
		s.empty(c.data.Title)
		return
	}
	area := s.header(c.data.Title, []legendItem{
		{c.data.Left, ink(kit.ColorChartA)}, {c.data.Right, ink(kit.ColorChartB)},
	})
	p := c.shape(s, area, left, right)
	for i, band := range c.data.Bands {
		p.band(i, band.Label)
	}
	for i := range c.data.Bands {
		p.bar(0, i, left[i], c.data.Left, ink(kit.ColorChartA))
		p.bar(1, i, right[i], c.data.Right, ink(kit.ColorChartB))
	}
}

// pyramid is an age pyramid with its measures at one size.
type pyramid struct {
	scene          *scene
	rows           *rows
	bands          []PyramidBand
	style          label   // of bands and values
	axis, half     float32 // middle of the band column, half its width
	perUnit        float32 // both sides to one scale
	numbers        float32 // room for a value at the outer end
	outerL, outerR float32 // where the chart ends at either side
}

func (c *Pyramid) shape(s *scene, area box, left, right []Datum) pyramid {
	p := pyramid{scene: s, rows: newRows(s, area, len(c.data.Bands)), bands: c.data.Bands}
	p.rows.thick = min(p.rows.pitch*0.7, max(s.px(24), p.rows.pitch*0.55))
	p.style = s.small("", kit.ColorSecondary)
	p.style = p.style.low(p.rows.pitch)
	var names, values []string
	for i, b := range c.data.Bands {
		names = append(names, b.Label)
		values = append(values, left[i].text(), right[i].text())
	}
	p.half = min(longest(p.style, names...), area.w*0.34)/2 + s.px(12)
	p.numbers = min(longest(p.style, values...)+s.px(6), area.w/6)
	_, most := span(left, nil)
	_, mostR := span(right, nil)
	free := max(2, area.w-2*p.half-2*p.numbers)
	// Long thin bars say no more than short ones: keep the shape of a pyramid.
	free = min(free, 26*p.rows.pitch)
	p.perUnit = free / float32(max(most+mostR, 1e-9)) // nothing above zero: no bars
	used := free + 2*p.half + 2*p.numbers
	p.outerL = area.x + (area.w-used)/2
	p.outerR = p.outerL + used
	p.axis = p.outerL + p.numbers + float32(most)*p.perUnit + p.half
	return p
}

func (p pyramid) band(i int, text string) {
	l := p.style.with(text).inked(ink(kit.ColorText)).cut(2*p.half - p.scene.px(4))
	p.scene.put(l, l.centredOn(p.axis, p.rows.middle(i)-l.half()))
}

// bar draws one side of one band, growing outwards, with its value at the end.
func (p pyramid) bar(side, i int, d Datum, group string, c color.NRGBA) {
	s, mid, fill := p.scene, p.rows.middle(i), inkOf(d, c)
	var length float32
	if d.known() && d.Value > 0 {
		length = max(1, float32(d.Value)*p.perUnit)
	}
	b := box{p.axis + p.half, mid - p.rows.thick/2, length, p.rows.thick}
	zone := box{p.axis, mid - p.rows.pitch/2, p.outerR - p.axis, p.rows.pitch}
	l, ok := p.style.with(d.text()).shrunk(p.numbers - s.px(6))
	at := l.at(b.right()+s.px(6), mid-l.half())
	frame, far := zone.inset(p.half-4, 0, 0, 0), right
	if side == 0 {
		b.x = p.axis - p.half - length
		zone.x, zone.w = p.outerL, p.axis-p.outerL
		at = l.endingAt(b.x-s.px(6), at.y)
		frame, far = zone.inset(0, 0, p.half-4, 0), left
	}
	d.Label = p.bands[i].Label
	m := mark{series: side, index: i, row: i, col: side, area: zone, frame: frame, hint: d.hint(group), fill: fill}
	m.anchor = fyne.NewPos(b.centre().X, b.y)
	if length > 0 {
		m.shape = s.bar(b, fill, far)
	}
	s.add(m)
	if ok {
		s.put(l, at)
	}
}
