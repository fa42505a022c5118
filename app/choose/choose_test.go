package choose

import (
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// A deputy's post is vacant. 方圆 has been a clerk of the first rank for four
// years, 江文 for one, of the three asked for; 石磊 is not put forward yet.
func enter(t *testing.T) (*Workspace, *desktest.Shell, *store.Store) {
	t.Helper()
	d, shell := desktest.Open(
		t, &data.Setting{Key: data.SettingLevel, Value: "县"},
		&data.Unit{ID: "u1", Name: "白鹿乡", Short: "白鹿乡", Kind: "32", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副乡长", Approved: 1, Level: "1A42", Rank: "2", Team: true, Sort: 2},
		&data.Post{ID: "p5", Unit: "u1", Name: "科员", Approved: 3, Level: "1A50", Sort: 9},
		&data.Cadre{ID: "c2", Name: "方圆", Sex: "2", Birth: 199603, FullEdu: "大学", WorkStart: 201807},
		&data.Cadre{ID: "c3", Name: "江文", Sex: "1", Birth: 199805, FullEdu: "大学", WorkStart: 202107},
		&data.Appointment{Cadre: "c2", Post: "p5", Title: "白鹿乡科员", Since: 202210, How: "4", Main: true},
		&data.Appointment{Cadre: "c3", Post: "p5", Title: "白鹿乡科员", Since: 202510, How: "4", Main: true},
		&data.Vacancy{ID: "v1", Post: "p2", Since: 202608, Opened: 20260901},
		&data.Candidate{ID: "k2", Vacancy: "v1", Cadre: "c2", Compared: 20260910, Source: "2"},
		&data.Candidate{ID: "k3", Vacancy: "v1", Cadre: "c3", Compared: 20260910, Young: true, Source: "1"},
	)
	w := New(d)
	shell.Enter(w)
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	return w, shell, d.Store.(*store.Store)
}

func TestFactsAndRulesOfEachCandidate(t *testing.T) {
	w, _, _ := enter(t)
	c := w.model.found.comparison
	if c.Post != "白鹿乡副乡长" || strings.Join(c.Cadres, " ") != "c3 c2" {
		t.Fatalf("%s: %v", c.Post, c.Cadres)
	}
	for _, cadre := range c.Cadres {
		if len(w.model.found.answers[cadre]) == 0 {
			t.Errorf("no rule looked at %s", cadre)
		}
		for _, a := range w.model.found.answers[cadre] {
			if a.Clause == "" || a.Source == "" || a.Data == "" {
				t.Errorf("%s: an answer without its clause, data or source: %+v", cadre, a)
			}
		}
	}
	w.next()
	if w.model.cadre() != "c2" || len(w.shownAnswers()) == 0 {
		t.Errorf("looks at %s", w.model.cadre())
	}
	if w.model.youngMissing() {
		t.Error("a young cadre was put forward")
	}
}

func TestAYoungCadreNotChosenNeedsAReason(t *testing.T) {
	w, shell, db := enter(t)
	w.look("c2")
	w.model.decide()
	for _, c := range storetest.All[data.Candidate](t, db) {
		if c.Chosen {
			t.Fatal("chosen over a young cadre without a reason")
		}
	}
	if said := shell.Said; len(said) != 1 || !strings.Contains(said[0], w.model.name(slices.Index(w.model.found.comparison.Cadres, "c3"))) {
		t.Errorf("does not say who: %v", said)
	}
	base := w.model.found.candidates["c3"]
	young := *base
	young.Reason = "任职年限不足。"
	w.model.write("比选理由", "已保存。", revision{base, &young})
	w.look("c2")
	w.model.decide()
	for _, c := range storetest.All[data.Candidate](t, db) {
		if c.Chosen != (c.Cadre == "c2") {
			t.Errorf("%s chosen: %v", c.Cadre, c.Chosen)
		}
	}
	if w.update(); w.table.Columns()[w.model.at+1].Title != "▶ "+w.model.name(w.model.at)+"（选定）" {
		t.Errorf("does not show who is chosen: %v", w.table.Columns())
	}
	if len(shell.Failed) > 0 || shell.Changes != 2 {
		t.Errorf("failed %v, changes %d", shell.Failed, shell.Changes)
	}
}

// How far each candidate has been vetted stands in the comparison: what nobody
// has recorded is no data.
func TestVettingInTheComparison(t *testing.T) {
	w, _, _ := enter(t)
	c := *w.model.found.candidates["c3"]
	c.FileChecked, c.DisciplineHeard = true, true
	w.model.write("核查情况", "已保存。", revision{w.model.found.candidates["c3"], &c})
	all := *w.model.found.candidates["c2"]
	all.FileChecked, all.MattersChecked, all.DisciplineHeard, all.PetitionsChecked = true, true, true, true
	w.model.write("核查情况", "已保存。", revision{w.model.found.candidates["c2"], &all})
	var said []string
	for _, r := range w.model.found.comparison.Checks {
		said = append(said, r.Cell(0).Text+" "+r.Cell(1).Text+" "+r.Cell(2).Text)
	}
	want := "凡提四必 未核：个人事项、信访 四项均已核；年度考核 无数据 无数据；政治素质 无数据 无数据；影响期至 没有 没有"
	if got := strings.Join(said, "；"); got != want {
		t.Errorf("%q", got)
	}
	w.tellAnswer(0)
	w.askReason()
}
