package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// engine makes connections to one file. All statements go through its types,
// so that every error of SQLite gets its Chinese sentence here and not in each
// caller.
type engine struct {
	dsn      string
	readOnly string // why nothing can be written; empty where it can
	keyed    bool   // the file is encrypted
}

func (e *engine) open() *sql.DB { return sql.OpenDB(e) }

// Connect implements driver.Connector.
func (e *engine) Connect(context.Context) (driver.Conn, error) {
	made, err := e.Driver().Open(e.dsn)
	if err != nil {
		return nil, e.fault(err, unopened)
	}
	return &conn{made.(*sqlite3.SQLiteConn), e}, nil
}

// Driver implements driver.Connector.
func (e *engine) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

type conn struct {
	*sqlite3.SQLiteConn
	engine *engine
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	r, err := c.SQLiteConn.QueryContext(ctx, query, args)
	return c.engine.rows(r, err)
}

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	result, err := c.SQLiteConn.ExecContext(ctx, query, args)
	return result, c.engine.fault(err, unsaved)
}

func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	s, err := c.SQLiteConn.PrepareContext(ctx, query)
	if err != nil {
		return nil, c.engine.fault(err, unsaved)
	}
	return &stmt{s.(*sqlite3.SQLiteStmt), c.engine}, nil
}

func (c *conn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	t, err := c.SQLiteConn.BeginTx(ctx, options)
	if err != nil {
		return nil, c.engine.fault(err, unsaved)
	}
	return &transaction{t, c.engine}, nil
}

type stmt struct {
	*sqlite3.SQLiteStmt
	engine *engine
}

func (s *stmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	r, err := s.SQLiteStmt.QueryContext(ctx, args)
	return s.engine.rows(r, err)
}

func (s *stmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	result, err := s.SQLiteStmt.ExecContext(ctx, args)
	return result, s.engine.fault(err, unsaved)
}

type transaction struct {
	driver.Tx
	engine *engine
}

func (t *transaction) Commit() error { return t.engine.fault(t.Tx.Commit(), unsaved) }

type rows struct {
	*sqlite3.SQLiteRows
	engine *engine
}

func (e *engine) rows(r driver.Rows, err error) (driver.Rows, error) {
	if err != nil {
		return nil, e.fault(err, unread)
	}
	return &rows{r.(*sqlite3.SQLiteRows), e}, nil
}

func (r *rows) Next(values []driver.Value) error {
	return r.engine.fault(r.SQLiteRows.Next(values), unread)
}

// Sides are the endings of the files that the engine keeps beside a database. They
// belong to the database they were written for, and would spoil another.
func Sides() []string { return []string{"-wal", "-shm"} }

// dsn names a file to the driver. FULL, because the driver's own default loses
// acknowledged changes when the power goes.
func dsn(path string, options ...string) string {
	q := url.Values{}
	for _, o := range [][2]string{{"_foreign_keys", "1"}, {"_synchronous", "FULL"}, {"_busy_timeout", "5000"}, {"_cache_size", "-65536"}, {"_stmt_cache_size", "64"}} {
		q.Set(o[0], o[1])
	}
	for i := 0; i < len(options); i += 2 {
		q.Set(options[i], options[i+1])
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}
