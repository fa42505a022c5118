package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	fieldLabelHeight = 24
)

// Field is one labelled input of a form. SetValue is for the program and does
// not call OnChanged; what the user does, does.
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
	frame() *FieldFrame
}

// FieldFrame is what every field has around its input: the label, the star of
// what is required, and under the input a word of help or of what is wrong.
type FieldFrame struct {
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
	resized  func() // tells the form that the height has changed
	reveal   func() // makes the form show the field that has got the keyboard
	wheel    *wheelCatcher

	label, star *canvas.Text
	border      *canvas.Rectangle
	note        *Paragraph
}

func (f *FieldFrame) build(self fyne.Widget, label string, object fyne.CanvasObject) {
	f.Label, f.input = label, object
	f.label, f.star = Text("", ColorSecondary), Text("*", ColorOurs)
	f.border = canvas.NewRectangle(nil)
	f.border.StrokeWidth, f.border.CornerRadius = 1, 4
	f.note = NewParagraphSized("", ColorSecondary, SizeSmall)
	f.wheel = newWheelCatcher()
	if entry, ok := object.(*input); ok {
		entry.reveal, entry.onPaste = f.gained, f.paste
	}
	f.ExtendBaseWidget(self)
}

func (f *FieldFrame) frame() *FieldFrame { return f }

func (f *FieldFrame) say(value string) {
	if f.OnChanged != nil {
		f.OnChanged(value)
	}
}

func (f *FieldFrame) paste(text string) bool { return f.OnPaste != nil && f.OnPaste(text) }

// gained is called when the field gets the keyboard.
func (f *FieldFrame) gained() {
	if f.reveal != nil {
		f.reveal()
	}
}

// SetProblem implements Field.
func (f *FieldFrame) SetProblem(text string) { f.setNotes(text, f.doubt) }

// SetDoubt implements Field. A doubt stays beneath a problem and while the user
// types; who has it checked again takes it back.
func (f *FieldFrame) SetDoubt(text string) { f.setNotes(f.problem, text) }

func (f *FieldFrame) setNotes(problem, doubt string) {
	if f.problem == problem && f.doubt == doubt {
		return
	}
	f.problem, f.doubt = problem, doubt
	f.Refresh()
	if f.resized != nil {
		f.resized()
	}
}

// Problem returns what was said to be wrong, "" when nothing is.
func (f *FieldFrame) Problem() string { return f.problem }

// Doubt returns what was said to be doubtful, "" when nothing is.
func (f *FieldFrame) Doubt() string { return f.doubt }

// CreateRenderer implements fyne.Widget.
func (f *FieldFrame) CreateRenderer() fyne.WidgetRenderer {
	f.recolor()
	return &drawn{
		objects: []fyne.CanvasObject{f.label, f.star, f.input, f.border, f.note, f.wheel},
		layout:  f.layout, min: f.minSize, refresh: f.refresh,
	}
}

func (f *FieldFrame) labelWidth() float32 {
	width := measure(f.Label, fyne.TextStyle{})
	if f.Required {
		width += f.star.MinSize().Width + 2
	}
	return width
}

// inputTop is where the input begins, below its label.
func (f *FieldFrame) inputTop() float32 {
	if f.Label == "" {
		return 0
	}
	return fieldLabelHeight
}

func (f *FieldFrame) minSize() fyne.Size {
	size := f.input.MinSize().AddWidthHeight(0, f.inputTop())
	if f.note.Text() != "" {
		size.Height += f.note.MinSize().Height
	}
	return fyne.NewSize(max(size.Width, f.labelWidth()), size.Height)
}

// heightAt gives the height the field needs at a width.
func (f *FieldFrame) heightAt(width float32) float32 {
	return f.inputTop() + f.input.MinSize().Height + f.note.HeightAt(width)
}

func (f *FieldFrame) layout(size fyne.Size) {
	y, width := f.inputTop(), size.Width
	text := measure(f.Label, fyne.TextStyle{})
	line := float32(fieldLabelHeight - 2)
	put(f.label, 0, 0, text, line)
	put(f.star, text+2, 0, 10, line)
	note := f.note.HeightAt(width)
	height := f.input.MinSize().Height
	if f.grows {
		height = max(height, size.Height-y-note)
	}
	put(f.input, 0, y, width, height)
	placeBorder(f.border, 0, y, width, height)
	put(f.note, 0, y+height+1, width, note)
	put(f.wheel, 0, y, width, height)
}

func (f *FieldFrame) refresh() {
	f.recolor()
	f.layout(f.Size())
	f.input.Refresh()
	canvas.Refresh(f.label)
	canvas.Refresh(f.border)
}

func (f *FieldFrame) recolor() {
	f.label.Text, f.label.Color = f.Label, paint(ColorSecondary)
	f.star.Hidden = !f.Required || f.Label == ""
	f.border.Hidden = f.problem == "" && f.doubt == "" && !f.readOnly
	f.border.FillColor, f.border.StrokeColor = color.Transparent, paint(theme.ColorNameInputBorder)
	if f.readOnly {
		f.border.FillColor = paint(theme.ColorNameHover)
	}
	switch {
	case f.problem != "":
		f.note.Set(f.problem, ColorOurs)
		f.border.StrokeColor = paint(ColorOurs)
	case f.doubt != "":
		f.note.Set(f.doubt, ColorDoubt)
		f.border.StrokeColor = paint(ColorDoubt)
	default:
		f.note.Set(f.Help, ColorSecondary)
	}
}

// placeBorder draws a border exactly over the one of Fyne's Entry.
func placeBorder(border *canvas.Rectangle, x, y, width, height float32) {
	put(border, x+0.5, y+0.5, width-1.5, height-1.5)
}

// setReadOnly makes the input grey, out of the way of Tab and Enter, and still
// to be read and copied.
func (f *FieldFrame) setReadOnly(input fyne.Disableable, on bool) {
	f.readOnly = on
	if on {
		input.Disable()
	} else {
		input.Enable()
	}
	f.Refresh()
}

// wheelCatcher lies over a single-line input and passes the wheel on to the
// page: an Entry scrolls within itself, and the page would stop under it.
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
	return &drawn{layout: func(fyne.Size) {}, min: func() fyne.Size { return fyne.Size{} }, refresh: func() {}}
}
