package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func look(t *testing.T, s *store.Store, looks ...store.Look) {
	t.Helper()
	for _, l := range looks {
		if err := s.Look(t.Context(), l); err != nil {
			t.Fatal(err)
		}
	}
}

// looked is a database with a change and three looks.
func looked(t *testing.T, path string) *store.Store {
	t.Helper()
	s := openAt(t, path)
	put(t, s, &data.Cadre{ID: "c", Name: "甲"})
	look(
		t, s,
		store.Look{Who: "张三", Deed: store.Opened, Kind: data.CadreKind, Record: "c", Count: 1},
		store.Look{Who: "张三", Deed: store.Listed, What: "指标 m0.principals", Kind: data.CadreKind, Count: 12},
		store.Look{Who: "李四", Deed: store.Exported, What: "干部名册", Kind: data.CadreKind, Count: 1200},
	)
	return s
}

func TestLooksAreKeptAndFound(t *testing.T) {
	begun := time.Now().Add(-time.Second)
	s := looked(t, filepath.Join(t.TempDir(), "a.db"))
	for name, c := range map[string]struct {
		q    store.Search
		want []int64
	}{
		"all":             {store.Search{}, []int64{3, 2, 1}},
		"who":             {store.Search{Who: "张三"}, []int64{2, 1}},
		"of":              {store.Search{Of: "c"}, []int64{1}},
		"what":            {store.Search{Word: "名册"}, []int64{3}},
		"deed":            {store.Search{Word: "打开"}, []int64{1}},
		"a page":          {store.Search{Limit: 2}, []int64{3, 2}},
		"the next":        {store.Search{Limit: 2, Before: 2}, []int64{1}},
		"since":           {store.Search{Since: begun}, []int64{3, 2, 1}},
		"since to come":   {store.Search{Since: time.Now().Add(time.Hour)}, nil},
		"until":           {store.Search{Until: begun.Add(-time.Hour)}, nil},
		"until to come":   {store.Search{Until: time.Now().Add(time.Hour)}, []int64{3, 2, 1}},
		"no such person":  {store.Search{Who: "张"}, nil},
		"an odd question": {store.Search{Word: "%' OR 1 --"}, nil},
	} {
		found, err := store.Looks(t.Context(), s, c.q)
		var got []int64
		for _, l := range found {
			got = append(got, l.Seq)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
	}
	found, err := store.Looks(t.Context(), s, store.Search{Limit: 1})
	if err != nil || len(found) != 1 || found[0].At.Before(begun) {
		t.Fatalf("%+v %v", found, err)
	}
	found[0].At = time.Time{}
	if want := (store.Look{Seq: 3, Who: "李四", Deed: store.Exported, What: "干部名册", Kind: data.CadreKind, Count: 1200}); found[0] != want {
		t.Errorf("%+v, want %+v", found[0], want)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems)+len(found.Notices) > 0 || found.Looks != 3 || found.Changes != 1 {
		t.Errorf("%+v %v", found, err)
	}
}

// Changes are searched like looks.
func TestChangesAreFound(t *testing.T) {
	s := furnished(t)
	put(t, s, &data.Family{Cadre: "c", Name: "乙"})
	put(t, s, &data.Unit{ID: "u2", Name: "西岭乡", Short: "西岭乡", Kind: "32"})
	for name, c := range map[string]struct {
		q    store.Search
		want []int64
	}{
		"all":        {store.Search{}, []int64{3, 2, 1}},
		"of a cadre": {store.Search{Of: "c"}, []int64{2, 1}},
		"who":        {store.Search{Who: "别人"}, nil},
		"word":       {store.Search{Word: "测试", Limit: 1, Before: 3}, []int64{2}},
	} {
		found, err := store.Changes(t.Context(), s, c.q)
		var got []int64
		for _, e := range found {
			got = append(got, e.Seq)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
	}
}

// A look changes no record: what was computed from them stays valid.
func TestLookIsNoChange(t *testing.T) {
	s := open(t)
	put(t, s, &data.Cadre{Name: "甲"})
	told := 0
	s.SetListener(func(store.Changed) { told++ })
	before := s.Version()
	look(t, s, store.Look{Who: "张三", Deed: store.Opened})
	if s.Version() != before || told != 0 {
		t.Errorf("version %d, then %d; %d changes told", before, s.Version(), told)
	}
}

func TestLogOfLooksIsAppendOnly(t *testing.T) {
	s := looked(t, t.TempDir()+"/a.db")
	db := raw(t, s.Path())
	for _, statement := range []string{
		"UPDATE look SET who = '别人'",
		"DELETE FROM look",
		"INSERT OR REPLACE INTO look SELECT seq, at, '别人', deed, what, kind, record, count, prev, hash FROM look WHERE seq = 1",
		"INSERT INTO look SELECT 9, at, who, deed, what, kind, record, count, prev, hash FROM look WHERE seq = 1",
	} {
		if _, err := db.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("allowed: %s", statement)
		}
	}
}

func TestTamperingWithLooksIsTold(t *testing.T) {
	for statement, want := range map[string]string{
		"UPDATE look SET who = '别人' WHERE seq = 2":                  "第 2 条查阅记录与其校验值不符",
		"UPDATE look SET at = '2020-01-01T00:00:00Z' WHERE seq = 2": "第 2 条查阅记录的时间早于前一条",
		"UPDATE look SET count = 1 WHERE seq = 3":                   "第 3 条查阅记录与其校验值不符",
		"UPDATE look SET record = 'x' WHERE seq = 1":                "第 1 条查阅记录与其校验值不符",
		"DELETE FROM look WHERE seq = 2":                            "第 3 条查阅记录与前一条不相接",
		"DELETE FROM look WHERE seq = 1":                            "第 2 条查阅记录与前一条不相接",
		"DELETE FROM look WHERE seq = 3":                            "上次用到第 3 条查阅记录，现在库里没有这一条",
		"DELETE FROM look":                                          "上次用到第 3 条查阅记录",
		"UPDATE look SET hash = 'x' WHERE seq = 3":                  "第 3 条查阅记录与上次见到的不同",
	} {
		path := filepath.Join(t.TempDir(), "a.db")
		looked(t, path).Close()
		if told := toldOf(t, path); len(told) > 0 {
			t.Fatalf("untouched: %q", told)
		}
		db := raw(t, path)
		exec(t, db, "DROP TRIGGER look_no_update", "DROP TRIGGER look_no_delete", statement)
		db.Close()
		if told := strings.Join(toldOf(t, path), "\n"); !strings.Contains(told, want) || !strings.Contains(told, "“查阅记录”的触发器被去掉了") {
			t.Errorf("%s: %q, want %q", statement, told, want)
		}
	}
}

// The anchor of a program that kept no looks is read, and completed by the next entry
// of either log.
func TestAnchorWithoutLooksIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	looked(t, path).Close()
	var hash string
	if err := raw(t, path).QueryRowContext(t.Context(), "SELECT hash FROM change WHERE seq = 1").Scan(&hash); err != nil {
		t.Fatal(err)
	}
	write(t, path, map[string][]byte{headEnd: fmt.Appendf(nil, `{"seq":1,"hash":"%s"}`, hash)})
	s := openAt(t, path)
	if s.Doubt() != "" {
		t.Error(s.Doubt())
	}
	put(t, s, &data.Cadre{Name: "乙"})
	s.Close()
	db := raw(t, path)
	exec(t, db, "DROP TRIGGER look_no_delete", "DELETE FROM look WHERE seq = 3")
	db.Close()
	if doubt := doubtOf(t, path); !strings.Contains(doubt, "第 3 条查阅记录") {
		t.Errorf("%q", doubt)
	}
}

