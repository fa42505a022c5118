package chart

import (
	"image/color"

	"huoshui/app/kit"
)

// legendItem explains one colour.
type legendItem struct {
	name string
	ink  color.NRGBA
}

// header writes the title and, behind it, the legend, and returns what is left
// for the chart itself. A chart too low for both keeps the room for its marks.
func (s *scene) header(title string, legend []legendItem) box {
	area := s.area()
	if title == "" && len(legend) == 0 || area.h < s.px(70) {
		return area
	}
	x, y := float32(0), float32(0)
	line := s.body("国", kit.ColorSecondary).size().Height
	if l := s.body(title, kit.ColorSecondary).cut(area.w); s.put(l, l.at(0, 0)) {
		x = l.size().Width + s.px(16)
	}
	coloured := readable(legend)
	for _, item := range legend {
		x, y = s.legendItem(item, coloured, x, y, line)
	}
	return area.inset(0, y+line+s.px(8), 0, 0)
}

// readable reports whether all colours are strong enough for letters; then the
// names wear the colours they explain.
func readable(legend []legendItem) bool {
	for _, item := range legend {
		if luminance(item.ink) > 0.62 {
			return false
		}
	}
	return true
}

// legendItem writes one square with its name and returns where the next goes.
func (s *scene) legendItem(item legendItem, coloured bool, x, y, line float32) (nextX, nextY float32) {
	square, gap := s.px(11), s.px(5)
	l := s.small(item.name, kit.ColorSecondary).cut(s.size.Width - square - gap)
	if coloured {
		l.ink = item.ink
	}
	z := l.size()
	if x > 0 && x+square+gap+z.Width > s.size.Width {
		x, y = 0, y+line
	}
	if s.put(l, l.at(x+square+gap, y+line*0.54-l.half())) {
		s.rectangle(box{x, y + (line-square)/2, square, square}, item.ink, 2)
	}
	return x + square + gap + z.Width + s.px(14), y
}

// empty says that there is nothing to draw.
func (s *scene) empty(title string) {
	area := s.header(title, nil)
	l := s.body(noData, kit.ColorFaint).cut(area.w)
	c := area.centre()
	s.put(l, l.centredOn(c.X, c.Y-l.half()))
}
