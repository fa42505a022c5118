// Package store keeps the records in one SQLite file: it opens and migrates
// the file, reads records, and writes them as changes with before and after.
// Only this package and criteria speak SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// View is a way to read the records: the store as it stands, or a change that
// is being made.
type View = query.View

// Store is an open database. Reads go through a pool that cannot write; all
// writes go through Change, one at a time.
type Store struct {
	View

	path  string
	write *sql.DB
	read  *sql.DB
	now   func() time.Time
	guard func() // called before each question and each change; nil for nothing
}

// Open opens the database at path and brings its schema up to date, after a
// backup of what was there. With create, a missing file is made; without, it
// is refused.
func Open(ctx context.Context, path string, create bool) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: open: %w", err)
	}
	if err := admit(path, create); err != nil {
		return nil, err
	}
	s := &Store{path: path, now: time.Now}
	s.View = query.New(s.reads(), "", s.month)
	s.write = (&engine{dsn: dsn(path, "_txlock", "immediate")}).open()
	s.write.SetMaxOpenConns(1)
	if err := s.prepare(ctx, migrations); err != nil {
		return nil, errors.Join(err, s.write.Close())
	}
	// Each connection keeps pages of its own. Beyond these 16 MB the system's keep
	// serves as well, and there is one of it.
	s.read = (&engine{dsn: dsn(path, "mode", "ro", "_query_only", "1", "_cache_size", "-16384")}).open()
	s.read.SetMaxOpenConns(6) // the overview asks five questions at a time, and the window waits for none of them
	return s, nil
}

// Path is the absolute path of the database file.
func (s *Store) Path() string { return s.path }

// Close closes the file.
func (s *Store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// SetClock gives the store another clock than the computer's. Tests and samples
// stand at a month of their own.
func (s *Store) SetClock(now func() time.Time) { s.now = now }

// SetGuard has check called before each question to the store and each change.
// Tests use it to find a question asked where it would block the window.
func (s *Store) SetGuard(check func()) { s.guard = check }

func (s *Store) month() data.Month { return data.MonthOf(s.now()) }

// pool asks the reading connections.
type pool struct{ s *Store }

func (s *Store) reads() query.Source { return pool{s} }

func (p pool) QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	p.s.check()
	return p.s.read.QueryContext(ctx, statement, args...)
}

func (s *Store) check() {
	if s.guard != nil {
		s.guard()
	}
}

// Version grows with every change made, also by another program that has the
// file open, so that what was computed from the records can be kept until it
// does.
func (s *Store) Version() int64 {
	last, err := lastChange(context.Background(), s.read)
	if err != nil {
		return -1 // whoever reads the records next is told why
	}
	return last
}

// admit refuses, before SQLite sees the file, what it should not touch.
func admit(path string, create bool) error {
	if remote(path) {
		return data.Refuse("数据库不能放在网络盘上，请移到本机硬盘后再打开。", nil)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && !create:
		return data.Refuse(fmt.Sprintf("没有找到数据库“%s”，请核对路径。", path), err)
	case errors.Is(err, os.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return data.Refuse(fmt.Sprintf("不能建立文件夹“%s”，请检查是否有写入权限。", filepath.Dir(path)), err)
		}
		return nil
	case err != nil:
		return data.Refuse(fmt.Sprintf("不能读取“%s”，请检查是否有权限打开。", path), err)
	case info.IsDir():
		return data.Refuse(fmt.Sprintf("“%s”是文件夹，不是数据库；请写到文件名。", path), nil)
	}
	return looksLikeDatabase(path, info.Size())
}

func looksLikeDatabase(path string, size int64) error {
	if size == 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return data.Refuse(fmt.Sprintf("不能读取“%s”，请检查是否有权限打开。", path), err)
	}
	defer f.Close()
	head := make([]byte, 16)
	if _, err := f.Read(head); err != nil || string(head) != "SQLite format 3\x00" {
		return notOurs(path, err)
	}
	return nil
}

func notOurs(path string, cause error) error {
	return data.Refuse(fmt.Sprintf("“%s”不是本程序的数据库，请核对是不是拿错了文件。", path), cause)
}
