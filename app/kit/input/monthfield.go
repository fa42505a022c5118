package input

import (
	"huoshui/app/kit"
)

// Month is a field for a month. It accepts the usual ways to write one. Its
// parse function decides what is a month. The field shows the result or the
// problem only when the user leaves it, because half of 1990.01 is not a
// mistake yet.
type Month struct {
	Frame
	parse func(text string) (month string, err error)
	entry *entry
}

// NewMonth returns a field for a month. parse returns the month for a typed
// text in the form in which it is shown, or an error whose text the user
// reads.
func NewMonth(label string, parse func(text string) (month string, err error)) *Month {
	f := &Month{parse: parse, entry: newEntry(false)}
	f.entry.latin = true
	f.entry.SetPlaceHolder("1990.01")
	f.build(f, label, f.entry)
	f.entry.changed(func(text string) {
		f.say(text)
		f.SetProblem("")
	})
	f.entry.onFocus = func(focused bool) {
		if !focused {
			f.settle()
		}
	}
	return f
}

// settle reads what was typed when the user goes on to the next field.
func (f *Month) settle() {
	if f.entry.Text == "" {
		return
	}
	month, err := f.parse(f.entry.Text)
	switch {
	case err != nil:
		f.SetProblem(err.Error())
	case month != f.entry.Text:
		f.entry.set(month)
		f.say(month)
	}
}

// SetPlaceHolder sets the grey text shown while the field is empty.
func (f *Month) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field. It returns the month as shown, or the typed text if
// that is not a month.
func (f *Month) Value() string {
	if month, err := f.parse(f.entry.Text); err == nil && f.entry.Text != "" {
		return month
	}
	return f.entry.Text
}

// SetValue implements Field.
func (f *Month) SetValue(text string) { f.entry.set(text) }

// SetReadOnly implements Field.
func (f *Month) SetReadOnly(on bool) { f.setReadOnly(f.entry, on) }

// Focus implements Field.
func (f *Month) Focus() { kit.Focus(f.entry) }
