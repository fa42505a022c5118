package records

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// read1 reads one record again.
func (l *list) read1(ctx context.Context, r store.View, id string) (any, error) {
	found, err := store.FindKind(ctx, r, l.kind, store.Where("id", id))
	if err == nil && len(found) == 0 {
		err = data.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// save writes a record as one change: over base, from a month on where it is a
// rule, or as a new one without base.
func (l *list) save(record, base any, since data.Month, onSaved, onFailed func()) {
	what := "新增" + l.kind.Label
	if base != nil {
		what = "修改" + l.kind.Label
	}
	l.desk.WriteOr(what, func(ctx context.Context, tx *store.Tx) error {
		if err := batch.CheckRecords(ctx, tx, batch.Edit{Base: base, Record: record}); err != nil {
			return err
		}
		if base == nil {
			return tx.AddFrom(ctx, record, since)
		}
		return tx.MergeFrom(ctx, base, record, since)
	}, func() {
		onSaved()
		l.read()
	}, onFailed)
}

// remove deletes records as one change, or takes rules out of use from a month on.
func (l *list) remove(ids []string, since data.Month, onRemoved func()) {
	verb := "删除"
	if since != 0 {
		verb = "停用"
	}
	l.desk.Write(fmt.Sprintf("%s%s %d 条", verb, l.kind.Label, len(ids)), func(ctx context.Context, tx *store.Tx) error {
		for _, id := range ids {
			record, err := l.read1(ctx, tx, id)
			if err != nil {
				return err
			}
			if err := tx.RemoveFrom(ctx, record, since); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		onRemoved()
		l.read()
	})
}
