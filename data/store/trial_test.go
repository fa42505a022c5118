package store_test

import (
	"errors"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
)

// TestTrialLeavesNothing: within a trial one reads what it writes; afterwards
// neither records nor log know of it, whether it went well or not.
func TestTrialLeavesNothing(t *testing.T) {
	s := open(t)
	version := s.Version()
	mistake := errors.New("a mistake")
	for _, wrong := range []error{nil, mistake} {
		err := s.Trial(t.Context(), func(tx *store.Tx) error {
			if err := tx.Add(t.Context(), &data.Cadre{ID: "甲", Name: "甲"}); err != nil {
				return err
			}
			if found, err := store.Find[data.Cadre](t.Context(), tx); err != nil || len(found) != 1 {
				t.Error("the trial does not see its own record", found, err)
			}
			if found, err := store.Find[data.Cadre](t.Context(), s); err != nil || len(found) != 0 {
				t.Error("others see the trial", found, err)
			}
			return wrong
		})
		if !errors.Is(err, wrong) || wrong == nil && err != nil {
			t.Error(err)
		}
	}
	if found, err := store.Find[data.Cadre](t.Context(), s); err != nil || len(found) != 0 || s.Version() != version {
		t.Error("a trial was kept", found, err, s.Version())
	}
	id, err := s.Change(t.Context(), store.Act{Who: "测试", What: "录入"}, func(tx *store.Tx) error {
		return tx.Add(t.Context(), &data.Cadre{ID: "甲", Name: "甲"})
	})
	if err != nil || id == "" {
		t.Error(id, err)
	}
}

// What was computed from the records holds until somebody changes them, also in
// another window on the same file.
func TestVersionKnowsOfOtherWriters(t *testing.T) {
	s := open(t)
	other, err := store.Open(t.Context(), s.Path(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	before := s.Version()
	_, err = other.Change(t.Context(), store.Act{Who: "他人", What: "录入"}, func(tx *store.Tx) error {
		return tx.Add(t.Context(), &data.Cadre{ID: "甲", Name: "甲"})
	})
	if err != nil || s.Version() == before || s.Version() != other.Version() {
		t.Errorf("%v; version %d, then %d and %d", err, before, s.Version(), other.Version())
	}
}
