package form

import (
	"slices"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// Form shows a record of one kind as labelled fields.
type Form struct {
	// OnChanged is called after the user changed a field, readable or not.
	OnChanged func(key string)

	kind   *data.Kind
	keys   []string // of the fields that have inputs, in their order
	inputs map[string]input.Field
	draft  *Draft
	doubts map[string]string
	grid   *input.Form
}

// New makes a form for a kind of record. Fields without a label and the fields
// to leave out get no input. choose offers the records that references may
// point to.
func New(kind *data.Kind, choose Choose, leftOut ...string) *Form {
	f := &Form{kind: kind, inputs: map[string]input.Field{}}
	for i := range kind.Fields {
		field := &kind.Fields[i]
		if field.Hidden() || slices.Contains(leftOut, field.Key) {
			continue
		}
		if entry := NewInput(field, choose); entry != nil {
			f.keys = append(f.keys, field.Key)
			f.inputs[field.Key] = entry
			frame(entry).OnChanged = func(text string) { f.typed(field.Key, text) }
		}
	}
	f.Show(NewDraft(kind.New()))
	return f
}

// Show shows a draft in the form. A field has its help text only if it is
// empty at this moment.
func (f *Form) Show(d *Draft) {
	f.draft, f.doubts = d, nil
	for _, key := range f.keys {
		help := ""
		if d.Text(key) == "" {
			help = f.kind.Field(key).Help
		}
		frame(f.inputs[key]).Help = help
		f.inputs[key].SetValue(d.Text(key))
		f.inputs[key].Refresh()
		f.note(key)
	}
	if f.grid != nil {
		f.grid.Refresh()
	}
}

// Draft returns the draft in the form.
func (f *Form) Draft() *Draft { return f.draft }

// Input returns the input of a field, nil when the form has none for it.
func (f *Form) Input(key string) input.Field { return f.inputs[key] }

// Reload shows a field again after the program has changed it.
func (f *Form) Reload(key string) {
	f.inputs[key].SetValue(f.draft.Text(key))
	f.note(key)
}

// Settle stores the texts that the inputs have not reported yet, because an
// input reports a change only when the user leaves it. Call it before using
// the draft.
func (f *Form) Settle() {
	for _, key := range f.keys {
		if text := f.inputs[key].Value(); text != f.draft.Text(key) && !f.reads(key, text) {
			f.typed(key, text)
		}
	}
}

// reads reports whether a text, though written otherwise, says what the field
// says already: “1990.1” and “1990.01”, blanks at the end.
func (f *Form) reads(key, text string) bool {
	field := f.kind.Field(key)
	value, err := field.Parse(text)
	return err == nil && value == field.Value(f.draft.Record)
}

// Doubt marks fields as doubtful, each with the reason, and removes the mark
// from all other fields.
func (f *Form) Doubt(doubts map[string]string) {
	f.doubts = doubts
	for _, key := range f.keys {
		f.inputs[key].SetDoubt(doubts[key])
	}
}

// Mark shows again under every field what is wrong or doubtful in it.
func (f *Form) Mark() {
	for _, key := range f.keys {
		f.note(key)
	}
}

// Check marks the fields that prevent saving and goes to the first one.
func (f *Form) Check() bool {
	f.Settle()
	first := f.draft.Check()
	f.Mark()
	if entry := f.inputs[first]; entry != nil {
		entry.Focus()
	}
	return first == ""
}

func (f *Form) typed(key, text string) {
	_ = f.draft.Set(key, text) // the draft keeps what is wrong, and note says it
	if half(f.kind.Field(key)) {
		f.inputs[key].SetProblem("") // said when one leaves the field
	} else {
		f.note(key)
	}
	if f.OnChanged != nil {
		f.OnChanged(key)
	}
}

// half tells fields that cannot be read before they are typed to the end.
func half(f *data.Field) bool { return f.Type == data.TypeDate || f.Type == data.TypeMonth }

// note says under a field what is wrong in it, or else doubtful.
func (f *Form) note(key string) {
	f.inputs[key].SetProblem(f.draft.Problem(key))
	f.inputs[key].SetDoubt(f.doubts[key])
}

// wide is from how many characters on a text takes more than one column.
const wide = 40

// Grid lays the form out. The groups of the description are its headings.
func (f *Form) Grid(columns int) *input.Form {
	grid := input.NewForm(columns)
	group := ""
	for _, key := range f.keys {
		field := f.kind.Field(key)
		if field.Group != group {
			group = field.Group
			grid.AddRow(kit.BoldText(group, kit.ColorText))
		}
		grid.Add(f.inputs[key], span(field, columns))
	}
	f.grid = grid
	return grid
}

func span(f *data.Field, columns int) int {
	switch {
	case f.Type != data.TypeLong && f.Max < wide:
		return 1
	case columns >= 4:
		return 2
	}
	return columns
}
