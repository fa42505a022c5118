package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is one entry of a drop-down list: what is kept and what is read.
type Choice struct{ Value, Text string }

// Match says whether a choice fits what was typed; the program brings one that
// knows the initials of pinyin.
type Match func(choice Choice, typed string) bool

func contains(choice Choice, typed string) bool {
	return strings.Contains(strings.ToLower(choice.Text), strings.ToLower(typed))
}

// ChoiceField takes one of a list. Typing, Down or a click opens the list with
// a search line in the place of the field.
type ChoiceField struct {
	FieldFrame
	// Free offers what was typed as well, as the last choice: the list then
	// helps, and does not bind.
	Free bool
	// Rank says how close a choice that fits is to what was typed, the closest
	// being 0; without it they stay in their order.
	Rank func(choice Choice, typed string) int

	match   Match
	choices []Choice
	value   string
	face    *choiceFace
}

// NewChoiceField returns a field over a list; match may be nil for plain search.
func NewChoiceField(label string, match Match, choices ...Choice) *ChoiceField {
	f := &ChoiceField{match: match, choices: choices}
	if match == nil {
		f.match = contains
	}
	f.face = newChoiceFace(f)
	f.build(f, label, f.face)
	return f
}

// SetChoices replaces the list.
func (f *ChoiceField) SetChoices(choices []Choice) {
	f.choices = choices
	f.face.Refresh()
}

// SetPlaceHolder sets the grey words shown while nothing is chosen.
func (f *ChoiceField) SetPlaceHolder(text string) {
	f.face.placeHolder = text
	f.face.Refresh()
}

// Value implements Field: the value of the choice, not its text.
func (f *ChoiceField) Value() string { return f.value }

// SetValue implements Field. A value that is not in the list is shown as it is.
func (f *ChoiceField) SetValue(value string) {
	f.value = value
	f.face.Refresh()
}

// Text returns what is read in the field.
func (f *ChoiceField) Text() string {
	for _, c := range f.choices {
		if c.Value == f.value {
			return c.Text
		}
	}
	return f.value
}

// SetReadOnly implements Field.
func (f *ChoiceField) SetReadOnly(on bool) { f.setReadOnly(f.face, on) }

// Focus implements Field.
func (f *ChoiceField) Focus() { focus(f.face) }

func (f *ChoiceField) choose(value string) {
	if value == f.value {
		return
	}
	f.SetValue(value)
	f.SetProblem("")
	f.say(value)
}

// Open shows the list, narrowed to what is typed.
func (f *ChoiceField) Open(typed string) {
	if f.face.Disabled() {
		return
	}
	openChoiceList(f.face, choiceList{
		choices: f.choices, match: f.match, rank: f.Rank, free: f.Free, current: f.value, typed: typed,
		picked: func(c Choice) {
			f.choose(c.Value)
			f.Focus()
			nextField(f.face)
		},
		closed: f.Focus,
	})
}

// choiceFace is the closed field.
type choiceFace struct {
	widget.DisableableWidget
	field       *ChoiceField
	placeHolder string
	focused     bool

	ground       *canvas.Rectangle
	text, marker *canvas.Text
	fits         fitter
}

func newChoiceFace(f *ChoiceField) *choiceFace {
	c := &choiceFace{field: f, fits: fitter{}}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *choiceFace) CreateRenderer() fyne.WidgetRenderer {
	c.ground = sheet(textSize(theme.SizeNameInputRadius))
	c.text, c.marker = Text("", ColorText), TextSized("▼", ColorSecondary, SizeSmall)
	c.marker.Alignment = fyne.TextAlignCenter
	d := &drawn{
		objects: []fyne.CanvasObject{c.ground, c.text, c.marker},
		layout:  c.layout,
		min:     func() fyne.Size { return fyne.NewSize(80, inputHeight()) },
	}
	d.refresh = func() {
		c.layout(c.Size())
		canvas.Refresh(c)
	}
	return d
}

// inputHeight is the height Fyne gives its Entry, so that fields line up.
func inputHeight() float32 {
	return fyne.MeasureText("M", textSize(theme.SizeNameText), fyne.TextStyle{}).Height + 2*textSize(theme.SizeNameInnerPadding)
}

func (c *choiceFace) layout(size fyne.Size) {
	text, color := c.field.Text(), ColorText
	switch {
	case text == "":
		text, color = c.placeHolder, ColorFaint
	case c.Disabled():
		color = theme.ColorNameDisabled
	}
	pad := textSize(theme.SizeNameInnerPadding)
	width := size.Width - pad - 26
	c.text.Text, c.text.Color = c.fits.fit(text, width, textSize(theme.SizeNameText), false), paint(color)
	line := theme.ColorNameInputBorder
	if c.focused && !c.Disabled() {
		line = ColorOurs
	}
	c.ground.FillColor, c.ground.StrokeColor = paint(theme.ColorNameInputBackground), paint(line)
	placeBorder(c.ground, 0, 0, size.Width, size.Height)
	put(c.text, pad, 0, width, size.Height)
	put(c.marker, size.Width-26, 0, 22, size.Height)
}

// Tapped implements fyne.Tappable.
func (c *choiceFace) Tapped(*fyne.PointEvent) {
	focus(c)
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

// TypedRune implements fyne.Focusable: what is typed searches.
func (c *choiceFace) TypedRune(r rune) {
	if isSpace(r) {
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
		routeKey(c, ev)
	}
}
