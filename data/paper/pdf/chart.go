package pdf

import (
	"math"
	"strconv"

	"github.com/signintech/gopdf"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// The words in a chart.
var chartLook = look{role: hei, size: 10, line: 13}

// The measures of a chart on a page, as in the Word file.
const (
	flatness    = 0.48 // height of a chart, in widths
	pyramidRow  = 21.5 // of a pyramid, for each of its labels
	pyramidRest = 65   // for what stands around them
)

// chart writes a chart as wide as the type area, with its caption below as
// papers have it. With keep both stay on the page of what follows.
func (f *flow) chart(c paper.Chart, keep bool) {
	wide, height := f.wide, f.wide*flatness
	if c.Form == paper.Pyramid {
		height = max(height, pyramidRest+pyramidRow*float64(len(c.Labels)))
	}
	height = min(height, f.tall*0.6)
	f.add(strip{height: height, keep: keep || c.Caption != "", draw: func(x, y float64) {
		p := plot{canvas: f.canvas, chart: c, look: chartLook, frame: frame{x, y + 4, wide, height - 8}}
		p.draw()
	}})
	if c.Caption != "" {
		f.lines(balance(f.shelf.shape(c.Caption, captionLook), f.wide), captionLook, paper.Center, keep)
	}
}

// frame is a rectangle on a page.
type frame paper.Box

// plot draws one chart into a frame.
type plot struct {
	*canvas
	chart paper.Chart
	look  look
	frame
}

// key is the side of the square before a name.
func (p *plot) key() float64 { return 0.8 * p.look.size }

func (p *plot) draw() {
	switch p.chart.Form {
	case paper.Donut:
		p.donut()
	case paper.Pyramid:
		p.pyramid()
	default:
		p.columns()
	}
}

// word writes a short text around a point: align says which part of it stands
// at x; its middle stands at y. It is made smaller to stay within the width.
func (p *plot) word(text string, x, y, width float64, align paper.Align, ink string) {
	l := p.look
	glyphs := p.shelf.shape(text, l)
	if long := widthOf(glyphs); long > width {
		l = l.in(max(5, l.size*width/long))
		glyphs = p.shelf.shape(text, l)
	}
	switch align {
	case paper.Center:
		x -= widthOf(glyphs) / 2
	case paper.Right:
		x -= widthOf(glyphs)
	}
	p.text(glyphs, l, x, base(l, y-l.line/2), 0, ink)
}

// label writes a text in several lines below a point, no wider than it may be.
func (p *plot) label(text string, x, y, width float64, rows int) {
	l := p.look
	lines := fold(p.shelf.shape(text, l), measure{width: width})
	for len(lines) > rows && l.size > 6 {
		l = l.in(l.size - 0.5)
		lines = fold(p.shelf.shape(text, l), measure{width: width})
	}
	for i, ln := range lines[:min(rows, len(lines))] {
		p.aligned(ln, l, x-width/2, y+float64(i)*l.line, width, paper.Center, chartml.TextInk)
	}
}

// value is the number at a place of the chart, as it is printed; NaN when
// nobody knows it.
func (p *plot) value(series, i int) float64 {
	return math.Round(p.chart.Series[series].Values[i]*10) / 10
}

// legend names the series in a line at the top of the frame, or in several, and
// takes their room from the frame.
func (p *plot) legend(inks []string) {
	key, gap, after := p.key(), 0.4*p.look.size, 1.6*p.look.size
	x, y := 0.0, p.Y
	var rows [][]int
	widths := make([]float64, len(inks))
	for i, s := range p.chart.Series {
		widths[i] = min(key+gap+widthOf(p.shelf.shape(s.Name, p.look)), p.W)
		if len(rows) == 0 || x+widths[i] > p.W {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
		x += widths[i] + after
	}
	for _, row := range rows {
		total := -after
		for _, i := range row {
			total += widths[i] + after
		}
		at := p.X + (p.W-total)/2
		for _, i := range row {
			p.bar(inks[i], at, y+(p.look.line-key)/2, key, key)
			p.word(p.chart.Series[i].Name, at+key+gap, y+p.look.line/2, widths[i]-key-gap+0.1, paper.Left, chartml.TextInk)
			at += widths[i] + after
		}
		y += p.look.line
	}
	p.H -= y - p.Y
	p.Y = y
}

// scale turns values into places along an axis.
type scale struct {
	low, high, step float64
	from, to        float64 // places of low and high
}

func (s scale) at(v float64) float64 { return s.from + (s.to-s.from)*(v-s.low)/(s.high-s.low) }

// scaleFor covers the values from low to high in round steps, about so many.
func scaleFor(low, high float64, parts int, from, to float64) scale {
	low, high = min(0, low), max(0, high)
	step := chartml.Step(high-low, parts)
	s := scale{low: math.Floor(low/step) * step, high: math.Ceil(high/step) * step, step: step, from: from, to: to}
	if s.high <= s.low || math.IsInf(s.high-s.low, 0) {
		s.low, s.high, s.step = 0, 1, 1
	}
	return s
}

// ticks are the values the axis names.
func (s scale) ticks() []float64 {
	var ticks []float64
	for i := range int(math.Round((s.high-s.low)/s.step)) + 1 {
		ticks = append(ticks, s.low+float64(i)*s.step)
	}
	return ticks
}

// decimal writes a number of an axis without needless digits.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func point(x, y float64) gopdf.Point { return gopdf.Point{X: x, Y: y} }
