package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// gridBarLeast keeps the thumb big enough to be caught by the mouse.
const gridBarLeast = 28

// gridScrollBar shows which part of the rows or columns is visible.
type gridScrollBar struct {
	widget.BaseWidget
	grid     *Grid
	vertical bool

	lane, thumb *canvas.Rectangle
	renderer    *kit.Drawn
	hovered     bool
	grip        float32 // where on the thumb it was caught
	held        bool
}

func newGridScrollBar(g *Grid, vertical bool) *gridScrollBar {
	b := &gridScrollBar{grid: g, vertical: vertical}
	b.lane, b.thumb = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.thumb.CornerRadius = 3
	b.renderer = &kit.Drawn{
		Content: []fyne.CanvasObject{b.lane, b.thumb},
		Place:   func(fyne.Size) { b.place() },
		Least:   func() fyne.Size { return fyne.NewSize(gridBar, gridBar) },
		Repaint: b.place,
	}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *gridScrollBar) CreateRenderer() fyne.WidgetRenderer { return b.renderer }

// extent gives, along the bar: all there is, what is seen of it, and from where.
func (b *gridScrollBar) extent() (total, seen, offset float64) {
	view := b.grid.view()
	if b.vertical {
		return b.grid.contentHeight(), float64(view.Height), b.grid.offset.y
	}
	return float64(b.grid.total), float64(view.Width), float64(b.grid.offset.x)
}

func (b *gridScrollBar) length() float64 {
	if b.vertical {
		return float64(b.Size().Height)
	}
	return float64(b.Size().Width)
}

// thumbAt gives the start and the length of the thumb.
func (b *gridScrollBar) thumbAt() (start, length float64) {
	total, seen, offset := b.extent()
	lane := b.length()
	length = min(lane, max(gridBarLeast, lane*seen/total))
	return (lane - length) * offset / (total - seen), length
}

func (b *gridScrollBar) update() {
	total, seen, _ := b.extent()
	hidden := total <= seen+0.5
	if hidden != b.Hidden {
		b.Hidden = hidden
	}
	b.place()
}

func (b *gridScrollBar) place() {
	if b.Hidden {
		return
	}
	start, length := b.thumbAt()
	const slim = gridBar - 6
	if size := b.Size(); b.vertical {
		kit.Put(b.lane, 0, 0, gridBar, size.Height)
		kit.Put(b.thumb, 3, float32(start), slim, float32(length))
	} else {
		kit.Put(b.lane, 0, 0, size.Width, gridBar)
		kit.Put(b.thumb, float32(start), 3, float32(length), slim)
	}
	b.lane.FillColor, b.thumb.FillColor = kit.Paint(kit.ColorStripe), kit.Paint(kit.ColorChartQuiet)
	if b.hovered || b.held {
		b.thumb.FillColor = kit.Paint(kit.ColorFaint)
	}
	canvas.Refresh(b.thumb)
}

func (b *gridScrollBar) along(pos fyne.Position) float64 {
	if b.vertical {
		return float64(pos.Y)
	}
	return float64(pos.X)
}

// moveThumb scrolls so that the thumb starts at a place on the lane.
func (b *gridScrollBar) moveThumb(start float64) {
	total, seen, _ := b.extent()
	_, length := b.thumbAt()
	if free := b.length() - length; free > 0 {
		b.scrollTo(start / free * (total - seen))
	}
}

func (b *gridScrollBar) scrollTo(offset float64) {
	to := b.grid.offset
	if b.vertical {
		to.y = offset
	} else {
		to.x = float32(offset)
	}
	b.grid.scroll(to)
}

// MouseDown implements desktop.Mouseable. On the thumb it starts dragging;
// beside the thumb it scrolls by one page.
func (b *gridScrollBar) MouseDown(ev *desktop.MouseEvent) {
	start, length := b.thumbAt()
	_, seen, offset := b.extent()
	at := b.along(ev.Position)
	switch {
	case at < start:
		b.scrollTo(offset - seen)
	case at > start+length:
		b.scrollTo(offset + seen)
	default:
		b.held, b.grip = true, float32(at-start)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *gridScrollBar) MouseUp(*desktop.MouseEvent) { b.DragEnd() }

// Dragged implements fyne.Draggable.
func (b *gridScrollBar) Dragged(ev *fyne.DragEvent) {
	if b.held {
		b.moveThumb(b.along(ev.Position) - float64(b.grip))
	}
}

// DragEnd implements fyne.Draggable.
func (b *gridScrollBar) DragEnd() {
	b.held = false
	b.place()
}

// MouseIn implements desktop.Hoverable.
func (b *gridScrollBar) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.place()
}

// MouseMoved implements desktop.Hoverable.
func (b *gridScrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *gridScrollBar) MouseOut() {
	b.hovered = false
	b.place()
}
