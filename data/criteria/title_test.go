package criteria_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// titleAt asks for the title of everybody at a month, by ID.
func titleAt(t *testing.T, s *store.Store, at data.Month) map[string]string {
	t.Helper()
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at}
	ids, err := q.IDs(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	cells, err := q.Cells(t.Context(), s, ids, "现任职务")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for i, id := range ids {
		found[id] = cells[i][0]
	}
	return found
}

// A title stands as the form has it while the appointments are the same, and is
// put together in its order where they are not.
func TestTitleKeepsTheOrderOfTheForm(t *testing.T) {
	s := storetest.Open(t,
		&data.Unit{ID: "a", Name: "甲委", Short: "甲委", Kind: "11"}, &data.Unit{ID: "b", Name: "乙局", Short: "乙局", Kind: "22"},
		&data.Cadre{ID: "c", Name: "王一", WrittenTitle: "甲委副书记；乙党组书记，乙局长，兼丙会长"},
		&data.Appointment{ID: "1", Cadre: "c", Unit: "a", Title: "甲委副书记", Sort: 1, Since: 202001},
		&data.Appointment{ID: "2", Cadre: "c", Unit: "b", Title: "乙党组书记", Sort: 2, Since: 202101},
		&data.Appointment{ID: "3", Cadre: "c", Unit: "b", Title: "乙局长", Sort: 3, Since: 202101, Main: true},
		&data.Appointment{ID: "4", Cadre: "c", Title: "丙会长", Sort: 4, Since: 201901, Until: 202501},
		&data.Appointment{ID: "5", Cadre: "c", Unit: "b", Title: "乙党校校长", Since: 202401},
		&data.Cadre{ID: "d", Name: "李二"},
		&data.Appointment{ID: "6", Cadre: "d", Unit: "a", Title: "甲委常委", Since: 201901},
		&data.Appointment{ID: "7", Cadre: "d", Unit: "b", Title: "乙局长", Since: 202101, Main: true},
	)
	for at, want := range map[data.Month][2]string{
		201812: {"", ""},
		202012: {"甲委副书记，丙会长", "甲委常委"},
		202312: {"甲委副书记；乙党组书记，乙局长，兼丙会长", "乙局长，甲委常委"},
		202412: {"甲委副书记，乙党组书记、乙局长，丙会长，乙党校校长", "乙局长，甲委常委"},
		202512: {"甲委副书记，乙党组书记、乙局长、乙党校校长", "乙局长，甲委常委"},
	} {
		if got := titleAt(t, s, at); got["c"] != want[0] || got["d"] != want[1] {
			t.Errorf("%s: %s / %s", at, got["c"], got["d"])
		}
	}
}

// Go and SQL tell the same title, whatever somebody holds.
func TestTitleIsTheSameInGoAndSQL(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	s := storetest.Open(t,
		&data.Unit{ID: "a", Name: "甲委", Short: "甲委", Kind: "11"}, &data.Unit{ID: "b", Name: "乙局", Short: "乙局", Kind: "22"})
	var cadres []*data.Cadre
	held := map[string][]*data.Appointment{}
	var records []any
	for i := range 60 {
		c := &data.Cadre{ID: fmt.Sprintf("c%02d", i), Name: "王一"}
		for k := range random.IntN(5) {
			a := &data.Appointment{
				ID: fmt.Sprintf("%s-%d", c.ID, random.IntN(9000)), Cadre: data.Ref(c.ID), Unit: []data.Ref{"", "a", "b"}[random.IntN(3)],
				Title: fmt.Sprintf("职务%d", k), Main: random.IntN(3) == 0, Sort: random.IntN(3), Since: data.Month(202001 + random.IntN(4)),
			}
			if random.IntN(4) == 0 {
				a.Until = 202203
			}
			held[c.ID] = append(held[c.ID], a)
			records = append(records, a)
		}
		if random.IntN(2) == 0 {
			c.WrittenTitle = data.TitleText("", held[c.ID]) + []string{"", "。", " 兼"}[random.IntN(3)]
		}
		cadres = append(cadres, c)
	}
	for _, c := range cadres {
		records = append(records, c)
	}
	storetest.Put(t, s, records...)
	for _, at := range []data.Month{202001, 202003, 202212} {
		got := titleAt(t, s, at)
		for _, c := range cadres {
			var now []*data.Appointment
			for _, a := range held[c.ID] {
				if at.Within(a.Since, a.Until) {
					now = append(now, a)
				}
			}
			if want := data.TitleText(c.WrittenTitle, now); got[c.ID] != want {
				t.Errorf("%s %s: %q, in Go %q", at, c.ID, got[c.ID], want)
			}
		}
	}
}
