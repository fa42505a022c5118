package figure_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// Small cases for the rules by which figures are easily miscounted.

// expect holds figures at a month, written “id=text” or “id=text/of”, against
// what has been counted by hand.
func expect(t *testing.T, s *store.Store, at data.Month, wanted ...string) {
	t.Helper()
	values := compute(t, s, at)
	for _, want := range wanted {
		id, text, _ := strings.Cut(want, "=")
		text, of, _ := strings.Cut(text, "/")
		v, ok := values[id]
		if !ok {
			t.Errorf("%s is no figure", id)
			continue
		}
		if v.Text() != text || of != "" && of != strconv.Itoa(v.Denominator) {
			t.Errorf("%s at %s: %s of %d, by hand %s", id, at, v.Text(), v.Denominator, want)
		}
	}
}

// A class with names counts its names, also where a number is written down
// besides; one without takes the number.
func TestSumsCountNamesFirst(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Class{ID: "named", Name: "一", Kind: "1", Start: 20260301, Heads: 50},
		&data.Seat{Class: "named", Cadre: "a"}, &data.Seat{Class: "named", Cadre: "b"},
		&data.Class{ID: "number", Name: "二", Kind: "1", Start: 20260601, Heads: 30, Source: "党校统计"},
		&data.Class{ID: "empty", Name: "三", Kind: "2", Start: 20260602},
		&data.Class{ID: "next", Name: "四", Kind: "1", Start: 20260701, Heads: 7},
		&data.Class{ID: "long", Name: "五", Kind: "1", Start: 20211231, Heads: 1000}, // before 近五年
		&data.Class{ID: "first", Name: "六", Kind: "1", Start: 20220101, Heads: 4},
	)
	v := compute(t, s, 202606)["m5.1.people"]
	if v.Numerator != 2+30+4 || v.Named != 2 || v.From != 202201 {
		t.Errorf("%+v", v)
	}
	expect(t, s, 202606, "m5.1.classes=3", "m2.1.people=2", "m5.1.special=1", "m5.1.seats=0")
	expect(t, s, 202607, "m5.1.people=43")
	expect(t, s, 202612, "m5.1.classes=4")
	expect(t, s, 202701, "m5.1.classes=3", "m5.1.people=39") // 2022 is out
	rows, err := source(t, s, 202606).Who(t.Context(), v.Definition, 202606, v.Definition.Columns()...)
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	text, err := json.Marshal(v)
	if err != nil || !strings.Contains(string(text), `"value":36,"numerator":36,"denominator":0,"named":2,`) {
		t.Errorf("%s %v", text, err)
	}
	if want := "培训班：类别 = 中青年干部培训班；按“参训人次”合计；近年（年数为本单位设置）；自 2022.01 起；其中按名单 2 人次，按上报人数 34 人次"; v.Wording() != want {
		t.Errorf("%q, want %q", v.Wording(), want)
	}
	storetest.Put(t, s, &data.Seat{Class: "number", Cadre: "a"}) // now names decide
	if v := compute(t, s, 202606)["m5.1.people"]; v.Numerator != 2+1+4 || v.Named != 3 {
		t.Errorf("%+v", v)
	}
}

// Of people sent out, a line with a name is one, one without is its number;
// whoever was out at any time in the five years counts.
func TestPeopleSentOut(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Cadre{ID: "a", Name: "甲"},
		&data.Campaign{ID: "flood", Name: "防汛", Kind: "4"}, &data.Campaign{ID: "village", Name: "驻村", Kind: "3"},
		&data.Sent{Campaign: "flood", Kind: "2", Cadre: "a", Since: 202406, Until: 202408, Heads: 9},
		&data.Sent{Campaign: "flood", Kind: "2", Since: 202406, Until: 202408, Heads: 300},
		&data.Sent{Campaign: "village", Kind: "1", Since: 202105, Until: 202202, Heads: 12}, // into January 2022
		&data.Sent{Campaign: "village", Kind: "1", Since: 202105, Until: 202201, Heads: 40}, // ended before
		&data.Sent{Campaign: "village", Kind: "1", Cadre: "a", Since: 202607},
	)
	expect(t, s, 202606, "m2.3.front=301", "m2.3.front.flood=301/301", "m2.3.front.epidemic=0/301", "m2.3.village=12")
	expect(t, s, 202607, "m2.3.village=13")
	if v := compute(t, s, 202607)["m2.3.village"]; v.Named != 1 {
		t.Errorf("%d by name", v.Named)
	}
}

