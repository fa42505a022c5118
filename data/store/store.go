// Package store keeps the records in one SQLite file: it opens and migrates
// the file, reads records, and writes them as changes with before and after.
// Only this package and criteria speak SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
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

	path     string
	readOnly string // why nothing can be written; empty where it can
	write    *sql.DB
	read     *sql.DB
	now      func() time.Time
	guard    func(statement string) // called before each question and each write; nil for nothing

	listener func(Changed) // nil for nobody
}

// Reader is the store in the hands of somebody who only reads it. What would be
// after a change it tells by a Trial, which is taken back.
type Reader interface {
	View
	Path() string
	ReadOnly() string
	Version() int64
	Verify(ctx context.Context) (*Findings, error)
	Trial(ctx context.Context, do func(*Tx) error) error
}

var _ Reader = (*Store)(nil)

// Path is the absolute path of the database file.
func (s *Store) Path() string { return s.path }

// ReadOnly says, as a Chinese clause, why the file is open only for reading;
// empty where it can be written.
func (s *Store) ReadOnly() string { return s.readOnly }

// patience is how long Close waits for a change that is being made.
const patience = time.Second

// Close closes the file, after the change that is being made, if that ends soon. A
// change that does not end then is as if it had never been begun.
func (s *Store) Close() error {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	if last, err := s.write.Conn(ctx); err == nil { // there is one that writes
		_ = last.Close() // given back
	}
	return errors.Join(s.read.Close(), s.write.Close())
}

// SetClock gives the store another clock than the computer's. Tests and samples
// stand at a month of their own.
func (s *Store) SetClock(now func() time.Time) { s.now = now }

// SetGuard has check called before each question to the store, with its statement,
// and before each write and each look at the file as a whole, without one.
// Tests use it to find a question asked where it would block the window.
func (s *Store) SetGuard(check func(statement string)) { s.guard = check }

func (s *Store) month() data.Month { return data.MonthOf(s.now()) }

// pool asks the reading connections.
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

// Version grows with every change made, also by another program that has the
// file open, so that what was computed from the records can be kept until it
// does.
func (s *Store) Version() int64 {
	s.check("")
	last, err := lastChange(context.Background(), s.read)
	if err != nil {
		return -1 // whoever reads the records next is told why
	}
	return last
}
