package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"

	"huoshui/data"
)

//go:embed migrations/*.sql
var migrations embed.FS

// prepare brings the schema up to date. Each migration is a transaction of its
// own; before the first one that touches existing data the file is backed up.
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
	switch {
	case current == target:
		return nil
	case current > target:
		return data.Refuse("这个数据库是更新版本的程序建立的，请升级本程序后再打开。", nil)
	case current > 0:
		if err := s.Backup(ctx, fmt.Sprintf("%s.升级前v%d.bak", s.path, current)); err != nil {
			return err
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		return data.Refuse("数据库升级失败，原数据没有改动。", fmt.Errorf("store: migrate: %w", err))
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
		return fmt.Errorf("store: open: %w", busy(err))
	}
	if refused {
		return notOurs(s.path, nil)
	}
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return fmt.Errorf("store: open: %w", busy(err))
	}
	return nil
}

// Backup writes a copy of the database to a new file: made beside it, checked,
// then put in its place. An existing file of that name is replaced.
func (s *Store) Backup(ctx context.Context, path string) error {
	temp := path + ".part"
	if err := os.RemoveAll(temp); err != nil {
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去。", path), err)
	}
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
		return data.Refuse(fmt.Sprintf("备份到“%s”没有成功，请检查磁盘空间。", path), err)
	}
	if err := os.Rename(temp, path); err != nil {
		return data.Refuse(fmt.Sprintf("备份文件“%s”写不进去。", path), err)
	}
	return nil
}
