package report_test

import (
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// A name one person has finds that person for every paper that can be about one;
// a name two have is refused, naming each once.
func TestFindByName(t *testing.T) {
	s := town(t)
	storetest.Put(
		t, s, &data.Cadre{ID: "c4", Name: "陈立", Sex: "1", Birth: 199101},
		&data.Appointment{Cadre: "c4", Unit: "u2", Title: "清源县财政局科员", Main: true, Since: 202001},
	)
	source := sourceOf(t, s, 202607)
	tried := 0
	for _, sort := range report.Sorts() {
		if abouts := sort.Abouts(); !slices.Contains(abouts, report.AboutPeople) && !slices.Contains(abouts, report.AboutCadre) {
			continue
		}
		tried++
		for _, name := range []string{"沈嘉怡", "c1", "沈嘉怡　清源县财政局局长"} {
			if found, err := report.Find(t.Context(), source, sort, name, 202607); err != nil || found.ID != "c1" || found.About != report.AboutCadre {
				t.Errorf("%s of %s: %+v, %v", sort.Label, name, found, err)
			}
		}
		if found, err := report.Find(t.Context(), source, sort, "陈立　清源县财政局科员", 202607); err != nil || found.ID != "c4" {
			t.Errorf("%s: %+v, %v", sort.Label, found, err)
		}
		_, err := report.Find(t.Context(), source, sort, "陈立", 202607)
		said := data.Sentence(err)
		if !strings.Contains(said, "有 2 个") || strings.Count(said, "（c2）") != 1 || strings.Count(said, "（c4）") != 1 {
			t.Errorf("%s: %s", sort.Label, said)
		}
	}
	if tried < 10 {
		t.Errorf("only %d sorts are about people", tried)
	}
}

// A team is found as long as its unit lasts.
func TestFindTeam(t *testing.T) {
	s := town(t)
	storetest.Put(
		t, s, &data.Unit{ID: "u3", Name: "清源县白马乡", Short: "白马乡", Kind: "32", Until: 202601},
		&data.Post{ID: "p9", Unit: "u3", Name: "乡长", Level: "1A41", Approved: 1, Team: true},
	)
	ledger := report.SortNamed("ledger")
	if found, err := report.Find(t.Context(), sourceOf(t, s, 202512), ledger, "白马乡", 202512); err != nil || found.ID != "u3" || found.About != report.AboutTeam {
		t.Errorf("%+v, %v", found, err)
	}
	if found, err := report.Find(t.Context(), sourceOf(t, s, 202601), ledger, "白马乡", 202601); err == nil {
		t.Errorf("%+v", found)
	}
}
