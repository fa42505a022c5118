package store_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// one makes a database with one cadre, closed again.
func one(t *testing.T, path string) {
	t.Helper()
	s := openAt(t, path)
	put(t, s, &data.Cadre{Name: "甲"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// onlyRead checks that a store can be read, says why it cannot be written, and
// refuses writes in a sentence.
func onlyRead(t *testing.T, path, why string) {
	t.Helper()
	s, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatalf("%s: %v", data.Sentence(err), err)
	}
	defer s.Close()
	if s.ReadOnly() != why {
		t.Errorf("open for reading because %q, want %q", s.ReadOnly(), why)
	}
	if all, err := store.Find[data.Cadre](t.Context(), s); err != nil || len(all) != 1 {
		t.Errorf("%v %v", all, err)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) > 0 {
		t.Errorf("%+v %v", found, err)
	}
	_, err = s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Add(t.Context(), &data.Cadre{Name: "乙"}) })
	if want := "数据库是只读打开的（" + why + "），没有保存。"; data.Sentence(err) != want {
		t.Errorf("%q (%v), want %q", data.Sentence(err), err, want)
	}
	err = s.KeepDraft(t.Context(), store.Draft{ID: "a", Kind: "cadre", Text: "草稿", At: time.Now()})
	if sentence := data.Sentence(err); !strings.Contains(sentence, "没有保存") {
		t.Errorf("%q (%v)", sentence, err)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	disk := storetest.NewDisk(t, 4096)
	path := filepath.Join(disk.Path, "a.db")
	one(t, path)
	disk.Protect()
	onlyRead(t, path, "文件是只读的")
	_, err := store.Open(t.Context(), filepath.Join(disk.Path, "b.db"), true)
	if sentence := data.Sentence(err); !strings.Contains(sentence, "不能建立数据库") {
		t.Errorf("%q (%v)", sentence, err)
	}
}

func TestFullDisk(t *testing.T) {
	disk := storetest.NewDisk(t, 4096)
	path := filepath.Join(disk.Path, "a.db")
	one(t, path)
	disk.Fill()
	onlyRead(t, path, "磁盘已满")
	_, err := store.Open(t.Context(), filepath.Join(disk.Path, "b.db"), true)
	if sentence := data.Sentence(err); !strings.Contains(sentence, "没有建成") && !strings.Contains(sentence, "不能建立数据库") {
		t.Errorf("%q (%v)", sentence, err)
	}
	if _, err := os.Stat(filepath.Join(disk.Path, "b.db")); !os.IsNotExist(err) {
		t.Errorf("a database was begun: %v", err)
	}
}

// A disk that becomes full under an open database still lets it be read.
func TestDiskBecomesFull(t *testing.T) {
	disk := storetest.NewDisk(t, 4096)
	path := filepath.Join(disk.Path, "a.db")
	s := openAt(t, path)
	put(t, s, &data.Cadre{Name: "甲"})
	disk.Fill()
	_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
		for range 2000 {
			if err := tx.Add(t.Context(), &data.Cadre{Name: "乙", Rewards: data.Long(strings.Repeat("长", 500))}); err != nil {
				return err
			}
		}
		return nil
	})
	if sentence := data.Sentence(err); !strings.Contains(sentence, "磁盘已满，没有保存") {
		t.Errorf("%q (%v)", sentence, err)
	}
	if all, err := store.Find[data.Cadre](t.Context(), s); err != nil || len(all) != 1 {
		t.Errorf("%d %v", len(all), err)
	}
}

// Changes that stand beside the database and cannot be read are told of instead
// of being left out.
func TestReadOnlyDoesNotReadPastTheLog(t *testing.T) {
	disk := storetest.NewDisk(t, 8192)
	path := filepath.Join(disk.Path, "a.db")
	one(t, path)
	s := openAt(t, path)
	put(t, s, &data.Cadre{Name: "乙"})
	away := filepath.Join(disk.Path, "b.db")
	for _, end := range []string{"", "-wal"} { // as a crash leaves them; the third file is lost
		from, err := os.Open(path + end)
		if err != nil {
			t.Fatal(err)
		}
		to, err := os.Create(away + end)
		if err == nil {
			_, err = io.Copy(to, from)
		}
		if err != nil {
			t.Fatal(err)
		}
		from.Close()
		to.Close()
	}
	s.Close()
	disk.Protect()
	s, err := store.Open(t.Context(), away, false)
	if err == nil {
		if all, _ := store.Find[data.Cadre](context.Background(), s); len(all) != 2 {
			t.Errorf("%d cadres are read", len(all))
		}
		s.Close()
	} else if sentence := data.Sentence(err); !strings.Contains(sentence, "没有并入") {
		t.Errorf("%q (%v)", sentence, err)
	}
}