// Lights are those of the last round that is settled, compared with the round
// before it.
func TestLightsOfTheLatestRound(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Unit{ID: "x", Name: "甲镇", Short: "甲镇", Kind: "31"}, &data.Unit{ID: "y", Name: "乙镇", Short: "乙镇", Kind: "31"},
		&data.Unit{ID: "z", Name: "丙镇", Short: "丙镇", Kind: "31"},
		&data.Evaluation{ID: "2025", Name: "一", At: 202506, Held: 20250710},
		&data.Evaluation{ID: "2025b", Name: "二", At: 202512, Held: 20260112},
		&data.Evaluation{ID: "draft", Name: "三", At: 202606}, // nobody has settled it
		&data.Light{Evaluation: "2025", Unit: "x", Color: "1"}, &data.Light{Evaluation: "2025", Unit: "y", Color: "3"},
		&data.Light{Evaluation: "2025b", Unit: "x", Color: "2"}, &data.Light{Evaluation: "2025b", Unit: "y", Color: "2"},
		&data.Light{Evaluation: "2025b", Unit: "z", Color: "3"}, // had none before
		&data.Light{Evaluation: "draft", Unit: "x", Color: "1"},
		&data.Letter{Evaluation: "2025b", Unit: "x", Issued: 20260115, Back: 20260702},
		&data.Letter{Evaluation: "2025b", Unit: "y", Issued: 20260115},
	)
	expect(t, s, 202505, "m1.1.lights.red=无数据", "m1.1.letters=无数据")
	expect(t, s, 202511, "m1.1.lights.red=1/2", "m1.1.lights.green=1/2", "m1.1.lights.better=0", "m1.1.lights.worse=0")
	expect(t, s, 202606, "m1.1.lights.red=0/3", "m1.1.lights.amber=2/3", "m1.1.lights.green=1/3", "m1.1.lights.better=1/3", "m1.1.lights.worse=1/3")
	expect(t, s, 202606, "m1.1.letters=2", "m1.1.letters.back=0/2") // the answer came in July
	expect(t, s, 202607, "m1.1.letters.back=1/2")
	expect(t, s, 202701, "m1.1.letters=0") // none in the new year is not 无数据
}

// A half-year begins in January and in July; what falls on its edges counts.
func TestHalfYears(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Unit{ID: "x", Name: "甲镇", Short: "甲镇", Kind: "31"}, &data.Unit{ID: "y", Name: "乙局", Short: "乙局", Kind: "22"},
		&data.Unit{ID: "bureau", Name: "丙院", Short: "丙院", Kind: "16"}, // owes none
		&data.Dispatch{Unit: "x", Held: 20260101}, &data.Dispatch{Unit: "x", Held: 20260630}, &data.Dispatch{Unit: "y", Held: 20260701},
	)
	expect(t, s, 202606, "m1.1.dispatches=2", "m1.1.dispatches.due=2", "m1.1.short=1/2", "m1.1.committees=2")
	expect(t, s, 202607, "m1.1.dispatches=1", "m1.1.short=1/2")
	expect(t, s, 202701, "m1.1.dispatches=0", "m1.1.short=2/2")
	storetest.Put(t, s, &data.Setting{Key: data.DispatchesOwed.Key, Value: "2", Since: 202607})
	expect(t, s, 202606, "m1.1.dispatches.due=2", "m1.1.short=1/2")
	expect(t, s, 202607, "m1.1.dispatches.due=4", "m1.1.short=2/2")
}

// The years that 近年 looks back are a setting of the office, in force from its month.
func TestRecentYearsAreASetting(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"}, &data.Cadre{ID: "c", Name: "丙"},
		&data.Recruit{Cadre: "a", Year: 2022, Degree: "2"}, &data.Recruit{Cadre: "b", Year: 2024, Degree: "3"}, &data.Recruit{Cadre: "c", Year: 2021, Degree: "1"},
	)
	expect(t, s, 202606, "m3.2.intake=2", "m3.2.master=50.0/2")
	storetest.Put(t, s, &data.Setting{Key: data.RecentYears.Key, Value: "3", Since: 202606})
	expect(t, s, 202605, "m3.2.intake=2")
	expect(t, s, 202606, "m3.2.intake=1", "m3.2.master=0.0/1")
	if v := compute(t, s, 202606)["m3.2.intake"]; v.Label != "近3年招录选调生" || v.From != 202401 {
		t.Errorf("%q from %s", v.Label, v.From)
	}
}

