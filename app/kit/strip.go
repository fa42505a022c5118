package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// StripPart is one part of a strip: an event of a timeline, a line of a paper.
type StripPart struct{ Top, Height float32 }

// Strip is the high content of a scroll container. Its parts stand below each
// other. Only the parts near the visible area have canvas objects, so that a
// long strip scrolls as fast as a short one.
type Strip struct {
	widget.BaseWidget
	Scroller *container.Scroll

	parts  []StripPart
	height float32
	under  []fyne.CanvasObject                // always there, below the parts
	draw   func(part int) []fyne.CanvasObject // objects in the strip's coordinates

	// Things that can be pointed at; a strip without targets answers nothing.
	Target   func(fyne.Position) int // -1 over none
	OnTapped func(target int)
	Hot      int // the target pointed at, or -1

	live     map[int][]fyne.CanvasObject
	from, to int                 // the parts that are live
	Shown    []fyne.CanvasObject // what stands under them and what is live
}

// stripReach is how far beyond the window parts are kept ready.
const stripReach = 120

// NewStrip returns an empty strip. draw makes the objects of a part.
func NewStrip(draw func(int) []fyne.CanvasObject) *Strip {
	s := &Strip{draw: draw, Hot: -1, live: map[int][]fyne.CanvasObject{}}
	s.ExtendBaseWidget(s)
	s.Scroller = container.NewVScroll(s)
	s.Scroller.OnScrolled = func(fyne.Position) { s.show() }
	return s
}

// Set replaces the parts of the strip.
func (s *Strip) Set(parts []StripPart, height float32, under []fyne.CanvasObject) {
	s.parts, s.height, s.under = parts, height, under
	s.Hot = -1
	s.Scroller.Offset.Y = max(0, min(s.Scroller.Offset.Y, height-s.Scroller.Size().Height))
	s.Scroller.Refresh()
	s.Redraw()
}

// Redraw makes the objects of the visible parts again after a change.
func (s *Strip) Redraw() {
	clear(s.live)
	s.Shown = nil
	s.show()
}

// show makes the parts that came near and drops those that went away.
func (s *Strip) show() {
	top := s.Scroller.Offset.Y - stripReach
	bottom := s.Scroller.Offset.Y + s.Scroller.Size().Height + stripReach
	from := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].Top+s.parts[i].Height > top })
	to := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].Top >= bottom })
	if from == s.from && to == s.to && s.Shown != nil {
		return
	}
	for i := range s.live {
		if i < from || i >= to {
			delete(s.live, i)
		}
	}
	s.from, s.to = from, to
	s.Shown = append(make([]fyne.CanvasObject, 0, len(s.under)+8*(to-from)), s.under...)
	for i := from; i < to; i++ {
		objects, ok := s.live[i]
		if !ok {
			objects = s.draw(i)
			s.live[i] = objects
		}
		s.Shown = append(s.Shown, objects...)
	}
	canvas.Refresh(s)
}

// Reveal scrolls as little as possible to make a stretch of the strip visible.
func (s *Strip) Reveal(top, height float32) {
	offset, view := s.Scroller.Offset.Y, s.Scroller.Size().Height
	const margin = 12
	switch {
	case top-margin < offset:
		offset = top - margin
	case top+height+margin > offset+view:
		offset = top + height + margin - view
	}
	s.ScrollTo(offset)
}

// ScrollTo scrolls to an offset, but not beyond the end of the content.
func (s *Strip) ScrollTo(offset float32) {
	offset = max(0, min(offset, s.height-s.Scroller.Size().Height))
	s.Scroller.ScrollToOffset(fyne.NewPos(0, offset))
	s.show()
}

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *Strip }

func (r *stripRenderer) Destroy()                     {}
func (r *stripRenderer) Layout(fyne.Size)             { r.strip.show() }
func (r *stripRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, r.strip.height) }
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.strip.Shown }
func (r *stripRenderer) Refresh()                     { canvas.Refresh(r.strip) }

func (s *Strip) at(p fyne.Position) int {
	if s.Target == nil {
		return -1
	}
	return s.Target(p)
}

func (s *Strip) hover(target int) {
	if target == s.Hot {
		return
	}
	s.Hot = target
	s.Redraw()
}

// MouseIn implements desktop.Hoverable.
func (s *Strip) MouseIn(ev *desktop.MouseEvent) { s.hover(s.at(ev.Position)) }

// MouseMoved implements desktop.Hoverable.
func (s *Strip) MouseMoved(ev *desktop.MouseEvent) { s.hover(s.at(ev.Position)) }

// MouseOut implements desktop.Hoverable.
func (s *Strip) MouseOut() { s.hover(-1) }

// Cursor implements desktop.Cursorable.
func (s *Strip) Cursor() desktop.Cursor {
	if s.Hot >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped implements fyne.Tappable.
func (s *Strip) Tapped(ev *fyne.PointEvent) {
	if at := s.at(ev.Position); at >= 0 {
		s.OnTapped(at)
	}
}
