package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

const (
	columnMenuWidth = 220
	columnMenuRows  = 12
)

// columnMenu is the list in which the user shows or hides the columns of a
// grid. It stays open until the user closes it.
type columnMenu struct{ grid *Grid }

// Len implements Source.
func (m columnMenu) Len() int { return len(m.grid.columns) }

// Row implements Source.
func (m columnMenu) Row(i int) ([]string, bool) {
	mark := "✓"
	if m.grid.columns[i].Hidden {
		mark = ""
	}
	return []string{mark, m.grid.columns[i].Title}, true
}

// toggle shows or hides a column; the last one stays.
func (m columnMenu) toggle(i int) {
	if column := &m.grid.columns[i]; column.Hidden || len(m.grid.placed) > 1 {
		column.Hidden = !column.Hidden
		m.changed()
	}
}

func (m columnMenu) reset() {
	m.grid.columns = append(m.grid.columns[:0], m.grid.original...)
	m.changed()
}

func (m columnMenu) changed() {
	m.grid.Refresh()
	m.grid.columnsChanged()
}

func (g *Grid) showColumnMenu(pos fyne.Position) {
	c := kit.CanvasOf(g)
	if c == nil {
		return
	}
	menu := columnMenu{g}
	list := New([]Column{{ID: "mark"}, {ID: "title", Flexible: true}}, menu)
	list.Headless = true
	toggle := func(row int) {
		menu.toggle(row)
		list.Refresh()
	}
	list.OnPick = toggle
	reset := kit.NewButton("恢复原来的列", func() {
		menu.reset()
		list.Refresh()
	})
	rows := min(columnMenuRows, len(g.columns))
	place := kit.ListLayout{Other: reset, List: list, Below: true, Pad: 6}
	size := fyne.NewSize(columnMenuWidth, float32(rows*RowHeight)+2+kit.ButtonHeight+2*place.Pad)
	p := kit.NewPopover(c, container.New(place, list, reset), pos, size)
	p.Show()
	list.Select(0)
	c.Focus(list)
}

// gridMenuButton opens the column menu. It is at the right end of the header,
// for users who do not try the right mouse button.
type gridMenuButton struct {
	widget.BaseWidget
	grid   *Grid
	ground *canvas.Rectangle
	lines  [3]*canvas.Rectangle
}

func newGridMenuButton(g *Grid) *gridMenuButton {
	m := &gridMenuButton{grid: g, ground: canvas.NewRectangle(nil)}
	for i := range m.lines {
		m.lines[i] = canvas.NewRectangle(nil)
	}
	m.ExtendBaseWidget(m)
	return m
}

// Tapped implements fyne.Tappable.
func (m *gridMenuButton) Tapped(ev *fyne.PointEvent) { m.grid.showColumnMenu(ev.AbsolutePosition) }

// Cursor implements desktop.Cursorable.
func (m *gridMenuButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (m *gridMenuButton) CreateRenderer() fyne.WidgetRenderer {
	d := &kit.Drawn{
		Content: []fyne.CanvasObject{m.ground, m.lines[0], m.lines[1], m.lines[2]},
		Least:   func() fyne.Size { return fyne.NewSize(gridBar+gridPad, gridHeaderHeight) },
		Repaint: m.recolor,
	}
	d.Place = func(size fyne.Size) {
		kit.Put(m.ground, 0, 1, size.Width-1, size.Height-2)
		for i, line := range m.lines {
			kit.Put(line, size.Width/2-6, size.Height/2-5+float32(i)*4, 12, 1.5)
		}
	}
	m.recolor()
	return d
}

func (m *gridMenuButton) recolor() {
	m.ground.FillColor = kit.Paint(kit.ColorHeader)
	m.ground.TopRightCornerRadius = 6
	for _, line := range m.lines {
		line.FillColor = kit.Paint(kit.ColorFaint)
	}
}
