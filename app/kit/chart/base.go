package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// base is the common part of all charts. It lays the chart out again at each
// size, shows the mark under the pointer, and calls OnTap for clicks and keys.
type base struct {
	widget.BaseWidget

	// OnTap is called with the series and the index of a chosen mark. Without it the
	// chart still shows hints but offers nothing to open.
	OnTap func(series, index int)

	self    fyne.Widget
	draw    func(*scene)
	least   func() fyne.Size
	large   bool
	scene   *scene
	overlay *overlay
	hovered int // mark under the pointer, or -1
	chosen  int // mark the keyboard stands on
	focused bool
}

// start makes a chart of its drawing; self is the widget that embeds the base.
func (b *base) start(self fyne.Widget, draw func(*scene), least func() fyne.Size) {
	b.self, b.draw, b.least = self, draw, least
	b.hovered = -1
	b.scene, b.overlay = newScene(fyne.Size{}, false), newOverlay()
	b.ExtendBaseWidget(self)
}

// SetLarge switches to the text sizes of slides, which grow with the chart.
func (b *base) SetLarge(large bool) {
	b.large = large
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *base) CreateRenderer() fyne.WidgetRenderer {
	b.compose(b.Size())
	return &renderer{chart: b}
}

func (b *base) compose(size fyne.Size) {
	b.scene = newScene(size, b.large)
	if size.Width >= 1 && size.Height >= 1 {
		b.draw(b.scene)
	}
	b.hovered = -1
	b.chosen = min(b.chosen, max(0, len(b.scene.marks)-1))
	b.point()
}

// point shows hint and colour of the mark under the pointer or, failing that,
// of the one the keyboard stands on.
func (b *base) point() {
	at := b.hovered
	if at < 0 && b.focused && len(b.scene.marks) > 0 {
		at = b.chosen
	}
	b.overlay.show(b.scene, at, b.focused && at == b.chosen)
}

func (b *base) markAt(p fyne.Position) int {
	found, nearest := -1, float32(0)
	for i, m := range b.scene.marks {
		if !m.contains(p) {
			continue
		}
		dx, dy := m.anchor.X-p.X, m.anchor.Y-p.Y
		if d := dx*dx + dy*dy; found < 0 || d <= nearest {
			found, nearest = i, d
		}
	}
	return found
}

func (b *base) hover(p fyne.Position) {
	at := b.markAt(p)
	if at == b.hovered {
		return
	}
	b.hovered = at
	b.point()
	canvas.Refresh(b.self)
}

// MouseIn shows the hint of the mark under the pointer.
func (b *base) MouseIn(e *desktop.MouseEvent) { b.hover(e.Position) }

// MouseMoved shows the hint of another mark when the pointer moves there.
func (b *base) MouseMoved(e *desktop.MouseEvent) { b.hover(e.Position) }

// MouseOut hides the hint.
func (b *base) MouseOut() { b.hover(fyne.NewPos(-1, -1)) }

// Cursor is a hand over marks that the user can open.
func (b *base) Cursor() desktop.Cursor {
	if b.hovered >= 0 && b.OnTap != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped chooses the mark under the pointer.
func (b *base) Tapped(e *fyne.PointEvent) {
	at := b.markAt(e.Position)
	if at < 0 {
		return
	}
	b.chosen = at
	b.open()
}

func (b *base) open() {
	if b.OnTap == nil || b.chosen >= len(b.scene.marks) {
		return
	}
	m := b.scene.marks[b.chosen]
	b.OnTap(m.series, m.index)
}

// FocusGained shows which mark has the keyboard.
func (b *base) FocusGained() { b.setFocused(true) }

// FocusLost hides the frame of the keyboard.
func (b *base) FocusLost() { b.setFocused(false) }

func (b *base) setFocused(on bool) {
	b.focused = on
	b.point()
	canvas.Refresh(b.self)
}

// TypedRune implements fyne.Focusable. A chart takes no text.
func (b *base) TypedRune(rune) {}

// TypedKey moves between the marks with the arrow keys and opens one with
// Enter or Space.
func (b *base) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.open()
		return
	case fyne.KeyHome:
		b.chosen = 0
	case fyne.KeyEnd:
		b.chosen = max(0, len(b.scene.marks)-1)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		b.chosen = b.scene.step(b.chosen, e.Name)
	default:
		kit.RouteKey(b.self, e)
		return
	}
	b.hovered = -1 // the keyboard takes over from a resting pointer
	b.point()
	canvas.Refresh(b.self)
}

type renderer struct {
	chart *base
	size  fyne.Size
}

func (r *renderer) Layout(size fyne.Size) {
	if size == r.size {
		return
	}
	r.size = size
	r.chart.compose(size)
}

func (r *renderer) MinSize() fyne.Size { return r.chart.least() }

func (r *renderer) Refresh() {
	r.chart.compose(r.chart.Size())
	canvas.Refresh(r.chart.self)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	s := r.chart.scene
	all := make([]fyne.CanvasObject, 0, len(s.shapes)+len(s.texts)+3)
	all = append(append(all, s.shapes...), s.texts...)
	return append(all, r.chart.overlay.objects()...)
}

func (r *renderer) Destroy() {}
