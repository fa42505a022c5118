package grid

import (
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/kit"
)

// A grid with OnOpenCell is a table of numbers each of which opens: the arrow
// keys walk from cell to cell, and Enter or a click opens one.

// byCell says whether cells are opened, and not rows.
func (g *Grid) byCell() bool { return g.OnOpenCell != nil }

// cellColumn is the shown column the keyboard is on.
func (g *Grid) cellColumn() int { return max(0, min(g.column, len(g.placed)-1)) }

// moveCell takes the keyboard to a column beside, and brings it into sight.
func (g *Grid) moveCell(by int) {
	if len(g.placed) == 0 {
		return
	}
	g.column = max(0, min(g.cellColumn()+by, len(g.placed)-1))
	p, view := g.placed[g.column], g.view().Width-gridBar
	to := g.offset
	if p.x-g.fixedWidth() < to.x {
		to.x = p.x - g.fixedWidth()
	} else if p.x+p.w > to.x+view {
		to.x = p.x + p.w - view
	}
	g.scroll(to)
	g.body.update()
}

// openCell opens the cell the keyboard is on.
func (g *Grid) openCell() {
	if row := g.selection.cursor; row >= 0 && len(g.placed) > 0 {
		g.OnOpenCell(row, g.columns[g.placed[g.cellColumn()].column].ID)
	}
}

// clickCell opens the cell under the mouse.
func (g *Grid) clickCell(row int, x float32) {
	if slot := g.slotAt(x); slot >= 0 {
		g.column = slot
		g.body.update()
		g.OnOpenCell(row, g.columns[g.placed[slot].column].ID)
	}
}

// placeCellMark draws a frame around the cell the keyboard is on.
func (b *gridBody) placeCellMark(mark *canvas.Rectangle, y float32) {
	if len(b.grid.placed) == 0 {
		return
	}
	slot := b.grid.cellColumn()
	mark.FillColor, mark.StrokeColor, mark.StrokeWidth, mark.CornerRadius = nil, kit.Paint(kit.ColorOurs), 2, 3
	kit.Put(mark, b.grid.inView(slot)+1, y+1, b.grid.placed[slot].w-2, RowHeight-3)
}

// Cursor implements desktop.Cursorable.
func (b *gridBody) Cursor() desktop.Cursor {
	if b.grid.byCell() && b.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
