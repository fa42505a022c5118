package form

import "huoshui/data"

// Kept is a draft as it is kept while nobody has saved it: what differs from a
// record everybody has, by field, and what was typed and cannot be read.
type Kept struct {
	ID     string            `json:"id,omitempty"`
	Values map[string]any    `json:"values,omitempty"`
	Typed  map[string]string `json:"typed,omitempty"`
}

// Keep gives what a draft says otherwise than a record of its kind.
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

// Restore makes a draft say again what was kept, over a copy of the record it
// was kept against. What the description no longer knows is passed over.
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
