package backup_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

var now = time.Date(2026, 12, 1, 9, 12, 33, 5e8, time.Local)

// Counted by hand on a calendar, from Tuesday 2026-12-01 back.
func TestWhichCopiesAreKept(t *testing.T) {
	list := []struct {
		made string
		keep bool
	}{
		{"2026-12-02 09:00", true}, // from a clock that was wrong
		{"2026-12-01 09:00", true},
		{"2026-11-30 18:00", true},
		{"2026-11-30 08:00", true},
		{"2026-11-29 09:30", true},  // not two days ago yet
		{"2026-11-29 09:00", true},  // the last of the 29th of those older than two days
		{"2026-11-29 08:00", false}, //
		{"2026-11-28 17:00", true},
		{"2026-11-28 08:00", false},
		{"2026-11-01 08:00", true},  // thirty days ago
		{"2026-10-30 08:00", true},  // Friday: the last of its week
		{"2026-10-29 08:00", false}, // Thursday of that week
		{"2026-10-25 08:00", true},  // Sunday of the week before
		{"2025-11-20 08:00", true},  // more than a year ago: the last of November
		{"2025-11-03 08:00", false},
		{"2025-10-31 08:00", true},
	}
	times := make([]time.Time, len(list))
	for i, c := range list {
		made, err := time.ParseInLocation("2006-01-02 15:04", c.made, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		times[i] = made
	}
	for i, keep := range backup.Keep(times, now) {
		if keep != list[i].keep {
			t.Errorf("%s: kept %v", list[i].made, keep)
		}
	}
}

// A year of a copy every half hour of the working day leaves few, and never takes
// the newest.
func TestThinningOverAYear(t *testing.T) {
	var times []time.Time
	for day := range 400 {
		at := now.AddDate(0, 0, day-400)
		for half := range 16 {
			times = append([]time.Time{at.Add(time.Duration(half) * 30 * time.Minute)}, times...)
			keep := backup.Keep(times, times[0])
			if !keep[0] {
				t.Fatal("the newest is not kept")
			}
			kept := times[:0:0]
			for i, k := range keep {
				if k {
					kept = append(kept, times[i])
				}
			}
			times = kept
		}
	}
	// 32 to 48 of two days, 29 to 31 days, some 48 weeks, two months.
	if n := len(times); n < 32+29+46+1 || n > 48+31+50+3 {
		t.Errorf("%d copies are left", n)
	}
}

func open(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// county is an open database with one cadre, and its place of copies.
func county(t *testing.T) (*store.Store, backup.Place) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "干部 100%.db")
	s := open(t, path)
	storetest.Put(t, s, &data.Cadre{ID: "c1", Name: "江文"})
	return s, backup.Beside(store.File{Path: path})
}

func names(t *testing.T, s *store.Store) string {
	t.Helper()
	var list []string
	for _, c := range storetest.All[data.Cadre](t, s) {
		list = append(list, c.Name)
	}
	return strings.Join(list, " ")
}

