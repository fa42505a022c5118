package store_test

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"huoshui/data"
	"huoshui/data/store"
)

// guards are the triggers a stranger has to drop before he can write into the log.
var guards = []string{
	"DROP TRIGGER change_no_update", "DROP TRIGGER change_no_delete", "DROP TRIGGER change_at_the_end",
	"DROP TRIGGER change_row_no_update", "DROP TRIGGER change_row_no_delete", "DROP TRIGGER change_row_at_the_end",
	"DROP TRIGGER blob_no_update",
}

// unguarded writes without the guards and puts them back, as somebody would who does
// not want to be found out by them.
func unguarded(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	var back []string
	for _, drop := range guards {
		var statement string
		name := strings.TrimPrefix(drop, "DROP TRIGGER ")
		if err := db.QueryRowContext(t.Context(), "SELECT sql FROM sqlite_master WHERE name = ?", name).Scan(&statement); err != nil {
			t.Fatal(err)
		}
		back = append(back, statement)
	}
	exec(t, db, slices.Concat(guards, statements, back)...)
}

// Eighteen ways to change the file behind the program's back. Each is told when the
// file is opened, or by Verify, in Chinese and with what to do.
func TestEighteenKindsOfTampering(t *testing.T) {
	cases := map[string]struct {
		do   func(t *testing.T, db *sql.DB)
		want string
	}{
		"a field edited":         {behind("UPDATE cadre SET birth = 198501 WHERE id = 'c1'"), "“出生年月”与留痕不一致"},
		"a record inserted":      {behind("INSERT INTO resume (id, cadre, text) VALUES ('x', 'c1', '副县长')"), "在留痕里没有"},
		"a record deleted":       {behind("DELETE FROM resume WHERE id = 'r1'"), "不见了"},
		"two records swapped":    {behind("UPDATE resume SET text = CASE id WHEN 'r1' THEN '科长' ELSE '科员' END"), "“单位及职务”与留痕不一致"},
		"a photo replaced":       {behind("UPDATE blob SET bytes = x'FFD8FF'"), "照片"},
		"a setting changed":      {behind("UPDATE setting SET value = '东河县' WHERE id = 's'"), "设置 s 的“值”与留痕不一致"},
		"the log: who":           {behind("UPDATE change SET who = '别人' WHERE seq = 2"), "第 2 条与其校验值不符"},
		"the log: a value":       {behind("UPDATE change_row SET after = replace(after, '科员', '科长') WHERE record = 'r1'"), "第 2 条与其校验值不符"},
		"the log: deleted":       {behind("DELETE FROM change_row WHERE change = 3", "DELETE FROM change WHERE seq = 3"), "不相接"},
		"the log: swapped":       {behind("UPDATE change SET seq = 99 WHERE seq = 2", "UPDATE change SET seq = 2 WHERE seq = 3", "UPDATE change SET seq = 3 WHERE seq = 99"), "不相接"},
		"the tail cut off":       {cutTail, "现在库里没有这一条"},
		"an old file put back":   {nil, "现在库里没有这一条"}, // done with the files, below
		"the log hashed anew":    {hashedAnew("UPDATE change SET who = '别人' WHERE seq = 2"), "与上次见到的不同"},
		"guards dropped":         {func(t *testing.T, db *sql.DB) { exec(t, db, guards...) }, "“留痕”的触发器被去掉了"},
		"a unique index dropped": {stranger("DROP INDEX criterion_once"), "“口径”的索引被去掉了"},
		"a trigger planted":      {stranger("CREATE TRIGGER t AFTER INSERT ON cadre BEGIN UPDATE cadre SET gone = 202001 WHERE id = NEW.id; END"), "“干部”多出了不是程序建立的触发器"},
		"a table planted":        {stranger("CREATE TABLE copied AS SELECT * FROM cadre"), "多出了不是程序建立的数据表"},
		"times running back":     {hashedAnew("UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE seq = 3"), "时间早于前一条"},
	}
	if len(cases) != 18 {
		t.Errorf("%d kinds", len(cases))
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			kept := worked(t, path)
			if told := toldOf(t, path); len(told) > 0 {
				t.Fatalf("untouched: %q", told)
			}
			if c.do == nil {
				write(t, path, kept)
			} else {
				db := raw(t, path)
				c.do(t, db)
				db.Close()
			}
			told := toldOf(t, path)
			if !strings.Contains(strings.Join(told, "\n"), c.want) {
				t.Fatalf("%q, want %q", told, c.want)
			}
			if !strings.Contains(strings.Join(told, "\n"), "请") {
				t.Errorf("%q do not say what to do", told)
			}
			for _, sentence := range told {
				if !strings.ContainsFunc(sentence, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
					t.Errorf("%q", sentence)
				}
			}
		})
	}
}

