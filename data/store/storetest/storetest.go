// Package storetest makes databases for tests.
package storetest

import (
	"path/filepath"
	"testing"

	"huoshui/data/store"
)

// Open makes a database of its own for a test, with the records in it.
func Open(t testing.TB, records ...any) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "干部.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	Put(t, s, records...)
	return s
}

// Put writes records as one change.
func Put(t testing.TB, s *store.Store, records ...any) {
	t.Helper()
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "准备"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := tx.Put(t.Context(), r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// All reads every record of a kind.
func All[T any](t testing.TB, s *store.Store) []*T {
	t.Helper()
	found, err := store.Find[T](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
