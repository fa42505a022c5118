package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is the base of widgets that react to a click, Enter or Space.
type pressable struct {
	widget.DisableableWidget
	// OnTapped is called for a click and for Enter or Space.
	OnTapped func()

	self             fyne.Widget
	hovered, focused bool
}

func (p *pressable) extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// Tapped implements fyne.Tappable.
func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }

func (p *pressable) press() {
	if !p.Disabled() && p.OnTapped != nil {
		p.OnTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (p *pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.press()
	default:
		RouteKey(p.self, ev)
	}
}

// TypedRune implements fyne.Focusable.
func (p *pressable) TypedRune(r rune) {
	if IsSpace(r) {
		p.press()
	}
}

// FocusGained implements fyne.Focusable.
func (p *pressable) FocusGained() { p.mark(&p.focused, true) }

// FocusLost implements fyne.Focusable.
func (p *pressable) FocusLost() { p.mark(&p.focused, false) }

// MouseIn implements desktop.Hoverable.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.mark(&p.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pressable) MouseOut() { p.mark(&p.hovered, false) }

func (p *pressable) mark(state *bool, on bool) {
	*state = on
	p.self.Refresh()
}

// Cursor implements desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor {
	if p.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
