package chart

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// values writes numbers at the points: the emphasised, then the newest, then,
// for a single line, all others that find room. Several lines with all their
// numbers could not be read; the hints have them.
func (p trend) values() {
	type point struct{ series, i int }
	var first, later []point
	for series := range p.chart.data.Series {
		values := p.months(series)
		last := lastKnown(values)
		for i, d := range values {
			switch {
			case !d.known():
			case d.Emphasised:
				first = append([]point{{series, i}}, first...)
			case i == last:
				first = append(first, point{series, i})
			case len(p.chart.data.Series) == 1:
				later = append(later, point{series, i})
			}
		}
	}
	for _, v := range append(first, later...) {
		p.value(v.series, v.i)
	}
}

func lastKnown(values []Datum) int {
	for i := len(values) - 1; i >= 0; i-- {
		if values[i].known() {
			return i
		}
	}
	return -1
}

// value writes one number above its point, or below it in a dip of the line.
func (p trend) value(series, i int) {
	s, d := p.scene, p.months(series)[i]
	at, r := p.at(i, d), p.radius(d)
	l := s.small(d.text(), kit.ColorSecondary)
	if len(p.chart.data.Series) > 1 {
		l.ink = p.chart.data.inkOf(series)
	}
	if d.Emphasised {
		l = l.strong(true).inked(inkOf(d, l.ink))
	}
	above := s.nudged(l.centredOn(at.X, at.Y-r-l.size().Height))
	below := above
	below.y = at.Y + r
	if p.dip(series, i) {
		above, below = below, above
	}
	if !p.struck(above) && s.put(l, above) {
		return
	}
	if below.bottom() <= p.plot.bottom() && !p.struck(below) {
		s.put(l, below)
	}
}

// struck reports whether one of the lines, or that of the target, would run
// through a text.
func (p trend) struck(b box) bool {
	letters := lettersOf(b)
	for series := range p.chart.data.Series {
		values := p.months(series)
		for i := 1; i < len(values); i++ {
			if values[i-1].known() && values[i].known() && crosses(letters, p.at(i-1, values[i-1]), p.at(i, values[i])) {
				return true
			}
		}
	}
	t := p.chart.data.Target
	if t == nil {
		return false
	}
	y := p.axis.y(t.Value)
	return y > letters.y && y < letters.bottom()
}

// crosses reports whether the line between two points runs through the box,
// found by walking along it.
func crosses(b box, from, to fyne.Position) bool {
	const steps = 40
	for i := 0; i <= steps; i++ {
		t := float32(i) / steps
		if b.contains(fyne.NewPos(from.X+(to.X-from.X)*t, from.Y+(to.Y-from.Y)*t)) {
			return true
		}
	}
	return false
}

// dip reports whether the line rises on both sides of the point, so that a
// number above it would stand in the line.
func (p trend) dip(series, i int) bool {
	values := p.months(series)
	higher := func(j int) bool {
		return j < 0 || j >= len(values) || !values[j].known() || values[j].Value > values[i].Value
	}
	return higher(i-1) && higher(i+1) && p.at(i, values[i]).Y < p.plot.bottom()-p.scene.px(24)
}

// targetLabel names the target line at one of its ends, above it or below.
func (p trend) targetLabel() {
	t := p.chart.data.Target
	if t == nil || t.Label == "" {
		return
	}
	l := p.scene.small(t.Label, kit.ColorOurs).cut(p.area.w)
	z, y := l.size(), p.axis.y(t.Value)
	left, right := p.area.x, p.area.right()-z.Width
	for _, at := range []box{
		l.at(left, y-z.Height), l.at(right, y-z.Height), l.at(left, y+2), l.at(right, y+2),
		l.at(left, p.area.y), l.at(right, p.area.y),
	} {
		if at.bottom() <= p.plot.bottom() && p.scene.put(l, at) {
			return
		}
	}
}
