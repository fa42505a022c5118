package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"huoshui/data"
)

// Merge writes an existing record. base is the record as the caller read it;
// changed is the same record after editing. The fields that differ between the
// two are written over what is stored now. If somebody else has changed such a
// field to another value meanwhile, or deleted the record, that is a conflict:
// the whole change fails with a *Conflict after do has run to its end, so that
// all conflicts are reported at once. Afterwards changed holds what is stored,
// so it can be the base of the next Merge.
func (t *Tx) Merge(ctx context.Context, base, changed any) error {
	kind := data.KindOf(changed)
	id := data.IDOf(base)
	if data.KindOf(base) != kind || data.IDOf(changed) != id {
		panic("store: merge of two different records")
	}
	stored, err := t.stored(ctx, kind, id)
	if err != nil {
		return err
	}
	if stored == nil {
		return t.mergeGone(ctx, kind, base, changed)
	}
	merged, err := t.onto(ctx, stored, base, changed)
	if err != nil || merged == nil {
		return err
	}
	if err := t.put(ctx, kind, stored, merged); err != nil {
		return err
	}
	data.Copy(changed, merged)
	return nil
}

// onto is what is stored now with what changed differs from base in; nil where
// that is in conflict with what somebody else has changed.
func (t *Tx) onto(ctx context.Context, stored, base, changed any) (merged any, err error) {
	kind, id := data.KindOf(stored), data.IDOf(stored)
	merged = data.Clone(stored)
	clash := ConflictRecord{Kind: kind, ID: id, Name: data.NameOf(stored)}
	for _, f := range t.edited(kind, base, changed) {
		was, mine, now := f.Value(base), f.Value(changed), f.Value(stored)
		if now != was && now != mine {
			if mineHolds, ok := settledAs(ctx, kind, id, f.Key, now); ok {
				if mineHolds {
					if err := f.SetValue(merged, mine); err != nil {
						return nil, err
					}
				}
				continue
			}
			clash.Fields = append(clash.Fields, ConflictField{Field: f, Base: was, Mine: mine, Stored: now})
			continue
		}
		if err := f.SetValue(merged, mine); err != nil {
			return nil, err
		}
	}
	if len(clash.Fields) > 0 {
		return nil, t.clash(ctx, clash)
	}
	return merged, nil
}

// mergeGone writes a record that was deleted meanwhile: again where a person has
// decided so, not at all where he has decided to leave it deleted.
func (t *Tx) mergeGone(ctx context.Context, kind *data.Kind, base, changed any) error {
	switch mine, ok := settledAs(ctx, kind, data.IDOf(base), "", nil); {
	case !ok:
		return t.clash(ctx, ConflictRecord{Kind: kind, ID: data.IDOf(base), Name: data.NameOf(base), Gone: true})
	case mine:
		return t.Add(ctx, changed)
	}
	return nil
}

// differing lists the fields in which what is stored now differs from what a
// remover has read.
func differing(kind *data.Kind, read, stored any) []ConflictField {
	var list []ConflictField
	for i := range kind.Fields {
		if f := &kind.Fields[i]; !f.Hidden() && f.Value(read) != f.Value(stored) {
			list = append(list, ConflictField{Field: f, Base: f.Value(read), Stored: f.Value(stored)})
		}
	}
	return list
}

// edited lists the fields in which changed differs from base, without those the
// record fills by itself.
func (t *Tx) edited(kind *data.Kind, base, changed any) []*data.Field {
	var list []*data.Field
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if !f.Hidden() && f.Value(base) != f.Value(changed) {
			list = append(list, f)
		}
	}
	return list
}

// clash keeps a conflict for the end of the change, with who caused it and when.
func (t *Tx) clash(ctx context.Context, c ConflictRecord) error {
	if t.conflict == nil {
		t.conflict = &Conflict{}
	}
	if err := t.whose(ctx, &c); err != nil {
		return err
	}
	t.conflict.Records = append(t.conflict.Records, c)
	return nil
}

