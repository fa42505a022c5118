package home

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/data/figure"
)

const (
	lineHeight   = 33
	changeColumn = 62 // at the right, under 较上年
)

// line is one figure of the list. A click anywhere on it opens the people
// behind the figure.
type line struct {
	widget.BaseWidget
	open   func()
	column float32 // kept free at the right, for what stands under 较上年

	label, number, unit, by *canvas.Text
	rule, ground            *canvas.Rectangle
	hovered, focused        bool
}

func newLine(v figure.Value, open func()) *line {
	l := &line{open: open, column: changeColumn}
	l.label = kit.Text(v.Label, kit.ColorText)
	l.number = kit.BoldText(v.Text(), kit.ColorText)
	l.unit = kit.TextSized(v.Definition.Unit(), kit.ColorSecondary, kit.SizeSmall)
	l.by = kit.TextSized(difference(v), kit.ColorSecondary, kit.SizeSmall)
	if v.NoData {
		l.number = kit.TextSized(v.Text(), kit.ColorFaint, kit.SizeSmall)
		l.unit.Text = ""
	}
	l.finish()
	return l
}

// newDue is the line of a reminder: what is due, and how many. Nothing due
// steps back, but can be seen to have been looked at.
func newDue(label, number string, due bool, open func()) *line {
	l := &line{open: open}
	l.label, l.number = kit.Text(label, kit.ColorText), kit.BoldText(number, kit.ColorOurs)
	l.unit, l.by = kit.TextSized("›", kit.ColorOurs, kit.SizeSmall), kit.TextSized("", kit.ColorFaint, kit.SizeSmall)
	if !due {
		l.label, l.number = kit.Text(label, kit.ColorFaint), kit.Text(number, kit.ColorFaint)
		l.unit.Color = l.label.Color
	}
	l.finish()
	return l
}

func (l *line) finish() {
	l.rule, l.ground = canvas.NewRectangle(theme.Color(kit.ColorHeader)), canvas.NewRectangle(color.Transparent)
	l.ExtendBaseWidget(l)
}

// Tapped implements fyne.Tappable.
func (l *line) Tapped(*fyne.PointEvent) { l.open() }

// TypedKey implements fyne.Focusable.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace {
		l.open()
		return
	}
	kit.RouteKey(l, ev)
}

// TypedRune implements fyne.Focusable.
func (l *line) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (l *line) FocusGained() { l.mark(&l.focused, true) }

// FocusLost implements fyne.Focusable.
func (l *line) FocusLost() { l.mark(&l.focused, false) }

// MouseIn implements desktop.Hoverable.
func (l *line) MouseIn(*desktop.MouseEvent) { l.mark(&l.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *line) MouseOut() { l.mark(&l.hovered, false) }

func (l *line) mark(state *bool, on bool) {
	*state = on
	l.Refresh()
}

// Cursor implements desktop.Cursorable.
func (l *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return lineRenderer{l} }

type lineRenderer struct{ *line }

func (lineRenderer) Destroy()           {}
func (lineRenderer) MinSize() fyne.Size { return fyne.NewSize(280, lineHeight) }
func (r lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.rule, r.label, r.number, r.unit, r.by}
}

// Refresh colours the line when the pointer or the keyboard is on it.
func (r lineRenderer) Refresh() {
	r.ground.FillColor = color.Transparent
	if r.hovered || r.focused {
		r.ground.FillColor = theme.Color(kit.ColorOursPale)
	}
	canvas.Refresh(r.ground)
}

// Layout places the label at the left and the numbers in columns at the right.
func (r lineRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height-1)
	place(r.rule, 0, size.Height-1, size.Width, 1)
	by, unit, number := r.by.MinSize(), r.unit.MinSize(), r.number.MinSize()
	base := (size.Height + number.Height) / 2 // smaller texts stand on the line of the number
	place(r.by, size.Width-by.Width-4, base-by.Height-1, by.Width, by.Height)
	x := size.Width - max(r.column, 4) - unit.Width
	place(r.unit, x, base-unit.Height-1, unit.Width, unit.Height)
	x -= number.Width + 4
	place(r.number, x, base-number.Height, number.Width, number.Height)
	label := r.label.MinSize()
	place(r.label, 4, (size.Height-label.Height)/2, x-12, label.Height)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
