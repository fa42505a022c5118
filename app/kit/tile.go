package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Tile is a small label with one line of text and a smaller line below it. The
// user can drag it onto other tiles. The page decides what a drop does.
type Tile struct {
	pressable
	// OnDragged is called with the point of the canvas to which the tile is dragged;
	// OnDropped where it was let go. Without them it cannot be dragged.
	OnDragged, OnDropped func(at fyne.Position)

	title, note string
	mark        fyne.ThemeColorName // of the edge; empty for none
	selected    bool
	hot         bool // something is being dragged over it
	at          fyne.Position

	ground, edge *canvas.Rectangle
	texts        [2]*canvas.Text
}

const tileHeight = 50

// NewTile returns a tile. A click, Enter or Space calls do.
func NewTile(title, note string, do func()) *Tile {
	t := &Tile{title: title, note: note}
	t.OnTapped = do
	t.extend(t)
	return t
}

// SetMark colours the edge of the tile.
func (t *Tile) SetMark(mark fyne.ThemeColorName) {
	t.mark = mark
	t.Refresh()
}

// SetSelected shows whether the tile is the chosen one.
func (t *Tile) SetSelected(on bool) {
	if t.selected != on {
		t.selected = on
		t.Refresh()
	}
}

// SetHot shows whether the user can drop a tile here.
func (t *Tile) SetHot(on bool) {
	if t.hot != on {
		t.hot = on
		t.Refresh()
	}
}

// Covers reports whether a point of the canvas is on the tile.
func (t *Tile) Covers(at fyne.Position) bool {
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	s := t.Size()
	return at.X >= p.X && at.X < p.X+s.Width && at.Y >= p.Y && at.Y < p.Y+s.Height
}

// Dragged implements fyne.Draggable.
func (t *Tile) Dragged(ev *fyne.DragEvent) {
	if t.OnDragged != nil && !t.Disabled() {
		t.at = ev.AbsolutePosition
		t.OnDragged(t.at)
	}
}

// DragEnd implements fyne.Draggable.
func (t *Tile) DragEnd() {
	if t.OnDropped != nil && !t.Disabled() {
		t.OnDropped(t.at)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	t.ground, t.edge = Sheet(4), canvas.NewRectangle(nil)
	t.edge.TopLeftCornerRadius, t.edge.BottomLeftCornerRadius = 4, 4
	t.texts = [2]*canvas.Text{Text("", ColorText), TextSized("", ColorSecondary, SizeSmall)}
	d := &Drawn{
		Content: []fyne.CanvasObject{t.ground, t.edge, t.texts[0], t.texts[1]}, Place: t.layout,
		Least: func() fyne.Size { return fyne.NewSize(120, tileHeight) },
	}
	d.Repaint = func() {
		t.layout(t.Size())
		canvas.Refresh(t)
	}
	return d
}

func (t *Tile) layout(size fyne.Size) {
	fill, line, width := Paint(ColorSurface), Paint(ColorLine), float32(1)
	switch {
	case t.hot:
		fill, line, width = Paint(ColorOursPale), Paint(ColorOurs), 2
	case t.selected:
		fill, line = Paint(ColorOursPale), Paint(ColorOurs)
	case t.hovered:
		fill = Paint(ColorStripe)
	}
	if t.focused {
		line, width = Paint(ColorOurs), 1.5
	}
	t.ground.FillColor, t.ground.StrokeColor, t.ground.StrokeWidth = fill, line, width
	Put(t.ground, 0, 0, size.Width, size.Height)
	left := float32(10)
	t.edge.Hide()
	if t.mark != "" {
		t.edge.FillColor = Paint(t.mark)
		Put(t.edge, 0, 0, 5, size.Height)
		t.edge.Show()
		left = 14
	}
	room := size.Width - left - 8
	f := Fitter{}
	t.texts[0].Text = f.Fit(t.title, room, TextSize(theme.SizeNameText), false)
	t.texts[1].Text = f.Fit(t.note, room, TextSize(SizeSmall), false)
	Put(t.texts[0], left, 4, room, 22)
	Put(t.texts[1], left, 27, room, 18)
}
