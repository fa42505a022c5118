package grid

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// gridBody draws the visible rows and handles the mouse. The rows are plain
// rectangles and texts in one flat list, because widgets would cost ten times
// as much.
type gridBody struct {
	widget.BaseWidget
	grid *Grid

	ground   *canvas.Rectangle
	mark     *canvas.Rectangle // at the row the keyboard is on
	rows     []*gridRow        // row i is drawn by rows[i%len(rows)]
	columns  int
	renderer *kit.Drawn
	hovered  int
}

func newGridBody(g *Grid) *gridBody {
	b := &gridBody{grid: g, hovered: -1}
	b.ground, b.mark = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.renderer = &kit.Drawn{
		Place:   func(fyne.Size) {},
		Least:   func() fyne.Size { return fyne.NewSize(1, 1) },
		Repaint: b.update,
	}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *gridBody) CreateRenderer() fyne.WidgetRenderer {
	b.rebuild()
	return b.renderer
}

// rebuild makes rows enough to cover the height, each with all columns, and
// fills them again.
func (b *gridBody) rebuild() {
	count := int(math.Ceil(float64(b.Size().Height)/RowHeight)) + 1
	if len(b.rows) < count || b.columns != len(b.grid.placed) {
		b.columns = len(b.grid.placed)
		b.rows = make([]*gridRow, count)
		b.renderer.Content = []fyne.CanvasObject{b.ground}
		for i := range b.rows {
			b.rows[i] = newGridRow(b.columns)
			b.renderer.Content = append(b.renderer.Content, b.rows[i].objects()...)
		}
		b.renderer.Content = append(b.renderer.Content, b.mark)
	}
	for _, r := range b.rows {
		r.index = -1
	}
	b.update()
}

// update puts the rows where the scrolling has brought them, and fills those
// that show another row than before.
func (b *gridBody) update() {
	if len(b.rows) == 0 {
		return
	}
	size, offset, total := b.Size(), b.grid.offset, b.grid.source.Len()
	kit.Put(b.ground, 0, 0, size.Width, size.Height)
	b.ground.FillColor = kit.Paint(kit.ColorSurface)
	first := int(offset.y / RowHeight)
	for i := first; i < first+len(b.rows); i++ {
		r := b.rows[i%len(b.rows)]
		y := float32(float64(i)*RowHeight - offset.y)
		if i >= total || y >= size.Height {
			r.hide()
			continue
		}
		if r.index != i {
			b.fill(r, i)
		}
		b.color(r)
		r.place(b.grid, y, max(size.Width, b.grid.total))
	}
	b.placeMark()
	canvas.Refresh(b.ground) // one leaf is enough to have the window painted
}

func (b *gridBody) placeMark() {
	cursor := b.grid.selection.cursor
	b.mark.Hidden = cursor < 0 || !b.grid.focused
	y := float32(float64(cursor)*RowHeight - b.grid.offset.y)
	if b.grid.byCell() {
		b.placeCellMark(b.mark, y)
		return
	}
	b.mark.FillColor = kit.Paint(kit.ColorOurs)
	kit.Put(b.mark, 0, y, 3, RowHeight-1)
}

// fill writes the texts of a row, cut to the widths of the columns.
func (b *gridBody) fill(r *gridRow, index int) {
	g := b.grid
	cells, ok := g.source.Row(index)
	r.index = index
	size := kit.TextSize(theme.SizeNameText)
	for slot, p := range g.placed {
		text, color := "", kit.ColorText
		switch {
		case !ok:
			text, color = "…", kit.ColorFaint
		case p.column < len(cells):
			text = g.fits.Fit(cells[p.column], p.w-2*gridPad, size, false)
		}
		column := g.columns[p.column]
		if ok && g.Tone != nil {
			if tone := g.Tone(index, column.ID); tone != "" {
				color = tone
			}
		}
		cell := r.cells[slot]
		cell.Text, cell.Color, cell.TextSize, cell.Alignment = text, kit.Paint(color), size, column.Align
	}
}

func (b *gridBody) color(r *gridRow) {
	name := kit.ColorSurface
	switch {
	case b.grid.selection.has(r.index):
		name = kit.ColorOursPale
	case r.index == b.hovered:
		name = kit.ColorGround
	case r.index%2 == 1:
		name = kit.ColorStripe
	}
	r.ground.FillColor, r.cover.FillColor, r.line.FillColor = kit.Paint(name), kit.Paint(name), kit.Paint(kit.ColorHeader)
}

