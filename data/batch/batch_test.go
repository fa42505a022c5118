package batch_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// A deputy becomes mayor, the mayor goes to a bureau whose head retires: three
// posts change hands, one is left vacant, one open vacancy is filled.
func TestDecide(t *testing.T) {
	s := storetest.Open(t,
		&data.Unit{ID: "town", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Unit{ID: "bureau", Name: "清源县水利局", Short: "县水利局", Kind: "22"},
		&data.Post{ID: "mayor", Unit: "town", Name: "党委副书记、镇长", Approved: 1},
		&data.Post{ID: "deputy", Unit: "town", Name: "副镇长", Approved: 2},
		&data.Post{ID: "head", Unit: "bureau", Name: "党组书记、局长", Approved: 1},
		&data.Cadre{ID: "a", Name: "甲", PartyJoined: 200506}, &data.Cadre{ID: "b", Name: "乙", PartyJoined: 200106}, &data.Cadre{ID: "c", Name: "丙"}, &data.Cadre{ID: "d", Name: "丁"},
		&data.Appointment{ID: "a1", Cadre: "a", Unit: "town", Post: "deputy", Title: "清源县青石镇副镇长", Main: true, Since: 202109},
		&data.Appointment{ID: "d1", Cadre: "d", Unit: "town", Post: "deputy", Title: "清源县青石镇副镇长", Main: true, Since: 202109},
		&data.Appointment{ID: "b1", Cadre: "b", Unit: "town", Post: "mayor", Title: "清源县青石镇党委副书记、镇长", Main: true, Since: 202109},
		&data.Appointment{ID: "c1", Cadre: "c", Unit: "bureau", Post: "head", Title: "清源县水利局党组书记、局长", Main: true, Since: 201605},
		&data.Vacancy{ID: "v", Post: "head", Since: 202607},
	)
	change, err := batch.Decide(t.Context(), s, "测试", batch.Document{Document: "清委干〔2026〕30号", Decided: 20260815}, []batch.Move{
		{Cadre: "c", Ends: "c1", Leaving: "2"},
		{Cadre: "b", Ends: "b1", Post: "head", How: "3"},
		{Cadre: "a", Ends: "a1", Post: "mayor", How: "1"},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, a := range storetest.All[data.Appointment](t, s) {
		got[string(a.Cadre)] += a.Title + " " + a.Since.String() + "-" + a.Until.String() + " " + string(a.Leaving) + string(a.How) + ";"
	}
	for cadre, want := range map[string]string{
		"a": "清源县青石镇副镇长 2021.09-2026.08 1;清源县青石镇党委副书记、镇长 2026.08- 1;",
		"b": "清源县青石镇党委副书记、镇长 2021.09-2026.08 1;清源县水利局党组书记、局长 2026.08- 3;",
		"c": "清源县水利局党组书记、局长 2016.05-2026.08 2;",
		"d": "清源县青石镇副镇长 2021.09- ;",
	} {
		if got[cadre] != want {
			t.Errorf("%s: %s\nwant %s", cadre, got[cadre], want)
		}
	}
	vacancies := map[data.Ref]data.Date{}
	for _, v := range storetest.All[data.Vacancy](t, s) {
		vacancies[v.Post] = v.Filled
	}
	if len(vacancies) != 2 || vacancies["head"] != 20260815 || vacancies["deputy"] != 0 {
		t.Errorf("vacancies %v", vacancies)
	}
	if _, err := s.TakeBack(t.Context(), store.Act{Who: "测试", What: "撤回"}, change); err != nil {
		t.Fatal(err)
	}
	if n := len(storetest.All[data.Appointment](t, s)); n != 4 || len(storetest.All[data.Vacancy](t, s)) != 1 {
		t.Errorf("after taking back: %d appointments", n)
	}
}

// A new post is named where the one it takes the place of was named.
func TestPostTakesThePlaceOfTheOneThatEnds(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "甲"},
		&data.Appointment{ID: "a1", Cadre: "a", Title: "县财政局局长", Main: true, Sort: 1, Since: 202109},
		&data.Appointment{ID: "a2", Cadre: "a", Title: "县诗词学会会长", Sort: 2, Since: 202109})
	moves := []batch.Move{{Cadre: "a", Ends: "a1", Title: "县住建局局长"}, {Cadre: "a", Title: "县政协委员", Beside: true}}
	if _, err := batch.Decide(t.Context(), s, "测试", batch.Document{Document: "文", Decided: 20260815}, moves); err != nil {
		t.Fatal(err)
	}
	var now []*data.Appointment
	for _, a := range storetest.All[data.Appointment](t, s) {
		if data.Month(202608).Within(a.Since, a.Until) {
			now = append(now, a)
		}
	}
	if got := data.TitleText("", now); got != "县住建局局长，县诗词学会会长，县政协委员" {
		t.Error(got)
	}
}

func TestEndedPostCannotEndAgain(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "甲"}, &data.Appointment{ID: "a1", Cadre: "a", Title: "副镇长", Since: 202109, Until: 202205})
	_, err := batch.Decide(t.Context(), s, "测试", batch.Document{Document: "文", Decided: 20260815}, []batch.Move{{Cadre: "a", Ends: "a1"}})
	if !strings.Contains(data.Sentence(err), "已经免去") {
		t.Errorf("%v", err)
	}
	if len(storetest.All[data.Decision](t, s)) != 0 {
		t.Error("half a decision was written")
	}
}

