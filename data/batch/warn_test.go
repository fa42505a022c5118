package batch_test

import (
	"errors"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// doubtful is a town whose mayor's seat is taken, an open seat for which 乙 was
// chosen, and 丙, who was vetted as poor.
func doubtful(t *testing.T) *store.Store {
	t.Helper()
	return storetest.Open(t,
		&data.Unit{ID: "town", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Post{ID: "mayor", Unit: "town", Name: "镇长", Approved: 1, Team: true},
		&data.Post{ID: "deputy", Unit: "town", Name: "副镇长", Approved: 2, Team: true},
		&data.Post{ID: "staff", Unit: "town", Name: "科员"},
		&data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"}, &data.Cadre{ID: "c", Name: "丙"},
		&data.Appointment{ID: "a1", Cadre: "a", Unit: "town", Post: "mayor", Title: "清源县青石镇镇长", Main: true, Since: 202109},
		&data.Vacancy{ID: "v", Post: "deputy", Since: 202607},
		&data.Candidate{Vacancy: "v", Cadre: "b", Compared: 20260720, Chosen: true}, &data.Candidate{Vacancy: "v", Cadre: "c", Compared: 20260720},
		&data.Vetting{ID: "w", Name: "考察", Held: 20260701}, &data.Vetted{Vetting: "w", Cadre: "c", Grade: "4"},
	)
}

func TestWarnings(t *testing.T) {
	s := doubtful(t)
	for name, c := range map[string]struct {
		moves []batch.Move
		want  string
	}{
		"the chosen one":              {[]batch.Move{{Cadre: "b", Post: "deputy"}}, ""},
		"a full post":                 {[]batch.Move{{Cadre: "b", Post: "mayor"}}, "乙任青石镇镇长：超职数，核定 1 职，任后 2 人"},
		"the holder leaves":           {[]batch.Move{{Cadre: "a", Ends: "a1"}, {Cadre: "b", Post: "mayor"}}, ""},
		"two into one place":          {[]batch.Move{{Cadre: "a", Ends: "a1"}, {Cadre: "b", Post: "mayor"}, {Cadre: "a", Post: "mayor"}}, "乙任青石镇镇长：超职数，核定 1 职，任后 2 人；甲任青石镇镇长：超职数，核定 1 职，任后 2 人"},
		"a secondment takes no place": {[]batch.Move{{Cadre: "b", Post: "mayor", How: "5"}}, ""},
		"no limit outside the team":   {[]batch.Move{{Cadre: "b", Post: "staff"}}, ""},
		"another, who is barred":      {[]batch.Move{{Cadre: "c", Post: "deputy"}}, "丙任青石镇副镇长：政治素质，2026.07“考察”，差；丙任青石镇副镇长：比选结果，选定的是乙"},
		"only a release":              {[]batch.Move{{Cadre: "a", Ends: "a1"}}, ""},
		"only a title":                {[]batch.Move{{Cadre: "c", Title: "县政协委员"}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := batch.Warnings(t.Context(), s, 202608, c.moves)
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, w := range found {
				lines = append(lines, w.String())
			}
			if got := strings.Join(lines, "；"); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// What speaks against an appointment keeps it from being written until somebody
// wants it all the same.
func TestDecideAsksFirst(t *testing.T) {
	s := doubtful(t)
	doc := batch.Document{Document: "文", Decided: 20260815}
	moves := []batch.Move{{Cadre: "b", Post: "mayor"}}
	_, err := batch.Decide(t.Context(), s, "测试", doc, moves)
	var doubt *batch.Doubt
	if !errors.As(err, &doubt) || len(doubt.Warnings) != 1 || !strings.Contains(data.Sentence(err), "核定 1 职") {
		t.Fatalf("%v", err)
	}
	if len(storetest.All[data.Appointment](t, s)) != 1 || len(storetest.All[data.Decision](t, s)) != 0 {
		t.Error("written before anybody was asked")
	}
	if text := data.LogText(err); strings.Contains(text, "乙") {
		t.Errorf("the log names somebody: %s", text)
	}
	if _, err := batch.Decide(batch.WithAnyway(t.Context()), s, "测试", doc, moves); err != nil {
		t.Fatal(err)
	}
	if len(storetest.All[data.Appointment](t, s)) != 2 {
		t.Error("not written although it was wanted")
	}
}

// Of single records, only appointments that put somebody into a post are looked at.
func TestRecordsThatAskFirst(t *testing.T) {
	s := doubtful(t)
	held := storetest.All[data.Appointment](t, s)[0]
	noted, moved := *held, *held
	noted.Document = "文"
	moved.Post = "deputy"
	for name, c := range map[string]struct {
		edit batch.Edit
		want int
	}{
		"a new one into a full post": {batch.Edit{Record: &data.Appointment{Cadre: "b", Unit: "town", Post: "mayor", Title: "镇长", Since: 202608}}, 1},
		"one of the past":            {batch.Edit{Record: &data.Appointment{Cadre: "b", Unit: "town", Post: "mayor", Title: "镇长", Since: 201608, Until: 202001}}, 0},
		"a number added":             {batch.Edit{Base: held, Record: &noted}, 0},
		"into another post":          {batch.Edit{Base: held, Record: &moved}, 1}, // not the chosen one
		"a title alone":              {batch.Edit{Record: &data.Appointment{Cadre: "b", Title: "县政协委员", Since: 202608}}, 0},
		"another kind":               {batch.Edit{Record: &data.Cadre{Name: "丁"}}, 0},
	} {
		found, err := batch.RecordWarnings(t.Context(), s, c.edit)
		if err != nil || len(found) != c.want {
			t.Errorf("%s: %v %v", name, found, err)
		}
	}
}
