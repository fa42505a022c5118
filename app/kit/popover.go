package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Popover is shown over the window: a list below a field, a calendar below a
// button, a question in the middle. A click outside it or Esc closes it. A
// modal one stays until the user answers.
type Popover struct {
	widget.BaseWidget
	canvas   fyne.Canvas
	content  fyne.CanvasObject
	modal    bool
	working  bool // shows how far work is, and asks nothing
	place    func(window fyne.Size) (fyne.Position, fyne.Size)
	OnCancel func() // Esc, or a click beside it

	scrim, sheet *canvas.Rectangle
	shield       *shield
}

// NewPopover makes a popover for a position on the canvas. Show shows it.
func NewPopover(c fyne.Canvas, content fyne.CanvasObject, at fyne.Position, size fyne.Size) *Popover {
	p := &Popover{canvas: c, content: content}
	p.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		x := max(0, min(at.X, window.Width-size.Width-4))
		y := max(0, min(at.Y, window.Height-size.Height-4))
		return fyne.NewPos(x, y), size
	}
	p.OnCancel = p.Close
	p.ExtendBaseWidget(p)
	return p
}

// newModal prepares a question in the middle of the window.
func newModal(c fyne.Canvas, content fyne.CanvasObject) *Popover {
	p := NewPopover(c, content, fyne.Position{}, fyne.Size{})
	p.modal = true
	p.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		size := content.MinSize()
		return fyne.NewPos((window.Width-size.Width)/2, (window.Height-size.Height)*0.4), size
	}
	return p
}

// Show shows the popover over the window.
func (p *Popover) Show() {
	KeysOf(p.canvas) // so that Esc is heard also while nothing has the focus
	p.canvas.Overlays().Add(p)
}

// Close closes the popover and the popovers over it.
func (p *Popover) Close() { p.canvas.Overlays().Remove(p) }

// Tapped implements fyne.Tappable for clicks outside the content.
func (p *Popover) Tapped(*fyne.PointEvent) {
	if !p.modal {
		p.OnCancel()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *Popover) TappedSecondary(ev *fyne.PointEvent) { p.Tapped(ev) }

// Scrolled implements fyne.Scrollable. The window below does not scroll.
func (p *Popover) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (p *Popover) CreateRenderer() fyne.WidgetRenderer {
	p.scrim, p.sheet, p.shield = canvas.NewRectangle(nil), Sheet(6), newShield()
	p.scrim.Hidden = !p.modal
	p.sheet.Shadow = canvas.Shadow{Color: Paint(theme.ColorNameShadow), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
	p.recolor()
	return &Drawn{
		Content: []fyne.CanvasObject{p.scrim, p.sheet, p.shield, p.content},
		Place:   p.layout,
		Least:   func() fyne.Size { return fyne.Size{} },
		Repaint: func() { p.recolor(); p.layout(p.Size()) },
	}
}

func (p *Popover) recolor() { p.scrim.FillColor = Paint(theme.ColorNameShadow) }

func (p *Popover) layout(window fyne.Size) {
	at, size := p.place(window)
	Put(p.scrim, 0, 0, window.Width, window.Height)
	Put(p.sheet, at.X, at.Y, size.Width, size.Height)
	Put(p.shield, at.X, at.Y, size.Width, size.Height)
	p.content.Move(at)
	p.content.Resize(size)
}

// ListLayout places objects above or below a list. The list gets the remaining
// height.
type ListLayout struct {
	Other, List fyne.CanvasObject
	Below       bool
	Pad         float32 // around the one
}

// Layout implements fyne.Layout.
func (b ListLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	height := b.Other.MinSize().Height
	rest := size.Height - height - 2*b.Pad
	y, list := b.Pad, height+2*b.Pad
	if b.Below {
		y, list = rest+b.Pad, 0
	}
	Put(b.Other, b.Pad, y, size.Width-2*b.Pad, height)
	Put(b.List, 0, list, size.Width, rest)
}

// MinSize implements fyne.Layout.
func (b ListLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	one, list := b.Other.MinSize(), b.List.MinSize()
	return fyne.NewSize(max(one.Width, list.Width), one.Height+2*b.Pad+list.Height)
}

// shield lies behind the content, so that a click between the parts of the
// content does not count as a click outside.
type shield struct{ widget.BaseWidget }

func newShield() *shield {
	s := &shield{}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *shield) Tapped(*fyne.PointEvent) {}

// TappedSecondary implements fyne.SecondaryTappable.
func (s *shield) TappedSecondary(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (s *shield) CreateRenderer() fyne.WidgetRenderer {
	return &Drawn{Place: func(fyne.Size) {}, Least: func() fyne.Size { return fyne.Size{} }, Repaint: func() {}}
}

// ShowMenu shows a menu with its top left corner at a position on the canvas.
func ShowMenu(c fyne.Canvas, at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// ShowMenuBelow shows a menu below the button that opens it.
func ShowMenuBelow(button fyne.CanvasObject, items ...*fyne.MenuItem) {
	if c := CanvasOf(button); c != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
		ShowMenu(c, at.AddXY(0, button.Size().Height+2), items...)
	}
}
