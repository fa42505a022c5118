package app

import (
	"context"
	"time"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data/backup"
	"huoshui/data/store"
)

// copyEvery is how often the program makes a copy by itself, if something has
// changed.
const copyEvery = 30 * time.Minute

// restore puts a copy in the place of the database, once everything is written.
func (s *shell) restore(from string) {
	if s.onRestore != nil {
		s.desk.WhenWritten(func() { s.onRestore(from) })
	}
}

// keepCopies makes copies from now on, as long as the window is there.
func (s *shell) keepCopies() {
	db := s.desk.Store
	desk.Try(&s.copying, s.desk.Run, func(ctx context.Context) (int64, error) { return copiedVersion(ctx, db) }, func(version int64, err error) {
		if err != nil {
			s.Fail(err)
		}
		s.copied = version
	})
	var again func()
	again = func() {
		s.copyNow(func() {})
		s.desk.After(copyEvery, again)
	}
	if s.desk.After != nil {
		s.desk.After(copyEvery, again)
	}
}

// copiedVersion is the version of a database just opened if its last change is in a
// copy already, else -1: a crash may have kept the last sitting from making one.
func copiedVersion(ctx context.Context, db store.Reader) (int64, error) {
	last, err := store.Recent(ctx, db, 1)
	if err != nil {
		return -1, err
	}
	copies, err := backup.Beside(db.Path()).List()
	if err != nil {
		return -1, err
	}
	if len(last) == 0 || len(copies) > 0 && !copies[0].Made.Before(last[0].At.Truncate(time.Second)) {
		return db.Version(), nil
	}
	return -1, nil
}

// copyNow makes a copy if something has changed since the last one, and then goes
// on. That it could not is said, and keeps nobody from closing the window.
func (s *shell) copyNow(then func()) {
	db, now, copied := s.desk.Store, s.desk.Now(), s.copied
	desk.Try(&s.copying, s.desk.Run, func(ctx context.Context) (int64, error) { return copyOf(ctx, db, now, copied) },
		func(version int64, err error) {
			if err != nil {
				s.Fail(err)
			} else {
				s.copied = version
			}
			then()
		})
}

// copyOf makes a copy of a database that has another version than the last copy,
// and gives its version.
func copyOf(ctx context.Context, db store.Reader, now time.Time, copied int64) (int64, error) {
	version := db.Version()
	if version == copied || db.ReadOnly() != "" {
		return copied, nil
	}
	_, err := backup.Beside(db.Path()).Make(ctx, db, now)
	return version, err
}

// closing makes the last copy under a progress, and closes.
func (s *shell) closing(close func()) {
	done := kit.ShowProgress(s.canvas, kit.NewProgress("正在备份", nil))
	s.copyNow(func() {
		done()
		close()
	})
}
