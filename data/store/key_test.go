package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

var (
	keyA = store.Key{1, 2, 3}
	keyB = store.Key{9, 8, 7}
)

// encrypted makes an encrypted database in which one cadre is.
func encrypted(t *testing.T) (*store.Store, store.File) {
	t.Helper()
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	f := store.File{Path: filepath.Join(t.TempDir(), "县 密%.db"), Key: keyA}
	s, err := f.Open(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	storetest.Put(t, s, &data.Cadre{Name: secret, IDNumber: "990101199001010017", Sex: "1", Birth: 199001})
	return s, f
}

const secret = "欧阳慕雪"

// leaks are the files of a folder in which a name can be read.
func leaks(t *testing.T, dir string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(secret)) || bytes.Contains(raw, []byte("CREATE TABLE")) {
			found = append(found, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func names(t *testing.T, f store.File) string {
	t.Helper()
	s, err := f.Open(t.Context(), false)
	if err != nil {
		return data.Sentence(err)
	}
	defer s.Close()
	var all []string
	for _, c := range storetest.All[data.Cadre](t, s) {
		all = append(all, c.Name)
	}
	return strings.Join(all, "、")
}

func TestNothingOfAnEncryptedDatabaseIsReadable(t *testing.T) {
	s, f := encrypted(t)
	dir := filepath.Dir(f.Path)
	if found := leaks(t, dir); found != nil { // with the write-ahead log beside it
		t.Errorf("readable in %v", found)
	}
	copied := filepath.Join(dir, "备份.db")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if found := leaks(t, dir); found != nil {
		t.Errorf("readable in %v", found)
	}
	for _, path := range []string{f.Path, copied} {
		if got := names(t, store.File{Path: path, Key: keyA}); got != secret {
			t.Errorf("%s: %s", path, got)
		}
		if got := names(t, store.File{Path: path, Key: keyB}); !strings.Contains(got, "已损坏") {
			t.Errorf("with another key: %s", got)
		}
		if got := names(t, store.File{Path: path}); !strings.Contains(got, "要登录才能打开") {
			t.Errorf("without a key: %s", got)
		}
		inside, err := store.File{Path: path, Key: keyA}.Peek(t.Context())
		if err != nil || inside.Cadres != 1 || len(inside.Problems) > 0 {
			t.Errorf("%+v %v", inside, err)
		}
	}
}

func TestTakeOverAPlainDatabase(t *testing.T) {
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	s := storetest.Open(t, &data.Cadre{Name: secret, IDNumber: "990101199001010017", Sex: "1", Birth: 199001})
	f := store.File{Path: filepath.Join(t.TempDir(), "新.db"), Key: keyA}
	if err := s.File().Copy(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if found := leaks(t, filepath.Dir(f.Path)); found != nil {
		t.Errorf("readable in %v", found)
	}
	if got := names(t, f); got != secret {
		t.Error(got)
	}
	if got := names(t, store.File{Path: s.Path()}); got != secret {
		t.Errorf("the plain one: %s", got)
	}
}

func TestRekey(t *testing.T) {
	s, f := encrypted(t)
	if _, err := f.Rekey(t.Context(), keyB); err == nil || !strings.Contains(data.Sentence(err), "正打开着") {
		t.Errorf("while it is open: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	g, err := f.Rekey(t.Context(), keyB)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, g); got != secret {
		t.Error(got)
	}
	if got := names(t, f); !strings.Contains(got, "已损坏") {
		t.Errorf("the old key: %s", got)
	}
	if found := leaks(t, filepath.Dir(f.Path)); found != nil {
		t.Errorf("readable in %v", found)
	}
}

func TestKeysDoNotPrintThemselves(t *testing.T) {
	k := store.Key{0xab, 0xcd, 0xef}
	text := fmt.Sprint(k, &k) + fmt.Sprintf("%v %+v %#v %x %X %d %s %q", k, k, k, k, k, k, k, k)
	f := store.File{Path: "a.db", Key: k}
	text += fmt.Sprintf("%v %+v %#v", f, f, f)
	if store.Encrypts() {
		s, _ := encrypted(t)
		all := fmt.Sprintf("%v %+v %#v %s", s, s, s, s)
		if strings.Contains(all, "0x1, 0x2, 0x3") || strings.Contains(all, "[1 2 3") || strings.Contains(all, "010203") {
			t.Error("a store prints its key")
		}
	}
	for _, leak := range []string{"ab", "AB", "171", "0xab"} {
		if strings.Contains(text, leak) {
			t.Errorf("%s in %s", leak, text)
		}
	}
}
