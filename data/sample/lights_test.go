package sample

import (
	"strings"
	"testing"

	"huoshui/data"
)

// TestLightsOfRounds: every colour occurs, most teams keep their targets in
// part, and a light that is not green says why.
func TestLightsOfRounds(t *testing.T) {
	for _, b := range []*book{standard, read(Make(Options{Level: LevelCity}))} {
		colors := map[data.Code]int{}
		for _, l := range records[data.Light](b) {
			if (l.Color == "3") != (l.Reasons == "") || l.Unmet > strings.Count(string(l.Reasons), "\n")+1 || (l.Unmet == 0) != (l.Missing == 0) {
				t.Errorf("%+v", l)
			}
			colors[l.Color]++
		}
		t.Log(colors)
		for _, c := range []data.Code{"1", "2", "3"} {
			if colors[c] < 2 {
				t.Errorf("%d of %s", colors[c], c)
			}
		}
	}
}

// TestLettersAreAnswered: most are acknowledged and answered, some are overdue.
func TestLettersAreAnswered(t *testing.T) {
	letters, back, due, answered := 0, 0, 0, 0
	for _, l := range records[data.Letter](standard) {
		letters++
		back += one(l.Back != 0)
		due += one(l.Due != 0)
		answered += one(l.Answered != 0)
		if l.Secretary == "" || l.Back != 0 && l.Back < l.Issued || l.Answered != 0 && l.Answered < l.Back {
			t.Errorf("%+v", l)
		}
	}
	t.Log(letters, back, due, answered)
	if back*100 < letters*90 || back == letters || answered == due || answered*100 < due*85 {
		t.Errorf("%d letters, %d acknowledged, %d due, %d answered", letters, back, due, answered)
	}
}

// TestTrialPlacements: each move leaves the post the cadre holds today, and a
// post is not given twice.
func TestTrialPlacements(t *testing.T) {
	open := map[data.Ref]*data.Appointment{}
	for _, a := range standard.appointments {
		if a.Until == 0 {
			open[data.Ref(a.ID)] = a
		}
	}
	taken := map[data.Ref]bool{}
	for _, m := range records[data.Move](standard) {
		a := open[m.Leaves]
		if a == nil || a.Cadre != m.Cadre || !a.Main {
			t.Errorf("%+v leaves %+v", m, a)
		}
		if taken[m.Scenario+m.Cadre] {
			t.Errorf("%+v moves twice", m)
		}
		taken[m.Scenario+m.Cadre] = true
	}
	if len(taken) < 6 {
		t.Error(len(taken), "moves")
	}
}
