package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// popover lies over the window: a list beneath a field, a calendar beneath a
// button, a question in the middle. A click beside it, or Esc, closes it; a
// modal one stays until it is answered.
type popover struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	modal   bool
	working bool // shows how far work is, and asks nothing
	place   func(window fyne.Size) (fyne.Position, fyne.Size)
	cancel  func() // Esc, or a click beside it

	scrim, sheet *canvas.Rectangle
	shield       *shield
}

// newPopover prepares a popover at a place of the canvas.
func newPopover(c fyne.Canvas, content fyne.CanvasObject, at fyne.Position, size fyne.Size) *popover {
	p := &popover{canvas: c, content: content}
	p.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		x := max(0, min(at.X, window.Width-size.Width-4))
		y := max(0, min(at.Y, window.Height-size.Height-4))
		return fyne.NewPos(x, y), size
	}
	p.cancel = p.close
	p.ExtendBaseWidget(p)
	return p
}

// newModal prepares a question in the middle of the window.
func newModal(c fyne.Canvas, content fyne.CanvasObject) *popover {
	p := newPopover(c, content, fyne.Position{}, fyne.Size{})
	p.modal = true
	p.place = func(window fyne.Size) (fyne.Position, fyne.Size) {
		size := content.MinSize()
		return fyne.NewPos((window.Width-size.Width)/2, (window.Height-size.Height)*0.4), size
	}
	return p
}

func (p *popover) show() {
	KeysOf(p.canvas) // so that Esc is heard also while nothing has the focus
	p.canvas.Overlays().Add(p)
}

// close takes the popover away, with whatever lies over it.
func (p *popover) close() { p.canvas.Overlays().Remove(p) }

// Tapped implements fyne.Tappable for what is beside the content.
func (p *popover) Tapped(*fyne.PointEvent) {
	if !p.modal {
		p.cancel()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *popover) TappedSecondary(ev *fyne.PointEvent) { p.Tapped(ev) }

// Scrolled implements fyne.Scrollable: what lies beneath does not move.
func (p *popover) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (p *popover) CreateRenderer() fyne.WidgetRenderer {
	p.scrim, p.sheet, p.shield = canvas.NewRectangle(nil), sheet(6), newShield()
	p.scrim.Hidden = !p.modal
	p.sheet.Shadow = canvas.Shadow{Color: paint(theme.ColorNameShadow), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
	p.recolor()
	return &drawn{
		objects: []fyne.CanvasObject{p.scrim, p.sheet, p.shield, p.content},
		layout:  p.layout,
		min:     func() fyne.Size { return fyne.Size{} },
		refresh: func() { p.recolor(); p.layout(p.Size()) },
	}
}

func (p *popover) recolor() { p.scrim.FillColor = paint(theme.ColorNameShadow) }

func (p *popover) layout(window fyne.Size) {
	at, size := p.place(window)
	put(p.scrim, 0, 0, window.Width, window.Height)
	put(p.sheet, at.X, at.Y, size.Width, size.Height)
	put(p.shield, at.X, at.Y, size.Width, size.Height)
	p.content.Move(at)
	p.content.Resize(size)
}

// besideList puts something above or below a list that takes the rest.
type besideList struct {
	one, list fyne.CanvasObject
	below     bool
	pad       float32 // around the one
}

// Layout implements fyne.Layout.
func (b besideList) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	height := b.one.MinSize().Height
	rest := size.Height - height - 2*b.pad
	y, list := b.pad, height+2*b.pad
	if b.below {
		y, list = rest+b.pad, 0
	}
	put(b.one, b.pad, y, size.Width-2*b.pad, height)
	put(b.list, 0, list, size.Width, rest)
}

// MinSize implements fyne.Layout.
func (b besideList) MinSize([]fyne.CanvasObject) fyne.Size {
	one, list := b.one.MinSize(), b.list.MinSize()
	return fyne.NewSize(max(one.Width, list.Width), one.Height+2*b.pad+list.Height)
}

// shield lies beneath the content, so that a click between its parts is not
// taken for a click beside it.
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
	return &drawn{layout: func(fyne.Size) {}, min: func() fyne.Size { return fyne.Size{} }, refresh: func() {}}
}

// ShowMenu shows a menu whose top left corner is at a place of the canvas.
func ShowMenu(c fyne.Canvas, at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// ShowMenuBelow shows a menu beneath the button that opens it.
func ShowMenuBelow(button fyne.CanvasObject, items ...*fyne.MenuItem) {
	if c := CanvasOf(button); c != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
		ShowMenu(c, at.AddXY(0, button.Size().Height+2), items...)
	}
}
