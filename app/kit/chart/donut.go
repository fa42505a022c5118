package chart

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"huoshui/app/kit"
)

// DonutData is the data of a ring chart: the parts of one whole.
type DonutData struct {
	Title   string
	Parts   []Datum
	Centre  string // written large in the middle: the whole, “1,204”
	Caption string // and below it what it counts: “人”
}

// Donut is a ring chart with a legend that shows the values of the parts.
// OnTap gets series 0 and the index of the part. The user can also click the
// lines of the legend.
type Donut struct {
	base
	data DonutData
}

// NewDonut makes a ring chart of the data.
func NewDonut(data DonutData) *Donut {
	c := &Donut{data: data}
	c.start(c, c.plan, func() fyne.Size { return fyne.NewSize(200, 120) })
	return c
}

// SetData shows other numbers.
func (c *Donut) SetData(data DonutData) {
	c.data = data
	c.Refresh()
}

func (c *Donut) plan(s *scene) {
	if (StackRow{Values: c.data.Parts}).total() == 0 {
		s.empty(c.data.Title)
		return
	}
	d := c.divide(s, s.header(c.data.Title, nil))
	d.slices(c.data.Parts)
	d.middle(c.data.Centre, c.data.Caption)
	d.names(c.data.Parts)
}

// divide puts the legend to the right of the ring, or below it in a chart that
// is higher than wide. The legend takes what its lines need, the ring the rest.
func (c *Donut) divide(s *scene, area box) donut {
	d := donut{scene: s, style: s.body("", kit.ColorSecondary)}
	gap, wide := s.px(20), area.w >= area.h*1.15
	room := area.w
	if wide {
		room = area.w - gap - min(area.h, area.w*0.42)
	}
	names, values := d.columns(c.data.Parts)
	for need := names + values; need > room && d.style.height > leastText; need = names + values {
		d.style.height--
		names, values = d.columns(c.data.Parts)
	}
	d.values = names+values <= room+1
	width := min(room, names+values+s.px(24))
	high := d.pitch() * float32(len(c.data.Parts))
	if wide {
		side := min(area.h, area.w-gap-width)
		from := area.x + (area.w-side-gap-width)/2
		d.legend = box{from + side + gap, area.y + max(0, area.h-high)/2, width, min(high, area.h)}
		return d.round(box{from, area.y, side, area.h})
	}
	side := min(area.w, max(area.h*0.45, area.h-high-gap))
	d.legend = box{area.x + (area.w-width)/2, area.y + side + gap, width, area.h - side - gap}
	return d.round(box{area.x, area.y, area.w, side})
}

// donut is a ring chart with its measures at one size.
type donut struct {
	scene  *scene
	centre fyne.Position
	radius float32
	legend box
	style  label // of the legend
	values bool  // the legend has room for the values
}

func (p donut) round(room box) donut {
	p.centre, p.radius = room.centre(), min(room.w, room.h)/2
	return p
}

// columns returns the widths of the legend's names and of its values.
func (p donut) columns(parts []Datum) (names, values float32) {
	for _, d := range parts {
		names = max(names, p.style.with(d.Label).size().Width)
		values = max(values, p.style.with(d.text()).strong(d.Emphasised).size().Width)
	}
	return names + p.scene.px(20), values + p.scene.px(12)
}

// pitch is the height of a line of the legend.
func (p donut) pitch() float32 { return p.style.with("国").size().Height + p.scene.px(4) }

// hole is the part of the radius that stays empty.
const hole = 0.64

func (p donut) slices(parts []Datum) {
	total, from := (StackRow{Values: parts}).total(), 0.0
	for i, d := range parts {
		if !d.known() || d.Value < 0 {
			continue
		}
		to := from + d.Value/total*360
		p.slice(i, d, from, to)
		from = to
	}
}

