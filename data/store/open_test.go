package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/query"
)

func openAt(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestPathsAsUsersMakeThem(t *testing.T) {
	for _, name := range []string{
		"干部 库.db", "a#b.db", "a%20b.db", "a%b.db", "a?b=c&d.db", "a&mode=ro.db", "é ü　全角空格.db", "a;b,c'd\".db", "a+b.db", "没有后缀",
	} {
		path := filepath.Join(t.TempDir(), "县委 组织部#1?%&", name)
		s := openAt(t, path)
		put(t, s, &data.Cadre{Name: "甲"})
		if err := s.Backup(t.Context(), path+".bak"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		s.Close()
		for _, p := range []string{path, path + ".bak"} {
			again, err := store.Open(t.Context(), p, false)
			if err != nil {
				t.Errorf("%s: %v", p, err)
				continue
			}
			if all, _ := store.Find[data.Cadre](t.Context(), again); len(all) != 1 {
				t.Errorf("%s holds %d cadres", p, len(all))
			}
			again.Close()
		}
		files, _ := os.ReadDir(filepath.Dir(path))
		if len(files) != 3 { // the database, its anchor and the backup
			t.Errorf("%s: left behind %v", name, files)
		}
	}
}

// Another program's database is not ours to write into.
func TestForeignDatabaseIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "别的程序.db")
	db := raw(t, path)
	exec(t, db, "CREATE TABLE reserve (a)", "INSERT INTO reserve VALUES (1)")
	db.Close()
	before, _ := os.ReadFile(path)
	_, err := store.Open(t.Context(), path, true)
	if !strings.Contains(data.Sentence(err), "不是本程序的数据库") {
		t.Errorf("%v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("left behind %v", files)
	}
}

func TestDamagedDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	openAt(t, path).Close()
	whole, _ := os.ReadFile(path)
	for name, damaged := range map[string][]byte{
		"head only":  whole[:16],
		"noise":      append(bytes.Clone(whole[:16]), bytes.Repeat([]byte("噪声"), 4000)...),
		"first page": append(bytes.Clone(whole[:100]), make([]byte, len(whole)-100)...),
	} {
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), path, false)
		if !strings.Contains(data.Sentence(err), "已损坏") {
			t.Errorf("%s: %v", name, err)
		}
		if s != nil {
			s.Close()
		}
	}
}

// In a folder that nobody may write to, SQLite cannot make the files it keeps
// beside the database.
func TestFolderThatCannotBeWrittenIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	openAt(t, path).Close()
	if err := os.Mkdir(path+"-wal", 0o700); err != nil { // root may write everywhere
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), path, false)
	if !strings.Contains(data.Sentence(err), "文件夹不能写入") {
		t.Error(err)
	}
	if s != nil {
		s.Close()
	}
}

func TestNewerSchemaIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	openAt(t, path).Close()
	db := raw(t, path)
	exec(t, db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)")
	db.Close()
	_, err := store.Open(t.Context(), path, false)
	if !strings.Contains(data.Sentence(err), "更新版本的程序") {
		t.Errorf("%v", err)
	}
}

func TestReadingCannotWrite(t *testing.T) {
	s := open(t)
	put(t, s, &data.Cadre{Name: "甲"})
	for _, statement := range []string{
		"DELETE FROM cadre", "UPDATE cadre SET name = '乙'", "CREATE TABLE x (a)", "PRAGMA user_version = 7",
		"PRAGMA query_only = 0", "DELETE FROM cadre RETURNING id",
	} {
		rows, err := query.Rows(t.Context(), s, statement)
		if err == nil {
			for rows.Next() {
			}
			rows.Close()
		}
	}
	if all, err := store.Find[data.Cadre](t.Context(), s); err != nil || len(all) != 1 || all[0].Name != "甲" {
		t.Errorf("%v %v", all, err)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) != 0 {
		t.Errorf("%v %v", found, err)
	}
}

