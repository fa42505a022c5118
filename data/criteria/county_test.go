package criteria_test

import (
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const month data.Month = 202606

// write opens a new store and puts the records in.
func write(tb testing.TB, records ...any) *store.Store {
	tb.Helper()
	s, err := store.Open(tb.Context(), filepath.Join(tb.TempDir(), "test.db"), true)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	_, err = s.Change(tb.Context(), store.Act{Who: "测试", What: "建样例"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := storetest.Write(tb.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// small is an office of seven: 甲 holds two posts, 乙 one and a secondment, 丙
// a title without a post, 丁 none; 戊 has left this month, 己 comes next month,
// 庚 is in nobody's list but on file.
func small(t *testing.T) *store.Store {
	town := &data.Unit{ID: "u1", Name: "东河镇", Short: "东河镇", Kind: "31", Sort: 1}
	bureau := &data.Unit{ID: "u2", Name: "县财政局", Short: "县财政局", Kind: "22", Sort: 2}
	return write(
		t, town, bureau,
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Level: "1A41", Sort: 1, Team: true, Approved: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "镇长", Level: "1A41", Sort: 2, Team: true, Approved: 1},
		&data.Post{ID: "p3", Unit: "u2", Name: "副局长", Level: "1A42", Sort: 1, Team: true, Approved: 2},
		&data.Cadre{ID: "甲", Name: "甲", Sex: "1", Birth: 198001},
		&data.Cadre{ID: "乙", Name: "乙", Sex: "2", Birth: 199001},
		&data.Cadre{ID: "丙", Name: "丙", Sex: "2"},
		&data.Cadre{ID: "丁", Name: "丁"},
		&data.Cadre{ID: "戊", Name: "戊", Sex: "1", Gone: month},
		&data.Cadre{ID: "己", Name: "己", Sex: "1", WorkStart: month.Add(1)},
		&data.Cadre{ID: "庚", Name: "庚", Sex: "1", WorkStart: month, Gone: month.Add(1)},
		&data.Appointment{ID: "a1", Cadre: "甲", Post: "p2", Title: "东河镇镇长", Since: 201901},
		&data.Appointment{ID: "a2", Cadre: "甲", Post: "p1", Title: "东河镇党委书记", Since: 202001, Main: true},
		&data.Appointment{ID: "a3", Cadre: "乙", Post: "p3", Title: "县财政局副局长", Since: 202301},
		&data.Appointment{ID: "a4", Cadre: "乙", Post: "p2", Title: "东河镇镇长（挂职）", Since: 202501, How: "5", Main: true},
		&data.Appointment{ID: "a5", Cadre: "丙", Unit: "u2", Title: "县财政局四级调研员", Since: 202401},
		&data.Appointment{ID: "a6", Cadre: "庚", Post: "p3", Title: "县财政局副局长", Since: 202001, Until: month},
	)
}

func about(subject, sentence string) criteria.Query {
	book, err := criteria.NewBook(data.County, nil)
	if err != nil {
		panic(err)
	}
	return criteria.Query{Subject: criteria.SubjectNamed(subject), Where: criteria.MustParse(sentence), At: month, Book: book}
}

func by(fields ...string) []criteria.Order {
	var order []criteria.Order
	for _, f := range fields {
		name, down := strings.CutPrefix(f, "-")
		order = append(order, criteria.Order{Field: name, Descending: down})
	}
	return order
}

func ids(t *testing.T, s *store.Store, q criteria.Query, order ...string) string {
	t.Helper()
	found, err := q.IDs(t.Context(), s, by(order...)...)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(found, " ")
}
