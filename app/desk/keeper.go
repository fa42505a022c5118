package desk

import (
	"context"
	"log/slog"
	"time"

	"huoshui/data/store"
)

// keepAfter is how long after a change a draft is written. It is far below the
// second that may be lost: drawing what was typed and writing it take their
// time on an old machine.
const keepAfter = 250 * time.Millisecond

// keepAgain is how long a draft that could not be written waits: another
// program may hold the database, and the user may not type on.
const keepAgain = 3 * time.Second

// Keeper writes what is being typed into the database as a draft, so that a
// crash loses the last second at most. It writes a moment after the first
// change, not after the last one: somebody who types without a pause would
// otherwise never be safe. It belongs to the window's goroutine; what it writes
// is put together there, and written away from it.
type Keeper struct {
	// Kept is called when a draft is safe.
	Kept func(at time.Time)

	desk    *Desk
	text    func() string // of the draft that waits to be written, nil for none
	draft   store.Draft
	waiting bool // for the moment to come
	jobs    []keeperJob
	busy    bool
}

// NewKeeper makes a keeper. Where the desk has no clock to wait by, in tests
// and pictures, it keeps nothing.
func NewKeeper(d *Desk) *Keeper { return &Keeper{desk: d, Kept: func(time.Time) {}} }

// Keep sees to it that a draft is written; text is asked when it is time.
func (k *Keeper) Keep(id, kind string, text func() string) {
	if k.desk.After == nil {
		return
	}
	k.draft, k.text = store.Draft{ID: id, Kind: kind}, text
	k.wait(keepAfter)
}

func (k *Keeper) wait(d time.Duration) {
	if !k.waiting {
		k.waiting = true
		k.desk.After(d, k.write)
	}
}

// Drop forgets a draft: it was saved, or is not wanted.
func (k *Keeper) Drop(id string) {
	if k.draft.ID == id {
		k.draft, k.text = store.Draft{}, nil
	}
	k.do(keeperJob{func(ctx context.Context) error { return k.desk.Store.DropDraft(ctx, id) }, func() {}, func() {}})
}

func (k *Keeper) write() {
	k.waiting = false
	if k.text == nil {
		return
	}
	d, text := k.draft, k.text
	d.Text, d.At = text(), k.desk.Now()
	k.text = nil
	k.do(keeperJob{
		func(ctx context.Context) error { return k.desk.Store.KeepDraft(ctx, d) },
		func() { k.Kept(d.At) },
		func() {
			if k.text == nil && k.draft.ID == d.ID { // neither typed on nor dropped since
				k.text = text
				k.wait(keepAgain)
			}
		},
	})
}

// keeperJob is one write; done follows when it has gone well, failed when not.
type keeperJob struct {
	work         func(context.Context) error
	done, failed func()
}

// do puts a job behind those under way: a draft that was dropped must not be
// written by a job that came before.
func (k *Keeper) do(job keeperJob) {
	k.jobs = append(k.jobs, job)
	if !k.busy {
		k.next()
	}
}

func (k *Keeper) next() {
	k.busy = len(k.jobs) > 0
	if !k.busy {
		return
	}
	job := k.jobs[0]
	k.jobs = k.jobs[1:]
	var err error
	k.desk.Run.Go(func() { err = job.work(context.Background()) }, func() {
		if err == nil {
			job.done()
		} else { // the form is still there
			slog.Error("draft", "err", err)
			job.failed()
		}
		k.next()
	})
}