// Marks of last year's assessment stand for the whole of it, whatever the month;
// what was closed since counts by the as-of month.
func TestTheYearBefore(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Unit{ID: "x", Name: "甲镇", Short: "甲镇", Kind: "31"},
		&data.Score{Unit: "x", Year: 2025, Kind: "2", Maximum: 5, Points: 4}, &data.Score{Unit: "x", Year: 2025, Kind: "2", Maximum: 10},
		&data.Score{Unit: "x", Year: 2026, Kind: "2", Maximum: 5, Points: 5},
		&data.LookBack{Year: 2025, Source: "会议", Matter: "一", Closed: 20251231}, &data.LookBack{Year: 2025, Source: "会议", Matter: "二", Closed: 20260105},
	)
	expect(t, s, 202601, "m1.3.score.party=26.7/15", "m2.1.closed=2/2", "m2.1.listed=2")
	expect(t, s, 202612, "m1.3.score.party=26.7/15", "m2.1.closed=2/2")
	expect(t, s, 202512, "m1.3.score.party=无数据", "m2.1.listed=无数据")
}

// One person with two talks is two 人次 and, of the people trained, one.
func TestEachAndOnce(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Cadre{ID: "a", Name: "甲"},
		&data.Talk{Cadre: "a", Held: 20260101, Kind: "1"}, &data.Talk{Cadre: "a", Held: 20260630, Kind: "4"}, &data.Talk{Cadre: "a", Held: 20251231, Kind: "4"},
		&data.Class{ID: "k", Name: "一", Kind: "4", Start: 20260301}, &data.Class{ID: "l", Name: "二", Kind: "4", Start: 20260401},
		&data.Seat{Class: "k", Cadre: "a"}, &data.Seat{Class: "l", Cadre: "a"},
	)
	expect(t, s, 202606, "m5.3.talks=2", "m2.1.people=1", "m2.1.seats=2")
	d := figure.Named("m5.3.talks")
	rows, err := source(t, s, 202606).Who(t.Context(), d, 202606, d.Columns()...)
	if err != nil || len(rows) != 2 || d.Unit() != "人次" {
		t.Errorf("%v %v %s", rows, err, d.Unit())
	}
}

// How many more of the young must be promoted until they make up the floor.
func TestNeededForTheFloor(t *testing.T) {
	share := figure.Named("m1.2.floor")
	for _, c := range []struct{ young, of, floor, needed int }{
		{3, 10, 30, 0},
		{2, 10, 30, 2},    // 3 of 11 is 27.3, 4 of 12 is 33.3
		{0, 7, 30, 3},     // 3 of 10 is exactly 30
		{0, 1, 99, 99},    // 99 of 100
		{7, 7, 100, 0},    // nobody else was promoted
		{66, 200, 33, 0},  // exactly
		{65, 200, 33, 2},  // 66 of 201 is 32.8, 67 of 202 is 33.2
		{199, 400, 50, 2}, // 200 of 401 is less than half, 201 of 402 is half
	} {
		v := figure.Value{Definition: share, Numerator: c.young, Denominator: c.of, Floor: c.floor}
		if got, ok := v.Needed(); got != c.needed || !ok {
			t.Errorf("%d of %d for %d%%: %d more, by hand %d", c.young, c.of, c.floor, got, c.needed)
		}
	}
	if _, ok := (figure.Value{Definition: share, Numerator: 6, Denominator: 7, Floor: 100}).Needed(); ok {
		t.Error("all of them, when one is not")
	}
	if _, ok := (figure.Value{Definition: share, NoData: true, Floor: 30}).Needed(); ok {
		t.Error("nobody was promoted")
	}
}

// Who was in post at the change of term stays so when people leave afterwards, and
// ages are those of then.
func TestInPostAtTheChangeOfTerm(t *testing.T) {
	s := storetest.OpenAt(
		t, 202712,
		&data.Setting{Key: data.SettingTerms, Value: "2026.06"},
		&data.Unit{ID: "x", Name: "甲镇", Short: "甲镇", Kind: data.UnitTown},
		&data.Post{ID: "p", Unit: "x", Name: "副镇长", Approved: 4, Team: true, Duty: "副职"},
		&data.Cadre{ID: "a", Name: "甲", Birth: 199001}, &data.Cadre{ID: "b", Name: "乙", Birth: 198907, Gone: 202609},
		&data.Cadre{ID: "c", Name: "丙", Birth: 199001}, &data.Cadre{ID: "d", Name: "丁", Birth: 199001},
		&data.Appointment{Cadre: "a", Post: "p", Title: "副镇长", Since: 202401, Until: 202608},
		&data.Appointment{Cadre: "b", Post: "p", Title: "副镇长", Since: 202605}, // 36 at the change, 37 in the month after
		&data.Appointment{Cadre: "c", Post: "p", Title: "副镇长", Since: 202606, Term: true},
		&data.Appointment{Cadre: "d", Post: "p", Title: "副镇长", Since: 202401, Until: 202606},
	)
	for _, at := range []data.Month{202606, 202607, 202608, 202609, 202706} {
		expect(t, s, at, "m4.2.town.deputies.before=2/3")
	}
	expect(t, s, 202605, "m4.2.town.deputies.before=无数据")
}
