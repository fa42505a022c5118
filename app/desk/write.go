package desk

import (
	"context"

	"huoshui/data/store"
)

// Write carries out one change away from the window's goroutine. Where it is
// refused the user is told why; else the window learns of it, and done follows.
func (d *Desk) Write(l *Latest, what string, do func(context.Context, *store.Tx) error, done func()) {
	db, act := d.Store, d.Act(what)
	Try(l, d.Run, func(ctx context.Context) (string, error) {
		return db.Change(ctx, act, func(tx *store.Tx) error { return do(ctx, tx) })
	}, func(_ string, err error) {
		if err != nil {
			d.Shell.Fail(err)
			return
		}
		d.Shell.Changed()
		done()
	})
}
