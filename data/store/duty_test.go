package store

import (
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"huoshui/data"
)

// before is the schema as it was before the migration of that number.
func before(t *testing.T, number string) fs.FS {
	t.Helper()
	files, ok := later(t).(fstest.MapFS)
	if !ok {
		t.Fatal("the schema is no map of files")
	}
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return path.Base(name) >= number })
	return files
}

// writeOld makes a file of an older schema with a unit, two posts and their log,
// as the program wrote them then.
func writeOld(t *testing.T, file string, schema fs.FS) {
	t.Helper()
	db := (&engine{dsn: dsn(file)}).open()
	defer db.Close()
	provider, err := provide(db, schema)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	exec := func(statement string, args ...any) {
		t.Helper()
		if _, err := tx.ExecContext(t.Context(), statement, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec("PRAGMA defer_foreign_keys = ON")
	exec("INSERT INTO unit (id, name, short, kind) VALUES ('u', '青石镇', '青石镇', '31')")
	exec("INSERT INTO post (id, unit, name, duty) VALUES ('p1', 'u', '党委书记', '党政正职'), ('p2', 'u', '园区党工委书记', '园区书记')")
	var digest []byte
	for i, r := range []logRow{
		{"unit", "u", "u", "", `{"kind":"31","name":"青石镇","short":"青石镇"}`},
		{"post", "p1", "u", "", `{"duty":"党政正职","name":"党委书记","unit":"u"}`},
		{"post", "p2", "u", "", `{"duty":"园区书记","name":"园区党工委书记","unit":"u"}`},
	} {
		digest = r.digest(digest)
		exec("INSERT INTO change_row VALUES (1, ?, ?, ?, ?, ?, ?)", i+1, r.Kind, r.Record, r.Owner, r.Before, r.After)
	}
	const at = "2026-10-01T00:00:00Z"
	exec("INSERT INTO change VALUES (1, 'c', ?, '甲', '录入', '', ?)", at, chain("", "c", at, "甲", "录入", digest))
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

// A file from before posts had codes of duties: words of the list get their
// code, other words stay as they are, and the log still says the same.
func TestPostsOfOlderFilesGetTheCodesOfTheirDuties(t *testing.T) {
	file := filepath.Join(t.TempDir(), "旧库.db")
	writeOld(t, file, before(t, "00010"))

	s, err := Open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	verify := func() {
		t.Helper()
		if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) > 0 {
			t.Errorf("%v %v", found.Problems, err)
		}
	}
	expect := func(want string) {
		t.Helper()
		posts, err := Find[data.Post](t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range posts {
			got = append(got, p.Duty+" "+string(p.DutyCode))
		}
		if text := strings.Join(got, "|"); text != want {
			t.Errorf("%s, want %s", text, want)
		}
	}
	expect("党政正职 01|园区书记 ")
	verify()
	for _, duty := range []string{"组织委员", "园区正职", "01"} {
		_, err := s.Change(t.Context(), Act{Who: "乙", What: "改岗位类别"}, func(tx *Tx) error {
			return Edit(t.Context(), tx, "p1", func(p *data.Post) error {
				p.Duty = duty
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		verify()
	}
	expect("党政正职 01|园区书记 ")
}
