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
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("store: migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.write, sub, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("store: migrations: %w", err)
	}
	current, target, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("store: schema version: %w", err)
	}
	copied := fmt.Sprintf("%s.升级前v%d.bak", s.path, current)
	switch {
	case current == target:
		return nil
	case current > target:
		return data.Refuse("这个数据库是更新版本的程序建立的，请升级本程序后再打开。", nil)
	case current > 0:
		if err := s.Backup(ctx, copied); err != nil {
			return err
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		err = fmt.Errorf("store: migrate: %w", err)
		if current > 0 {
			if failed := s.restore(ctx, copied); failed != nil {
				return data.Refuse(fmt.Sprintf("数据库升级失败，请改用升级前的备份“%s”。", copied), errors.Join(err, failed))
			}
		}
		return data.Refuse("数据库升级失败，原数据没有改动。", err)
	}
	return nil
}

// claim refuses a database that another program made, before anything is
// written into it, and turns on the write-ahead log in one that is ours or new.
func (s *Store) claim(ctx context.Context) error {
	const foreign = `SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT IN ('goose_db_version', 'sqlite_sequence'))
		AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'change_row')`
	var refused bool
	if err := s.write.QueryRowContext(ctx, foreign).Scan(&refused); err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	if refused {
		return notOurs(s.path, nil)
	}
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	return nil
}

// Backup writes a copy of the database to a new file: made beside it, checked,
// then put in its place. An existing file of that name is replaced.
func (s *Store) Backup(ctx context.Context, path string) error {
	temp := path + ".part"
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去，请检查磁盘空间和写入权限。", path), err)
	}
	last, err := lastChange(ctx, s.write)
	if err != nil {
		return err
	}
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
		return data.Refuse(fmt.Sprintf("备份到“%s”没有成功，请检查磁盘空间。", path), err)
	}
	if err := checkCopy(ctx, temp, last); err != nil {
		return errors.Join(data.Refuse(fmt.Sprintf("备份到“%s”没有成功，写出的文件与原库不符；请换一个磁盘再试。", path), err), os.Remove(temp))
	}
	if err := os.Rename(temp, path); err != nil {
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去，请检查磁盘空间和写入权限。", path), err)
	}
	return nil
}

// checkCopy reads a copy through; its log must reach as far as ours did.
func checkCopy(ctx context.Context, path string, last int64) error {
	db := (&engine{dsn: dsn(path, "mode", "ro")}).open()
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
	from := (&engine{dsn: dsn(path, "mode", "ro")}).open()
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
