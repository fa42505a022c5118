// Package form builds inputs from the description of a record: a form of
// labelled fields, or the rows of a table. Each field gets the widget of its
// type and is bound to a draft in both directions. A problem is shown at its
// field.
package form

import (
	"fmt"

	"huoshui/data"
)

// Draft is a record while the user edits it. A typed text that cannot be read
// is kept beside the record: the user does not lose it, and no wrong value is
// stored.
type Draft struct {
	Record any
	// Whole says that the record stands alone: the one it belongs to is a field
	// like the others, and not given by the page one is on.
	Whole  bool
	kind   *data.Kind
	faults map[string]fault
}

// fault is the typed text of a field and the reason why it cannot be stored.
type fault struct{ typed, problem string }

// NewDraft makes a draft of a record. The record is a pointer, and the draft
// changes it.
func NewDraft(record any) *Draft {
	return &Draft{Record: record, kind: data.KindOf(record), faults: map[string]fault{}}
}

// Follow moves the draft from one version of its record to another. A field
// that the user has not changed since the version from takes its value from
// to.
func (d *Draft) Follow(from, to any) {
	data.SetID(d.Record, data.IDOf(to))
	data.Follow(d.Record, from, to)
}

// Kind returns the kind of the record.
func (d *Draft) Kind() *data.Kind { return d.kind }

// Text returns the text of a field: the text typed last, whether it can be
// read or not.
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

// Set stores a typed text in a field. If the text cannot be read, the error is
// a Chinese sentence and the record keeps its old value.
func (d *Draft) Set(key, text string) error {
	delete(d.faults, key)
	if err := d.kind.Field(key).SetText(d.Record, text); err != nil {
		d.faults[key] = fault{text, err.Error()}
		return err
	}
	return nil
}

// Problem returns what is wrong in a field, "" when nothing is.
func (d *Draft) Problem(key string) string { return d.faults[key].problem }

// Faulty reports whether any field has a typed text that cannot be read.
func (d *Draft) Faulty() bool { return len(d.faults) > 0 }

// Check returns the key of the first field that prevents saving, "" when there
// is none. It also marks required fields that are empty.
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
