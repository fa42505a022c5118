package report_test

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// threeUnits is a title as a form writes it: neither the main post nor the oldest
// first, “、” within a unit and “，” between units.
const threeUnits = "清源县白鹿镇党委副书记，清源县财政局党组书记、局长，清源县诗词学会会长"

// imported is the county of town with one more cadre, whose form is imported.
func imported(t *testing.T) (s *store.Store, id string) {
	t.Helper()
	s = town(t)
	storetest.Put(t, s, &data.Post{ID: "p4", Unit: "u2", Name: "党组书记、局长", Level: "1A41", Approved: 1, Team: true, Sort: 1})
	file := lrmx.New()
	file.Set(lrmx.TagName, "贺知")
	file.Set(lrmx.TagBirth, "198503")
	file.Set(lrmx.TagPost, threeUnits)
	file.Set(lrmx.TagResume, "2018.05--         "+threeUnits)
	path := filepath.Join(t.TempDir(), "贺知.lrmx")
	if err := data.SaveFile(path, func(w io.Writer) error { return lrmx.Write(w, file) }); err != nil {
		t.Fatal(err)
	}
	p, err := exchange.Read(t.Context(), s, data.Office{Place: "清源县", Level: data.County}, 202607, []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write(t.Context(), s, "测试", nil); err != nil {
		t.Fatal(err)
	}
	found, err := store.Find[data.Cadre](t.Context(), s, store.Where("name", "贺知"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return s, found[0].ID
}

// Every paper that tells what somebody is prints the title of the form as it
// stands, and goes on from it when it has changed.
func TestEveryPaperPrintsTheTitleOfTheForm(t *testing.T) {
	s, id := imported(t)
	everyPaperTells(t, s, id, threeUnits)
	for _, a := range storetest.All[data.Appointment](t, s) {
		if a.Title == "清源县诗词学会会长" {
			a.Until = 202606
			storetest.Put(t, s, a)
		}
	}
	storetest.Put(t, s, &data.Appointment{Cadre: data.Ref(id), Unit: "u2", Title: "清源县金融办主任", Since: 202606})
	everyPaperTells(t, s, id, "清源县白鹿镇党委副书记，清源县财政局党组书记、局长、清源县金融办主任")
}

func everyPaperTells(t *testing.T, s *store.Store, id, title string) {
	t.Helper()
	for _, name := range []string{
		"roster", "photos", "reserve", "submission", "motion", "discussion", "allocation", "analysis", "inspection", "ballot",
		"form", "register", "growth", "family",
	} {
		sort := report.SortNamed(name)
		for _, option := range append(sort.Options, "")[:max(1, len(sort.Options))] {
			o := report.Order{Option: option, IDs: []string{id}}
			switch name {
			case "growth":
				o = report.Order{ID: id}
			case "reserve":
				storetest.Put(t, s, &data.Reserve{ID: "r", Cadre: data.Ref(id), Tier: "3", Since: 202601})
			}
			if text := made(t, s, name, o).Text(); !strings.Contains(text, title) {
				t.Errorf("%s %s does not print %s:\n%s", sort.Label, option, title, text)
			}
		}
	}
	paths, err := exchange.Export(t.Context(), s, []string{id}, 202607, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := lrmx.ReadFile(paths[0]); err != nil || f.Get(lrmx.TagPost) != title {
		t.Errorf("exported as %q, %v", f.Get(lrmx.TagPost), err)
	}
}
