package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/data"
)

// Column is one column of a Table.
type Column struct {
	Key   string  // of the field; "" for the remarks
	Title string  // else the label of the field
	Width float32 // 0: what is left over
	Hint  string  // grey words in the empty row at the end
	// Empty is what stands in a row for nothing: “至今”.
	Empty func(d *Draft) string
}

// Table edits the records of one kind as the rows of a table. It shows plain
// text, and inputs only in the active row. Enter and Tab go to the next cell
// and then to the next row. Typing into the empty row at the end makes a new
// row.
type Table struct {
	widget.BaseWidget
	// Remark is what is to be said about a row, in the column without key.
	Remark func(row int) string

	kind    *data.Kind
	columns []Column
	rows    *Rows

	body   *tableBody
	scroll *container.Scroll
	head   []fyne.CanvasObject
	titles []*canvas.Text
}

const (
	tableHead = 36
	tablePad  = 10 // at each side of a cell
)

// NewTable makes a table for rows of a kind.
func NewTable(kind *data.Kind, rows *Rows, columns ...Column) *Table {
	t := &Table{kind: kind, rows: rows, columns: columns}
	ground, line := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	t.head = []fyne.CanvasObject{ground, line}
	for i := range t.columns {
		c := &t.columns[i]
		if c.Title == "" {
			c.Title = kind.Field(c.Key).Label
		}
		title := kit.BoldText(c.Title, kit.ColorText)
		title.Alignment = t.align(i)
		t.titles = append(t.titles, title)
		t.head = append(t.head, title)
	}
	t.body = newTableBody(t)
	t.scroll = container.NewVScroll(t.body)
	t.ExtendBaseWidget(t)
	return t
}

// Active returns the active row, -1 for none.
func (t *Table) Active() int { return t.body.active }

// Edit goes to a cell. The row index may equal the number of rows; that is the
// empty row at the end.
func (t *Table) Edit(row int, key string) {
	for i, c := range t.columns {
		if c.Key == key && key != "" {
			t.body.edit(row, i)
			return
		}
	}
	t.body.edit(row, 0)
}

// Return goes back to the last active row.
func (t *Table) Return() { t.body.edit(t.body.last, 0) }

// Leave removes the inputs, and the focus if one of them has it.
func (t *Table) Leave() { t.body.leave() }

// Reload shows the rows again after something else has changed them. It drops
// the texts in the inputs.
func (t *Table) Reload() {
	t.body.abandon()
	t.body.last = 0
}

// Update shows again the remarks and all cells outside the active row.
func (t *Table) Update() { t.body.Refresh() }

// Settle stores the texts that the inputs have not reported yet.
func (t *Table) Settle() { t.body.settle() }

// Insert inserts an empty row before the active row, or at the end when no row
// is active, and goes there.
func (t *Table) Insert() {
	row := t.body.active
	t.body.leave()
	if row >= 0 && row < t.rows.Len() {
		t.rows.Insert(row)
	} else {
		row = t.rows.Len() // the empty one at the end
	}
	t.body.edit(row, 0)
}

// Remove removes the active row and goes to the next one.
func (t *Table) Remove() {
	if row := t.body.active; row >= 0 && row < t.rows.Len() {
		t.body.leave()
		t.rows.Remove(row)
		t.body.edit(row, 0)
	}
}

// MoveRow exchanges the active row with the one above (-1) or below (1).
func (t *Table) MoveRow(by int) {
	if row := t.body.active; row >= 0 && row < t.rows.Len() {
		column := max(0, t.body.focusedColumn())
		t.body.leave()
		t.body.edit(t.rows.Move(row, by), column)
	}
}

// align sets numbers and months to the right, as in the grids.
func (t *Table) align(column int) fyne.TextAlign {
	f := t.kind.Field(t.columns[column].Key)
	if f != nil && (f.Type == data.TypeMonth || f.Type == data.TypeDate || f.Type == data.TypeInt) {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// edges gives where each column begins, and at the end where the last one ends.
func (t *Table) edges(width float32) []float32 {
	rest, flexible := width, 0
	for _, c := range t.columns {
		rest -= c.Width
		if c.Width == 0 {
			flexible++
		}
	}
	x := make([]float32, len(t.columns)+1)
	for i, c := range t.columns {
		x[i+1] = x[i] + c.Width
		if c.Width == 0 {
			x[i+1] = x[i] + max(120, rest/float32(flexible))
		}
	}
	return x
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return &painter{
		objects: append(append([]fyne.CanvasObject{}, t.head...), t.scroll),
		layout:  t.layout,
		min:     func() fyne.Size { return fyne.NewSize(360, tableHead+3*rowHeight) },
		refresh: func() {
			t.layout(t.Size())
			t.body.Refresh()
		},
	}
}

func (t *Table) layout(size fyne.Size) {
	ground, line := t.head[0].(*canvas.Rectangle), t.head[1].(*canvas.Rectangle)
	ground.FillColor, line.FillColor = theme.Color(kit.ColorHeader), theme.Color(kit.ColorLine)
	put(ground, 0, 0, size.Width, tableHead)
	put(line, 0, tableHead-1, size.Width, 1)
	x := t.edges(size.Width)
	for i, title := range t.titles {
		put(title, x[i]+tablePad, 0, x[i+1]-x[i]-2*tablePad, tableHead)
	}
	put(t.scroll, 0, tableHead, size.Width, max(0, size.Height-tableHead))
}

// painter is a renderer for a widget that places its objects itself.
type painter struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
}

func (p *painter) Destroy()                     {}
func (p *painter) Layout(size fyne.Size)        { p.layout(size) }
func (p *painter) MinSize() fyne.Size           { return p.min() }
func (p *painter) Objects() []fyne.CanvasObject { return p.objects }
func (p *painter) Refresh()                     { p.refresh() }

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
