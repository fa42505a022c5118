package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// gridEdge is how near the mouse must come to the edge of a column to drag it.
const gridEdge = 5

// gridHeader is the fixed row of titles above the rows. It is Scrollable,
// because Fyne clips only the children of a Scrollable.
type gridHeader struct {
	widget.BaseWidget
	grid *Grid

	ground, line *canvas.Rectangle
	cover        *canvas.Rectangle // under the fixed title, over what scrolls below it
	titles       []*canvas.Text
	edges        []*canvas.Rectangle
	renderer     *kit.Drawn

	hovered  int // column whose edge is under the mouse, -1 for none
	dragging int // column whose edge is dragged, -1 for none
}

func newGridHeader(g *Grid) *gridHeader {
	h := &gridHeader{grid: g, hovered: -1, dragging: -1}
	h.ground, h.line = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	h.cover = canvas.NewRectangle(nil)
	h.cover.TopLeftCornerRadius = 6
	h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = 6, 6
	h.renderer = &kit.Drawn{
		Place:   func(fyne.Size) { h.update() },
		Least:   func() fyne.Size { return fyne.NewSize(1, gridHeaderHeight) },
		Repaint: h.update,
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *gridHeader) CreateRenderer() fyne.WidgetRenderer {
	h.rebuild()
	return h.renderer
}

// rebuild makes as many titles as there are columns shown.
func (h *gridHeader) rebuild() {
	for len(h.titles) < len(h.grid.placed) {
		title := kit.BoldText("", kit.ColorSecondary)
		h.titles = append(h.titles, title)
		h.edges = append(h.edges, canvas.NewRectangle(nil))
	}
	h.renderer.Content = append(h.renderer.Content[:0], h.ground, h.line)
	for i := len(h.grid.placed) - 1; i >= 0; i-- {
		if i == 0 {
			h.renderer.Content = append(h.renderer.Content, h.cover)
		}
		h.renderer.Content = append(h.renderer.Content, h.titles[i], h.edges[i])
	}
	h.update()
}

func (h *gridHeader) update() {
	size := h.Size()
	kit.Put(h.ground, 0, 0, size.Width, size.Height)
	kit.Put(h.line, 0, size.Height-1, size.Width, 1)
	h.ground.FillColor, h.line.FillColor = kit.Paint(kit.ColorHeader), kit.Paint(kit.ColorLine)
	h.cover.FillColor, h.cover.Hidden = kit.Paint(kit.ColorHeader), !h.grid.Fixed
	kit.Put(h.cover, 0, 0, h.grid.fixedWidth(), size.Height-1)
	for i, p := range h.grid.placed {
		column := h.grid.columns[p.column]
		x := h.grid.inView(i)
		title := h.titles[i]
		title.Alignment = column.Align
		color := kit.ColorSecondary
		if column.ID == h.grid.sorted {
			color = kit.ColorText
		}
		kit.SetText(title, h.title(column, p.w), color)
		kit.Put(title, x+gridPad, 0, p.w-2*gridPad, size.Height)
		h.edges[i].FillColor = kit.Paint(kit.ColorLine)
		h.edges[i].Hidden = i != h.hovered && i != h.dragging
		kit.Put(h.edges[i], x+p.w-1, 6, 2, size.Height-12)
	}
	canvas.Refresh(h.ground)
}

func (h *gridHeader) title(c Column, width float32) string {
	mark, bold := h.grid.sortMark(c.ID), fyne.TextStyle{Bold: true}
	return h.grid.fits.Fit(c.Title, width-2*gridPad-kit.Measure(mark, bold), kit.TextSize(theme.SizeNameText), true) + mark
}

// sortMark follows the title of the column the rows are sorted by.
func (g *Grid) sortMark(column string) string {
	switch {
	case column != g.sorted || column == "":
		return ""
	case g.downward:
		return " ▼"
	}
	return " ▲"
}

// edgeAt returns the shown column whose right edge is near, -1 for none.
func (h *gridHeader) edgeAt(x float32) int {
	x = h.grid.inContent(x)
	for i, p := range h.grid.placed {
		if edge := p.x + p.w; x > edge-gridEdge && x < edge+gridEdge {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable. A click on a title sorts by its column.
func (h *gridHeader) Tapped(ev *fyne.PointEvent) {
	i := h.grid.slotAt(ev.Position.X)
	if i < 0 || h.edgeAt(ev.Position.X) >= 0 {
		return
	}
	column := h.grid.columns[h.grid.placed[i].column]
	if !column.Unsorted {
		h.grid.sortBy(column.ID)
	}
	kit.Focus(h.grid)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (h *gridHeader) TappedSecondary(ev *fyne.PointEvent) {
	h.grid.showColumnMenu(ev.AbsolutePosition)
}

// Dragged implements fyne.Draggable. Dragging the edge of a column changes its
// width.
func (h *gridHeader) Dragged(ev *fyne.DragEvent) {
	if h.dragging < 0 {
		h.dragging = h.edgeAt(ev.Position.X - ev.Dragged.DX)
	}
	if h.dragging < 0 {
		return
	}
	left := h.grid.inView(h.dragging)
	h.grid.resizeColumn(h.dragging, ev.Position.X-left)
}

// DragEnd implements fyne.Draggable.
func (h *gridHeader) DragEnd() {
	if h.dragging >= 0 {
		h.grid.columnsChanged()
	}
	h.dragging = -1
	h.update()
}

// MouseIn implements desktop.Hoverable.
func (h *gridHeader) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (h *gridHeader) MouseMoved(ev *desktop.MouseEvent) { h.hover(h.edgeAt(ev.Position.X)) }

// MouseOut implements desktop.Hoverable.
func (h *gridHeader) MouseOut() { h.hover(-1) }

func (h *gridHeader) hover(edge int) {
	if h.hovered != edge {
		h.hovered = edge
		h.update()
	}
}

// Cursor implements desktop.Cursorable.
func (h *gridHeader) Cursor() desktop.Cursor {
	if h.hovered >= 0 || h.dragging >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// Scrolled implements fyne.Scrollable.
func (h *gridHeader) Scrolled(ev *fyne.ScrollEvent) { h.grid.wheel(ev) }
