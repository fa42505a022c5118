package chart

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"huoshui/app/kit"
)

// trend is a line chart with its measures at one size.
type trend struct {
	chart *Line
	scene *scene
	area  box
	plot  box
	slot  float32
	axis  axis
	steps []float64 // round values, each with a quiet line across
	cats  categories
}

func (c *Line) shape(s *scene, area box) trend {
	months := make([]Datum, len(c.data.Labels))
	for i, l := range c.data.Labels {
		months[i].Label = l
	}
	p := trend{chart: c, scene: s, axis: newAxis(c.data.all(), c.data.Target, box{})}
	// A share that moves between 91% and 94% would be flat if drawn from zero.
	if least := c.lowest(); least > 0.6*p.axis.hi {
		p.axis.lo = least - (p.axis.hi-least)*0.6 - 0.02*p.axis.hi
	}
	p.steps = roundSteps(p.axis.lo, p.axis.hi)
	if n := len(p.steps); n > 1 && len(c.data.Series) > 1 && p.steps[n-1] < p.axis.hi {
		p.steps = append(p.steps, 2*p.steps[n-1]-p.steps[n-2]) // a line above the highest point
		p.axis.hi = p.steps[n]
	}
	p.area = area.inset(p.gutter(), 0, 0, 0)
	p.slot = p.area.w / float32(len(months))
	p.cats = s.fitCategories(months, p.slot, area.h/3)
	room := s.small("0", kit.ColorText).size().Height + s.px(8)
	p.plot = p.area.inset(0, room, 0, p.cats.height+s.px(4))
	p.axis.top, p.axis.bottom = p.plot.y, p.plot.bottom()
	if p.plot.h < s.px(70) {
		p.steps = nil // so low, lines across would only run through the numbers
	}
	return p
}

// gutter is the place at the left for the values of the lines across. A single
// line has its numbers at its points instead.
func (p trend) gutter() float32 {
	if len(p.chart.data.Series) == 1 {
		return 0
	}
	width := float32(0)
	for _, v := range p.steps {
		width = max(width, p.stepLabel(v).size().Width)
	}
	return width + p.scene.px(8)
}

func (p trend) stepLabel(v float64) label {
	return p.scene.small(strconv.FormatFloat(v, 'f', -1, 64), kit.ColorSecondary)
}

// roundSteps gives the round values from one to another by which one reads a
// chart: not more than five.
func roundSteps(from, to float64) []float64 {
	if !(to > from) {
		return nil
	}
	unit := math.Pow(10, math.Floor(math.Log10((to-from)/4)))
	for _, by := range []float64{1, 2, 5, 10} {
		if step := by * unit; (to-from)/step <= 4 {
			var values []float64
			for i := math.Ceil(from / step); i*step <= to; i++ {
				values = append(values, math.Round(i*step*1e6)/1e6) // not 0.30000000000000004
			}
			return values
		}
	}
	return nil
}

// lowest is the least value drawn, the target included.
func (c *Line) lowest() float64 {
	least := math.Inf(1)
	for _, d := range c.data.all() {
		if d.known() {
			least = min(least, d.Value)
		}
	}
	if c.data.Target != nil {
		least = min(least, c.data.Target.Value)
	}
	return least
}

// grid draws quiet lines across, the foot of the chart and the target.
func (p trend) grid() {
	line := ink(kit.ColorLine)
	for _, v := range p.steps {
		y := p.axis.y(v)
		if y < p.plot.bottom() {
			p.scene.rule(box{p.area.x, y, p.area.w, 1}, mix(line, ink(kit.ColorSurface), 0.4))
		}
		if len(p.chart.data.Series) > 1 {
			l := p.stepLabel(v)
			p.scene.put(l, l.endingAt(p.area.x-p.scene.px(8), y-l.half()))
		}
	}
	p.scene.rule(box{p.area.x, p.plot.bottom(), p.area.w, 1}, mix(line, ink(kit.ColorText), 0.25))
	if t := p.chart.data.Target; t != nil {
		p.scene.dashes(box{p.area.x, p.axis.y(t.Value) - 0.75, p.area.w, 1.5}, ink(kit.ColorOurs))
	}
}

func (p trend) at(i int, d Datum) fyne.Position {
	return fyne.NewPos(p.plot.x+p.slot*(float32(i)+0.5), p.axis.y(d.Value))
}

// months returns the values of a series that have a label to stand over.
func (p trend) months(series int) []Datum {
	values := p.chart.data.Series[series].Values
	return values[:min(len(values), len(p.chart.data.Labels))]
}

func (p trend) connect(series int) {
	values := p.months(series)
	for i := 1; i < len(values); i++ {
		if values[i-1].known() && values[i].known() {
			p.scene.line(p.at(i-1, values[i-1]), p.at(i, values[i]), p.chart.data.inkOf(series), p.scene.px(2))
		}
	}
}

func (p trend) points(series int) {
	for i, d := range p.months(series) {
		if !d.known() {
			continue
		}
		at, r := p.at(i, d), p.radius(d)
		fill := inkOf(d, p.chart.data.inkOf(series))
		dot := canvas.NewCircle(fill)
		dot.StrokeColor, dot.StrokeWidth = ink(kit.ColorSurface), 1
		place(dot, box{at.X - r, at.Y - r, 2 * r, 2 * r})
		p.scene.shapes = append(p.scene.shapes, dot)
		d.Label = p.chart.data.Labels[i]
		p.scene.add(mark{
			series: series, index: i, row: series, col: i, shape: dot, fill: fill,
			// The whole column over the month answers; where there are several
			// lines, with the nearest of its points.
			area:   box{p.plot.x + p.slot*float32(i), p.area.y, p.slot, p.area.h},
			frame:  box{at.X - 2.2*r, at.Y - 2.2*r, 4.4 * r, 4.4 * r},
			anchor: at, hint: d.hint(p.groupName(series)),
		})
	}
}

func (p trend) groupName(series int) string {
	if len(p.chart.data.Series) == 1 {
		return ""
	}
	return p.chart.data.Series[series].Name
}

// radius gives way to the density of points.
func (p trend) radius(d Datum) float32 {
	r := min(p.scene.px(4), max(p.slot/3, 1.5))
	if d.Emphasised {
		r *= 1.4
	}
	return r
}
