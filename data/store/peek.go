package store

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/mattn/go-sqlite3"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Inside is what a database file holds, looked at without opening it for work.
type Inside struct {
	Cadres   int
	Changes  int
	Last     Entry    // the newest of the log, without its rows; its time is zero in an empty one
	Problems []string // Chinese sentences; none in a sound file
}

// Peek looks into a file that nobody writes, such as a backup: how many people,
// the last change, and whether the file is sound. Nothing is written, neither into
// the file nor beside it. Only a file of this program's own schema is checked as
// Verify does; of an older one, the engine checks the structure.
func (f File) Peek(ctx context.Context) (*Inside, error) {
	f, found, err := f.admit()
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, data.Refuse(fmt.Sprintf("没有找到“%s”，请核对路径。", f.Path), nil)
	}
	e := f.engine("只是查看", "mode", "ro", "_query_only", "1", "immutable", "1")
	s := &Store{file: f, readOnly: e.readOnly, write: e.open(), read: e.open(), now: time.Now}
	s.View = query.New(s.reads(), "", s.month)
	defer s.Close()
	inside := &Inside{}
	if err := s.peek(ctx, inside); err != nil {
		return nil, e.again(err, unopened)
	}
	return inside, nil
}

func (s *Store) peek(ctx context.Context, inside *Inside) error {
	if err := s.claim(ctx); err != nil {
		return err
	}
	provider, err := provide(s.write, migrations)
	if err != nil {
		return err
	}
	current, target, err := provider.GetVersions(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("store: schema version: %w", err)
	case current > target:
		return data.Refuse("这份文件是更新版本的程序建立的，请升级本程序后再用。", nil)
	}
	const counts = "SELECT (SELECT COUNT(*) FROM cadre), (SELECT COUNT(*) FROM change)"
	if err := s.read.QueryRowContext(ctx, counts).Scan(&inside.Cadres, &inside.Changes); err != nil {
		return fmt.Errorf("store: peek: %w", err)
	}
	entries, err := Recent(ctx, s, 1)
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		inside.Last = entries[0]
	}
	found := &Findings{}
	if current == target {
		found, err = s.Verify(ctx)
	} else {
		err = found.structure(ctx, s)
	}
	if err == nil {
		inside.Problems = found.Problems
	}
	return err
}

// Free refuses a database that some program has open, so that it can be replaced.
// A file that is damaged or missing is free. The changes beside the file are
// brought into it.
func (f File) Free(ctx context.Context) error {
	if _, err := os.Stat(f.Path); err != nil {
		return nil
	}
	db := f.engine("", "mode", "rw", "_busy_timeout", "0").open()
	db.SetMaxOpenConns(1)
	defer db.Close()
	var mode string
	// The engine leaves the write-ahead log only when no other connection is open.
	err := db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode)
	if cause, ok := causeOf(err); ok && (cause.Code == sqlite3.ErrBusy || cause.Code == sqlite3.ErrLocked) || err == nil && mode == "wal" {
		return data.Refuse(fmt.Sprintf("有程序正打开着“%s”，请先关闭它再恢复。", f.Path), err)
	}
	return nil
}
