package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
)

const (
	rowHeight = 36
	rowPad    = 6 // above and below the text of a row
)

// tableBody is the scrolling part of a Table: the rows, and the inputs of the
// active row.
type tableBody struct {
	widget.BaseWidget
	table   *Table
	lines   []*tableLine
	tops    []float32 // of each row, and of what is below the last
	hovered int

	active  int // row with inputs, -1 for none
	last    int // row that had them last
	inputs  []input.Field
	gates   gates
	painter *painter

	refreshing bool
}

// tableLine holds the canvas objects of one row.
type tableLine struct {
	ground, rule *canvas.Rectangle
	cells        []*kit.Paragraph
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t, active: -1, hovered: -1}
	b.gates = newGates(b)
	b.painter = &painter{layout: func(fyne.Size) { b.arrange() }, min: b.minSize, refresh: b.refresh}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer {
	b.fill()
	return b.painter
}

func (b *tableBody) refresh() {
	if b.refreshing { // the scroll refreshes what is in it
		return
	}
	b.refreshing = true
	b.fill()
	b.arrange()
	b.table.scroll.Refresh()
	b.refreshing = false
	canvas.Refresh(b)
}

func (b *tableBody) minSize() fyne.Size {
	height := float32(0)
	if len(b.tops) > 0 {
		height = b.tops[len(b.tops)-1]
	}
	return fyne.NewSize(360, height)
}

// fill writes the texts of all rows and of the empty one below them.
func (b *tableBody) fill() {
	n := b.table.rows.Len() + 1
	for len(b.lines) < n {
		b.lines = append(b.lines, newTableLine(b.table))
	}
	b.lines = b.lines[:n]
	b.painter.objects = []fyne.CanvasObject{b.gates.first}
	for row, line := range b.lines {
		b.color(row, line)
		b.painter.objects = append(b.painter.objects, line.ground, line.rule)
		for column, cell := range line.cells {
			if row == b.active && b.inputs[column] != nil {
				continue
			}
			cell.Set(b.text(row, column))
			b.painter.objects = append(b.painter.objects, cell)
		}
	}
	b.painter.objects = append(b.painter.objects, b.gates.before)
	for _, entry := range b.inputs {
		if entry != nil {
			b.painter.objects = append(b.painter.objects, entry)
		}
	}
	b.painter.objects = append(b.painter.objects, b.gates.after, b.gates.last)
}

func newTableLine(t *Table) *tableLine {
	l := &tableLine{ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	for i := range t.columns {
		cell := kit.NewParagraph("", kit.ColorText)
		cell.Align = t.align(i)
		l.cells = append(l.cells, cell)
	}
	return l
}

// text is what stands in a cell, and its colour.
func (b *tableBody) text(row, column int) (string, fyne.ThemeColorName) {
	c := b.table.columns[column]
	switch {
	case row == b.table.rows.Len():
		return c.Hint, kit.ColorFaint
	case c.Key == "":
		return b.remark(row), kit.ColorDoubt
	}
	draft := b.table.rows.Drafts[row]
	text := draft.Text(c.Key)
	switch {
	case draft.Problem(c.Key) != "":
		return text, kit.ColorOurs
	case text == "":
		return c.nothing(draft), kit.ColorText
	}
	return text, kit.ColorText
}

func (c Column) nothing(d *Draft) string {
	if c.Empty == nil {
		return ""
	}
	return c.Empty(d)
}

// remark says what is wrong in a row, or else what is doubtful.
func (b *tableBody) remark(row int) string {
	for i, c := range b.table.columns {
		if c.Key == "" || row == b.active && b.typing(i) {
			continue
		}
		if problem := b.table.rows.Drafts[row].Problem(c.Key); problem != "" {
			return problem
		}
	}
	if b.table.Remark == nil {
		return ""
	}
	return b.table.Remark(row)
}

func (b *tableBody) color(row int, l *tableLine) {
	name := kit.ColorSurface
	switch {
	case row == b.active, row < b.table.rows.Len() && b.remark(row) != "":
		name = kit.ColorOursPale
	case row == b.hovered:
		name = kit.ColorGround
	case row%2 == 1:
		name = kit.ColorStripe
	}
	l.ground.FillColor, l.rule.FillColor = theme.Color(name), theme.Color(kit.ColorHeader)
}

// arrange places the rows below each other, each as high as it needs.
func (b *tableBody) arrange() {
	width := b.Size().Width
	x := b.table.edges(width)
	b.tops = append(b.tops[:0], 0)
	y := float32(0)
	for row, line := range b.lines {
		height := b.height(row, line, x)
		put(line.ground, 0, y, width, height)
		put(line.rule, 0, y+height-1, width, 1)
		for column, cell := range line.cells {
			w := x[column+1] - x[column] - 2*tablePad
			if row == b.active && b.inputs[column] != nil {
				put(b.inputs[column], x[column]+2, y+2, w+2*tablePad-4, height-4)
				continue
			}
			put(cell, x[column]+tablePad, y+rowPad, w, height-2*rowPad)
		}
		y += height
		b.tops = append(b.tops, y)
	}
}

func (b *tableBody) height(row int, line *tableLine, x []float32) float32 {
	height := float32(rowHeight)
	for column, cell := range line.cells {
		w := x[column+1] - x[column]
		if row == b.active && b.inputs[column] != nil {
			entry := b.inputs[column]
			entry.Resize(fyne.NewSize(w-4, entry.MinSize().Height))
			height = max(height, entry.MinSize().Height+4)
			continue
		}
		height = max(height, cell.HeightAt(w-2*tablePad)+2*rowPad)
	}
	return height
}

// rowAt is the row at a height, -1 for none.
func (b *tableBody) rowAt(y float32) int {
	for row := range b.lines {
		if row+1 < len(b.tops) && y >= b.tops[row] && y < b.tops[row+1] {
			return row
		}
	}
	return -1
}

func (b *tableBody) columnAt(x float32) int {
	edges := b.table.edges(b.Size().Width)
	for i := range b.table.columns {
		if x < edges[i+1] {
			return i
		}
	}
	return 0
}

// Tapped implements fyne.Tappable.
func (b *tableBody) Tapped(ev *fyne.PointEvent) {
	if row := b.rowAt(ev.Position.Y); row >= 0 {
		b.edit(row, b.columnAt(ev.Position.X))
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (b *tableBody) TappedSecondary(ev *fyne.PointEvent) {
	row := b.rowAt(ev.Position.Y)
	if row < 0 {
		return
	}
	b.edit(row, b.columnAt(ev.Position.X))
	kit.ShowMenu(
		kit.CanvasOf(b), ev.AbsolutePosition,
		fyne.NewMenuItem("在上面插入一行", b.table.Insert),
		fyne.NewMenuItem("上移", func() { b.table.MoveRow(-1) }),
		fyne.NewMenuItem("下移", func() { b.table.MoveRow(1) }),
		fyne.NewMenuItem("删除本行", b.table.Remove),
	)
}

// MouseIn implements desktop.Hoverable.
func (b *tableBody) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (b *tableBody) MouseMoved(ev *desktop.MouseEvent) { b.hover(b.rowAt(ev.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (b *tableBody) MouseOut() { b.hover(-1) }

func (b *tableBody) hover(row int) {
	if b.hovered == row {
		return
	}
	b.hovered = row
	for i, line := range b.lines {
		b.color(i, line)
		canvas.Refresh(line.ground)
	}
}

// Cursor implements desktop.Cursorable.
func (b *tableBody) Cursor() desktop.Cursor { return desktop.TextCursor }
