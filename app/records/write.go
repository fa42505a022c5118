package records

import (
	"context"
	"fmt"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/store"
)

// read1 reads one record anew.
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
func (l *list) save(latest *desk.Latest, record, base any, since data.Month, done func(change string)) {
	what := "新增" + l.kind.Label
	if base != nil {
		what = "修改" + l.kind.Label
	}
	db, act := l.desk.Store, l.desk.Act(what)
	desk.Try(latest, l.desk.Run, func(ctx context.Context) (string, error) {
		return db.Change(ctx, act, func(tx *store.Tx) error {
			if base == nil {
				return tx.Add(ctx, record)
			}
			return tx.MergeFrom(ctx, base, record, since)
		})
	}, l.finish(done))
}

// remove deletes records as one change, or takes rules out of use from a month on.
func (l *list) remove(latest *desk.Latest, ids []string, since data.Month, done func(change string)) {
	verb := "删除"
	if since != 0 {
		verb = "停用"
	}
	db, act := l.desk.Store, l.desk.Act(fmt.Sprintf("%s%s %d 条", verb, l.kind.Label, len(ids)))
	desk.Try(latest, l.desk.Run, func(ctx context.Context) (string, error) {
		return db.Change(ctx, act, func(tx *store.Tx) error {
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
		})
	}, l.finish(done))
}

// takeBack undoes a change.
func (l *list) takeBack(latest *desk.Latest, change string, done func(string)) {
	db, act := l.desk.Store, l.desk.Act("撤销"+l.kind.Label+"的上次改动")
	desk.Try(latest, l.desk.Run, func(ctx context.Context) (string, error) {
		return db.TakeBack(ctx, act, change)
	}, l.finish(done))
}

func (l *list) finish(done func(change string)) func(string, error) {
	return func(change string, err error) {
		if err != nil {
			l.desk.Shell.Fail(err)
			return
		}
		done(change)
		l.desk.Shell.Changed()
		l.read()
	}
}