// rowAt returns the row under a position, -1 for none.
func (b *gridBody) rowAt(pos fyne.Position) int {
	row := int((b.grid.offset.y + float64(pos.Y)) / RowHeight)
	if pos.Y < 0 || row >= b.grid.source.Len() {
		return -1
	}
	return row
}

// MouseDown implements desktop.Mouseable. It selects at once; Tapped would
// wait for a possible second click.
func (b *gridBody) MouseDown(ev *desktop.MouseEvent) {
	kit.Focus(b.grid)
	row := b.rowAt(ev.Position)
	if row < 0 {
		return
	}
	if ev.Button == desktop.MouseButtonSecondary && b.grid.selection.has(row) {
		return // the menu is for the rows selected before
	}
	switch {
	case ev.Modifier&fyne.KeyModifierShift != 0:
		b.grid.extendTo(row)
	case ev.Modifier&fyne.KeyModifierShortcutDefault != 0:
		b.grid.toggle(row)
	default:
		b.grid.Select(row)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *gridBody) MouseUp(ev *desktop.MouseEvent) {
	row := b.rowAt(ev.Position)
	if row < 0 || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if b.grid.OnPick != nil {
		b.grid.OnPick(row)
	}
	if b.grid.byCell() {
		if ev.Modifier == 0 { // else rows are being selected
			b.grid.clickCell(row, ev.Position.X)
		}
		return
	}
	if column := b.grid.columnAt(ev.Position.X); column != "" && b.grid.OnCell != nil {
		b.grid.OnCell(row, column)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (b *gridBody) DoubleTapped(ev *fyne.PointEvent) { b.grid.open(b.rowAt(ev.Position)) }

// TappedSecondary implements fyne.SecondaryTappable.
func (b *gridBody) TappedSecondary(ev *fyne.PointEvent) {
	if row := b.rowAt(ev.Position); row >= 0 && b.grid.OnMenu != nil {
		b.grid.OnMenu(row, ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *gridBody) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (b *gridBody) MouseMoved(ev *desktop.MouseEvent) { b.hover(b.rowAt(ev.Position)) }

// MouseOut implements desktop.Hoverable.
func (b *gridBody) MouseOut() { b.hover(-1) }

func (b *gridBody) hover(row int) {
	if b.hovered != row {
		b.hovered = row
		b.update()
	}
}

// Scrolled implements fyne.Scrollable. Fyne also clips the rows only because
// the body is Scrollable.
func (b *gridBody) Scrolled(ev *fyne.ScrollEvent) {
	b.hovered = -1
	b.grid.wheel(ev)
}

// gridRow holds the canvas objects of one row.
type gridRow struct {
	index        int
	ground, line *canvas.Rectangle
	cells        []*canvas.Text
	cover        *canvas.Rectangle // under the fixed column, over what scrolls below it
}

func newGridRow(columns int) *gridRow {
	r := &gridRow{index: -1, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), cover: canvas.NewRectangle(nil)}
	r.cover.Hidden = true
	for range columns {
		r.cells = append(r.cells, canvas.NewText("", nil))
	}
	return r
}

func (r *gridRow) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ground, r.line}
	for i := len(r.cells) - 1; i >= 0; i-- {
		if i == 0 {
			all = append(all, r.cover)
		}
		all = append(all, r.cells[i])
	}
	return all
}

func (r *gridRow) hide() {
	r.index = -1
	r.ground.Hidden, r.line.Hidden, r.cover.Hidden = true, true, true
	for _, cell := range r.cells {
		cell.Hidden = true
	}
}

func (r *gridRow) place(g *Grid, y, width float32) {
	view := g.view().Width
	r.ground.Hidden, r.line.Hidden = false, false
	kit.Put(r.ground, 0, y, width, RowHeight)
	kit.Put(r.line, 0, y+RowHeight-1, width, 1)
	fixed := g.fixedWidth()
	r.cover.Hidden = fixed == 0
	kit.Put(r.cover, 0, y, fixed, RowHeight-1)
	for slot, p := range g.placed {
		x := g.inView(slot)
		cell := r.cells[slot]
		cell.Hidden = x >= view || x+p.w <= 0 || slot > 0 && x+p.w <= fixed
		if !cell.Hidden {
			kit.Put(cell, x+gridPad, y, p.w-2*gridPad, RowHeight-1)
		}
	}
}
