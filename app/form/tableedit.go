package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// edit puts the inputs into a row and gives one of them the keyboard.
func (b *tableBody) edit(row, column int) {
	row = max(0, min(row, b.table.rows.Len()))
	if row != b.active {
		b.leave()
		b.active, b.last = row, row
		b.inputs = b.makeInputs(row)
		b.refresh()
		b.show(row)
	}
	for column < len(b.inputs)-1 && b.inputs[column] == nil {
		column++
	}
	if b.inputs[column] == nil {
		column = b.lastInput()
	}
	b.inputs[column].Focus()
}

// leave takes the inputs away. They lose the keyboard first, so that a month
// just typed is taken over.
func (b *tableBody) leave() {
	if b.active < 0 {
		return
	}
	if c := kit.CanvasOf(b); c != nil && b.focusedColumn() >= 0 {
		c.Unfocus()
	}
	b.settle()
	b.active, b.inputs = -1, nil
	b.refresh()
}

// abandon takes the inputs away with what stands in them.
func (b *tableBody) abandon() {
	focused := b.focusedColumn() >= 0
	b.active = -1 // from here on nothing is taken over
	if focused {
		kit.CanvasOf(b).Unfocus()
	}
	b.inputs = nil
	b.refresh()
}

func (b *tableBody) settle() {
	for i, entry := range b.inputs {
		if entry != nil {
			b.typed(i, entry.Value())
		}
	}
}

// typed takes over the text of a cell, unless it says what is there already.
func (b *tableBody) typed(column int, text string) {
	row, key := b.active, b.table.columns[column].Key
	if row < 0 || b.stands(row, key, text) {
		return
	}
	if b.paste(text, true) {
		return
	}
	was := b.table.rows.Len()
	problem := ""
	if err := b.table.rows.Set(row, key, text); err != nil {
		problem = err.Error()
	}
	if half(b.table.kind.Field(key)) {
		problem = "" // said when one leaves the cell
	}
	b.inputs[column].SetProblem(problem)
	b.refresh()
	if b.table.rows.Len() > was {
		b.show(row + 1)
	}
}

// paste makes rows of a text, if that is what it is, and goes behind them.
func (b *tableBody) paste(text string, over bool) bool {
	rows := b.table.rows
	if b.active < 0 || rows.Paste == nil || !rows.Paste(b.active, text, over) {
		return false
	}
	b.abandon()
	b.edit(rows.Len(), 0)
	return true
}

// stands reports whether a cell says a text already; the row at the end says
// nothing.
func (b *tableBody) stands(row int, key, text string) bool {
	if row == b.table.rows.Len() {
		return text == ""
	}
	return b.table.rows.Drafts[row].Text(key) == text
}

// makeInputs makes one input for each column that has a field.
func (b *tableBody) makeInputs(row int) []input.Field {
	inputs := make([]input.Field, len(b.table.columns))
	for i, c := range b.table.columns {
		if c.Key == "" {
			continue
		}
		text, problem := "", ""
		if row < b.table.rows.Len() {
			draft := b.table.rows.Drafts[row]
			text, problem = draft.Text(c.Key), draft.Problem(c.Key)
		}
		entry := b.makeInput(i, text)
		entry.SetValue(text)
		entry.SetProblem(problem)
		inputs[i] = entry
	}
	b.chain(inputs)
	return inputs
}

func (b *tableBody) makeInput(column int, text string) input.Field {
	f := b.table.kind.Field(b.table.columns[column].Key)
	var entry input.Field
	if f.Type == data.TypeLong {
		x := b.table.edges(b.Size().Width)
		entry = newLongCell(text, x[column+1]-x[column]-4)
	} else {
		entry = NewInput(f, func(*data.Field) []input.Option { return nil })
	}
	if month, ok := entry.(*input.Month); ok {
		month.SetPlaceHolder(b.table.columns[column].Hint)
	}
	around := frame(entry)
	around.Label, around.Help, around.Required = "", "", false
	around.OnChanged = func(text string) { b.typed(column, text) }
	around.OnPaste = func(text string) bool { return b.paste(text, false) }
	return entry
}

