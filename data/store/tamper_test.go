package store_test

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// raw is a second connection that knows nothing of the store's promises.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Path: path, RawQuery: "_busy_timeout=5000"}).String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func exec(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// three makes a store at a plain path with three changes, the second of two rows.
func three(t *testing.T) *store.Store {
	t.Helper()
	s := openAt(t, t.TempDir()+"/plain.db")
	c := &data.Cadre{Name: "甲", Birth: 199001}
	put(t, s, c)
	put(t, s, &data.Family{Cadre: data.Ref(c.ID), Name: "乙"}, &data.Family{Cadre: data.Ref(c.ID), Name: "丙"})
	c.Birth = 199002
	put(t, s, c)
	return s
}

func TestLogIsAppendOnly(t *testing.T) {
	s := three(t)
	db := raw(t, s.Path())
	for _, statement := range []string{
		"UPDATE change SET who = '别人'",
		"DELETE FROM change",
		"UPDATE change_row SET after = ''",
		"DELETE FROM change_row",
		"INSERT OR REPLACE INTO change (seq, id, at, who, what, prev, hash) SELECT seq, 'x', at, who, what, prev, hash FROM change WHERE seq = 1",
		"INSERT OR REPLACE INTO change_row SELECT change, n, kind, record, owner, before, '{}' FROM change_row",
		"INSERT INTO change_row VALUES (1, 2, 'cadre', 'x', 'x', '', '{}')",
		"INSERT INTO change SELECT 9, 'x', at, who, what, prev, hash FROM change WHERE seq = 1",
	} {
		if _, err := db.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("allowed: %s", statement)
		}
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) != 0 || found.Changes != 3 {
		t.Errorf("%+v %v", found, err)
	}
}

// Whoever goes round the triggers is found out by the chain.
func TestVerifyReportsTampering(t *testing.T) {
	drop := []string{
		"DROP TRIGGER change_no_update", "DROP TRIGGER change_no_delete",
		"DROP TRIGGER change_row_no_update", "DROP TRIGGER change_row_no_delete", "DROP TRIGGER change_row_at_the_end",
	}
	for name, c := range map[string]struct{ statement, want string }{
		"who":              {"UPDATE change SET who = '别人' WHERE seq = 2", "第 2 条与其校验值不符"},
		"what":             {"UPDATE change SET what = '别的' WHERE seq = 3", "第 3 条与其校验值不符"},
		"when":             {"UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", "第 1 条与其校验值不符"},
		"before":           {"UPDATE change_row SET before = '{\"birth\":198001}' WHERE change = 3", "第 3 条与其校验值不符"},
		"after":            {"UPDATE change_row SET after = replace(after, '199001', '199101') WHERE change = 1", "第 1 条与其校验值不符"},
		"owner":            {"UPDATE change_row SET owner = 'x' WHERE change = 2 AND n = 1", "第 2 条与其校验值不符"},
		"moved a boundary": {"UPDATE change_row SET before = substr(after, 1, 1), after = substr(after, 2) WHERE change = 1", "第 1 条与其校验值不符"},
		"one row gone":     {"DELETE FROM change_row WHERE change = 2 AND n = 2", "第 2 条与其校验值不符"},
		"all rows gone":    {"DELETE FROM change_row WHERE change = 2", "第 2 条与其校验值不符"},
		"rows swapped":     {"UPDATE change_row SET n = 3 - n + 10 WHERE change = 2", "第 2 条与其校验值不符"},
		"row added":        {"INSERT INTO change_row VALUES (2, 3, 'cadre', 'x', 'x', '', '{}')", "第 2 条与其校验值不符"},
		"row without":      {"INSERT INTO change_row VALUES (9, 1, 'cadre', 'x', 'x', '', '{}')", "引用了不存在的记录：留痕"},
		"entry gone":       {"DELETE FROM change WHERE seq = 2", "第 3 条与前一条不相接"},
		"first gone":       {"DELETE FROM change WHERE seq = 1", "第 2 条与前一条不相接"},
		"renumbered":       {"UPDATE change SET seq = 10 WHERE seq = 3", "第 10 条"},
		"hash":             {"UPDATE change SET hash = 'x' WHERE seq = 2", "第 3 条与前一条不相接"},
		"reference":        {"UPDATE family SET cadre = 'nobody'", "引用了不存在的记录：家庭成员"},
	} {
		t.Run(name, func(t *testing.T) {
			s := three(t)
			db := raw(t, s.Path())
			exec(t, db, drop...)
			exec(t, db, c.statement)
			found, err := s.Verify(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.Join(found.Problems, "\n"), c.want) {
				t.Errorf("%q, want %q", found.Problems, c.want)
			}
		})
	}
}