// A file that is only read keeps no looks: it can be looked at, but nothing leaves it
// without a trace.
func TestReadOnlyKeepsNoLooks(t *testing.T) {
	disk := storetest.NewDisk(t, 4096)
	path := filepath.Join(disk.Path, "a.db")
	one(t, path)
	disk.Protect()
	s := openAt(t, path)
	if err := s.Look(t.Context(), store.Look{Who: "张三", Deed: store.Opened}); err != nil {
		t.Error(err)
	}
	err := s.Look(t.Context(), store.Look{Who: "张三", Deed: store.Exported})
	if sentence := data.Sentence(err); !strings.Contains(sentence, "没有导出") {
		t.Errorf("%q (%v)", sentence, err)
	}
	if found, err := store.Looks(t.Context(), s, store.Search{}); err != nil || len(found) != 0 {
		t.Errorf("%v %v", found, err)
	}
}

// Looks written at once by two programs and by changes all stand in one chain.
func TestLooksAndChangesAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, b := openAt(t, path), openAt(t, path)
	done := make(chan error)
	for n, s := range []*store.Store{a, b, a, b} {
		go func() {
			var err error
			for i := range 10 {
				if err == nil && n < 2 {
					err = s.Look(t.Context(), store.Look{Who: "张三", Deed: store.Listed, Count: i})
				} else if err == nil {
					_, err = s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Add(t.Context(), &data.Cadre{Name: "甲"}) })
				}
			}
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if found, err := a.Verify(t.Context()); err != nil || len(found.Problems) > 0 || found.Looks != 20 || found.Changes != 20 {
		t.Errorf("%+v %v", found, err)
	}
	a.Close()
	b.Close()
	if _, err := os.Stat(path + headEnd); err != nil {
		t.Error(err)
	}
	if doubt := doubtOf(t, path); doubt != "" {
		t.Error(doubt)
	}
}
