package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

const (
	formGapX = 20
	formGapY = 12
)

// Form lays fields out in columns, row by row, in the order in which they were
// added. Tab and Enter follow the same order.
type Form struct {
	widget.BaseWidget
	columns  int
	items    []formItem
	renderer *kit.Drawn
	scroll   *container.Scroll
	place    fyne.CanvasObject // of the scroll
	width    float32
}

type formItem struct {
	object fyne.CanvasObject
	field  Field // nil for what is no field
	span   int
}

// NewForm returns a form with the labels above the inputs.
func NewForm(columns int, fields ...Field) *Form {
	f := &Form{columns: columns, width: 640}
	f.renderer = &kit.Drawn{Place: f.layout, Least: f.minSize, Repaint: f.refresh}
	f.ExtendBaseWidget(f)
	for _, field := range fields {
		f.Add(field, 1)
	}
	return f
}

// Add appends a field that is span columns wide.
func (f *Form) Add(field Field, span int) {
	f.items = append(f.items, formItem{field, field, min(span, f.columns)})
	frame := field.frame()
	frame.onResize = f.relayout
	frame.reveal = func() { f.reveal(field) }
	if _, multiLine := field.(*Area); !multiLine {
		frame.wheel.pass = f.wheel
	}
	f.changed()
}

// AddRow appends an object over the whole width that is not a field: a
// heading, a note, a grid.
func (f *Form) AddRow(object fyne.CanvasObject) {
	f.items = append(f.items, formItem{object, nil, f.columns})
	f.changed()
}

// Scrolling returns the form inside a scroll container, for a form that may be
// higher than its space. Use this one and no other scroll container: the wheel
// then also works over an input.
func (f *Form) Scrolling() fyne.CanvasObject {
	if f.scroll == nil {
		f.scroll, f.place = kit.Scrolling(f, kit.ScrollBar)
		f.changed()
	}
	return f.place
}

// ScrollToTop scrolls to the first field.
func (f *Form) ScrollToTop() { f.scroll.ScrollToTop() }

// revealAbove is what one sees above a field one has gone to: the heading of
// its group.
const revealAbove = 44

// reveal scrolls as far as it takes to see a field, with its words.
func (f *Form) reveal(field Field) {
	if f.scroll == nil || f.scroll.Size().IsZero() {
		return
	}
	top, room := field.Position().Y, f.scroll.Size().Height
	bottom := top + field.Size().Height + formGapY
	switch {
	case top < f.scroll.Offset.Y, bottom-top > room:
		f.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-revealAbove)))
	case bottom > f.scroll.Offset.Y+room:
		f.scroll.ScrollToOffset(fyne.NewPos(0, bottom-room))
	}
}

func (f *Form) wheel(ev *fyne.ScrollEvent) { f.scroll.Scrolled(ev) }

// changed takes over new fields, when the form is already shown.
func (f *Form) changed() {
	f.renderer.Content = f.renderer.Content[:0]
	for _, item := range f.items {
		f.renderer.Content = append(f.renderer.Content, item.object)
		if item.field != nil {
			w := item.field.frame().wheel
			w.Hidden = f.scroll == nil || w.pass == nil
		}
	}
	f.relayout()
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return f.renderer }

func (f *Form) refresh() {
	f.layout(f.Size())
	canvas.Refresh(f)
}

// relayout moves the fields when one of them needs more height than before.
func (f *Form) relayout() {
	switch {
	case f.Size().IsZero(): // not shown yet
	case f.scroll != nil:
		f.scroll.Refresh()
	default:
		f.refresh()
	}
}

// cell is the position of an item: its row and its column.
type cell struct{ row, column int }

// cells deals the items out to rows, in one pass.
func (f *Form) cells() []cell {
	cells := make([]cell, len(f.items))
	row, column := 0, 0
	for i, item := range f.items {
		if !item.object.Visible() {
			cells[i] = cell{-1, 0}
			continue
		}
		if column+item.span > f.columns {
			row, column = row+1, 0
		}
		cells[i] = cell{row, column}
		column += item.span
	}
	return cells
}

func (f *Form) layout(size fyne.Size) {
	f.width = size.Width
	cells, heights := f.cells(), f.heights()
	tops := make([]float32, len(heights)+1)
	for i, h := range heights {
		tops[i+1] = tops[i] + h + formGapY
	}
	for i, item := range f.items {
		at := cells[i]
		if at.row < 0 {
			continue
		}
		x := float32(at.column) * (f.columnWidth() + formGapX)
		kit.Put(item.object, x, tops[at.row], f.itemWidth(item), heights[at.row])
	}
}

func (f *Form) columnWidth() float32 {
	return (f.width - float32(f.columns-1)*formGapX) / float32(f.columns)
}

func (f *Form) itemWidth(item formItem) float32 {
	return f.columnWidth()*float32(item.span) + formGapX*float32(item.span-1)
}

// heights gives the height of each row: that of its highest item.
func (f *Form) heights() []float32 {
	var heights []float32
	for i, at := range f.cells() {
		if at.row < 0 {
			continue
		}
		for len(heights) <= at.row {
			heights = append(heights, 0)
		}
		item := f.items[i]
		height := item.object.MinSize().Height
		if item.field != nil {
			height = item.field.frame().heightAt(f.itemWidth(item))
		}
		heights[at.row] = max(heights[at.row], height)
	}
	return heights
}

func (f *Form) minSize() fyne.Size {
	width, height := float32(f.columns)*120, float32(0)
	for _, h := range f.heights() {
		height += h + formGapY
	}
	return fyne.NewSize(width, max(0, height-formGapY))
}
