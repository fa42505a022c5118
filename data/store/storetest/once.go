package storetest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"huoshui/data/store"
)

// Once writes a database once in a run of tests. What it returns gives each test
// a copy at a path of its own, because writing a large sample takes longer than
// most tests of it.
func Once(write func(t testing.TB, path string)) func(testing.TB) string {
	var once sync.Once
	var content []byte
	return func(t testing.TB) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "干部.db")
		once.Do(func() {
			write(t, path)
			var err error
			if content, err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		})
		if len(content) == 0 {
			t.Fatal("the database was not written")
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
}

// OpenOnce is Open for records that several tests of a package begin with: they
// are made and stored once, and each test has a database of its own.
func OpenOnce(records func() []any) func(testing.TB) *store.Store {
	file := Once(func(t testing.TB, path string) { newFile(t, path, records()...) })
	return func(t testing.TB) *store.Store {
		t.Helper()
		return openFile(t, file(t))
	}
}