// worked makes a database in four changes and returns its files as they were after
// the third.
func worked(t *testing.T, path string) (kept map[string][]byte) {
	t.Helper()
	steps := []func(tx *store.Tx) error{
		func(tx *store.Tx) error {
			photo, err := tx.Keep(t.Context(), []byte("照片"))
			if err != nil {
				return err
			}
			return tx.Add(t.Context(), &data.Cadre{ID: "c1", Name: "甲", Birth: 199001, Photo: photo})
		},
		func(tx *store.Tx) error {
			return tx.Add(t.Context(), &data.Resume{ID: "r1", Cadre: "c1", Since: 201207, Text: "科员"})
		},
		func(tx *store.Tx) error {
			return tx.Add(t.Context(), &data.Resume{ID: "r2", Cadre: "c1", Since: 201807, Text: "科长"})
		},
		func(tx *store.Tx) error {
			return tx.Add(t.Context(), &data.Setting{ID: "s", Key: data.SettingPlace, Value: "清源县"})
		},
	}
	for n, step := range steps {
		if n == 3 {
			bytes, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			kept = map[string][]byte{"": bytes}
		}
		s, err := store.Open(t.Context(), path, true)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Change(t.Context(), act, step); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return kept
}

// toldOf is what a user is told of a file by opening it and by verify.
func toldOf(t *testing.T, path string) (told []string) {
	t.Helper()
	s, err := store.Open(t.Context(), path, false)
	if err != nil {
		return []string{data.Sentence(err)}
	}
	defer s.Close()
	if doubt := s.Doubt(); doubt != "" {
		told = append(told, doubt)
	}
	found, err := s.Verify(t.Context())
	if err != nil {
		return append(told, data.Sentence(err))
	}
	told = slices.Concat(told, found.Problems, found.Notices)
	if todo := found.Todo(); todo != "" {
		told = append(told, todo)
	}
	return told
}

func stranger(statements ...string) func(*testing.T, *sql.DB) {
	return func(t *testing.T, db *sql.DB) { exec(t, db, statements...) }
}

func behind(statements ...string) func(*testing.T, *sql.DB) {
	return func(t *testing.T, db *sql.DB) { unguarded(t, db, statements...) }
}

func cutTail(t *testing.T, db *sql.DB) {
	unguarded(t, db, "DELETE FROM setting WHERE id = 's'", "DELETE FROM change_row WHERE change = 4", "DELETE FROM change WHERE seq = 4")
}

// hashedAnew changes the log and makes its chain fit again, as somebody would who
// knows how it is made.
func hashedAnew(statement string) func(*testing.T, *sql.DB) {
	return func(t *testing.T, db *sql.DB) {
		unguarded(t, db, statement)
		var statements []string
		prev := ""
		for seq := 1; seq <= 4; seq++ {
			var id, at, who, what string
			if err := db.QueryRowContext(t.Context(), "SELECT id, at, who, what FROM change WHERE seq = ?", seq).Scan(&id, &at, &who, &what); err != nil {
				t.Fatal(err)
			}
			var row [5]string
			if err := db.QueryRowContext(t.Context(), "SELECT kind, record, owner, before, after FROM change_row WHERE change = ?", seq).
				Scan(&row[0], &row[1], &row[2], &row[3], &row[4]); err != nil {
				t.Fatal(err)
			}
			hash := hex.EncodeToString(summed(prev, id, at, who, what, string(summed(row[:]...))))
			statements = append(statements, fmt.Sprintf("UPDATE change SET prev = '%s', hash = '%s' WHERE seq = %d", prev, hash, seq))
			prev = hash
		}
		unguarded(t, db, statements...)
	}
}

func summed(parts ...string) []byte {
	h := sha256.New()
	for _, part := range parts {
		_, _ = io.WriteString(h, fmt.Sprintf("%d:%s", len(part), part))
	}
	return h.Sum(nil)
}

// What else can be done to the tables is told as well.
func TestChangedSchemaIsTold(t *testing.T) {
	for statement, want := range map[string]string{
		"CREATE VIEW v AS SELECT name FROM cadre":                                  "多出了不是程序建立的视图",
		"CREATE UNIQUE INDEX one ON cadre (name)":                                  "“干部”多出了不是程序建立的索引",
		"ALTER TABLE cadre ADD COLUMN note TEXT":                                   "“干部”的数据表被改过",
		"DROP INDEX post_unit; CREATE INDEX post_unit ON post (unit DESC)":         "“职位”的索引被改过",
		"DROP TRIGGER change_no_delete":                                            "“留痕”的触发器被去掉了",
		"ALTER TABLE draft RENAME TO old; CREATE TABLE draft (id, kind, text, at)": "“草稿”的数据表被改过",
		"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'CHECK (name <> '''')', '') WHERE name = 'cadre'": "“干部”的数据表被改过",
	} {
		t.Run(statement, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			worked(t, path)
			db := raw(t, path)
			exec(t, db, statement)
			db.Close()
			s := openAt(t, path)
			if !strings.Contains(s.Doubt(), want) && strings.Count(statement, ";") == 0 {
				t.Errorf("opened with %q, want %q", s.Doubt(), want)
			}
			if found, err := s.Verify(t.Context()); err != nil || !strings.Contains(strings.Join(found.Problems, "\n"), want) {
				t.Errorf("%+v %v, want %q", found, err, want)
			}
		})
	}
}
