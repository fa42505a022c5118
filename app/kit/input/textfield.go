package input

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// Text is a field for one line of text.
type Text struct {
	Frame
	// OnEnter replaces going on to the next field, for a search line.
	OnEnter func(text string)
	// OnLeave is called when the field loses the keyboard.
	OnLeave func(text string)
	entry   *entry
}

// NewText returns an empty field for one line of text.
func NewText(label string) *Text {
	f := &Text{entry: newEntry(false)}
	f.build(f, label, f.entry)
	f.entry.changed(f.say)
	f.entry.onKey = f.key
	f.entry.onFocus = f.left
	return f
}

// NewNumber returns a field for a number. The input method is off in it.
func NewNumber(label string) *Text {
	f := NewText(label)
	f.entry.latin = true
	return f
}

// NewPassword returns a field whose text is not shown. The input method is off in it:
// a password has to be typed the same everywhere.
func NewPassword(label string) *Text {
	f := NewNumber(label)
	f.entry.Password = true
	return f
}

func (f *Text) key(ev *fyne.KeyEvent) bool {
	if f.OnEnter == nil || ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
		return false
	}
	f.OnEnter(f.entry.Text)
	return true
}

func (f *Text) left(focused bool) {
	if !focused && f.OnLeave != nil {
		f.OnLeave(f.entry.Text)
	}
}

// SetPlaceHolder sets the grey text shown while the field is empty.
func (f *Text) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field.
func (f *Text) Value() string { return f.entry.Text }

// SetValue implements Field.
func (f *Text) SetValue(text string) { f.entry.set(text) }

// SetReadOnly implements Field.
func (f *Text) SetReadOnly(on bool) { f.setReadOnly(f.entry, on) }

// Focus implements Field.
func (f *Text) Focus() { kit.Focus(f.entry) }

// FocusOn gives the field the keyboard on a canvas that has not painted it yet.
func (f *Text) FocusOn(c fyne.Canvas) { c.Focus(f.entry) }

// Area is a field for several lines of text. Tab or Ctrl+Enter goes to the
// next field.
type Area struct {
	Frame
	entry *entry
}

// NewArea returns a field that is a number of lines high.
func NewArea(label string, lines int) *Area {
	f := &Area{entry: newEntry(true)}
	f.entry.SetMinRowsVisible(lines)
	f.grows = true
	f.build(f, label, f.entry)
	f.entry.changed(f.say)
	return f
}

// SetPlaceHolder sets the grey text shown while the field is empty.
func (f *Area) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field.
func (f *Area) Value() string { return f.entry.Text }

// SetValue implements Field.
func (f *Area) SetValue(text string) { f.entry.set(text) }

// SetReadOnly implements Field.
func (f *Area) SetReadOnly(on bool) { f.setReadOnly(f.entry, on) }

// Focus implements Field.
func (f *Area) Focus() { kit.Focus(f.entry) }

// Insert inserts a text at the cursor.
func (f *Area) Insert(text string) {
	for _, r := range text {
		f.entry.TypedRune(r)
	}
}
