package form

import "huoshui/data"

// Kept is the stored form of an unsaved draft: the values that differ from the
// record it is compared with, by field key, and the typed texts that cannot be
// read.
type Kept struct {
	ID     string            `json:"id,omitempty"`
	Values map[string]any    `json:"values,omitempty"`
	Typed  map[string]string `json:"typed,omitempty"`
}

// Keep returns how the draft differs from base, a record of the same kind.
func (d *Draft) Keep(base any) Kept {
	k := Kept{ID: data.IDOf(d.Record), Values: map[string]any{}, Typed: map[string]string{}}
	for i := range d.kind.Fields {
		f := &d.kind.Fields[i]
		if value := f.Value(d.Record); value != f.Value(base) {
			k.Values[f.Key] = value
		}
	}
	for key, fault := range d.faults {
		if fault.typed != "" {
			k.Typed[key] = fault.typed
		}
	}
	return k
}

// Restore makes the draft again from a copy of base, the record it was
// compared with. It skips fields that the description no longer has.
func (k Kept) Restore(base any) *Draft {
	d := NewDraft(data.Clone(base))
	data.SetID(d.Record, k.ID)
	for key, value := range k.Values {
		if f := d.kind.Field(key); f != nil {
			_ = f.SetValue(d.Record, value) // a field holds what it gave
		}
	}
	for key, text := range k.Typed {
		if d.kind.Field(key) != nil {
			_ = d.Set(key, text) // it is wrong again, and says so
		}
	}
	return d
}
