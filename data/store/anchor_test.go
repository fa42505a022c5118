package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
)

// headEnd is what the name of the anchor beside a database ends in.
const headEnd = ".head"

// left is a database somebody has changed in three steps and closed, with its files
// as each step left them.
func left(t *testing.T, path string) (steps []map[string][]byte) {
	t.Helper()
	s := openAt(t, path)
	for n := range 3 {
		put(t, s, &data.Cadre{ID: fmt.Sprint("c", n), Name: "甲"})
		files := map[string][]byte{}
		for _, end := range []string{"", "-wal", headEnd} {
			raw, err := os.ReadFile(path + end)
			if err != nil {
				t.Fatal(err)
			}
			files[end] = raw
		}
		steps = append(steps, files)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return steps
}

func write(t *testing.T, path string, files map[string][]byte) {
	t.Helper()
	for end, raw := range files {
		if err := os.WriteFile(path+end, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func doubtOf(t *testing.T, path string) string {
	t.Helper()
	s := openAt(t, path)
	defer s.Close()
	return s.Doubt()
}

// A write-ahead log that is damaged after a crash rolls changes back, and nothing in
// the file says so. Wherever a byte of it goes bad, the changes are there or their
// loss is told.
func TestDamagedWALIsTold(t *testing.T) {
	steps := left(t, filepath.Join(t.TempDir(), "a.db"))
	last := steps[len(steps)-1]
	wal := last["-wal"]
	told, lost := 0, 0
	for n := range 120 {
		path := filepath.Join(t.TempDir(), "a.db")
		files := map[string][]byte{"": last[""], headEnd: last[headEnd], "-wal": append([]byte{}, wal...)}
		if n%4 == 3 {
			files["-wal"] = wal[:len(wal)*n/120]
		} else {
			files["-wal"][len(wal)*n/120] ^= 0xff
		}
		write(t, path, files)
		s, err := store.Open(t.Context(), path, false)
		if err != nil {
			told++ // refused with a sentence
			continue
		}
		changes := s.Version()
		switch doubt := s.Doubt(); {
		case changes < 3 && doubt == "":
			lost++
		case doubt != "":
			told++
		}
		s.Close()
	}
	if lost > 0 || told < 50 {
		t.Errorf("%d losses were not told, %d were", lost, told)
	}
}

// An older copy of the file alone is found by what lies beside it; with all that lies
// beside it, by what the user's profile holds.
func TestOlderFileIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	store.KeepAnchors(t.TempDir())
	defer store.KeepAnchors("")
	steps := left(t, path)
	if doubt := doubtOf(t, path); doubt != "" {
		t.Fatal(doubt)
	}
	older := steps[0]
	write(t, path, map[string][]byte{"": older[""], "-wal": older["-wal"]})
	if doubt := doubtOf(t, path); !strings.Contains(doubt, "第 3 条") {
		t.Errorf("the file alone: %q", doubt)
	}
	write(t, path, older)
	_ = os.Remove(path + "-shm")
	s := openAt(t, path)
	if doubt := s.Doubt(); !strings.Contains(doubt, "第 3 条") {
		t.Fatalf("the file with its anchor: %q", doubt)
	}
	// Whoever goes on leaves the doubt in the log.
	put(t, s, &data.Cadre{ID: "new", Name: "乙"})
	entries, err := store.Recent(t.Context(), s, 2)
	if err != nil || len(entries) != 2 || !strings.HasPrefix(entries[1].What, "打开时的疑点") {
		t.Errorf("%+v %v", entries, err)
	}
	s.Close()
	if doubt := doubtOf(t, path); doubt != "" {
		t.Errorf("afterwards: %q", doubt)
	}
}

// A log written again from the first entry is sound, and is not the one that was seen.
func TestLogWrittenAnewIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	left(t, path)
	other := filepath.Join(t.TempDir(), "b.db")
	steps := left(t, other)
	last := steps[2]
	write(t, path, map[string][]byte{"": last[""], "-wal": last["-wal"]})
	_ = os.Remove(path + "-shm")
	if doubt := doubtOf(t, path); !strings.Contains(doubt, "与上次见到的不同") {
		t.Errorf("%q", doubt)
	}
}

// An anchor that a crash cut off, or one of an older change, doubts nothing.
func TestAnchorIsNoFalseAlarm(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	steps := left(t, path)
	for name, raw := range map[string][]byte{"none": nil, "cut off": steps[2][headEnd][:9], "older": steps[0][headEnd], "last": steps[2][headEnd]} {
		write(t, path, map[string][]byte{headEnd: raw})
		if doubt := doubtOf(t, path); doubt != "" {
			t.Errorf("%s: %s", name, doubt)
		}
	}
}
