package input

import (
	"huoshui/app/kit"
)

// Month takes a month in any of the ways people write one. What a month
// is, its parse function knows; the field shows the answer or the objection
// when one goes on: half of 1990.01 is not a mistake yet.
type Month struct {
	Frame
	parse func(text string) (month string, err error)
	entry *entry
}

// NewMonth returns a field for a month. parse turns what was typed into
// the month as it is shown, or an error whose text the user reads.
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

// SetPlaceHolder sets the grey words shown while the field is empty.
func (f *Month) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// Value implements Field: the month as shown, or what was typed if it is none.
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
