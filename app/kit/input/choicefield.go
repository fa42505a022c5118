package input

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// Option is one entry of a drop-down list: the stored value and the text shown
// for it.
type Option struct{ Value, Text string }

// Match reports whether an option fits the typed text. The program supplies
// one that knows pinyin initials.
type Match func(choice Option, typed string) bool

func contains(choice Option, typed string) bool {
	return strings.Contains(strings.ToLower(choice.Text), strings.ToLower(typed))
}

// Choice is a field in which the user chooses one option of a list. Typing,
// Down or a click opens the list, with a search line over the field.
type Choice struct {
	Frame
	// Free offers what was typed as well, as the last choice: the list then
	// helps, and does not bind.
	Free bool
	// Rank says how close a choice that fits is to what was typed, the closest
	// being 0; without it they stay in their order.
	Rank func(choice Option, typed string) int

	match   Match
	choices []Option
	value   string
	face    *choiceFace
}

// NewChoice returns a field with a list. With a nil match it searches for the
// plain text.
func NewChoice(label string, match Match, choices ...Option) *Choice {
	f := &Choice{match: match, choices: choices}
	if match == nil {
		f.match = contains
	}
	f.face = newChoiceFace(f)
	f.build(f, label, f.face)
	return f
}

// SetChoices replaces the list.
func (f *Choice) SetChoices(choices []Option) {
	f.choices = choices
	f.face.Refresh()
}

// SetPlaceHolder sets the grey text shown while nothing is chosen.
func (f *Choice) SetPlaceHolder(text string) {
	f.face.placeHolder = text
	f.face.Refresh()
}

// Value implements Field. It returns the value of the chosen option, not its
// text.
func (f *Choice) Value() string { return f.value }

// SetValue implements Field. A value that is not in the list is shown
// unchanged.
func (f *Choice) SetValue(value string) {
	f.value = value
	f.face.Refresh()
}

// Text returns the text shown in the field.
func (f *Choice) Text() string {
	for _, c := range f.choices {
		if c.Value == f.value {
			return c.Text
		}
	}
	return f.value
}

// SetReadOnly implements Field.
func (f *Choice) SetReadOnly(on bool) { f.setReadOnly(f.face, on) }

// Focus implements Field.
func (f *Choice) Focus() { kit.Focus(f.face) }

func (f *Choice) choose(value string) {
	if value == f.value {
		return
	}
	f.SetValue(value)
	f.SetProblem("")
	f.say(value)
}

// Open shows the options that match the typed text.
func (f *Choice) Open(typed string) {
	if f.face.Disabled() {
		return
	}
	openChoiceList(f.face, choiceList{
		choices: f.choices, match: f.match, rank: f.Rank, free: f.Free, current: f.value, typed: typed,
		onPick: func(c Option) {
			f.choose(c.Value)
			f.Focus()
			nextField(f.face)
		},
		onClose: f.Focus,
	})
}

// choiceFace is the field while its list is closed.
type choiceFace struct {
	widget.DisableableWidget
	field       *Choice
	placeHolder string
	focused     bool

	ground       *canvas.Rectangle
	text, marker *canvas.Text
	fits         kit.Fitter
}

func newChoiceFace(f *Choice) *choiceFace {
	c := &choiceFace{field: f, fits: kit.Fitter{}}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *choiceFace) CreateRenderer() fyne.WidgetRenderer {
	c.ground = kit.Sheet(kit.TextSize(theme.SizeNameInputRadius))
	c.text, c.marker = kit.Text("", kit.ColorText), kit.TextSized("▼", kit.ColorSecondary, kit.SizeSmall)
	c.marker.Alignment = fyne.TextAlignCenter
	d := &kit.Drawn{
		Content: []fyne.CanvasObject{c.ground, c.text, c.marker},
		Place:   c.layout,
		Least:   func() fyne.Size { return fyne.NewSize(80, inputHeight()) },
	}
	d.Repaint = func() {
		c.layout(c.Size())
		canvas.Refresh(c)
	}
	return d
}

// inputHeight is the height Fyne gives its Entry, so that fields line up.
func inputHeight() float32 {
	return fyne.MeasureText("M", kit.TextSize(theme.SizeNameText), fyne.TextStyle{}).Height + 2*kit.TextSize(theme.SizeNameInnerPadding)
}

func (c *choiceFace) layout(size fyne.Size) {
	text, color := c.field.Text(), kit.ColorText
	switch {
	case text == "":
		text, color = c.placeHolder, kit.ColorFaint
	case c.Disabled():
		color = theme.ColorNameDisabled
	}
	pad := kit.TextSize(theme.SizeNameInnerPadding)
	width := size.Width - pad - 26
	c.text.Text, c.text.Color = c.fits.Fit(text, width, kit.TextSize(theme.SizeNameText), false), kit.Paint(color)
	line := theme.ColorNameInputBorder
	if c.focused && !c.Disabled() {
		line = kit.ColorOurs
	}
	c.ground.FillColor, c.ground.StrokeColor = kit.Paint(theme.ColorNameInputBackground), kit.Paint(line)
	placeBorder(c.ground, 0, 0, size.Width, size.Height)
	kit.Put(c.text, pad, 0, width, size.Height)
	kit.Put(c.marker, size.Width-26, 0, 22, size.Height)
}

// Tapped implements fyne.Tappable.
func (c *choiceFace) Tapped(*fyne.PointEvent) {
	kit.Focus(c)
	c.field.Open("")
}

// Cursor implements desktop.Cursorable.
func (c *choiceFace) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (c *choiceFace) FocusGained() {
	c.focused = true
	c.Refresh()
	c.field.gained()
}

// FocusLost implements fyne.Focusable.
func (c *choiceFace) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune implements fyne.Focusable. The typed text starts a search.
func (c *choiceFace) TypedRune(r rune) {
	if kit.IsSpace(r) {
		c.field.Open("")
	} else {
		c.field.Open(string(r))
	}
}

// TypedKey implements fyne.Focusable.
func (c *choiceFace) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyF2:
		c.field.Open("")
	case fyne.KeyReturn, fyne.KeyEnter:
		nextField(c)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if !c.Disabled() {
			c.field.choose("")
		}
	default:
		kit.RouteKey(c, ev)
	}
}
