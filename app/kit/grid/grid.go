// Package grid is the table of the window. It shows columns over a source of
// rows. The user sorts and resizes by the column heads, and selects and copies
// with mouse and keys.
package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

const (
	RowHeight        = 33 // of every row
	gridHeaderHeight = 36
	gridPad          = 10 // between the edge of a column and its text
	gridMinColumn    = 44
	gridBar          = 12 // the lane of a scroll bar
)

// Column describes one column of a Grid.
type Column struct {
	ID, Title string
	Width     float32
	Align     fyne.TextAlign
	Flexible  bool // shares the width that is left over; without any, the last column takes it
	Hidden    bool
	Unsorted  bool // a click on the title does not sort
	Set       bool // the user gave it its width, which then does not follow the rows
}

// Source gives a Grid its rows as texts. Each row has one text for each
// column, in the order in which the columns were given, hidden ones included.
// Row returns false for a row that is not loaded yet; the grid shows it as
// “…”, and the source calls Refresh when the row is loaded.
type Source interface {
	Len() int
	Row(i int) (cells []string, ok bool)
}

// Loader is a source that loads its rows in pages. It lets copying wait for
// rows that are not loaded yet.
type Loader interface {
	Load(rows []int) ([][]string, error)
}

// Rows is a source that holds all its rows in memory.
type Rows [][]string

// Len implements Source.
func (r Rows) Len() int { return len(r) }

// Row implements Source.
func (r Rows) Row(i int) ([]string, bool) { return r[i], true }

// Grid is the table of the program. It draws only the visible rows and sorts
// by a click on the header. The user selects one or many rows by mouse and
// keyboard, and copies them as text for a spreadsheet.
type Grid struct {
	widget.BaseWidget

	// Empty says what to do when there is no row.
	Empty string
	// MinRows is how many rows the grid asks room for, at the least.
	MinRows int
	// Fixed keeps the first column in place while the others scroll sideways.
	Fixed bool
	// Tone gives a cell a colour of its own; "" leaves it as it is.
	Tone func(row int, column string) fyne.ThemeColorName

	OnSort   func(column string, descending bool)
	OnOpen   func(row int)                // double click, Enter
	OnSelect func(row int)                // after any change; the row the keyboard is on, or -1
	OnCell   func(row int, column string) // click on a cell, after OnSelect
	// OnOpenCell makes a table of cells to be opened one by one, by a click or
	// Enter; the arrow keys walk among them.
	OnOpenCell func(row int, column string)

	OnMenu    func(row int, pos fyne.Position) // right click, menu key; pos is on the canvas
	OnColumns func(columns []Column)           // after the user resized, hid or showed columns
	OnCopy    func(rows int, err error)        // after rows went to the clipboard
	OnPaste   func(text string)                // Ctrl+V; what the clipboard holds

	// Headless makes a plain list of rows to pick from.
	Headless bool
	// OnPick makes every click and Enter on a row a pick.
	OnPick func(row int)

	columns  []Column
	original []Column
	source   Source
	fits     kit.Fitter

	placed    []placedColumn
	needs     []float32 // how wide each column must be to cut nothing
	total     float32   // width of all placed columns
	offset    gridOffset
	sorted    string
	downward  bool
	column    int // the shown column the keyboard is on, where cells are opened
	selection gridSelection
	focused   bool
	shift     bool

	frame   *canvas.Rectangle
	header  *gridHeader
	body    *gridBody
	menu    *gridMenuButton
	bars    [2]*gridScrollBar
	message *kit.Paragraph
}

// gridOffset is the scroll position of the rows. The height is a float64,
// because a hundred thousand rows are millions of units high.
type gridOffset struct {
	x float32
	y float64
}

// New returns a grid with the given columns and source.
func New(columns []Column, source Source) *Grid {
	g := &Grid{source: source, fits: kit.Fitter{}, MinRows: 3, selection: newGridSelection()}
	g.columns = append(g.columns, columns...)
	g.original = append(g.original, columns...)
	g.ExtendBaseWidget(g)
	g.frame = kit.Sheet(6)
	g.header, g.body = newGridHeader(g), newGridBody(g)
	g.menu = newGridMenuButton(g)
	g.bars = [2]*gridScrollBar{newGridScrollBar(g, true), newGridScrollBar(g, false)}
	g.message = kit.NewParagraph("", kit.ColorSecondary)
	g.message.Align = fyne.TextAlignCenter
	return g
}

// SetSource shows the rows of another source, scrolled to the top and with no
// selection.
func (g *Grid) SetSource(source Source) {
	g.source = source
	g.offset, g.needs = gridOffset{}, nil
	g.selection = newGridSelection()
	g.Refresh()
}

// Source returns the rows shown.
func (g *Grid) Source() Source { return g.source }

// SetColumns replaces the columns. The source must give its texts in the new
// order.
func (g *Grid) SetColumns(columns []Column) {
	g.columns = append([]Column(nil), columns...)
	g.original = append([]Column(nil), columns...)
	g.needs = nil
	g.Refresh()
}

// Columns returns the columns with the widths that the user set, and which
// ones the user has hidden.
func (g *Grid) Columns() []Column { return append([]Column(nil), g.columns...) }

