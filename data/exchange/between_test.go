package exchange_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// proposed is a form of one cadre, 汉族 with a résumé, that says 畲族 and another
// résumé, read but not yet written.
func proposed(t *testing.T) (*store.Store, *exchange.Proposal) {
	t.Helper()
	s := storetest.Open(
		t,
		&data.Cadre{ID: "c1", Name: "沈怡", Sex: "2", Birth: 198904, Nation: "汉族", IDNumber: "99010119890412002X"},
		&data.Resume{ID: "r1", Cadre: "c1", Since: 201007, Text: "清源县白鹿乡科员", Sort: 1},
	)
	paths, err := exchange.Export(t.Context(), s, []string{"c1"}, at, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("汉族", "畲族", "白鹿乡科员", "白鹿乡副乡长").Replace(string(raw))
	in := filepath.Join(t.TempDir(), "改.lrmx")
	if err := os.WriteFile(in, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return s, read(t, s, in)
}

// What somebody saves between the comparison of an import and its confirmation is
// kept, or told as a conflict in which nothing is written.
func TestEditsBeforeAnImportIsConfirmed(t *testing.T) {
	cadre := func(edit func(*data.Cadre)) func(*testing.T, *store.Store) {
		return func(t *testing.T, s *store.Store) {
			c := storetest.All[data.Cadre](t, s)[0]
			edit(c)
			storetest.Put(t, s, c)
		}
	}
	for name, test := range map[string]struct {
		edit     func(*testing.T, *store.Store)
		conflict string // what is told: stored and mine; empty for nothing
		want     string // nation, health and résumé afterwards
	}{
		"nothing":        {func(*testing.T, *store.Store) {}, "", "畲族  清源县白鹿乡副乡长"},
		"another field":  {cadre(func(c *data.Cadre) { c.Health = "健康" }), "", "畲族 健康 清源县白鹿乡副乡长"},
		"the same value": {cadre(func(c *data.Cadre) { c.Nation = "畲族" }), "", "畲族  清源县白鹿乡副乡长"},
		"the same field": {cadre(func(c *data.Cadre) { c.Nation, c.Health = "回族", "健康" }), "民族 回族 畲族", "回族 健康 清源县白鹿乡科员"},
		"a row": {func(t *testing.T, s *store.Store) {
			storetest.Put(t, s, &data.Resume{ID: "r1", Cadre: "c1", Since: 201007, Text: "清源县青石镇科员", Sort: 1})
		}, "单位及职务 清源县青石镇科员 清源县白鹿乡副乡长", "汉族  清源县青石镇科员"},
		"another row": {func(t *testing.T, s *store.Store) {
			storetest.Put(t, s, &data.Resume{ID: "r2", Cadre: "c1", Since: 200609, Until: 201007, Text: "在校学习", Sort: 2})
		}, "", "畲族  清源县白鹿乡副乡长 在校学习"},
	} {
		t.Run(name, func(t *testing.T) {
			s, p := proposed(t)
			test.edit(t, s)
			_, err := p.Write(t.Context(), s, "测试", nil)
			told := ""
			var conflict *store.Conflict
			if errors.As(err, &conflict) {
				for _, r := range conflict.Records {
					for _, f := range r.Fields {
						told += strings.Join([]string{f.Field.Label, f.Field.Show(f.Stored), f.Field.Show(f.Mine)}, " ")
					}
				}
			} else if err != nil {
				t.Fatal(err)
			}
			c := storetest.All[data.Cadre](t, s)[0]
			got := c.Nation + " " + c.Health
			for _, r := range storetest.All[data.Resume](t, s) {
				got += " " + string(r.Text)
			}
			if told != test.conflict || got != test.want {
				t.Errorf("told %q, want %q; stored %q, want %q", told, test.conflict, got, test.want)
			}
		})
	}
}

// A cadre deleted before the import is confirmed is told, and comes back only where
// a person decides so.
func TestDeletedBeforeAnImportIsConfirmed(t *testing.T) {
	s, p := proposed(t)
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "删除"}, func(tx *store.Tx) error {
		_, err := tx.RemoveWhole(t.Context(), storetest.All[data.Cadre](t, tx)[0])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var conflict *store.Conflict
	if _, err := p.Write(t.Context(), s, "测试", nil); !errors.As(err, &conflict) || !conflict.Records[0].Gone {
		t.Fatal(err)
	}
	if left := storetest.All[data.Cadre](t, s); len(left) != 0 {
		t.Fatal("the import has brought the cadre back unasked")
	}
	ctx := store.WithSettlements(t.Context(), conflict.Settle(func(int, int) bool { return true }))
	if _, err := p.Write(ctx, s, "测试", nil); err != nil {
		t.Fatal(err)
	}
	if back := storetest.All[data.Cadre](t, s); len(back) != 1 || back[0].Nation != "畲族" {
		t.Errorf("%d cadres", len(back))
	}
}
