package pdf

import (
	"math"

	"github.com/signintech/gopdf"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// arc are points on a circle, from one part of the turn to another; it begins at
// the top and goes clockwise.
func arc(x, y, radius, from, to float64) []gopdf.Point {
	n := max(2, int(math.Ceil((to-from)*72)))
	points := make([]gopdf.Point, 0, n+1)
	for i := range n + 1 {
		sin, cos := math.Sincos(2 * math.Pi * (from + (to-from)*float64(i)/float64(n)))
		points = append(points, point(x+radius*sin, y-radius*cos))
	}
	return points
}

// donut draws the parts of one series as a ring, with a list of them beside it.
func (p *plot) donut() {
	series := p.chart.Series[0]
	total := 0.0
	for i := range p.chart.Labels {
		if v := p.value(0, i); v > 0 {
			total += v
		}
	}
	inks := chartml.PartInks(len(p.chart.Labels))
	radius := min(p.H, p.W*0.45) / 2
	x, y := p.X+p.W*0.28, p.Y+p.H/2
	if total == 0 {
		p.ring(chartml.GridInk, x, y, radius, 0, 1)
		p.word("无数据", x, y, radius, paper.Center, chartml.AxisInk)
	} else {
		p.word(decimal(math.Round(total*10)/10)+p.chart.Unit, x, y, radius, paper.Center, chartml.TextInk)
	}
	from := 0.0
	for i := range p.chart.Labels {
		v := p.value(0, i)
		if math.IsNaN(v) || v <= 0 {
			continue
		}
		to := from + v/total
		p.ring(inks[i], x, y, radius, from, to)
		if part := to - from; part > 0.04 {
			sin, cos := math.Sincos(math.Pi * (from + to))
			p.word(series.Label(i), x+0.77*radius*sin, y-0.77*radius*cos, radius*0.4, paper.Center, chartml.InkOn(inks[i]))
		}
		from = to
	}
	p.parts(series, total, inks)
}

// ring draws a part of a ring, parted from the next by a white line.
func (p *plot) ring(ink string, x, y, radius, from, to float64) {
	const hole = 0.54
	outline := arc(x, y, radius, from, to)
	inner := arc(x, y, radius*hole, from, to)
	for i := range inner {
		outline = append(outline, inner[len(inner)-1-i])
	}
	p.fill(ink, outline...)
	for _, part := range []float64{from, to} {
		sin, cos := math.Sincos(2 * math.Pi * part)
		p.line(x+radius*hole*sin, y-radius*hole*cos, x+radius*sin, y-radius*cos, 1, chartml.PaperInk)
	}
}

// parts lists the parts of a whole with their values and shares.
func (p *plot) parts(series paper.Series, total float64, inks []string) {
	x, width, size := p.X+p.W*0.56, p.W*0.44, p.look.size
	key, line := p.key(), min(2*p.look.size, p.H/float64(len(p.chart.Labels)))
	y := p.Y + (p.H-line*float64(len(p.chart.Labels)))/2
	for i, text := range p.chart.Labels {
		middle := y + (float64(i)+0.5)*line
		p.bar(inks[i], x, middle-key/2, key, key)
		p.word(text, x+1.4*size, middle, width-10.5*size, paper.Left, chartml.TextInk)
		number, share := "无数据", ""
		if v := p.value(0, i); !math.IsNaN(v) {
			number = series.Label(i) + p.chart.Unit
			if total > 0 && v >= 0 {
				share = decimal(math.Round(1000*v/total)/10) + "%"
			}
		}
		p.word(number, x+width-4.2*size, middle, 4.5*size, paper.Right, chartml.TextInk)
		p.word(share, x+width, middle, 4*size, paper.Right, chartml.TextInk)
	}
}

// pyramid draws two series left and right of their labels, the first label at
// the bottom.
func (p *plot) pyramid() {
	names := 0.0
	for _, text := range p.chart.Labels {
		names = max(names, widthOf(p.shelf.shape(text, p.look)))
	}
	names = min(names+1.2*p.look.size, p.W/3)
	reach := 0.0
	for i := range p.chart.Labels {
		for j := range p.chart.Series {
			if v := p.value(j, i); v > reach {
				reach = v
			}
		}
	}
	side := (p.W-names)/2 - 3*p.look.size // room for the values at the ends
	middle := p.X + p.W/2
	inks := chartml.SeriesInks(2)
	head := p.look.line * 1.5
	line := min((p.H-head)/float64(len(p.chart.Labels)), 4*p.look.size)
	p.H = head + line*float64(len(p.chart.Labels))
	for j, towards := range []float64{-1, 1} {
		s := p.chart.Series[j]
		axis := middle + towards*names/2
		p.word(s.Name+unitOf(p.chart.Unit), axis+towards*side/2, p.Y+p.look.line/2, side, paper.Center, chartml.TextInk)
		for i := range p.chart.Labels {
			y := p.Y + p.H - (float64(i)+0.5)*line
			v := p.value(j, i)
			if math.IsNaN(v) {
				continue
			}
			long := 0.0
			if v > 0 {
				long = side * v / reach
			}
			p.bar(inks[j], min(axis, axis+towards*long), y-line*0.38, long, line*0.76)
			align := paper.Left
			if towards < 0 {
				align = paper.Right
			}
			p.word(s.Label(i), axis+towards*(long+0.3*p.look.size), y, 2.7*p.look.size, align, chartml.TextInk)
		}
		p.line(axis, p.Y+head, axis, p.Y+p.H, 0.75, chartml.AxisInk)
	}
	for i, text := range p.chart.Labels {
		p.word(text, middle, p.Y+p.H-(float64(i)+0.5)*line, names-6, paper.Center, chartml.TextInk)
	}
}

func unitOf(unit string) string {
	if unit == "" {
		return ""
	}
	return "（" + unit + "）"
}
