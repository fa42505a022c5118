package sheet

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const month = data.Month(202610)

// county is a town with three cadres, two of one name, and what they did.
func county(t testing.TB) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	put(t, db,
		&data.Unit{ID: "u1", Name: "清源县白鹿镇人民政府", Short: "白鹿镇", Kind: "31"},
		&data.Post{ID: "p1", Unit: "u1", Name: "副镇长"},
		&data.Cadre{ID: "c1", Name: "沈嘉怡", Sex: "2", Birth: 198904, IDNumber: "990101198904011227"},
		&data.Cadre{ID: "c2", Name: "王伟", Sex: "1", Birth: 199001, IDNumber: "990101199001011217"},
		&data.Cadre{ID: "c3", Name: "王伟", Sex: "1", Birth: 198507},
		&data.Class{ID: "k1", Name: "第三期中青班", Kind: first("class_kind"), Start: 20250301},
		&data.Talk{ID: "t1", Cadre: "c1", Held: 20260110, Kind: first("talk_kind"), Who: "周书记", Content: "谈了\n两件事"},
		&data.Talk{ID: "t2", Cadre: "c2", Held: 20260110, Kind: first("talk_kind"), Who: "周书记"},
		&data.Seat{ID: "s1", Class: "k1", Cadre: "c3", Hours: 40},
	)
	return db
}

func first(list string) data.Code { return data.ListNamed(list).Items[0].Code }

func label(list string, i int) string { return data.ListNamed(list).Items[i].Label }

func put(t testing.TB, db *store.Store, records ...any) {
	t.Helper()
	_, err := db.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := storetest.Write(t.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// tableOf writes a workbook; numbers stay numbers.
func tableOf(t testing.TB, rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "表.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t testing.TB, db *store.Store, kind *data.Kind, path string) *Proposal {
	t.Helper()
	p, err := Read(t.Context(), db, kind, path, month)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func export(t testing.TB, db *store.Store, kind *data.Kind, ids ...string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Export(t.Context(), &b, db, kind, ids, month); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "出.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func states(p *Proposal) [4]int {
	return [4]int{p.Count(New), p.Count(Changed), p.Count(Same), p.Count(Bad)}
}