// SetSort shows in the header by which column the rows are sorted. The source
// does the sorting.
func (g *Grid) SetSort(column string, descending bool) {
	g.sorted, g.downward = column, descending
	g.header.update()
}

// Sort returns the column by which the rows are sorted, and the direction.
func (g *Grid) Sort() (column string, descending bool) { return g.sorted, g.downward }

func (g *Grid) sortBy(column string) {
	descending := g.sorted == column && !g.downward
	g.SetSort(column, descending)
	if g.OnSort != nil {
		g.OnSort(column, descending)
	}
}

func (g *Grid) open(row int) {
	if row >= 0 && g.OnOpen != nil {
		g.OnOpen(row)
	}
}

// MinSize implements fyne.Widget.
func (g *Grid) MinSize() fyne.Size {
	return fyne.NewSize(160, g.headerHeight()+float32(g.MinRows*RowHeight)+2)
}

func (g *Grid) headerHeight() float32 {
	if g.Headless {
		return 0
	}
	return gridHeaderHeight
}

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{g.frame, g.header, g.body, g.message, g.bars[0], g.bars[1], g.menu}
	g.header.Hidden, g.menu.Hidden = g.Headless, g.Headless
	g.sayEmpty()
	return &kit.Drawn{Content: objects, Place: g.layout, Least: g.MinSize, Repaint: g.refresh}
}

func (g *Grid) layout(size fyne.Size) {
	head := g.headerHeight()
	kit.Put(g.frame, 0, 0, size.Width, size.Height)
	kit.Put(g.header, 1, 1, size.Width-2, head)
	kit.Put(g.menu, size.Width-gridBar-gridPad-1, 1, gridBar+gridPad, head)
	kit.Put(g.body, 1, 1+head, size.Width-2, max(0, size.Height-head-2))
	kit.Put(g.bars[0], size.Width-gridBar-1, 1+head, gridBar, max(0, size.Height-head-2))
	kit.Put(g.bars[1], 1, size.Height-gridBar-1, size.Width-gridBar-2, gridBar)
	kit.Put(g.message, 24, head+40, max(0, size.Width-48), max(0, size.Height-head-40))
	g.arrange()
}

// arrange places everything again after a change of size or columns.
func (g *Grid) arrange() {
	g.placeColumns()
	g.scrollTo(g.offset)
	g.body.rebuild()
	g.header.rebuild()
	g.updateBars()
}

func (g *Grid) refresh() {
	g.frame.FillColor, g.frame.StrokeColor = kit.Paint(kit.ColorSurface), kit.Paint(kit.ColorLine)
	g.selection.clamp(g.source.Len())
	g.sayEmpty()
	g.arrange()
	canvas.Refresh(g.frame)
}

func (g *Grid) sayEmpty() {
	g.message.Hidden = g.source.Len() > 0 || g.Empty == ""
	g.message.SetText(g.Empty)
}

// view is the size of the part in which rows are seen.
func (g *Grid) view() fyne.Size { return g.body.Size() }

func (g *Grid) contentHeight() float64 {
	height := float64(g.source.Len()) * RowHeight
	if g.wide() {
		height += gridBar // the last row must come out from under the bar
	}
	return height
}

func (g *Grid) scrollTo(to gridOffset) {
	view := g.view()
	to.x = max(0, min(to.x, g.total-view.Width))
	to.y = max(0, min(to.y, g.contentHeight()-float64(view.Height)))
	g.offset = to
}

// scroll moves the rows to an offset and repaints them.
func (g *Grid) scroll(to gridOffset) {
	before := g.offset
	if g.scrollTo(to); g.offset == before {
		return
	}
	g.body.update()
	if g.offset.x != before.x {
		g.header.update()
	}
	g.updateBars()
}

func (g *Grid) updateBars() {
	for _, b := range g.bars {
		b.update()
	}
}

// wheel scrolls three rows for one step of the wheel; sideways when there is
// nothing above or below.
func (g *Grid) wheel(ev *fyne.ScrollEvent) {
	const step = 3 * RowHeight / 25. // Fyne gives 25 units for one step
	to := g.offset
	dx, dy := ev.Scrolled.DX, ev.Scrolled.DY
	if g.contentHeight() <= float64(g.view().Height) && dx == 0 {
		dx, dy = dy, 0
	}
	to.x -= dx * step
	to.y -= float64(dy) * step
	g.scroll(to)
}

// ScrollToTop scrolls to the first row and the first column. The next Refresh
// shows it.
func (g *Grid) ScrollToTop() { g.offset = gridOffset{} }

// ScrollToRow scrolls until a row is visible.
func (g *Grid) ScrollToRow(row int) {
	view := float64(g.view().Height)
	if g.wide() {
		view -= gridBar
	}
	if view < RowHeight { // not on the screen yet: the first rows will be
		return
	}
	top := float64(row) * RowHeight
	to := g.offset
	if top < to.y {
		to.y = top
	} else if top+RowHeight > to.y+view {
		to.y = top + RowHeight - view
	}
	g.scroll(to)
}

// pageRows is how many whole rows are seen at once.
func (g *Grid) pageRows() int { return max(1, int(g.view().Height)/RowHeight-1) }
