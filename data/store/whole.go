package store

import (
	"context"
	"errors"
	"fmt"

	"huoshui/data"
)

// Whole lists a record and every record that cannot exist without it: the
// records that belong to it, those that belong to them, and those with a
// required reference to one of them. The record itself comes last.
func Whole(ctx context.Context, v View, record any) ([]any, error) {
	w := whole{seen: map[string]bool{}}
	err := w.add(ctx, v, record)
	return w.list, err
}

type whole struct {
	list []any
	seen map[string]bool
}

func (w *whole) add(ctx context.Context, v View, record any) error {
	kind, id := data.KindOf(record), data.IDOf(record)
	if w.seen[kind.Name+id] {
		return nil
	}
	w.seen[kind.Name+id] = true
	err := eachReference(kind, func(other *data.Kind, f *data.Field) error {
		if !f.Owner && !f.Required {
			return nil
		}
		found, err := FindKind(ctx, v, other, Where(f.Key, id))
		if err != nil {
			return err
		}
		for _, r := range found {
			if err := w.add(ctx, v, r); err != nil {
				return err
			}
		}
		return nil
	})
	w.list = append(w.list, record)
	return err
}

// eachReference calls do with every field, of whatever kind, that refers to
// records of a kind.
func eachReference(kind *data.Kind, do func(*data.Kind, *data.Field) error) error {
	var failed error
	for _, other := range data.Kinds() {
		for i := range other.Fields {
			if f := &other.Fields[i]; f.Type == data.TypeRef && f.Kind == kind.Name {
				failed = errors.Join(failed, do(other, f))
			}
		}
	}
	return failed
}

// RemoveWhole deletes a record with every record that cannot exist without it
// (Whole), and empties the fields of other records that refer to any of them.
// It returns how many records were deleted.
func (t *Tx) RemoveWhole(ctx context.Context, record any) (removed int, err error) {
	w := whole{seen: map[string]bool{}}
	if err := w.add(ctx, t, record); err != nil {
		return 0, err
	}
	for _, r := range w.list {
		if err := t.unrefer(ctx, r, w.seen); err != nil {
			return 0, fmt.Errorf("store: remove whole: %w", err)
		}
		if err := t.Remove(ctx, r); err != nil {
			return 0, err
		}
	}
	return len(w.list), nil
}

// unrefer empties the fields of other records that refer to this one, but for
// those that go with it.
func (t *Tx) unrefer(ctx context.Context, record any, going map[string]bool) error {
	return eachReference(data.KindOf(record), func(other *data.Kind, f *data.Field) error {
		if f.Owner || f.Required {
			return nil
		}
		found, err := FindKind(ctx, t, other, Where(f.Key, data.IDOf(record)))
		if err != nil {
			return err
		}
		for _, base := range found {
			if going[other.Name+data.IDOf(base)] {
				continue
			}
			changed := data.Clone(base)
			if err := f.SetValue(changed, nil); err != nil {
				return err
			}
			if err := t.Merge(ctx, base, changed); err != nil {
				return err
			}
		}
		return nil
	})
}
