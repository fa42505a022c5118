package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// stage is the screen that shows the slides to the audience. It handles the
// keys and clicks of the speaker.
type stage struct {
	widget.BaseWidget
	talk  *talk
	leave func() // the meeting is over

	drawn  *drawing
	number int // of the slide one is typing, 0 for none
}

func newStage(t *talk, leave func()) *stage {
	s := &stage{talk: t, leave: leave}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *stage) CreateRenderer() fyne.WidgetRenderer {
	s.drawn = draw(s.talk, s.Size())
	return &stageRenderer{s}
}

// stageRenderer draws the whole slide again when it changes, because the
// screen shows only one slide.
type stageRenderer struct{ stage *stage }

func (r *stageRenderer) Destroy()           {}
func (r *stageRenderer) MinSize() fyne.Size { return fyne.NewSize(192, 108) }

func (r *stageRenderer) Objects() []fyne.CanvasObject { return r.stage.drawn.objects }

func (r *stageRenderer) Layout(size fyne.Size) { r.stage.drawn = draw(r.stage.talk, size) }

func (r *stageRenderer) Refresh() {
	r.Layout(r.stage.Size())
	canvas.Refresh(r.stage)
}

// TypedKey implements fyne.Focusable.
func (s *stage) TypedKey(ev *fyne.KeyEvent) {
	typed := s.number
	s.number = 0
	switch ev.Name {
	case fyne.KeyRight, fyne.KeyPageDown:
		s.talk.turn(1)
	case fyne.KeyLeft, fyne.KeyPageUp, fyne.KeyBackspace:
		s.talk.turn(-1)
	case fyne.KeyHome:
		s.talk.goTo(0)
	case fyne.KeyEnd:
		s.talk.turn(1 << 20)
	case fyne.KeyDown:
		s.talk.step(1)
	case fyne.KeyUp:
		s.talk.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if typed > 0 {
			s.talk.goTo(typed)
			return
		}
		s.enter()
	case fyne.KeyEscape:
		s.back()
	}
}

// enter opens what the keyboard stands on. A chart takes the keyboard itself:
// the arrows walk its marks, Enter opens one, Esc comes back here.
func (s *stage) enter() {
	if at, ok := s.talk.marked(); ok && at.kind == spotChart {
		if chart, ok := s.drawn.chart[at.index].(fyne.Focusable); ok {
			if c := kit.CanvasOf(s); c != nil {
				c.Focus(chart)
			}
		}
		return
	}
	s.talk.enter()
}

// back closes what was opened last, at last the meeting itself.
func (s *stage) back() {
	if c := kit.CanvasOf(s); c != nil && c.Focused() != s {
		c.Focus(s)
		return
	}
	if !s.talk.back() {
		s.leave()
	}
}

// TypedRune implements fyne.Focusable. A number followed by Enter goes to that
// slide, B darkens the screen.
func (s *stage) TypedRune(r rune) {
	switch {
	case r >= '0' && r <= '9' && s.number < 1000:
		s.number = s.number*10 + int(r-'0')
	case r == 'b' || r == 'B' || r == '.':
		s.talk.toggleBlack()
	case r == ' ' || r == '\u3000':
		s.talk.turn(1)
	}
}

// FocusGained implements fyne.Focusable.
func (s *stage) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *stage) FocusLost() {}

// Tapped implements fyne.Tappable. A click on something that can be opened
// opens it; a click elsewhere goes to the next slide.
func (s *stage) Tapped(ev *fyne.PointEvent) {
	if hit, ok := s.at(ev.Position); ok {
		s.talk.open(hit)
		return
	}
	s.talk.turn(1)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (s *stage) TappedSecondary(*fyne.PointEvent) { s.talk.turn(-1) }

// at finds what can be opened at a point; charts answer for themselves.
func (s *stage) at(p fyne.Position) (spot, bool) {
	d := s.drawn
	x, y := (p.X-d.origin.X)/d.scale, (p.Y-d.origin.Y)/d.scale
	for found, a := range d.spots {
		if found.kind != spotChart && x >= a.x && x < a.x+a.w && y >= a.y && y < a.y+a.h {
			return found, true
		}
	}
	return spot{}, false
}
