package desk_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func add(name string) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error { return tx.Add(ctx, &data.Cadre{Name: name}) }
}

// Every write that was asked for is carried out, in order, whatever was asked
// for after it; the one behind a failed one too.
func TestNothingCancelsAWrite(t *testing.T) {
	d, shell := desktest.Open(t)
	late := &desktest.Late{}
	d.Run = late
	var done []string
	for _, name := range []string{"甲", "", "乙"} {
		d.Write("新增干部", add(name), func() { done = append(done, name) })
	}
	closed := false
	d.WhenWritten(func() { closed = len(done) == 2 })
	if closed || len(late.Waiting) != 1 {
		t.Fatalf("%d writes at the same time", len(late.Waiting))
	}
	if shell.Saving != desk.SaveRunning {
		t.Error("the window does not tell that something is being saved")
	}
	late.Flush()
	if !slices.Equal(done, []string{"甲", "乙"}) || !closed || len(storetest.All[data.Cadre](t, d.Store)) != 2 {
		t.Errorf("%v, closed %v", done, closed)
	}
	if len(shell.Failed) != 1 || shell.Changes != 2 || shell.Saving != desk.SaveDone {
		t.Errorf("failed %v, told %d changes", shell.Failed, shell.Changes)
	}
}

// Undo and redo walk the changes of the sitting, of whatever room, and say which.
func TestUndoAndRedo(t *testing.T) {
	d, shell := desktest.Open(t)
	for _, name := range []string{"甲", "乙", "丙"} {
		d.Write("新增"+name, add(name), func() {})
	}
	count := func() int { return len(storetest.All[data.Cadre](t, d.Store)) }
	d.Undo()
	d.Undo()
	if count() != 1 || shell.Said[len(shell.Said)-1] != "已撤销“新增乙”。按 Ctrl+Y 重做" {
		t.Errorf("%d left, said %q", count(), shell.Said)
	}
	d.Redo()
	if count() != 2 {
		t.Errorf("%d after redo", count())
	}
	d.Write("新增丁", add("丁"), func() {})
	d.Redo() // another change was made since: there is nothing to do again
	if count() != 3 || shell.Said[len(shell.Said)-1] != "没有可以重做的改动。" {
		t.Errorf("%d, said %q", count(), shell.Said)
	}
	for range 4 {
		d.Undo()
	}
	if count() != 0 || len(shell.Failed) != 0 {
		t.Errorf("%d left, failed %v", count(), shell.Failed)
	}
}

// What somebody has built on is not taken back, and the step stays.
func TestUndoRefused(t *testing.T) {
	d, shell := desktest.Open(t, &data.Cadre{ID: "c", Name: "甲"})
	d.Write("修改", func(ctx context.Context, tx *store.Tx) error {
		return store.Edit(ctx, tx, "c", func(c *data.Cadre) error { c.Health = "健康"; return nil })
	}, func() {})
	storetest.Put(t, d.Store, &data.Cadre{ID: "c", Name: "甲", Health: "一般"}) // by another program
	d.Undo()
	if len(shell.Failed) != 1 || !errors.Is(shell.Failed[0], data.ErrTaken) {
		t.Error(shell.Failed)
	}
	c, _ := store.Get[data.Cadre](t.Context(), d.Store, "c")
	if c.Health != "一般" {
		t.Error(c.Health)
	}
}
