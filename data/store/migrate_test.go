package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"huoshui/data"
)

// later is the schema as the next version of the program will have it.
func later(t *testing.T, steps ...string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for i, step := range steps {
		files[fmt.Sprintf("migrations/9000%d_next.sql", i+2)] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + step)}
	}
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := migrations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: raw}
	}
	return files
}

// backup is where the file goes before the next version migrates it.
func backup(t *testing.T, path string) string {
	t.Helper()
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	var version int // two lines of work may leave a gap in the numbers for a while
	if _, err := fmt.Sscanf(filepath.Base(names[len(names)-1]), "%d", &version); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s.升级前v%d.bak", path, version)
}

// reopen opens an existing file as the next version of the program would.
func reopen(t *testing.T, path string, files fs.FS) error {
	t.Helper()
	db := (&engine{dsn: dsn(path)}).open()
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	return (&Store{file: File{Path: path}, write: db}).prepare(t.Context(), files)
}

// written makes a file of this version with one cadre in it.
func written(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "干部 库#1.db")
	s, err := Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.Change(t.Context(), Act{Who: "测试", What: "录入"}, func(tx *Tx) error {
		return tx.Add(t.Context(), &data.Cadre{ID: "甲", Name: "甲"})
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// sound opens the file with this version and looks for the one cadre.
func sound(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, false)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer s.Close()
	found, err := s.Verify(t.Context())
	if err != nil || len(found.Problems) != 0 || found.Records["cadre"] != 1 || found.Changes != 1 {
		t.Errorf("%s: %+v %v", path, found, err)
	}
}

func TestMigrationBacksUpFirst(t *testing.T) {
	path := written(t)
	if err := reopen(t, path, later(t, "ALTER TABLE cadre DROP COLUMN age_limit; UPDATE cadre SET name = '乙';")); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, false); !strings.Contains(data.Sentence(err), "更新版本") {
		t.Errorf("this version opens the next one's file: %v", err)
	}
	sound(t, backup(t, path))
}

// A file of any version becomes, in steps and years apart, what a new one is.
func TestUpgradedSchemaIsThatOfNewFiles(t *testing.T) {
	for version := int64(1); ; version++ {
		path := filepath.Join(t.TempDir(), "a.db")
		db := (&engine{dsn: dsn(path, "_synchronous", "OFF")}).open()
		provider, err := provide(db, migrations)
		if err != nil {
			t.Fatal(err)
		}
		_, target, err := provider.GetVersions(t.Context())
		if err == nil {
			_, err = provider.UpTo(t.Context(), version)
		}
		if err = errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, false)
		if err != nil {
			t.Fatal(err)
		}
		if found, err := s.Verify(t.Context()); s.Doubt() != "" || err != nil || len(found.Problems) > 0 {
			t.Errorf("from version %d: %q %+v %v", version, s.Doubt(), found, err)
		}
		s.Close()
		if version == target {
			break
		}
	}
}

func TestNothingToMigrateMakesNoBackup(t *testing.T) {
	path := written(t)
	sound(t, path)
	if files, _ := filepath.Glob(path + "*.bak"); len(files) != 0 {
		t.Errorf("%v", files)
	}
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	for name, steps := range map[string][]string{
		"in one step":     {"CREATE TABLE half (a); UPDATE cadre SET name = '乙'; INSERT INTO nowhere VALUES (1);"},
		"in a later step": {"CREATE TABLE half (a); UPDATE cadre SET name = '乙';", "ALTER TABLE cadre DROP COLUMN sex;", "INSERT INTO nowhere VALUES (1);"},
	} {
		t.Run(name, func(t *testing.T) { failMigration(t, later(t, steps...)) })
	}
}

func failMigration(t *testing.T, files fs.FS) {
	path := written(t)
	err := reopen(t, path, files)
	if got := data.Sentence(err); got != "数据库升级失败，原数据没有改动。" {
		t.Errorf("%q (%v)", got, err)
	}
	sound(t, path)
	sound(t, backup(t, path))
	db, err := sql.Open("sqlite3", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var n int
	var name string
	row := db.QueryRowContext(t.Context(), "SELECT (SELECT COUNT(*) FROM sqlite_master WHERE name = 'half'), name FROM cadre")
	if err := row.Scan(&n, &name); err != nil || n != 0 || name != "甲" {
		t.Errorf("half a migration stayed: %d %s %v", n, name, err)
	}
}

// Without room for the backup nothing is migrated.
func TestNoBackupNoMigration(t *testing.T) {
	path := written(t)
	if err := os.MkdirAll(backup(t, path)+"/full", 0o700); err != nil {
		t.Fatal(err)
	}
	err := reopen(t, path, later(t, "UPDATE cadre SET name = '乙';"))
	if got := data.Sentence(err); !strings.Contains(got, "备份文件") {
		t.Errorf("%q (%v)", got, err)
	}
	sound(t, path)
}

func TestBackupReplacesAndLeavesNoParts(t *testing.T) {
	path := written(t)
	s, err := Open(t.Context(), path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	target := filepath.Join(t.TempDir(), "备份 1%.db")
	for _, leftover := range []string{target, target + ".part"} {
		if err := os.WriteFile(leftover, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Backup(t.Context(), target); err != nil {
		t.Fatal(err)
	}
	sound(t, target)
	if files, _ := os.ReadDir(filepath.Dir(target)); len(files) != 1 {
		t.Errorf("%v", files)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Backup(ctx, target); err == nil {
		t.Error("a cancelled backup succeeded")
	}
	if err := s.Backup(t.Context(), filepath.Join(target, "no", "folder.db")); !strings.Contains(data.Sentence(err), "备份") {
		t.Errorf("%v", err)
	}
	sound(t, target)
}

// A backup that cannot be made leaves what bears its name.
func TestBackupRemovesNothingOfOthers(t *testing.T) {
	path := written(t)
	s, err := Open(t.Context(), path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	target := filepath.Join(t.TempDir(), "备份.db")
	if err := os.MkdirAll(target+".part/别人的", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), target); !strings.Contains(data.Sentence(err), "写不进去") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(target + ".part/别人的"); err != nil {
		t.Error(err)
	}
}
