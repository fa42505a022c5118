// Package input holds the input fields: a text, a number, a month, one of many
// choices. Each has a label and shows its problem. It also holds the form that
// lays them out.
package input

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

const (
	fieldLabelHeight = 24
)

// Field is one labelled input of a form. OnChanged is called when the user
// changes the value, not when the program calls SetValue.
type Field interface {
	fyne.CanvasObject
	Value() string
	SetValue(text string)
	// SetProblem says in words why the value cannot stay; "" takes it back.
	SetProblem(text string)
	// SetDoubt says in words what one should look at again.
	SetDoubt(text string)
	Problem() string
	SetReadOnly(bool)
	// Focus gives the field the keyboard.
	Focus()
	frame() *Frame
}

// Frame is the common part around the input of every field: the label, the
// star of a required field, and the help or problem text under the input.
type Frame struct {
	widget.BaseWidget
	Label    string
	Help     string
	Required bool
	// OnChanged is called with the new value after the user changed it.
	OnChanged func(value string)
	// OnPaste is shown what the clipboard holds before it becomes text of the
	// field; it answers true when it made something else of it.
	OnPaste func(text string) bool

	input    fyne.CanvasObject
	grows    bool // takes the height it is given
	readOnly bool
	problem  string
	doubt    string
	onResize func() // tells the form that the height has changed
	reveal   func() // makes the form show the field that has got the keyboard
	wheel    *wheelCatcher

	label, star *canvas.Text
	border      *canvas.Rectangle
	note        *kit.Paragraph
}

func (f *Frame) build(self fyne.Widget, label string, object fyne.CanvasObject) {
	f.Label, f.input = label, object
	f.label, f.star = kit.Text("", kit.ColorSecondary), kit.Text("*", kit.ColorOurs)
	f.border = canvas.NewRectangle(nil)
	f.border.StrokeWidth, f.border.CornerRadius = 1, 4
	f.note = kit.NewParagraphSized("", kit.ColorSecondary, kit.SizeSmall)
	f.wheel = newWheelCatcher()
	if entry, ok := object.(*entry); ok {
		entry.reveal, entry.onPaste = f.gained, f.paste
	}
	f.ExtendBaseWidget(self)
}

func (f *Frame) frame() *Frame { return f }

func (f *Frame) say(value string) {
	if f.OnChanged != nil {
		f.OnChanged(value)
	}
}

func (f *Frame) paste(text string) bool { return f.OnPaste != nil && f.OnPaste(text) }

// gained is called when the field gets the keyboard.
func (f *Frame) gained() {
	if f.reveal != nil {
		f.reveal()
	}
}

// SetProblem implements Field.
func (f *Frame) SetProblem(text string) { f.setNotes(text, f.doubt) }

// SetDoubt implements Field. A doubt stays while the user types and while a
// problem is shown over it. The caller removes it after a new check.
func (f *Frame) SetDoubt(text string) { f.setNotes(f.problem, text) }

func (f *Frame) setNotes(problem, doubt string) {
	if f.problem == problem && f.doubt == doubt {
		return
	}
	f.problem, f.doubt = problem, doubt
	f.Refresh()
	if f.onResize != nil {
		f.onResize()
	}
}

// Problem returns the problem text, "" when there is none.
func (f *Frame) Problem() string { return f.problem }

// Doubt returns the doubt text, "" when there is none.
func (f *Frame) Doubt() string { return f.doubt }

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	f.recolor()
	return &kit.Drawn{
		Content: []fyne.CanvasObject{f.label, f.star, f.input, f.border, f.note, f.wheel},
		Place:   f.layout, Least: f.minSize, Repaint: f.refresh,
	}
}

func (f *Frame) labelWidth() float32 {
	width := kit.Measure(f.Label, fyne.TextStyle{})
	if f.Required {
		width += f.star.MinSize().Width + 2
	}
	return width
}

// inputTop is where the input begins, below its label.
func (f *Frame) inputTop() float32 {
	if f.Label == "" {
		return 0
	}
	return fieldLabelHeight
}

func (f *Frame) minSize() fyne.Size {
	size := f.input.MinSize().AddWidthHeight(0, f.inputTop())
	if f.note.Text() != "" {
		size.Height += f.note.MinSize().Height
	}
	return fyne.NewSize(max(size.Width, f.labelWidth()), size.Height)
}

// heightAt gives the height the field needs at a width.
func (f *Frame) heightAt(width float32) float32 {
	return f.inputTop() + f.input.MinSize().Height + f.note.HeightAt(width)
}

func (f *Frame) layout(size fyne.Size) {
	y, width := f.inputTop(), size.Width
	text := kit.Measure(f.Label, fyne.TextStyle{})
	line := float32(fieldLabelHeight - 2)
	kit.Put(f.label, 0, 0, text, line)
	kit.Put(f.star, text+2, 0, 10, line)
	note := f.note.HeightAt(width)
	height := f.input.MinSize().Height
	if f.grows {
		height = max(height, size.Height-y-note)
	}
	kit.Put(f.input, 0, y, width, height)
	placeBorder(f.border, 0, y, width, height)
	kit.Put(f.note, 0, y+height+1, width, note)
	kit.Put(f.wheel, 0, y, width, height)
}

func (f *Frame) refresh() {
	f.recolor()
	f.layout(f.Size())
	f.input.Refresh()
	canvas.Refresh(f.label)
	canvas.Refresh(f.border)
}

func (f *Frame) recolor() {
	f.label.Text, f.label.Color = f.Label, kit.Paint(kit.ColorSecondary)
	f.star.Hidden = !f.Required || f.Label == ""
	f.border.Hidden = f.problem == "" && f.doubt == "" && !f.readOnly
	f.border.FillColor, f.border.StrokeColor = color.Transparent, kit.Paint(theme.ColorNameInputBorder)
	if f.readOnly {
		f.border.FillColor = kit.Paint(theme.ColorNameHover)
	}
	switch {
	case f.problem != "":
		f.note.Set(f.problem, kit.ColorOurs)
		f.border.StrokeColor = kit.Paint(kit.ColorOurs)
	case f.doubt != "":
		f.note.Set(f.doubt, kit.ColorDoubt)
		f.border.StrokeColor = kit.Paint(kit.ColorDoubt)
	default:
		f.note.Set(f.Help, kit.ColorSecondary)
	}
}

// placeBorder draws a border exactly over the one of Fyne's Entry.
func placeBorder(border *canvas.Rectangle, x, y, width, height float32) {
	kit.Put(border, x+0.5, y+0.5, width-1.5, height-1.5)
}

// setReadOnly makes the input grey, out of the way of Tab and Enter, and still
// to be read and copied.
func (f *Frame) setReadOnly(input fyne.Disableable, on bool) {
	f.readOnly = on
	if on {
		input.Disable()
	} else {
		input.Enable()
	}
	f.Refresh()
}

// wheelCatcher covers a single-line input and passes the mouse wheel to the
// page. Without it the Entry would take the wheel, and the page would not
// scroll.
type wheelCatcher struct {
	widget.BaseWidget
	pass func(*fyne.ScrollEvent)
}

func newWheelCatcher() *wheelCatcher {
	w := &wheelCatcher{}
	w.Hidden = true
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheelCatcher) Scrolled(ev *fyne.ScrollEvent) { w.pass(ev) }

// CreateRenderer implements fyne.Widget.
func (w *wheelCatcher) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Drawn{Place: func(fyne.Size) {}, Least: func() fyne.Size { return fyne.Size{} }, Repaint: func() {}}
}
