// Package form builds inputs from the description of a record: a form of
// labelled fields, or the rows of a table. Each field gets the widget of its
// type and is bound to a draft in both directions. A problem is shown at its
// field.
package form

import (
	"fmt"

	"huoshui/data"
)

// Draft is a record while it is edited. What was typed and cannot be read is
// kept beside the record, so that nothing is lost and nothing wrong is stored.
type Draft struct {
	Record any
	// Whole says that the record stands alone: the one it belongs to is a field
	// like the others, and not given by the page one is on.
	Whole  bool
	kind   *data.Kind
	faults map[string]fault
}

// fault is what was typed into a field and why it cannot stay.
type fault struct{ typed, problem string }

// NewDraft makes a draft of a record given by pointer, which it changes.
func NewDraft(record any) *Draft {
	return &Draft{Record: record, kind: data.KindOf(record), faults: map[string]fault{}}
}

// Follow goes on from another version of the record: fields in which nothing was
// typed since from get what to holds.
func (d *Draft) Follow(from, to any) {
	data.SetID(d.Record, data.IDOf(to))
	data.Follow(d.Record, from, to)
}

// Kind is the kind of the record.
func (d *Draft) Kind() *data.Kind { return d.kind }

// Text is what stands in a field: what was typed last, readable or not.
func (d *Draft) Text(key string) string {
	if f, ok := d.faults[key]; ok && f.typed != "" {
		return f.typed
	}
	f := d.kind.Field(key)
	if f.Type == data.TypeRef {
		id, _ := f.Value(d.Record).(string)
		return id
	}
	return f.Text(d.Record)
}

// Set takes over what was typed into a field. The error is a Chinese sentence;
// the record then keeps the value it had.
func (d *Draft) Set(key, text string) error {
	delete(d.faults, key)
	if err := d.kind.Field(key).SetText(d.Record, text); err != nil {
		d.faults[key] = fault{text, err.Error()}
		return err
	}
	return nil
}

// Problem says what is wrong in a field, "" when nothing is.
func (d *Draft) Problem(key string) string { return d.faults[key].problem }

// Faulty reports whether something was typed that cannot be read.
func (d *Draft) Faulty() bool { return len(d.faults) > 0 }

// Check finds the first field that keeps the record from being stored; "" when
// none does. Fields left empty that must not be are marked on the way.
func (d *Draft) Check() (key string) {
	for i := range d.kind.Fields {
		f := &d.kind.Fields[i]
		if f.Required && (d.Whole || !f.Owner) && d.Text(f.Key) == "" {
			d.faults[f.Key] = fault{"", fmt.Sprintf("请填写“%s”", f.Label)}
		}
		if _, bad := d.faults[f.Key]; bad && key == "" {
			key = f.Key
		}
	}
	return key
}