// Entries cut off at the end leave a sound chain; the head kept outside tells.
func TestHeadProvesTheEnd(t *testing.T) {
	s := three(t)
	before, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	exec(
		t, raw(t, s.Path()),
		"DROP TRIGGER change_no_delete", "DROP TRIGGER change_row_no_delete",
		"DELETE FROM change_row WHERE change = 3", "DELETE FROM change WHERE seq = 3",
	)
	after, err := s.Verify(t.Context())
	if err != nil || before.Head == "" || before.Head == after.Head {
		t.Errorf("head %q, then %q (%v)", before.Head, after.Head, err)
	}
}

// Whoever writes into the tables behind the log is found out by what the log
// has made of each record.
func TestVerifyReportsWhatTheLogDoesNotKnow(t *testing.T) {
	const dropped = "“照片”的触发器被去掉了，可能有人绕过程序动过这个文件；请核对后用备份恢复。"
	for name, c := range map[string]struct {
		statement string
		want      []string // all there is to report
	}{
		"field":          {"UPDATE cadre SET name = '乙'", []string{"干部 c 的“姓名”与留痕不一致，可能被绕过程序改动过。"}},
		"emptied":        {"UPDATE cadre SET birth = 0", []string{"干部 c 的“出生年月”与留痕不一致，可能被绕过程序改动过。"}},
		"filled":         {"UPDATE cadre SET gone = 202601", []string{"干部 c 的“离册年月”与留痕不一致，可能被绕过程序改动过。"}},
		"search":         {"UPDATE cadre SET pinyin = 'yi'", []string{"干部 c 的“检索用字”与留痕不一致，可能被绕过程序改动过。"}},
		"reference":      {"UPDATE appointment SET post = NULL", []string{"任职 a 的“职位”与留痕不一致，可能被绕过程序改动过。"}},
		"removed":        {"DELETE FROM resume", []string{"简历 r 不见了，留痕里没有删除它。"}},
		"added first":    {"INSERT INTO family (id, cadre) VALUES ('a0', 'c')", []string{"家庭成员 a0 在留痕里没有，可能是绕过程序写入的。"}},
		"added last":     {"INSERT INTO resume (id, cadre) VALUES ('zz', 'c')", []string{"简历 zz 在留痕里没有，可能是绕过程序写入的。"}},
		"under an ID":    {"INSERT INTO unit (id, name, short, kind) VALUES ('c', '局', '局', '31')", []string{"机构 c 在留痕里没有，可能是绕过程序写入的。"}},
		"came back":      {"INSERT INTO reserve (id, cadre, tier) VALUES ('gone', 'c', '3')", []string{"储备 gone 已删除，却又出现，留痕里没有。"}},
		"another photo":  {"DROP TRIGGER blob_no_update; UPDATE blob SET bytes = x'00'", []string{dropped, "照片 " + string(data.BlobOf([]byte("照片"))) + " 的内容与其校验值不符，可能被改动过。"}},
		"photo gone":     {"DELETE FROM blob", []string{"干部 c 的“照片”不见了。"}},
		"nothing at all": {"UPDATE cadre SET name = '甲'", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := furnished(t)
			change(t, s, func(ctx context.Context, tx *store.Tx) error {
				photo, err := tx.Keep(ctx, []byte("照片"))
				return errors.Join(err,
					storetest.Write(ctx, tx, &data.Cadre{ID: "c", Name: "甲", Sex: "1", Birth: 199001, Photo: photo}),
					storetest.Write(ctx, tx, &data.Reserve{ID: "gone", Cadre: "c", Tier: "3", Since: 202601}))
			})
			change(t, s, func(ctx context.Context, tx *store.Tx) error {
				return storetest.Remove(ctx, tx, &data.Reserve{ID: "gone"})
			})
			exec(t, raw(t, s.Path()), c.statement)
			found, err := s.Verify(t.Context())
			if err != nil || !slices.Equal(found.Problems, c.want) {
				t.Errorf("%q, want %q (%v)", found.Problems, c.want, err)
			}
		})
	}
}

// What was changed behind the log and then changed again by the program shows
// in what that change found.
func TestVerifyReportsWhatWasChangedSince(t *testing.T) {
	s := three(t)
	exec(t, raw(t, s.Path()), "UPDATE family SET name = '戊' WHERE name = '乙'")
	all, err := store.Find[data.Family](t.Context(), s, store.Where("name", "戊"))
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	all[0].Name = "己"
	put(t, s, all[0])
	found, err := s.Verify(t.Context())
	if want := "家庭成员 " + all[0].ID + " 在留痕第 4 条之前被绕过程序改动过。"; err != nil || !slices.Equal(found.Problems, []string{want}) {
		t.Errorf("%q, want %q (%v)", found.Problems, want, err)
	}
}
