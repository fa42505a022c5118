package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// box is a rectangle in the coordinates of the chart.
type box struct{ x, y, w, h float32 }

func (b box) right() float32  { return b.x + b.w }
func (b box) bottom() float32 { return b.y + b.h }

func (b box) centre() fyne.Position { return fyne.NewPos(b.x+b.w/2, b.y+b.h/2) }

func (b box) contains(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.right() && p.Y >= b.y && p.Y < b.bottom()
}

// overlaps ignores touching edges and the rounding of measured texts.
func (b box) overlaps(o box) bool {
	const slack = 0.25
	return b.x+slack < o.right() && o.x+slack < b.right() && b.y+slack < o.bottom() && o.y+slack < b.bottom()
}

// inset cuts a margin from every side, down to nothing.
func (b box) inset(left, top, right, bottom float32) box {
	return box{b.x + left, b.y + top, max(0, b.w-left-right), max(0, b.h-top-bottom)}
}

// mark is one shape of a chart that the user can point at and choose.
type mark struct {
	series, index int
	row, col      int // place in the grid the arrow keys walk
	area          box // where the mark answers the pointer
	frame         box // what the keyboard's frame surrounds, if not the area
	within        func(fyne.Position) bool
	hint          string
	anchor        fyne.Position // the hint stands above this point
	shape         fyne.CanvasObject
	fill          color.NRGBA
}

func (m mark) contains(p fyne.Position) bool {
	return m.area.contains(p) && (m.within == nil || m.within(p))
}

// scene is a chart laid out at one size: the shapes, the texts, which do not
// overlap, and the marks.
type scene struct {
	size   fyne.Size
	factor float32 // of text sizes and bar widths
	shapes []fyne.CanvasObject
	texts  []fyne.CanvasObject
	taken  []box // where texts stand already
	marks  []mark
}

func newScene(size fyne.Size, large bool) *scene {
	s := &scene{size: size, factor: 1}
	if large {
		// Read from six metres: grows with the chart, within what looks sane.
		s.factor = min(max(min(size.Width/330, size.Height/215), 1.2), 2.3)
	}
	return s
}

func (s *scene) area() box { return box{0, 0, s.size.Width, s.size.Height} }

// px scales a length that belongs to the text size.
func (s *scene) px(length float32) float32 { return length * s.factor }

// rectangle adds a filled rectangle.
func (s *scene) rectangle(b box, fill color.Color, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = min(radius, b.w/2, b.h/2)
	place(r, b)
	s.shapes = append(s.shapes, r)
	return r
}

// side is an end of a bar.
type side int

const (
	top side = iota
	bottom
	left
	right
)

// bar adds the rectangle of a bar, whose far end is round and whose near end
// stands squarely on the axis.
func (s *scene) bar(b box, fill color.Color, far side) *canvas.Rectangle {
	r := s.rectangle(b, fill, 0)
	radius := min(3, b.w/2, b.h/2)
	switch far {
	case top:
		r.TopLeftCornerRadius, r.TopRightCornerRadius = radius, radius
	case bottom:
		r.BottomLeftCornerRadius, r.BottomRightCornerRadius = radius, radius
	case left:
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = radius, radius
	case right:
		r.TopRightCornerRadius, r.BottomRightCornerRadius = radius, radius
	}
	return r
}

func (s *scene) line(from, to fyne.Position, stroke color.Color, width float32) {
	l := canvas.NewLine(stroke)
	l.StrokeWidth = width
	l.Position1, l.Position2 = from, to
	s.shapes = append(s.shapes, l)
}

// rule adds a straight line as a thin box, which stays sharp.
func (s *scene) rule(b box, stroke color.Color) { s.rectangle(b, stroke, 0) }

// dashes adds a dashed line, across if the box is wide and down if it is high.
func (s *scene) dashes(b box, stroke color.Color) {
	dash, gap := s.px(6), s.px(5)
	for at := float32(0); at < max(b.w, b.h); at += dash + gap {
		if b.w >= b.h {
			s.rectangle(box{b.x + at, b.y, min(dash, b.w-at), b.h}, stroke, 0)
		} else {
			s.rectangle(box{b.x, b.y + at, b.w, min(dash, b.h-at)}, stroke, 0)
		}
	}
}

func (s *scene) add(m mark) { s.marks = append(s.marks, m) }

func place(o fyne.CanvasObject, b box) {
	o.Move(fyne.NewPos(b.x, b.y))
	o.Resize(fyne.NewSize(b.w, b.h))
}
