package command_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
)

// TestLightsAreThoseOfTheRounds: the sample writes the lights of its rounds down
// from the lives it has made up, not from records; the program must find the
// same from the records at those months.
func TestLightsAreThoseOfTheRounds(t *testing.T) {
	db := county(t)
	s, err := store.Open(t.Context(), db, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rounds, err := store.Find[data.Evaluation](t.Context(), s)
	if err != nil || len(rounds) < 6 {
		t.Fatal(len(rounds), err)
	}
	units, err := store.Find[data.Unit](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	names := map[data.Ref]string{}
	for _, u := range units {
		names[data.Ref(u.ID)] = u.Short
	}
	words := map[data.Code]string{"1": "红", "2": "黄", "3": "绿"}
	for _, round := range rounds {
		var found []struct {
			Team, Kind, Light string
			Pending           []string
			Reasons           []struct{ Rule, Data, Missing, Cure string }
		}
		mustJSON(t, &found, "lights", "--db", db, "--at", round.At.ISO(), "--json")
		lights, err := store.Find[data.Light](t.Context(), s, store.Where("evaluation", round.ID))
		judged := 0
		for _, f := range found {
			if f.Light != "" {
				judged++
			} else if len(f.Pending) != 1 || f.Pending[0] != "尚未设目标" {
				t.Errorf("%s has no light: %v", f.Team, f.Pending)
			}
		}
		if err != nil || len(lights) != judged || judged == len(found) {
			t.Fatalf("%s: %d lights, %d found: %v", round.Name, len(lights), len(found), err)
		}
		want := map[string]string{}
		for _, l := range lights {
			want[names[l.Unit]] = words[l.Color]
		}
		for _, f := range found {
			if f.Light != want[f.Team] || f.Kind == "" || (f.Light == "绿" || f.Light == "") != (len(f.Reasons) == 0) {
				t.Errorf("%s %s: %+v, the round says %s", round.Name, f.Team, f, want[f.Team])
			}
			for _, r := range f.Reasons {
				if r.Rule == "" || r.Data == "" || r.Cure == "" {
					t.Errorf("%s: %+v", f.Team, r)
				}
			}
		}
	}
	if out := must(t, "lights", "--db", db, "--at", "2026-10"); !strings.Contains(out, "2026.10：班子") || !strings.Contains(out, "尚未设目标") {
		t.Error(out)
	}
}
