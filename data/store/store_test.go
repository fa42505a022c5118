package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/query"
	"huoshui/data/store/storetest"
)

var act = store.Act{Who: "测试", What: "测试改动"}

func open(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "干部 库 #1?.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func change(t *testing.T, s *store.Store, do func(ctx context.Context, tx *store.Tx) error) string {
	t.Helper()
	id, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return do(t.Context(), tx) })
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func put(t *testing.T, s *store.Store, records ...any) string {
	t.Helper()
	return change(t, s, func(ctx context.Context, tx *store.Tx) error {
		for _, r := range records {
			if err := storetest.Write(ctx, tx, r); err != nil {
				return err
			}
		}
		return nil
	})
}

// Every described field must have its column of the right kind, and no table
// may have a column nobody describes.
func TestSchemaMatchesDescriptions(t *testing.T) {
	s := open(t)
	for _, kind := range data.Kinds() {
		want := map[string]string{"id": "TEXT"}
		for _, f := range kind.Fields {
			switch f.Type {
			case data.TypeInt, data.TypeBool, data.TypeMonth, data.TypeDate:
				want[f.Key] = "INTEGER"
			default:
				want[f.Key] = "TEXT"
			}
		}
		rows, err := query.Rows(t.Context(), s, "SELECT name, type FROM pragma_table_info(?)", kind.Name)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var name, typ string
			if err := rows.Scan(&name, &typ); err != nil {
				t.Fatal(err)
			}
			if want[name] != typ {
				t.Errorf("%s.%s is %s in the schema, %q by description", kind.Name, name, typ, want[name])
			}
			delete(want, name)
		}
		rows.Close()
		for name, typ := range want {
			t.Errorf("%s.%s (%s) is described but missing: add a migration", kind.Name, name, typ)
		}
	}
}

func TestChange(t *testing.T) {
	s := open(t)
	c := &data.Cadre{Name: "单㛃䶮𬭎", Sex: "2", Birth: 199007, Selected: true}
	put(t, s, c)
	got, err := store.Get[data.Cadre](t.Context(), s, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if *got != *c || got.Initials[0] != 's' {
		t.Errorf("read %+v, wrote %+v", got, c)
	}
	if id := put(t, s, got); id != "" {
		t.Error("writing the same again left a change in the log")
	}
	got.Birth = 199008
	put(t, s, got, &data.Resume{Cadre: data.Ref(c.ID), Since: 201207, Text: "清源县财政局科员"})
	history, err := store.History(t.Context(), s, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(history) != 2 || len(history[0].Rows) != 2 {
		t.Fatalf("history %+v", history)
	}
	row := history[0].Rows[0]
	if row.Before["birth"] != float64(199007) || row.After["birth"] != float64(199008) || len(row.After) != 1 {
		t.Errorf("before %v after %v", row.Before, row.After)
	}
}

func TestFailedChangeLeavesNothing(t *testing.T) {
	s := open(t)
	_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
		if err := storetest.Write(t.Context(), tx, &data.Cadre{Name: "甲"}); err != nil {
			return err
		}
		return storetest.Write(t.Context(), tx, &data.Cadre{})
	})
	if sentence := data.Sentence(err); !strings.Contains(sentence, "姓名") {
		t.Errorf("a cadre without name: %q", sentence)
	}
	if all, _ := store.Find[data.Cadre](t.Context(), s); len(all) != 0 {
		t.Error("half a change was written")
	}
}

func TestRulesOfTheSchema(t *testing.T) {
	s := open(t)
	c := &data.Cadre{Name: "甲", IDNumber: "990101199001010011"}
	put(t, s, c)
	for name, bad := range map[string]any{
		"重复":   &data.Cadre{Name: "乙", IDNumber: "990101199001010011"},
		"止早于起": &data.Appointment{Cadre: data.Ref(c.ID), Title: "局长", Since: 202005, Until: 202004},
		"引用":   &data.Appointment{Cadre: "no-such-cadre", Title: "局长"},
	} {
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return storetest.Write(t.Context(), tx, bad) })
		if sentence := data.Sentence(err); !strings.Contains(sentence, name) {
			t.Errorf("%s: %q (%v)", name, sentence, err)
		}
	}
}

func TestTakeBack(t *testing.T) {
	s := open(t)
	c := &data.Cadre{Name: "甲", Birth: 199001}
	put(t, s, c)
	c2 := *c
	c2.Birth = 199002
	second := put(t, s, &c2, &data.Family{Cadre: data.Ref(c.ID), Name: "乙"})
	if _, err := s.TakeBack(t.Context(), act, second); err != nil {
		t.Fatal(err)
	}
	got, _ := store.Get[data.Cadre](t.Context(), s, c.ID)
	family, _ := store.Find[data.Family](t.Context(), s, store.Where("cadre", c.ID))
	if got.Birth != 199001 || len(family) != 0 {
		t.Errorf("after taking back: %+v %v", got, family)
	}
	if _, err := s.TakeBack(t.Context(), act, second); !errors.Is(err, data.ErrTaken) {
		t.Errorf("taking back twice: %v", err)
	}
}

func TestVerify(t *testing.T) {
	s := open(t)
	put(t, s, &data.Cadre{Name: "甲"})
	put(t, s, &data.Cadre{Name: "乙"})
	found, err := s.Verify(t.Context())
	if err != nil || len(found.Problems) != 0 || found.Changes != 2 || found.Records["cadre"] != 2 {
		t.Fatalf("sound file: %+v %v", found, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "a.db")
	if err := os.WriteFile(text, []byte("这不是数据库，只是文字而已，长一些"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{text: "不是本程序的数据库", dir: "是文件夹", filepath.Join(dir, "none.db"): "没有找到"} {
		_, err := store.Open(t.Context(), path, false)
		if !strings.Contains(data.Sentence(err), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestFindAnyOfSeveral(t *testing.T) {
	s := open(t)
	put(t, s, &data.Cadre{ID: "c1", Name: "甲"}, &data.Cadre{ID: "c2", Name: "乙"}, &data.Cadre{ID: "c3", Name: "丙"})
	found, err := store.Find[data.Cadre](t.Context(), s, store.Where("id", []string{"c3", "c1", "nobody"}))
	if err != nil || len(found) != 2 || found[0].Name != "甲" || found[1].Name != "丙" {
		t.Errorf("%+v, %v", found, err)
	}
}
