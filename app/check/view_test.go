package check

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store/storetest"
)

func room(t *testing.T, records ...any) *Workspace {
	t.Helper()
	d, _ := desktest.Open(t, records...)
	return New(d)
}

func TestFindingsOfEverybody(t *testing.T) {
	w := room(t, &data.Cadre{ID: "c1", Name: "沈嘉怡"}, &data.Cadre{ID: "c2", Name: "王静思"})
	win := test.NewTempWindow(t, w.Content())
	win.Resize(fyne.NewSize(1200, 700))
	w.Refresh()
	// Of each: five fields, no résumé, no family, no post.
	if len(w.rows) != 16 || w.model.people != 2 {
		t.Fatalf("%d findings about %d", len(w.rows), w.model.people)
	}
	if cells, _ := w.grid.Source().Row(0); strings.Join(cells, "|") != "沈嘉怡|性别|“性别”未填|审批表基本项应当填写" {
		t.Error(cells)
	}
	var opened string
	w.OnOpen = func(cadre string, f rule.Finding) { opened = cadre + " " + f.Place() }
	w.grid.OnOpen(8)
	if opened != "c2 性别" {
		t.Errorf("opened %q", opened)
	}
	w.model.only = "家庭主要成员应当填写"
	w.update()
	if len(w.rows) != 2 {
		t.Errorf("%d of one rule", len(w.rows))
	}
	if first := w.model.tallies()[0]; first != (tally{"审批表基本项应当填写", 10}) {
		t.Errorf("%+v", first)
	}
}

// What is put right, or accepted, is gone; a rule that finds nothing any more
// is no longer the one shown.
func TestWhatIsSettledIsGone(t *testing.T) {
	w := room(t, &data.Cadre{ID: "c1", Name: "沈嘉怡"})
	w.Refresh()
	w.Content() // made after the check
	w.model.only = "家庭主要成员应当填写"
	w.update()
	storetest.Put(t, w.model.desk.Store, rule.Accept("c1", w.rows[0].Finding, "孤儿", "李玥", 20261015))
	w.Refresh()
	if len(w.rows) != 7 || w.model.only != "" {
		t.Errorf("%d findings, only %q", len(w.rows), w.model.only)
	}
}
