package pdf

import (
	"math"
	"slices"

	"github.com/signintech/gopdf"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// columns draws what stands above an axis of labels: bars side by side or on top
// of each other, and lines.
func (p *plot) columns() {
	n := len(p.chart.Series)
	inks := chartml.SeriesInks(n)
	if p.chart.Form == paper.Stacked {
		inks = chartml.PartInks(n)
	}
	inks = chartml.Lit(p.chart.Series, inks)
	if n > 1 {
		p.legend(inks)
	}
	const rows = 2 // of the labels below
	over, under := p.look.line*1.6, float64(rows)*p.look.line+4
	low, high := p.reach()
	s := scaleFor(low, high, 4, p.Y+p.H-under, p.Y+over)
	left := p.axis(s)
	slot := (p.X + p.W - left) / float64(len(p.chart.Labels))
	for i, text := range p.chart.Labels {
		middle := left + (float64(i)+0.5)*slot
		if every := int(math.Ceil(1.4 * p.look.size / slot)); i%every == 0 {
			p.label(text, middle, s.from+3, slot*float64(every)-3, rows)
		}
		switch p.chart.Form {
		case paper.Stacked:
			p.pile(i, middle, slot*0.56, s, inks)
		case paper.Bars:
			p.group(i, middle, slot*0.72, s, inks)
		}
	}
	if p.chart.Form == paper.Lines {
		p.curves(left, slot, s, inks)
	}
	p.line(left, s.at(0), p.X+p.W, s.at(0), 0.75, chartml.AxisInk)
}

// reach is the lowest and the highest place a mark has.
func (p *plot) reach() (low, high float64) {
	for i := range p.chart.Labels {
		up, down := 0.0, 0.0
		for j := range p.chart.Series {
			v := p.value(j, i)
			switch {
			case math.IsNaN(v):
			case p.chart.Form != paper.Stacked:
				up, down = max(up, v), min(down, v)
			case v > 0:
				up += v
			default:
				down += v
			}
		}
		low, high = min(low, down), max(high, up)
	}
	return low, high
}

// axis draws the axis of values with its lines and its unit, and returns where
// the marks begin.
func (p *plot) axis(s scale) float64 {
	wide := 0.0
	for _, v := range s.ticks() {
		wide = max(wide, widthOf(p.shelf.shape(decimal(v), p.look)))
	}
	wide = min(wide, p.W/4)
	left := p.X + wide + 0.6*p.look.size
	for _, v := range s.ticks() {
		p.line(left, s.at(v), p.X+p.W, s.at(v), 0.5, chartml.GridInk)
		p.word(decimal(v), left-5, s.at(v), wide+1, paper.Right, chartml.AxisInk)
	}
	if p.chart.Unit != "" {
		p.word("单位："+p.chart.Unit, p.X, p.Y+p.look.line/2, p.W, paper.Left, chartml.AxisInk)
	}
	return left
}

// crowded reports more values than can be written beside their marks.
func (p *plot) crowded() bool { return len(p.chart.Labels)*len(p.chart.Series) > chartml.Crowded }

// group draws the bars of one label side by side.
func (p *plot) group(i int, middle, width float64, s scale, inks []string) {
	n := float64(len(p.chart.Series))
	one := min(width/n, 3.4*p.look.size)
	for j := range p.chart.Series {
		v := p.value(j, i)
		if math.IsNaN(v) {
			continue
		}
		x := middle + (float64(j)-n/2)*one
		top, foot := min(s.at(v), s.at(0)), max(s.at(v), s.at(0))
		p.bar(inks[j], x+0.5, top, one-1, foot-top)
		if !p.crowded() {
			at := top - p.look.size*0.7
			if v < 0 {
				at = foot + p.look.size*0.7
			}
			p.word(p.chart.Series[j].Label(i), x+one/2, at, one+4, paper.Center, chartml.TextInk)
		}
	}
}

// pile draws the bars of one label on top of each other, those below zero
// hanging from it.
func (p *plot) pile(i int, middle, width float64, s scale, inks []string) {
	width = min(width, 6*p.look.size)
	up, down := 0.0, 0.0
	beside := math.Inf(1) // the lowest place left for a value that does not fit into its bar
	for j := range p.chart.Series {
		v := p.value(j, i)
		if math.IsNaN(v) || v == 0 {
			continue
		}
		from := &up
		if v < 0 {
			from = &down
		}
		top, foot := s.at(*from+v), s.at(*from)
		*from += v
		if top > foot {
			top, foot = foot, top
		}
		p.bar(inks[j], middle-width/2, top, width, foot-top)
		switch at := (top + foot) / 2; {
		case p.crowded():
		case foot-top >= p.look.size*0.8:
			p.word(p.chart.Series[j].Label(i), middle, at, width-2, paper.Center, chartml.InkOn(inks[j]))
		default:
			at = min(at, beside)
			beside = at - p.look.size
			p.word(p.chart.Series[j].Label(i), middle+width/2+3, at, width, paper.Left, chartml.TextInk)
		}
	}
}

// curves draws the lines, broken where a value is not known.
func (p *plot) curves(left, slot float64, s scale, inks []string) {
	for j := range p.chart.Series {
		var before *gopdf.Point
		for i := range p.chart.Labels {
			v := p.value(j, i)
			if math.IsNaN(v) {
				before = nil
				continue
			}
			at := point(left+(float64(i)+0.5)*slot, s.at(v))
			if before != nil {
				p.line(before.X, before.Y, at.X, at.Y, 0.18*p.look.size, inks[j])
			}
			before = &at
		}
	}
	for i := range p.chart.Labels {
		p.dots(i, left+(float64(i)+0.5)*slot, slot, s, inks)
	}
}

// dots draws the marks of the lines at one label, each with its value: the lowest
// of several has it below, the others above.
func (p *plot) dots(i int, x, slot float64, s scale, inks []string) {
	var known []int
	for j := range p.chart.Series {
		if !math.IsNaN(p.value(j, i)) {
			known = append(known, j)
		}
	}
	slices.SortStableFunc(known, func(a, b int) int { return int(math.Copysign(1, p.value(a, i)-p.value(b, i))) })
	for order, j := range known {
		y := s.at(p.value(j, i))
		p.fill(inks[j], arc(x, y, 0.26*p.look.size, 0, 1)...)
		if p.crowded() {
			continue
		}
		at := y - p.look.size*0.85
		if order == 0 && len(known) > 1 && y+p.look.size*1.5 < s.at(s.low) {
			at = y + p.look.size*0.85
		}
		p.word(p.chart.Series[j].Label(i), x, at, slot, paper.Center, chartml.TextInk)
	}
}
