package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"

	"huoshui/data"
)

//go:embed migrations/*.sql
var migrations embed.FS

// prepare brings the schema up to date. Each migration is a transaction of its
// own; before the first one that touches existing data the file is backed up.
// When one fails, those before it are taken back too: half-way between two
// versions neither program could open the file.
func (s *Store) prepare(ctx context.Context, migrations fs.FS) error {
	if err := s.claim(ctx); err != nil {
		return err
	}
	provider, err := provide(s.write, migrations)
	if err != nil {
		return err
	}
	current, target, err := provider.GetVersions(ctx)
	if err != nil {
		if told := (*data.Fault)(nil); !errors.As(err, &told) { // the table of versions is there, but says nothing
			err = data.Refuse(misfitted(unopened), err)
		}
		return fmt.Errorf("store: schema version: %w", err)
	}
	copied := fmt.Sprintf("%s.升级前v%d.bak", s.file.Path, current)
	switch {
	case current == target:
		return nil
	case current == 0:
		return data.Refuse(misfitted(unopened), nil)
	case current > target:
		return data.Refuse("这个数据库是更新版本的程序建立的，请升级本程序后再打开。", nil)
	case s.readOnly != "":
		return data.Refuse(fmt.Sprintf("数据库要先升级才能打开，而%s；请改正后再打开。", s.readOnly), nil)
	}
	if err := s.Backup(ctx, copied); err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		err = fmt.Errorf("store: migrate: %w", err)
		if failed := s.restore(ctx, copied); failed != nil {
			return data.Refuse(fmt.Sprintf("数据库升级失败，请改用升级前的备份“%s”。", copied), errors.Join(err, failed))
		}
		return data.Refuse("数据库升级失败，原数据没有改动。", err)
	}
	return nil
}

// provide finds the steps to the newest schema.
func provide(db *sql.DB, migrations fs.FS) (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fmt.Errorf("store: migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, sub, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("store: migrations: %w", err)
	}
	return provider, nil
}

// claim refuses a database that another program made, or one without its tables,
// before anything is written into it. It turns on the write-ahead log.
func (s *Store) claim(ctx context.Context) error {
	const tables = `SELECT COUNT(*), COALESCE(SUM(name = 'change_row'), 0), COALESCE(SUM(name = 'goose_db_version'), 0)
		FROM sqlite_master WHERE type = 'table'`
	var all, log, version int
	if err := s.write.QueryRowContext(ctx, tables).Scan(&all, &log, &version); err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	switch {
	case all > 0 && log == 0:
		return notOurs(s.file.Path, nil)
	case log == 0 || version == 0:
		return data.Refuse(misfitted(unopened), nil)
	}
	// goose waits three seconds for a version somebody else may be writing; here nobody does.
	if err := s.write.QueryRowContext(ctx, "SELECT COUNT(*) FROM goose_db_version").Scan(&version); err != nil {
		return fmt.Errorf("store: schema version: %w", err)
	}
	if version == 0 {
		return data.Refuse(misfitted(unopened), nil)
	}
	if s.readOnly != "" {
		return nil
	}
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	return nil
}

// Backup writes a copy of the database to a new file, under the same key: made
// beside it, checked, then put in its place. An existing file of that name is
// replaced. Changes can be made meanwhile; the copy is of the moment it was begun.
func (s *Store) Backup(ctx context.Context, path string) error {
	return s.file.copyInto(ctx, File{path, s.file.Key}, s.options...)
}

// Copy writes the database into a new file, under the key of that one: so a file that
// is not encrypted becomes one that is; never the other way. The schema stays as it is.
func (f File) Copy(ctx context.Context, into File) error {
	_, found, err := f.admit()
	switch {
	case err != nil:
		return err
	case !found:
		return data.Refuse(fmt.Sprintf("没有找到“%s”，请核对路径。", f.Path), nil)
	}
	if into.Key.none() {
		return fmt.Errorf("store: copy: not into a plain file")
	}
	if err := into.fits(false); err != nil {
		return err
	}
	return f.copyInto(ctx, into)
}

func (f File) copyInto(ctx context.Context, into File, options ...string) error {
	temp := File{into.Path + ".part", into.Key}
	if err := os.WriteFile(temp.Path, nil, 0o600); err != nil { // the engine fills an empty file, which is for its owner alone
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去，请检查磁盘空间和写入权限。", into.Path), err)
	}
	source := f.engine("", append([]string{"mode", "ro"}, options...)...).open() // of its own, so that no change waits
	defer source.Close()
	last, err := lastChange(ctx, source)
	if err != nil {
		return errors.Join(err, os.Remove(temp.Path))
	}
	if _, err := source.ExecContext(ctx, "VACUUM INTO ?", dsn(temp.Path, temp.opening()...)); err != nil {
		return errors.Join(data.Refuse(fmt.Sprintf("备份到“%s”没有成功，请检查磁盘空间。", into.Path), err), os.Remove(temp.Path))
	}
	if err := checkCopy(ctx, temp, last); err != nil {
		return errors.Join(data.Refuse(fmt.Sprintf("备份到“%s”没有成功，写出的文件与原库不符；请换一个磁盘再试。", into.Path), err), os.Remove(temp.Path))
	}
	if err := os.Rename(temp.Path, into.Path); err != nil {
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去，请检查磁盘空间和写入权限。", into.Path), err)
	}
	return nil
}

// checkCopy reads a copy through; its log must reach as far as ours did.
func checkCopy(ctx context.Context, f File, last int64) error {
	db := f.engine("", "mode", "ro").open()
	defer db.Close()
	var state string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&state); err != nil || state != "ok" {
		return errors.Join(fmt.Errorf("store: check backup: %q", state), err)
	}
	copied, err := lastChange(ctx, db)
	if err == nil && copied < last {
		err = fmt.Errorf("store: backup ends at change %d of %d", copied, last)
	}
	return err
}

func lastChange(ctx context.Context, db *sql.DB) (seq int64, err error) {
	if err := db.QueryRowContext(ctx, "SELECT COALESCE(MAX(seq), 0) FROM change").Scan(&seq); err != nil {
		return 0, fmt.Errorf("store: head of the log: %w", err)
	}
	return seq, nil
}

// restore puts a backup back into the open file, as one transaction.
func (s *Store) restore(ctx context.Context, path string) error {
	from := File{path, s.file.Key}.engine("", "mode", "ro").open()
	defer from.Close()
	err := onConn(ctx, s.write, func(into *sqlite3.SQLiteConn) error {
		return onConn(ctx, from, func(source *sqlite3.SQLiteConn) error {
			b, err := into.Backup("main", source, "main")
			if err != nil {
				return err
			}
			_, err = b.Step(-1)
			return errors.Join(err, b.Finish())
		})
	})
	if err != nil {
		return fmt.Errorf("store: restore: %w", err)
	}
	return nil
}

func onConn(ctx context.Context, db *sql.DB, do func(*sqlite3.SQLiteConn) error) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Raw(func(driver any) error { return do(driver.(*conn).SQLiteConn) })
}