// newLongCell makes a line for a text that fits one, else as many lines as the
// text takes: in a line Enter goes on, which is what one wants as a rule.
func newLongCell(text string, width float32) input.Field {
	inner := width - 2*theme.Size(theme.SizeNameInnerPadding) - 4
	lines := 0
	for _, line := range strings.Split(text, "\n") {
		long := fyne.MeasureText(line, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width
		lines += 1 + int(long/max(inner, 1))
	}
	if lines > 1 {
		return input.NewArea("", lines)
	}
	return input.NewText("")
}

// chain makes Enter in the last input go on to the next row.
func (b *tableBody) chain(inputs []input.Field) {
	for i := len(inputs) - 1; i >= 0; i-- {
		if inputs[i] == nil {
			continue
		}
		if last, ok := inputs[i].(*input.Text); ok {
			last.OnEnter = func(string) { b.next() }
		}
		return
	}
}

// next goes to the first cell of the next row, or out of the table.
func (b *tableBody) next() {
	if b.active < b.table.rows.Len() {
		b.edit(b.active+1, 0)
		return
	}
	b.leave()
	b.gates.out(b.gates.last, fyne.Canvas.FocusNext)
}

// previous goes to the last cell of the row above, or out of the table.
func (b *tableBody) previous() {
	if b.active > 0 {
		b.edit(b.active-1, b.lastInput())
		return
	}
	b.leave()
	b.gates.out(b.gates.first, fyne.Canvas.FocusPrevious)
}

func (b *tableBody) lastInput() int {
	for i := len(b.table.columns) - 1; i > 0; i-- {
		if b.table.columns[i].Key != "" {
			return i
		}
	}
	return 0
}

// focusedColumn is the column of the input with the keyboard, -1 for none.
func (b *tableBody) focusedColumn() int {
	c := kit.CanvasOf(b)
	if c == nil || c.Focused() == nil {
		return -1
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject))
	for i, entry := range b.inputs {
		if entry == nil {
			continue
		}
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(entry)
		size := entry.Size()
		if at.X >= corner.X && at.X < corner.X+size.Width && at.Y >= corner.Y && at.Y < corner.Y+size.Height {
			return i
		}
	}
	return -1
}

// typing reports whether a cell is being typed that cannot be read before its
// end.
func (b *tableBody) typing(column int) bool {
	return half(b.table.kind.Field(b.table.columns[column].Key)) && b.focusedColumn() == column
}

// show brings a row into sight.
func (b *tableBody) show(row int) {
	if row+1 >= len(b.tops) {
		return
	}
	s := b.table.scroll
	top, bottom := b.tops[row], b.tops[row+1]
	switch {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, bottom-s.Size().Height))
	}
}

// gates moves the focus into and out of the table. Tab goes from one focusable
// object to the next; a gate is such an object and passes the focus on to the
// right place.
type gates struct {
	first, before, after, last *gate
	passing                    *bool
}

type gate struct {
	widget.BaseWidget
	onReached func()
}

func newGates(b *tableBody) gates {
	passing := false
	g := gates{passing: &passing}
	g.first = newGate(func() { b.edit(max(0, b.active), 0) }, &passing)
	g.before = newGate(b.previous, &passing)
	g.after = newGate(b.next, &passing)
	g.last = newGate(func() { b.edit(b.table.rows.Len(), b.lastInput()) }, &passing)
	return g
}

func newGate(reached func(), passing *bool) *gate {
	g := &gate{}
	g.onReached = func() {
		if !*passing {
			reached()
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// out leaves the table by a gate.
func (g gates) out(by *gate, on func(fyne.Canvas)) {
	c := kit.CanvasOf(by)
	if c == nil {
		return
	}
	*g.passing = true
	c.Focus(by)
	on(c)
	*g.passing = false
}

// FocusGained implements fyne.Focusable.
func (g *gate) FocusGained() { g.onReached() }

// FocusLost implements fyne.Focusable.
func (g *gate) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (g *gate) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *gate) TypedKey(*fyne.KeyEvent) {}

// CreateRenderer implements fyne.Widget.
func (g *gate) CreateRenderer() fyne.WidgetRenderer {
	return &painter{layout: func(fyne.Size) {}, min: func() fyne.Size { return fyne.Size{} }, refresh: func() {}}
}
