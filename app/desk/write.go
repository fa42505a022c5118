package desk

import (
	"context"
	"errors"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// Job is work that changes records: one change, or several made by a package
// below. It waits for earlier writes and is never cancelled.
type Job[T any] struct {
	// Title is shown, with how far the work has come and a way to stop it, when it
	// takes long; empty for work that does not. Before work with a title, a copy of the
	// database is made.
	Title string
	Work  func(ctx context.Context, s *store.Store, tell data.Progress) (T, error)
	// OnDone follows when it is written.
	OnDone func(T)
	// OnFailed follows when it is not, after the user has been told why; nil for
	// nothing.
	OnFailed func(error)
}

// SaveState is how far a write has come, shown at the bottom of the window.
type SaveState int

// The states of a write.
const (
	SaveRunning SaveState = iota // 正在保存
	SaveDone                     // 已保存
	SaveFailed                   // 没有保存
)

// Write makes one change. If it is refused, the user sees why. Otherwise
// the window learns what changed, and onSaved is called.
func (d *Desk) Write(what string, do func(context.Context, *store.Tx) error, onSaved func()) {
	d.WriteOr(what, do, onSaved, func() {})
}

// WriteOr is Write for a form that must do something when the change was not
// written.
func (d *Desk) WriteOr(what string, do func(context.Context, *store.Tx) error, onSaved, onFailed func()) {
	act := d.Act(what)
	Do(d, Job[string]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) (string, error) {
			return s.Change(ctx, act, func(tx *store.Tx) error { return do(ctx, tx) })
		},
		OnDone:   func(string) { onSaved() },
		OnFailed: func(error) { onFailed() },
	})
}

// Do puts a job into the queue of writes. On a conflict, or a warning about an
// appointment, it asks the user and runs the job again with the answer.
func Do[T any](d *Desk, j Job[T]) {
	var answer T
	d.write(write{
		title: j.Title,
		work: func(ctx context.Context, s *store.Store, tell data.Progress) (err error) {
			answer, err = j.Work(ctx, s, tell)
			return err
		},
		done: func() {
			if j.OnDone != nil {
				j.OnDone(answer)
			}
		},
		failed: j.OnFailed,
	}, nil)
}

// write is a job together with where its answer goes.
type write struct {
	title  string
	work   func(context.Context, *store.Store, data.Progress) error
	done   func()
	failed func(error)
	anyway bool                // the user has seen what speaks against its appointments
	walk   func(store.Changed) // of undo and redo, which are no new steps; nil for others
}

// write carries a job out; settled is what the user has decided about its
// conflicts so far.
func (d *Desk) write(w write, settled []store.Settlement) {
	ctx, cancel := context.WithCancel(store.WithSettlements(context.Background(), settled))
	if w.anyway {
		ctx = batch.WithAnyway(ctx)
	}
	db := d.db
	shown := &waiting{}
	if w.title != "" && d.After != nil {
		d.After(patience, func() { shown.show(d, kit.NewProgress(w.title, cancel)) })
	}
	run := d.Run
	tell := func(part float64, detail string) { run.Go(func() {}, func() { shown.tell(part, detail) }) }
	var changed []store.Changed
	var err error
	d.Shell.ShowSaving(SaveRunning)
	onSaved := kit.Saving(d.Shell.Canvas())
	d.writes.add(run, job{
		work: func() {
			db.SetListener(func(c store.Changed) { changed = append(changed, c) })
			err = data.Guard(func() error {
				if w.title != "" && d.After != nil { // it changes much
					if err := backup.IfChanged(ctx, db, d.Now()); err != nil {
						return err
					}
				}
				return w.work(ctx, db, tell)
			})
		},
		done: func() {
			cancel()
			shown.end()
			if err == nil {
				onSaved()
			}
			d.written(w, settled, changed, err)
		},
	})
}

// written tells the window what came of a job.
func (d *Desk) written(w write, settled []store.Settlement, changed []store.Changed, err error) {
	if len(changed) > 0 { // also where a later change of the same job failed
		d.history.note(w, changed)
		d.Shell.Changed(changed)
	}
	var conflict *store.Conflict
	var doubt *batch.Doubt
	switch {
	case err == nil:
		d.Shell.ShowSaving(SaveDone)
		w.done()
		return
	case errors.As(err, &conflict):
		d.Shell.ShowSaving(SaveFailed)
		d.askSettlement(conflict, func(more []store.Settlement) { d.write(w, append(settled, more...)) }, func() { w.fail(err) })
		return
	case errors.As(err, &doubt):
		d.Shell.ShowSaving(SaveFailed)
		d.askAnyway(doubt, func() { w.anyway = true; d.write(w, settled) }, func() { w.fail(err) })
		return
	case errors.Is(err, context.Canceled):
		d.Shell.ShowSaving(SaveDone) // nothing is left unsaved that anybody wants
	default:
		d.Shell.ShowSaving(SaveFailed)
	}
	d.Shell.Fail(err)
	w.fail(err)
}

func (w write) fail(err error) {
	if w.failed != nil {
		w.failed(err)
	}
}
