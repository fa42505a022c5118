// Package query runs statements on the database engine. Only store and
// criteria may import it: all others read records with store.Find or a
// criteria.Query.
package query

import (
	"context"
	"database/sql"
	"errors"

	"huoshui/data"
)

// View is a way to read the records: the store as it is, or a change being
// made. It knows who reads and the current month. Only types that embed a view
// made by New can be a View.
type View interface {
	// Now is the current month of the clock: later months are the future, in
	// which nothing has happened yet.
	Now() data.Month
	// Who is the person who reads, as the log names him; empty for a program.
	Who() string
	// Engine names the dialect in which the source is asked, such as sqlite.
	Engine() string

	source() Source
}

// Source is a connection or a transaction of an engine. An engine other than
// SQLite names itself by a method Engine.
type Source interface {
	QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
}

// New makes a view of a source for a person; now is called for the month each
// time.
func New(s Source, who string, now func() data.Month) View { return view{s, who, now} }

type view struct {
	from Source
	who  string
	now  func() data.Month
}

func (v view) Now() data.Month { return v.now() }
func (v view) Who() string     { return v.who }
func (v view) source() Source  { return v.from }

func (v view) Engine() string {
	if named, ok := v.from.(interface{ Engine() string }); ok {
		return named.Engine()
	}
	return "sqlite"
}

// Answer is the rows of a query, read like those of package sql.
type Answer struct{ *sql.Rows }

// Scan reads the values of a row. Statements read columns as the types of the
// schema, so only a damaged file gives other types.
func (a Answer) Scan(targets ...any) error {
	err := a.Rows.Scan(targets...)
	if err == nil || a.Rows.Err() != nil || errors.Is(err, context.Canceled) {
		return err
	}
	return data.Refuse("数据库文件已损坏，读不出；请用备份恢复。", err)
}

// Rows runs a statement through a view.
func Rows(ctx context.Context, v View, statement string, args ...any) (Answer, error) {
	rows, err := v.source().QueryContext(ctx, statement, args...)
	return Answer{rows}, err
}
