// Package store keeps the records in one SQLite file. It opens and migrates
// the file, reads records, and writes changes with the values before and
// after. Only this package, query and criteria hold SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// View is a way to read the records: the store as it is, or a change being
// made.
type View = query.View

// Store is an open database. Reads go through a pool that cannot write; all
// writes go through Change, one at a time.
type Store struct {
	View

	file     File
	readOnly string // why nothing can be written; empty where it can
	write    *sql.DB
	read     *sql.DB
	doubt    string    // what speaks against the file having been opened as it was left
	doubted  sync.Once // enters the doubt into the log
	options  []string  // of each connection, beside the usual ones
	now      func() time.Time
	guard    func(statement string) // called before each question and each write; nil for nothing

	listener func(Changed) // nil for nobody
}

// Reader is the store in the hands of somebody who only reads it. What would be
// after a change it tells by a Trial, which is taken back.
type Reader interface {
	View
	Path() string
	File() File
	ReadOnly() string
	Doubt() string
	Version() int64
	Verify(ctx context.Context) (*Findings, error)
	Backup(ctx context.Context, path string) error
	Trial(ctx context.Context, do func(*Tx) error) error
}

var _ Reader = (*Store)(nil)

// Format hides the key, also from a log that prints everything.
func (s *Store) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "数据库") }

// Path is the absolute path of the database file.
func (s *Store) Path() string { return s.file.Path }

// File is the database file with its key.
func (s *Store) File() File { return s.file }

// ReadOnly says, as a Chinese clause, why the file is open for reading only;
// empty when it can be written.
func (s *Store) ReadOnly() string { return s.readOnly }

// patience is how long Close waits for a change that is being made.
const patience = time.Second

// Close waits a short time for a running change, then closes the file. A
// change that has not ended by then is rolled back.
func (s *Store) Close() error {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	if last, err := s.write.Conn(ctx); err == nil { // there is one that writes
		_ = last.Close() // given back
	}
	return errors.Join(s.read.Close(), s.write.Close())
}

// SetClock replaces the clock of the store. Tests and samples use a fixed
// month.
func (s *Store) SetClock(now func() time.Time) { s.now = now }

// SetGuard has check called before each read, with its statement, and, without
// a statement, before each write and each check of the whole file. Tests use
// it to find reads that would block the window.
func (s *Store) SetGuard(check func(statement string)) { s.guard = check }

func (s *Store) month() data.Month { return data.MonthOf(s.now()) }

// pool is the reading connections.
type pool struct{ s *Store }

func (s *Store) reads() query.Source { return pool{s} }

func (p pool) QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	p.s.check(statement)
	return p.s.read.QueryContext(ctx, statement, args...)
}

func (s *Store) check(statement string) {
	if s.guard != nil {
		s.guard(statement)
	}
}

// Version grows with every change, also by another program with the same file
// open. A result computed from the records is valid while it stays the same.
func (s *Store) Version() int64 {
	s.check("")
	last, err := lastChange(context.Background(), s.read)
	if err != nil {
		return -1 // the next read of the records says why
	}
	return last
}