// whose finds who last changed a record, or any of the fields in conflict.
func (t *Tx) whose(ctx context.Context, c *ConflictRecord) error {
	found, err := entries(ctx, t, "r.record = ? AND r.kind = ?", c.ID, c.Kind.Name)
	if err != nil {
		return err
	}
	for _, e := range found {
		for _, row := range e.Rows {
			if row.touches(c) {
				c.Who, c.At = e.Who, e.At
				return nil
			}
		}
	}
	return nil
}

func (r EntryRow) touches(c *ConflictRecord) bool {
	if c.Gone || r.Before == nil {
		return c.Gone == (r.After == nil)
	}
	for _, f := range c.Fields {
		if _, ok := r.After[f.Field.Key]; ok {
			return true
		}
	}
	return false
}

// Save adds a record when base is nil and merges it otherwise.
func Save[T any](ctx context.Context, tx *Tx, base, changed *T) error {
	if base == nil {
		return tx.Add(ctx, changed)
	}
	return tx.Merge(ctx, base, changed)
}

// Edit reads a record in a change, calls edit on it, and writes what edit
// changed. It is for code that decides by what is stored now, so there can be
// no conflict. If there is no such record the error is data.ErrNotFound.
func Edit[T any](ctx context.Context, tx *Tx, id string, edit func(*T) error) error {
	base, err := Get[T](ctx, tx, id)
	if err != nil {
		return err
	}
	changed := *base
	if err := edit(&changed); err != nil {
		return err
	}
	return tx.Merge(ctx, base, &changed)
}

// Conflict is the error of a change that would overwrite what others have
// changed since its caller read the records. Nothing was written. The user has
// to decide which value holds.
type Conflict struct{ Records []ConflictRecord }

// ConflictRecord is one record with fields changed on both sides.
type ConflictRecord struct {
	Kind   *data.Kind
	ID     string
	Name   string // how the record is called, as far as it says itself
	Gone   bool   // it was deleted meanwhile; then Fields is empty
	Fields []ConflictField

	// Removing says that the record was to be deleted, while others changed Fields.
	Removing bool

	Who string    // changed or deleted it meanwhile; empty when the log does not tell
	At  time.Time // and when
}

// ConflictField is a field with the three values: as it was read, as it was
// edited, and as it is stored now.
type ConflictField struct {
	Field              *data.Field
	Base, Mine, Stored any
}

// Error is for the log and contains no names.
func (c *Conflict) Error() string {
	return fmt.Sprintf("store: %d records were changed meanwhile", len(c.Records))
}

// Unwrap returns the sentence for the user: every conflict with both values,
// who and when.
func (c *Conflict) Unwrap() error {
	parts := make([]string, len(c.Records))
	for i, r := range c.Records {
		parts[i] = r.String()
	}
	return data.Refuse("没有保存："+strings.Join(parts, "；")+"。请核对后决定用哪一个。", nil)
}

// String describes the conflict of one record in Chinese.
func (r ConflictRecord) String() string {
	by := "别人"
	if r.Who != "" {
		by = r.Who
	}
	if !r.At.IsZero() {
		by += "于 " + r.At.Local().Format("2006.01.02 15:04") + " "
	}
	name := r.Kind.Label
	if r.Name != "" {
		name += "“" + r.Name + "”"
	}
	if r.Gone {
		return name + "已被" + by + "删除"
	}
	parts := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		parts[i] = fmt.Sprintf("“%s”已被%s改为“%s”", f.Field.Label, by, f.Field.Show(f.Stored))
		if r.Removing {
			parts[i] += "，这里要删除它"
		} else {
			parts[i] += fmt.Sprintf("，这里要改为“%s”", f.Field.Show(f.Mine))
		}
	}
	return name + "的" + strings.Join(parts, "，")
}