func TestCopiesAreMadeListedAndThinned(t *testing.T) {
	s, place := county(t)
	if list, err := place.List(); err != nil || len(list) != 0 {
		t.Fatal("no place yet", list, err)
	}
	for _, hours := range []int{200, 199, 1, 0} {
		if _, err := place.Make(t.Context(), s, now.Add(-time.Duration(hours)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	other := filepath.Join(place.Dir, "说明.txt")
	if err := os.WriteFile(other, []byte("别删"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := place.List()
	if err != nil || len(list) != 3 { // the older of the two of that day is gone
		t.Fatal(list, err)
	}
	if !list[0].Made.Equal(now.Truncate(time.Second)) || list[0].Size == 0 {
		t.Error(list[0])
	}
	info, err := os.Stat(list[0].Path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Error("others may read the copy", info.Mode(), err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("a file that is no copy was removed")
	}
}

// A look changes nothing, neither in the file nor beside it.
func TestLookInside(t *testing.T) {
	s, place := county(t)
	made, err := place.Make(t.Context(), s, now)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(made.Path)
	inside, err := store.File{Path: made.Path}.Peek(t.Context())
	if err != nil || inside.Cadres != 1 || inside.Changes != 1 || inside.Last.Who != "测试" || inside.Last.At.IsZero() || len(inside.Problems) > 0 {
		t.Errorf("%+v %v", inside, err)
	}
	after, _ := os.ReadFile(made.Path)
	beside, _ := os.ReadDir(place.Dir)
	if string(before) != string(after) || len(beside) != 1 {
		t.Error("the look left traces", beside)
	}
}

// What came after the copy is gone from the database, but not from the disk.
func TestRestore(t *testing.T) {
	s, place := county(t)
	made, err := place.Make(t.Context(), s, now)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Put(t, s, &data.Cadre{ID: "c2", Name: "方圆"})
	db := s.File()
	if _, _, err := backup.Restore(t.Context(), db, made.Path, "张三", now); err == nil || !strings.Contains(data.Sentence(err), "正打开着") {
		t.Fatal("the database is replaced while it is open", err)
	}
	if names(t, s) != "江文 方圆" {
		t.Fatal("a refused restore has changed the database")
	}
	s.Close()
	back, aside, err := backup.Restore(t.Context(), db, made.Path, "张三", now)
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if names(t, back) != "江文" {
		t.Error(names(t, back))
	}
	if names(t, open(t, aside)) != "江文 方圆" {
		t.Error("what was replaced is lost")
	}
	entries, err := store.Recent(t.Context(), back, 1)
	if err != nil || entries[0].Who != "张三" || !strings.HasPrefix(entries[0].What, "从备份恢复") {
		t.Error(entries, err)
	}
	if found, err := back.Verify(t.Context()); err != nil || len(found.Problems) > 0 || found.Changes != 2 {
		t.Errorf("%+v %v", found, err)
	}
}

// By hand a restored file beside an old write-ahead log is spoiled for good.
func TestRestoreBesideWhatACrashLeft(t *testing.T) {
	s, place := county(t)
	made, err := place.Make(t.Context(), s, now)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Put(t, s, &data.Cadre{ID: "c2", Name: "方圆"})
	for name, spoil := range map[string]func(db string){
		"as it was left": func(string) {},
		"damaged":        func(db string) { _ = os.Truncate(db, 5000) },
		"missing":        func(db string) { _ = os.Remove(db) },
	} {
		crashed := filepath.Join(t.TempDir(), "干部 100%.db")
		for _, end := range []string{"", "-wal"} {
			raw, err := os.ReadFile(s.Path() + end)
			if err == nil {
				err = os.WriteFile(crashed+end, raw, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		spoil(crashed)
		back, _, err := backup.Restore(t.Context(), store.File{Path: crashed}, made.Path, "张三", now)
		if err != nil {
			t.Fatal(name, err)
		}
		found, err := back.Verify(t.Context())
		if err != nil || len(found.Problems) > 0 || names(t, back) != "江文" {
			t.Errorf("%s: %s %+v %v", name, names(t, back), found, err)
		}
		back.Close()
	}
}

// Where the database cannot be set aside with all that lies beside it, it stays what
// and where it was.
func TestDatabaseThatCannotBeSetAsideStays(t *testing.T) {
	s, place := county(t)
	made, err := place.Make(t.Context(), s, now)
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "干部.db")
	left := map[string]string{"": strings.Repeat("坏了", 2000), "-shm": "共享"} // the engine leaves them alone: no database
	for end, raw := range left {
		if err := os.WriteFile(db+end, []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	aside := filepath.Join(filepath.Dir(db), "干部.恢复前 "+now.Format("2006-01-02 15.04.05")+".db")
	if err := os.MkdirAll(filepath.Join(aside+"-shm", "在前面"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, _, err := backup.Restore(t.Context(), store.File{Path: db}, made.Path, "张三", now); err == nil || !strings.Contains(data.Sentence(err), "不能改名留存") {
		t.Fatal(err)
	}
	for end, want := range left {
		if raw, err := os.ReadFile(db + end); err != nil || string(raw) != want {
			t.Errorf("%s: %q %v", end, raw, err)
		}
	}
}

// A copy that is not sound is refused with a sentence, whatever is wrong with it,
// and nothing is touched.
func TestDamagedCopiesAreRefused(t *testing.T) {
	s, place := county(t)
	made, err := place.Make(t.Context(), s, now)
	if err != nil {
		t.Fatal(err)
	}
	db := s.File()
	s.Close()
	sound, err := os.ReadFile(made.Path)
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := os.ReadFile(db.Path)
	try := func(what string, raw []byte) {
		t.Helper()
		if err := os.WriteFile(made.Path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		back, _, err := backup.Restore(t.Context(), db, made.Path, "张三", now)
		if err == nil {
			back.Close()
			t.Errorf("%s: restored", what)
		} else if said := data.Sentence(err); strings.Contains(said, "程序内部出错") {
			t.Errorf("%s: %v", what, err)
		}
		if now, _ := os.ReadFile(db.Path); string(now) != string(kept) {
			t.Fatalf("%s: the database was touched", what)
		}
	}
	try("empty", nil)
	try("cut off", sound[:len(sound)/2])
	try("no database", []byte(strings.Repeat("甲", 5000)))
	flipped := 0
	for at := 100; at < len(sound); at += len(sound)/40 + 1 {
		raw := append([]byte{}, sound...)
		page := at / 4096 * 4096
		copy(raw[page:min(page+4096, len(raw))], strings.Repeat("\xff", 4096)) // a page gone bad
		if string(raw) != string(sound) {
			flipped++
			try(fmt.Sprintf("page at %d", page), raw)
		}
	}
	if flipped < 20 {
		t.Fatal("only", flipped)
	}
}
