package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// stripPart is one part of a strip: an event of a timeline, a line of a paper.
type stripPart struct{ top, height float32 }

// strip is the tall content of a scroller. Its parts stand one below the other
// and only those near the window have canvas objects, so that a long one
// scrolls like a short one.
type strip struct {
	widget.BaseWidget
	scroll *container.Scroll

	parts  []stripPart
	height float32
	under  []fyne.CanvasObject                // always there, beneath the parts
	draw   func(part int) []fyne.CanvasObject // objects in the strip's coordinates

	// Things that can be pointed at; a strip without targets answers nothing.
	target func(fyne.Position) int // -1 over none
	tapped func(target int)
	hot    int // the target pointed at, or -1

	live     map[int][]fyne.CanvasObject
	from, to int // the parts that are live
	shown    []fyne.CanvasObject
}

// stripReach is how far beyond the window parts are kept ready.
const stripReach = 120

func newStrip(draw func(int) []fyne.CanvasObject) *strip {
	s := &strip{draw: draw, hot: -1, live: map[int][]fyne.CanvasObject{}}
	s.ExtendBaseWidget(s)
	s.scroll = container.NewVScroll(s)
	s.scroll.OnScrolled = func(fyne.Position) { s.show() }
	return s
}

// set gives the strip other parts.
func (s *strip) set(parts []stripPart, height float32, under []fyne.CanvasObject) {
	s.parts, s.height, s.under = parts, height, under
	s.hot = -1
	s.scroll.Offset.Y = max(0, min(s.scroll.Offset.Y, height-s.scroll.Size().Height))
	s.scroll.Refresh()
	s.redraw()
}

// redraw makes the visible parts anew, after something about them changed.
func (s *strip) redraw() {
	clear(s.live)
	s.shown = nil
	s.show()
}

// show makes the parts that came near and drops those that went away.
func (s *strip) show() {
	top := s.scroll.Offset.Y - stripReach
	bottom := s.scroll.Offset.Y + s.scroll.Size().Height + stripReach
	from := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].top+s.parts[i].height > top })
	to := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].top >= bottom })
	if from == s.from && to == s.to && s.shown != nil {
		return
	}
	for i := range s.live {
		if i < from || i >= to {
			delete(s.live, i)
		}
	}
	s.from, s.to = from, to
	s.shown = append(make([]fyne.CanvasObject, 0, len(s.under)+8*(to-from)), s.under...)
	for i := from; i < to; i++ {
		objects, ok := s.live[i]
		if !ok {
			objects = s.draw(i)
			s.live[i] = objects
		}
		s.shown = append(s.shown, objects...)
	}
	canvas.Refresh(s)
}

// reveal scrolls as little as needed to have a stretch of the strip in view.
func (s *strip) reveal(top, height float32) {
	offset, view := s.scroll.Offset.Y, s.scroll.Size().Height
	const margin = 12
	switch {
	case top-margin < offset:
		offset = top - margin
	case top+height+margin > offset+view:
		offset = top + height + margin - view
	}
	s.scrollTo(offset)
}

func (s *strip) scrollTo(offset float32) {
	offset = max(0, min(offset, s.height-s.scroll.Size().Height))
	s.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	s.show()
}

// CreateRenderer implements fyne.Widget.
func (s *strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *strip }

func (r *stripRenderer) Destroy()                     {}
func (r *stripRenderer) Layout(fyne.Size)             { r.strip.show() }
func (r *stripRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, r.strip.height) }
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.strip.shown }
func (r *stripRenderer) Refresh()                     { canvas.Refresh(r.strip) }

func (s *strip) at(p fyne.Position) int {
	if s.target == nil {
		return -1
	}
	return s.target(p)
}

func (s *strip) hover(target int) {
	if target == s.hot {
		return
	}
	s.hot = target
	s.redraw()
}

// MouseIn implements desktop.Hoverable.
func (s *strip) MouseIn(ev *desktop.MouseEvent) { s.hover(s.at(ev.Position)) }

// MouseMoved implements desktop.Hoverable.
func (s *strip) MouseMoved(ev *desktop.MouseEvent) { s.hover(s.at(ev.Position)) }

// MouseOut implements desktop.Hoverable.
func (s *strip) MouseOut() { s.hover(-1) }

// Cursor implements desktop.Cursorable.
func (s *strip) Cursor() desktop.Cursor {
	if s.hot >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped implements fyne.Tappable.
func (s *strip) Tapped(ev *fyne.PointEvent) {
	if at := s.at(ev.Position); at >= 0 {
		s.tapped(at)
	}
}
