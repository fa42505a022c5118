package desk

import (
	"context"
	"log/slog"
	"time"

	"huoshui/data"
	"huoshui/data/store"
)

// keepAfter is how long after a change a draft is written. It is far below the
// second that may be lost: drawing what was typed and writing it take their
// time on an old machine.
const keepAfter = 250 * time.Millisecond

// keepAgain is how long a draft that could not be written waits: another
// program may hold the database, and the user may not type on.
const keepAgain = 3 * time.Second

// Keeper writes what the user is typing into the database as a draft, so that
// a crash loses the last second at most. It writes a moment after the first
// change, not after the last one: otherwise the draft of a user who types
// without a pause would never be written. It belongs to the window's
// goroutine: the text is built there and written in the background.
type Keeper struct {
	// OnKept is called when a draft is safe.
	OnKept func(at time.Time)

	desk    *Desk
	text    func() string // of the draft that waits to be written, nil for none
	draft   store.Draft
	waiting bool // for the moment to come
}

// NewKeeper makes a keeper. It keeps nothing where the desk has no clock to
// wait with, as in tests and pictures.
func NewKeeper(d *Desk) *Keeper { return &Keeper{desk: d, OnKept: func(time.Time) {}} }

// Keep makes sure that a draft will be written. It calls text when it is time
// to write.
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

// Drop deletes a draft that was saved or is not wanted.
func (k *Keeper) Drop(id string) {
	if k.draft.ID == id {
		k.draft, k.text = store.Draft{}, nil
	}
	k.do(func(ctx context.Context) error { return k.desk.db.DropDraft(ctx, id) }, func() {}, func() {})
}

func (k *Keeper) write() {
	k.waiting = false
	if k.text == nil {
		return
	}
	d, text := k.draft, k.text
	d.Text, d.At = text(), k.desk.Now()
	k.text = nil
	k.do(
		func(ctx context.Context) error { return k.desk.db.KeepDraft(ctx, d) },
		func() { k.OnKept(d.At) },
		func() {
			if k.text == nil && k.draft.ID == d.ID { // neither typed on nor dropped since
				k.text = text
				k.wait(keepAgain)
			}
		})
}

// do puts a write of a draft behind all writes asked for before: a draft that was
// dropped must not be written by one that came earlier.
func (k *Keeper) do(work func(context.Context) error, onDone, onFailed func()) {
	var err error
	k.desk.writes.add(k.desk.Run, job{
		work: func() { err = data.Guard(func() error { return work(context.Background()) }) },
		done: func() {
			if err == nil {
				onDone()
				return
			}
			slog.Error("draft", "err", err) // the form is still there
			onFailed()
		},
	})
}
