package settings

import (
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func openBands(t *testing.T, records ...any) (*bands, *desktest.Shell, *store.Store) {
	t.Helper()
	d, s := desktest.Open(t, records...)
	w := New(d)
	s.Enter(w)
	w.ShowBands()
	return w.bands, s, d.Store.(*store.Store)
}

func (b *bands) stand(t *testing.T, name string) *band {
	t.Helper()
	for i := range b.list {
		if b.list[i].Name == name {
			b.grid.Select(i)
			return &b.list[i]
		}
	}
	t.Fatalf("no %s", name)
	return nil
}

// count is how many cadres meet a saved criterion.
func count(t *testing.T, db *store.Store, name string) int {
	t.Helper()
	source, err := figure.Open(t.Context(), db, 202610)
	if err != nil {
		t.Fatal(err)
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: criteria.Meets(name), At: 202610, Book: source.Book}
	_, n, err := q.Count(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A band the office changes counts again everywhere, and goes back when asked.
func TestABandIsChangedAndRestored(t *testing.T) {
	b, s, db := openBands(t,
		&data.Cadre{Name: "甲", Birth: 199010}, // 36
		&data.Cadre{Name: "乙", Birth: 199011}) // 35
	x := b.stand(t, "35岁以下")
	if x.bound() != "不满 36 岁" || !strings.Contains(strings.Join(x.uses, " "), "乡镇党政正职 35岁以下占比") || stateOf(*x) != "随程序" {
		t.Error(x.bound(), x.uses, stateOf(*x))
	}
	if n := count(t, db, "35岁以下"); n != 1 {
		t.Fatal(n)
	}
	for _, wrong := range [][2]string{{"", ""}, {"40", "36"}, {"", "三十六"}, {"", "-1"}} {
		b.from.SetValue(wrong[0])
		b.until.SetValue(wrong[1])
		b.save()
		if b.from.Problem() == "" || len(s.Said) > 0 {
			t.Errorf("%v was kept", wrong)
		}
	}
	b.from.SetValue("")
	b.until.SetValue("37")
	b.source.SetValue("县委常委会")
	b.save()
	s.Press(t, "从这个月起")
	x = b.stand(t, "35岁以下")
	if n := count(t, db, "35岁以下"); n != 2 || x.bound() != "不满 37 岁" || stateOf(*x) != "本单位已改" || x.Source != "县委常委会" {
		t.Error(n, x.bound(), stateOf(*x), x.Source)
	}
	if source, err := figure.Open(t.Context(), db, 202609); err != nil || source.Book["35岁以下"].Where.String() != "年龄 < 36" {
		t.Error("2026.09 does not read as it was", err)
	}
	b.takeBack()
	s.FillMonth(t, "起用年月", "2026.09")
	s.Press(t, "从这个月起")
	if !strings.Contains(strings.Join(s.Texts(), " "), "2026.10") {
		t.Error("taken out of use before it was in use")
	}
	s.Press(t, "从来就不该有")
	x = b.stand(t, "35岁以下")
	if n := count(t, db, "35岁以下"); n != 1 || stateOf(*x) != "随程序" || len(s.Failed) > 0 {
		t.Error(n, stateOf(*x), s.Failed)
	}
}

// A cohort of the office's own has a first and a last month; what rests on it
// keeps it from being taken away.
func TestAnOwnCohort(t *testing.T) {
	b, s, db := openBands(t, &data.Cadre{Name: "甲", Birth: 198912}, &data.Cadre{Name: "乙", Birth: 199001})
	b.begin()
	b.section.OnChanged("年代")
	b.section.SetValue("年代")
	b.name.SetValue("85后")
	b.from.SetValue("1985.01")
	b.until.SetValue("1989.12")
	b.save()
	if b.name.Problem() == "" {
		t.Fatal("two criteria of one name")
	}
	b.name.SetValue("85至89")
	b.save()
	x := b.stand(t, "85至89")
	if n := count(t, db, "85至89"); n != 1 || x.bound() != "出生年月 1985.01 起，1989.12 止" || stateOf(*x) != "本单位新增" {
		t.Error(n, x.bound(), stateOf(*x), s.Failed)
	}
	storetest.Put(t, db, &data.OwnFigure{Name: "中生代", Subject: "干部", Condition: "符合 85至89"})
	b.room.Refresh()
	b.stand(t, "85至89")
	b.takeBack()
	if b.name.Problem() == "" {
		t.Error("taken away under a figure")
	}
}
