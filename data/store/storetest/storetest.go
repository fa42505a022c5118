// Package storetest makes databases for tests.
package storetest

import (
	"context"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
)

// Tests keep their people in plain files, which may otherwise hold only the sample.
func init() { store.AllowPlain(true) }

// today is where the clock of Open stands: what a test says of months to come must
// not depend on the day on which it runs.
const today data.Month = 202612

// Open makes a new database for a test with the given records.
func Open(t testing.TB, records ...any) *store.Store {
	t.Helper()
	s := openFile(t, blank(t))
	Put(t, s, records...)
	return s
}

// blank is a database without records. Making its tables is most of the work of
// a small test.
var blank = Once(func(t testing.TB, path string) { newFile(t, path) })

// newFile makes a database at path that is whole in its one file.
func newFile(t testing.TB, path string, records ...any) {
	t.Helper()
	s := openFile(t, path)
	Put(t, s, records...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// openFile opens the database at path, new or stored.
func openFile(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	stand(s, today)
	return s
}

// OpenAt is Open with a clock fixed at a month.
func OpenAt(t testing.TB, now data.Month, records ...any) *store.Store {
	t.Helper()
	s := Open(t, records...)
	stand(s, now)
	return s
}

func stand(s *store.Store, now data.Month) {
	s.SetClock(func() time.Time { return time.Date(now.Year(), time.Month(now%100), 15, 9, 0, 0, 0, time.Local) })
}

// Put writes records as one change, new or replacing the stored ones. The view
// is a store.
func Put(t testing.TB, v store.View, records ...any) {
	t.Helper()
	_, err := v.(*store.Store).Change(t.Context(), store.Act{Who: "测试", What: "准备"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := Write(t.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Write stores a record in a change, new or replacing the stored one. Bytes
// are kept for the records that name them.
func Write(ctx context.Context, tx *store.Tx, record any) error {
	if bytes, ok := record.([]byte); ok {
		_, err := tx.Keep(ctx, bytes)
		return err
	}
	stored, err := stored(ctx, tx, record)
	if err != nil {
		return err
	}
	if stored == nil {
		return tx.Add(ctx, record)
	}
	return tx.Merge(ctx, stored, record)
}

// Remove deletes the record with the ID of the given one.
func Remove(ctx context.Context, tx *store.Tx, record any) error {
	stored, err := stored(ctx, tx, record)
	if err != nil {
		return err
	}
	return tx.Remove(ctx, stored)
}

func stored(ctx context.Context, tx *store.Tx, record any) (any, error) {
	found, err := store.FindKind(ctx, tx, data.KindOf(record), store.Where("id", data.IDOf(record)))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// All reads every record of a kind.
func All[T any](t testing.TB, v store.View) []*T {
	t.Helper()
	found, err := store.Find[T](t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
