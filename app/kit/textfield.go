package kit

import "fyne.io/fyne/v2"

// TextField takes one line of text.
type TextField struct {
	FieldFrame
	// OnEnter replaces going on to the next field, for a search line.
	OnEnter func(text string)
	// OnLeave is called when the field loses the keyboard.
	OnLeave func(text string)
	entry   *input
}

// NewTextField returns an empty field.
func NewTextField(label string) *TextField {
	f := &TextField{entry: newInput(false)}
	f.build(f, label, f.entry)
	f.entry.changed(f.say)
	f.entry.onKey = f.key
	f.entry.onFocus = f.left
	return f
}

// NewNumberField returns a field in which the input method is off.
func NewNumberField(label string) *TextField {
	f := NewTextField(label)
	f.entry.latin = true
	return f
}

func (f *TextField) key(ev *fyne.KeyEvent) bool {
	if f.OnEnter == nil || ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
		return false
	}
	f.OnEnter(f.entry.Text)
	return true
}

func (f *TextField) left(focused bool) {
	if !focused && f.OnLeave != nil {
		f.OnLeave(f.entry.Text)
	}
}

// SetPlaceHolder sets the grey words shown while the field is empty.
func (f *TextField) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field.
func (f *TextField) Value() string { return f.entry.Text }

// SetValue implements Field.
func (f *TextField) SetValue(text string) { f.entry.set(text) }

// SetReadOnly implements Field.
func (f *TextField) SetReadOnly(on bool) { f.setReadOnly(f.entry, on) }

// Focus implements Field.
func (f *TextField) Focus() { focus(f.entry) }

// AreaField takes text of several lines; Tab or Ctrl+Enter goes on.
type AreaField struct {
	FieldFrame
	entry *input
}

// NewAreaField returns a field that shows a number of lines.
func NewAreaField(label string, lines int) *AreaField {
	f := &AreaField{entry: newInput(true)}
	f.entry.SetMinRowsVisible(lines)
	f.grows = true
	f.build(f, label, f.entry)
	f.entry.changed(f.say)
	return f
}

// SetPlaceHolder sets the grey words shown while the field is empty.
func (f *AreaField) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field.
func (f *AreaField) Value() string { return f.entry.Text }

// SetValue implements Field.
func (f *AreaField) SetValue(text string) { f.entry.set(text) }

// SetReadOnly implements Field.
func (f *AreaField) SetReadOnly(on bool) { f.setReadOnly(f.entry, on) }

// Focus implements Field.
func (f *AreaField) Focus() { focus(f.entry) }

// Insert types a text where the cursor stands.
func (f *AreaField) Insert(text string) {
	for _, r := range text {
		f.entry.TypedRune(r)
	}
}