// A document may say that it holds from a month before one of its posts began:
// that post ends in the month it began, not before.
func TestPostDoesNotEndBeforeItBegan(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "甲"}, &data.Appointment{ID: "a1", Cadre: "a", Title: "副镇长", Since: 202607})
	doc := batch.Document{Document: "文", Decided: 20260815, Since: 202605}
	if _, err := batch.Decide(t.Context(), s, "测试", doc, []batch.Move{{Cadre: "a", Ends: "a1"}}); err != nil {
		t.Fatal(err)
	}
	if a := storetest.All[data.Appointment](t, s)[0]; a.Until != 202607 {
		t.Errorf("from %s to %s", a.Since, a.Until)
	}
}

func TestEnrolAndResults(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Class{ID: "k", Name: "第 12 期中青班", Kind: "1", Start: 20260302, Hours: 120},
		&data.Seat{Class: "k", Cadre: "a", Result: "1", Hours: 110})
	added, err := batch.Enrol(t.Context(), s, "测试", "k", []string{"a", "b", "b"})
	if err != nil || added != 1 {
		t.Fatalf("added %d, %v", added, err)
	}
	entered, err := batch.Results(t.Context(), s, "测试", "k", "2")
	if err != nil || entered != 1 {
		t.Fatalf("entered %d, %v", entered, err)
	}
	for _, seat := range storetest.All[data.Seat](t, s) {
		if seat.Cadre == "b" && (seat.Hours != 120 || seat.Result != "2") || seat.Cadre == "a" && seat.Hours != 110 {
			t.Errorf("%+v", seat)
		}
	}
}

func TestAdjust(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Reserve{ID: "r", Cadre: "a", Tier: "3", Since: 202309})
	round := data.Round{Name: "2026 年度集中调整", Held: 20260910, Kind: "1"}
	err := batch.Adjust(t.Context(), s, "测试", round, "部务会",
		[]batch.Entry{{Cadre: "a", Tier: "2", Found: "4"}, {Cadre: "b", Tier: "3", Found: "1"}},
		[]batch.Exit{{Reserve: "r", Why: "01", Note: "任镇长"}})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range storetest.All[data.Reserve](t, s) {
		got += string(r.Cadre) + string(r.Tier) + " " + r.Since.String() + "-" + r.Until.String() + " " + string(r.Exit) + r.Approver + ";"
	}
	if want := "a3 2023.09-2026.09 01部务会;a2 2026.09- 部务会;b3 2026.09- 部务会;"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	err = batch.Adjust(t.Context(), s, "测试", data.Round{Name: "平时", Held: 20261010, Kind: "2"}, "", []batch.Entry{{Cadre: "b", Tier: "3"}}, nil)
	if !strings.Contains(data.Sentence(err), "乙已在") || len(storetest.All[data.Round](t, s)) != 1 {
		t.Errorf("entering twice: %v", err)
	}
}
