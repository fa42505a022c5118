package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

// overlay is drawn over a chart for the mark under the pointer or the
// keyboard: the mark in a stronger colour, a frame for the keyboard, and a
// small hint with the value.
type overlay struct {
	frame, ground *canvas.Rectangle
	text          *canvas.Text
	lit           *mark
}

func newOverlay() *overlay {
	o := &overlay{
		frame:  canvas.NewRectangle(color.Transparent),
		ground: canvas.NewRectangle(color.Transparent),
		text:   canvas.NewText("", color.Transparent),
	}
	o.frame.StrokeWidth, o.frame.CornerRadius, o.ground.CornerRadius = 1.5, 4, 4
	return o
}

func (o *overlay) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.frame, o.ground, o.text}
}

// show lights the i-th mark of the scene, or none if i is negative.
func (o *overlay) show(s *scene, i int, framed bool) {
	if o.lit != nil {
		tint(*o.lit, o.lit.fill)
		o.lit = nil
	}
	for _, part := range o.objects() {
		part.Hide()
	}
	if i < 0 || i >= len(s.marks) {
		return
	}
	o.lit = &s.marks[i]
	tint(*o.lit, hot(o.lit.fill))
	o.hint(s, *o.lit)
	if framed {
		o.frame.StrokeColor = theme.Color(theme.ColorNameFocus)
		around := o.lit.area.inset(1, 1, 1, 1)
		if o.lit.frame.w > 0 {
			around = o.lit.frame
		}
		place(o.frame, around)
		o.frame.Show()
	}
}

// hint writes the value above the mark, or below it at the upper edge.
func (o *overlay) hint(s *scene, m mark) {
	padX, padY, off := s.px(8), s.px(2), s.px(7)
	l := s.small(m.hint, kit.ColorSurface).cut(s.size.Width - 2*padX)
	z := l.size()
	b := box{m.anchor.X - z.Width/2 - padX, m.anchor.Y - off - z.Height - 2*padY, z.Width + 2*padX, z.Height + 2*padY}
	if b.y < 0 {
		b.y = min(m.anchor.Y+off, s.size.Height-b.h)
	}
	b = s.nudged(b)
	o.ground.FillColor = ink(kit.ColorText)
	place(o.ground, b)
	o.text.Text, o.text.TextSize, o.text.Color = l.text, l.height, l.ink
	place(o.text, b.inset(padX, padY, padX, padY))
	o.ground.Show()
	o.text.Show()
}

// tint colours the shape of a mark, whatever it is made of.
func tint(m mark, c color.NRGBA) {
	switch shape := m.shape.(type) {
	case *canvas.Rectangle:
		shape.FillColor = c
	case *canvas.Circle:
		shape.FillColor = c
	case *canvas.Arc:
		shape.FillColor = c
	}
	if m.shape != nil {
		m.shape.Refresh()
	}
}
