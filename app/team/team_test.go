package team

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/store/storetest"
)

// Two townships of two posts. One target: a member under 31 in each. In 白鹿
// the deputy is 30 in 2026.10 and 31 from 2027.03 on; 青石 has nobody that young,
// and its principal reaches 60 in 2028.05, later by the delay.
func enter(t *testing.T) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := desktest.Open(
		t, &data.Setting{Key: data.SettingLevel, Value: "县"},
		&data.Unit{ID: "u1", Name: "白鹿乡", Short: "白鹿乡", Kind: "32", Sort: 1},
		&data.Unit{ID: "u2", Name: "青石镇", Short: "青石镇", Kind: "31", Sort: 2},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副乡长", Approved: 1, Level: "1A42", Rank: "2", Team: true, Sort: 2},
		&data.Post{ID: "p3", Unit: "u2", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p4", Unit: "u2", Name: "副镇长", Approved: 2, Level: "1A42", Rank: "2", Team: true, Sort: 2},
		&data.Cadre{ID: "c1", Name: "江文", Sex: "1", Birth: 198801},
		&data.Cadre{ID: "c2", Name: "方圆", Sex: "2", Birth: 199603},
		&data.Cadre{ID: "c3", Name: "石磊", Sex: "1", Birth: 196805},
		&data.Cadre{ID: "c4", Name: "叶青", Sex: "2", Birth: 199001},
		&data.Appointment{Cadre: "c1", Post: "p1", Title: "白鹿乡党委书记", Since: 202401, How: "1", Main: true},
		&data.Appointment{Cadre: "c2", Post: "p2", Title: "白鹿乡副乡长", Since: 202401, How: "1", Main: true},
		&data.Appointment{Cadre: "c3", Post: "p3", Title: "青石镇党委书记", Since: 202001, How: "1", Main: true},
		&data.Appointment{Cadre: "c4", Post: "p4", Title: "青石镇副镇长", Since: 202401, How: "1", Main: true},
		&data.Target{Name: "30岁以下", Kind: "31", Scope: "3", Condition: "年龄 < 31", Measure: "2", Number: 1},
		&data.Target{Name: "30岁以下", Kind: "32", Scope: "3", Condition: "年龄 < 31", Measure: "2", Number: 1},
	)
	w := New(d)
	shell.Enter(w)
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	return w, shell
}

func words(groups []kit.PlateGroup) string {
	var list []string
	for _, g := range groups {
		for _, p := range g.Plates {
			word := p.Title + p.Light.Word()
			if p.Changed {
				word += "!"
			}
			list = append(list, word)
		}
	}
	return strings.Join(list, " ")
}

func TestMapNowAndAhead(t *testing.T) {
	w, _ := enter(t)
	if got := words(w.model.groups()); !strings.HasPrefix(got, "白鹿乡绿") || strings.Contains(got, "青石镇绿") {
		t.Errorf("now: %s", got)
	}
	w.Project(5) // 2027.03: the deputy of 白鹿 turns 31
	if got := words(w.model.groups()); strings.Contains(got, "白鹿乡绿") || !strings.Contains(got, "!") {
		t.Errorf("in five months: %s", got)
	}
	w.Project(4) // a month before he does not
	if got := words(w.model.groups()); !strings.HasPrefix(got, "白鹿乡绿") {
		t.Errorf("in four months: %s", got)
	}
}

func TestLightsNarrowTheMap(t *testing.T) {
	w, _ := enter(t)
	test.Tap(w.chips["3"])
	if got := words(w.model.groups()); got != "白鹿乡绿" {
		t.Errorf("green: %s", got)
	}
	test.Tap(w.chips["3"])
	if got := words(w.model.groups()); len(strings.Fields(got)) != 2 {
		t.Errorf("all: %s", got)
	}
}

func TestLedgerOfTheWorstFirstAndOfTheOneChosen(t *testing.T) {
	w, shell := enter(t)
	if l := w.model.ledger; l == nil || l.Team.Unit.ID != "u2" || l.Vacant != 1 {
		t.Fatalf("begins with %+v", l)
	}
	var paper string
	w.OnPaper = func(sort, unit string) { paper = sort + " " + unit }
	w.plates.Choose("u2")
	w.plates.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if l := w.model.ledger; l.Team.Unit.ID != "u1" || l.Filled != 2 {
		t.Errorf("walked to %s, filled %d", l.Team.Unit.ID, l.Filled)
	}
	w.plates.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if paper != "ledger u1" {
		t.Errorf("Enter makes %q", paper)
	}
	list := w.posts(w.model.ledger).(*grid.Grid)
	list.OnOpen(1)
	if len(shell.Opened) != 1 || shell.Opened[0] != "c2" {
		t.Errorf("opened %v", shell.Opened)
	}
}

// Against the last round: 白鹿 was yellow and is green now, 青石 as it was.
func TestAgainstTheLastRound(t *testing.T) {
	w, _ := enter(t)
	now := w.model.now
	storetest.Put(
		t, w.desk.Store, &data.Evaluation{ID: "e0", Name: "更早一轮", At: 202512, Held: 20260110},
		&data.Evaluation{ID: "e1", Name: "上半年评价", At: 202606, Held: 20260710},
		&data.Light{Evaluation: "e1", Unit: "u1", Color: "2"},
		&data.Light{Evaluation: "e1", Unit: "u2", Color: data.Code(now[1].Color)},
	)
	w.Refresh()
	if got := words(w.model.groups()); !strings.HasPrefix(got, "白鹿乡绿!") || strings.Count(got, "!") != 1 {
		t.Errorf("map %s", got)
	}
	if got := w.model.summary(); !strings.HasSuffix(got, "较上半年评价：变好 1　变差 0") {
		t.Errorf("summary %s", got)
	}
}
