package store_test

import (
	"context"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
)

func TestDrafts(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	at := time.Date(2026, 10, 15, 10, 42, 0, 0, time.Local)
	for i, d := range []store.Draft{
		{ID: "a", Kind: "cadre", Text: "一"},
		{ID: "b", Kind: "cadre", Text: "二"},
		{ID: "a", Kind: "cadre", Text: "三"},
		{ID: "c", Kind: "talk", Text: "四"},
	} {
		d.At = at.Add(time.Duration(i) * time.Millisecond)
		if err := s.KeepDraft(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	drafts := kept(t, s)
	if len(drafts) != 2 || drafts[0].Text != "三" || drafts[1].Text != "二" || !drafts[1].At.Equal(at.Add(time.Millisecond)) {
		t.Errorf("%+v", drafts)
	}
	for range 2 {
		if err := s.DropDraft(ctx, "a"); err != nil {
			t.Fatal(err)
		}
	}
	if drafts := kept(t, s); len(drafts) != 1 || drafts[0].ID != "b" {
		t.Errorf("%+v", drafts)
	}
	if log, err := store.Recent(ctx, s, 10); err != nil || len(log) != 0 {
		t.Errorf("drafts are in the log: %v, %v", log, err)
	}
}

// A draft goes with the change that saves it, or not at all.
func TestDraftGoesWithTheChange(t *testing.T) {
	s := open(t)
	if err := s.KeepDraft(t.Context(), store.Draft{ID: "a", Kind: "cadre", At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	save := func(name string) error {
		_, err := s.Change(t.Context(), store.Act{Who: "李玥", What: "新增干部"}, func(tx *store.Tx) error {
			if err := tx.DropDraft(t.Context(), "a"); err != nil {
				return err
			}
			return tx.Add(t.Context(), &data.Cadre{Name: name})
		})
		return err
	}
	if save("") == nil || len(kept(t, s)) != 1 {
		t.Error("a refused change took the draft along")
	}
	if err := save("沈嘉怡"); err != nil || len(kept(t, s)) != 0 {
		t.Errorf("%v; %d drafts", err, len(kept(t, s)))
	}
}

func kept(t *testing.T, s *store.Store) []store.Draft {
	t.Helper()
	drafts, err := store.Drafts(context.Background(), s, "cadre")
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}
