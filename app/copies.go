package app

import (
	"context"
	"time"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data/backup"
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
	if s.desk.After == nil {
		return
	}
	var again func()
	again = func() {
		s.copyNow(func() {})
		s.desk.After(copyEvery, again)
	}
	s.desk.After(copyEvery, again)
}

// copyNow makes a copy if something has changed since the last one, and then goes
// on. That it could not is said, and keeps nobody from closing the window.
func (s *shell) copyNow(then func()) {
	db, now := s.desk.Store, s.desk.Now()
	desk.Try(&s.copying, s.desk.Run, func(ctx context.Context) (struct{}, error) { return struct{}{}, backup.IfChanged(ctx, db, now) },
		func(_ struct{}, err error) {
			if err != nil {
				s.Fail(err)
			}
			then()
		})
}

// closing makes the last copy under a progress, and closes.
func (s *shell) closing(close func()) {
	done := kit.ShowProgress(s.canvas, kit.NewProgress("正在备份", nil))
	s.copyNow(func() {
		done()
		close()
	})
}