// Two programs on one file: the second waits, then is told in a sentence; once
// the first is done, both write and both see.
func TestTwoHandles(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for five seconds")
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	one, two := openAt(t, path), openAt(t, path)
	change(t, one, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Add(ctx, &data.Cadre{Name: "甲"}); err != nil {
			return err
		}
		_, err := two.Change(ctx, act, func(tx *store.Tx) error { return tx.Add(ctx, &data.Cadre{Name: "乙"}) })
		if sentence := data.Sentence(err); !strings.Contains(sentence, "正被另一个程序占用") {
			t.Errorf("%q (%v)", sentence, err)
		}
		if all, err := store.Find[data.Cadre](ctx, two); err != nil || len(all) != 0 {
			t.Errorf("the other reads %v (%v)", all, err)
		}
		openAt(t, path) // a third can open and read meanwhile
		return nil
	})
	put(t, two, &data.Cadre{Name: "丙"})
	if all, err := store.Find[data.Cadre](t.Context(), one); err != nil || len(all) != 2 {
		t.Errorf("%v %v", all, err)
	}
	if found, err := one.Verify(t.Context()); err != nil || len(found.Problems) != 0 || found.Changes != 2 {
		t.Errorf("%+v %v", found, err)
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	s := open(t)
	for name, pause := range map[string]time.Duration{"at once": 0, "after a while": 20 * time.Millisecond} {
		ctx, cancel := context.WithCancel(t.Context())
		_, err := s.Change(ctx, act, func(tx *store.Tx) error {
			for i := range 10 {
				if i == 5 {
					cancel()
					time.Sleep(pause) // until the transaction has been rolled back behind our back
				}
				if err := tx.Add(ctx, &data.Cadre{Name: "甲"}); err != nil {
					return err
				}
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) || data.Sentence(err) != "已取消，数据没有改动。" {
			t.Errorf("%s: %v", name, err)
		}
		cancel()
	}
	// Cancelled when all is written and only the end is missing.
	ctx, cancel := context.WithCancel(t.Context())
	_, err := s.Change(ctx, act, func(tx *store.Tx) error {
		defer func() { cancel(); time.Sleep(20 * time.Millisecond) }()
		return tx.Add(ctx, &data.Cadre{Name: "甲"})
	})
	if !errors.Is(err, context.Canceled) || data.Sentence(err) != "已取消，数据没有改动。" {
		t.Errorf("at the end: %v", err)
	}
	nothingWritten(t, s)
}

// A bug in the middle of a change must not block the changes after it.
func TestPanicLeavesNothing(t *testing.T) {
	s := open(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = s.Change(t.Context(), act, func(tx *store.Tx) error {
			if err := tx.Add(t.Context(), &data.Cadre{Name: "甲"}); err != nil {
				return err
			}
			panic("bug")
		})
	}()
	nothingWritten(t, s)
}

func nothingWritten(t *testing.T, s *store.Store) {
	t.Helper()
	if all, _ := store.Find[data.Cadre](t.Context(), s); len(all) != 0 {
		t.Errorf("%d cadres were written", len(all))
	}
	if log, _ := store.Recent(t.Context(), s, 9); len(log) != 0 || s.Version() != 0 {
		t.Errorf("log %v, version %d", log, s.Version())
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	_, err := s.Change(ctx, act, func(tx *store.Tx) error { return tx.Add(ctx, &data.Cadre{Name: "乙"}) })
	if err != nil {
		t.Errorf("the next change: %v", err)
	}
}

// Readers see the state before a change or after it, whole, and never wait.
func TestReadersDuringWrites(t *testing.T) {
	s := open(t)
	const changes, each = 30, 20
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for last := 0; ; {
				all, err := store.Find[data.Cadre](t.Context(), s)
				if err != nil || len(all)%each != 0 || len(all) < last {
					t.Errorf("%d cadres after %d (%v)", len(all), last, err)
					return
				}
				last = len(all)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	var writers sync.WaitGroup
	for range 2 { // two at once: one waits for the other
		writers.Go(func() {
			for range changes / 2 {
				_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
					for range each {
						if err := tx.Add(t.Context(), &data.Cadre{Name: "甲"}); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	found, err := s.Verify(t.Context())
	if err != nil || len(found.Problems) != 0 || found.Changes != changes || found.Records["cadre"] != changes*each || s.Version() != changes {
		t.Errorf("%+v %v", found, err)
	}
}