func (p donut) slice(i int, d Datum, from, to float64) {
	fill := inkOf(d, partInk(i))
	arc := canvas.NewArc(float32(from), float32(to), hole, fill)
	if to-from < 359.9 {
		gap := min(0.6, (to-from)/4) // a breath of white between the parts
		arc.StartAngle, arc.EndAngle = float32(from+gap), float32(to-gap)
	}
	whole := box{p.centre.X - p.radius, p.centre.Y - p.radius, 2 * p.radius, 2 * p.radius}
	place(arc, whole)
	p.scene.shapes = append(p.scene.shapes, arc)
	row, frame := p.line(i), box{}
	if row.w > 0 {
		frame = row.inset(-4, 0, -4, 0)
	}
	mid := (from + to) / 2 * math.Pi / 180
	far := float64(p.radius) * (1 + hole) / 2
	p.scene.add(mark{
		index: i, col: i, shape: arc, fill: fill, hint: d.hint(""),
		area:   p.scene.area(),
		frame:  frame,
		anchor: p.centre.AddXY(float32(math.Sin(mid)*far), float32(-math.Cos(mid)*far)),
		within: func(at fyne.Position) bool { return row.contains(at) || p.covers(at, from, to) },
	})
}

// covers reports whether a point lies on the ring between two angles, counted
// clockwise from the top.
func (p donut) covers(at fyne.Position, from, to float64) bool {
	dx, dy := float64(at.X-p.centre.X), float64(at.Y-p.centre.Y)
	far := math.Hypot(dx, dy)
	if far > float64(p.radius) || far < float64(p.radius)*hole {
		return false
	}
	angle := math.Atan2(dx, -dy) * 180 / math.Pi
	if angle < 0 {
		angle += 360
	}
	return angle >= from && angle < to
}

// middle writes the whole into the hole of the ring, as large as it may be.
func (p donut) middle(sum, caption string) {
	s, room := p.scene, p.radius*hole*1.6
	big := label{text: sum, height: whole(min(p.radius*0.42, s.px(40))), bold: true, ink: ink(kit.ColorText)}
	big, ok := big.shrunk(room)
	if !ok {
		return
	}
	small, ok := s.small(caption, kit.ColorSecondary).shrunk(room)
	if !ok || caption == "" || small.size().Height+big.size().Height > room {
		s.put(big, big.centredOn(p.centre.X, p.centre.Y-big.half()))
		return
	}
	h, hs := big.size().Height, small.size().Height
	// The box of a line has air below the digits; the caption may use some.
	top := p.centre.Y - (h+hs)/2
	s.put(big, big.centredOn(p.centre.X, top))
	s.put(small, small.centredOn(p.centre.X, top+h))
}

// line is the box of the i-th line of the legend; beyond the room there is, it
// is empty and answers no tap.
func (p donut) line(i int) box {
	b := box{p.legend.x, p.legend.y + p.pitch()*float32(i), p.legend.w, p.pitch()}
	if b.bottom() > p.legend.bottom()+1 {
		return box{}
	}
	return b
}

// names writes the legend: square, name and, at the right, the value. Numbers
// are never cut; where there is no room for all of them, the hints have them.
func (p donut) names(parts []Datum) {
	s, square := p.scene, p.scene.px(11)
	for i, d := range parts {
		row := p.line(i)
		if row.w < s.px(30) {
			continue
		}
		mid, room := row.centre().Y, row.w-square-s.px(7)
		s.rectangle(box{row.x, mid - square/2, square, square}, inkOf(d, partInk(i)), 2)
		if p.values {
			value := p.style.with(d.text()).strong(d.Emphasised).inked(ink(kit.ColorText))
			if !d.known() {
				value.ink = ink(kit.ColorFaint)
			}
			s.put(value, value.endingAt(row.right(), mid-value.half()))
			room -= value.size().Width + s.px(8)
		}
		name := p.style.with(d.Label).cut(room)
		s.put(name, name.at(row.x+square+s.px(7), mid-name.half()))
	}
}
