package chart

import (
	"huoshui/app/kit"
)

// target draws the dashed line behind the columns.
func (p columns) target(t *Target) {
	if t != nil {
		p.scene.dashes(box{p.plot.x, p.axis.y(t.Value) - 0.75, p.plot.w, 1.5}, ink(kit.ColorOurs))
	}
}

// targetLabel names the line at one of its ends, above it or below, where it
// hides no number and lies over no column; failing that, over a column or at
// the very top.
func (p columns) targetLabel(t *Target, area box) {
	if t == nil || t.Label == "" {
		return
	}
	s := p.scene
	l := s.body(t.Label, kit.ColorOurs).cut(area.w)
	z, line := l.size(), p.axis.y(t.Value)
	left, right := area.x, area.right()-z.Width
	tries := []box{
		l.at(left, line-z.Height), l.at(right, line-z.Height),
		l.at(left, line+2), l.at(right, line+2),
	}
	for _, at := range tries {
		if at.y >= area.y && !p.hidden(at) && s.put(l, at) {
			return
		}
	}
	for _, at := range append(tries, l.at(left, area.y), l.at(right, area.y), l.at(left, 0), l.at(right, 0)) {
		if s.put(l, at) {
			return
		}
	}
}

// hidden reports whether a text would lie over a column, where its red could
// not be read.
func (p columns) hidden(at box) bool {
	for i := range p.items {
		if b := p.column(i); b.h > 0 && at.overlaps(b) {
			return true
		}
	}
	return false
}
