// Package query asks the engine. Only store and criteria may import it: all
// others read records through a view with store.Find, or ask a criteria.Query.
package query

import (
	"context"
	"database/sql"
	"errors"

	"huoshui/data"
)

// View is a way to read the records: the store as it stands, or a change that
// is being made. It knows who reads and which month it is now. The only types
// that can be a View are those that hold one made by New.
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

// Source is a connection or a transaction of an engine. One that is not SQLite
// says so by a method Engine.
type Source interface {
	QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
}

// New makes a view of a source for a person; now is asked for the month at each
// call.
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

// Answer is the rows of a question, read like those of package sql.
type Answer struct{ *sql.Rows }

// Scan reads the values of a row. Statements ask for the types that stand in the
// schema, so that only a damaged file answers with others.
func (a Answer) Scan(targets ...any) error {
	err := a.Rows.Scan(targets...)
	if err == nil || a.Rows.Err() != nil || errors.Is(err, context.Canceled) {
		return err
	}
	return data.Refuse("数据库文件已损坏，读不出；请用备份恢复。", err)
}

// Rows asks a statement through a view.
func Rows(ctx context.Context, v View, statement string, args ...any) (Answer, error) {
	rows, err := v.source().QueryContext(ctx, statement, args...)
	return Answer{rows}, err
}
