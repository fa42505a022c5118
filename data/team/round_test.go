package team_test

import (
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// TestRoundAndLetters freezes the twelve teams, changes one, compares, and
// writes to the secretaries.
func TestRoundAndLetters(t *testing.T) {
	s, _ := open(t, when)
	first, err := team.Freeze(t.Context(), s, "干部科", data.Evaluation{Name: "2026年上半年", At: when, Held: 20260710})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := team.Freeze(t.Context(), s, "干部科", data.Evaluation{Name: "2026年上半年", At: when}); err == nil {
		t.Error("a name was given twice")
	}
	lights, err := team.LightsOf(t.Context(), s, first)
	if err != nil || len(lights) != 12 {
		t.Fatal(len(lights), err)
	}
	byUnit := map[data.Ref]*data.Light{}
	for _, l := range lights {
		byUnit[l.Unit] = l
	}
	if l := byUnit["癸镇"]; l.Color != "1" || l.Unmet != 2 || l.Missing != 2 || l.Reasons != "30岁以下至少1名：应配1名，实配0名，缺1名\n女干部至少1名：应配1名，实配0名，缺1名" {
		t.Errorf("%+v", l)
	}

	// A month to come is not settled.
	if _, err := team.Freeze(t.Context(), s, "干部科", data.Evaluation{Name: "2026年下半年", At: 202612}); err == nil || !strings.Contains(data.Sentence(err), "还没有到") {
		t.Errorf("a projection is settled: %v", err)
	}
	// 丁镇 gets a mayor, so that it turns green; by 2026.12 甲镇 turns yellow by age, and the head of 子局 is released.
	released := at("子局长", "子局", "局长")
	released.Until = 202608
	storetest.Put(t, s, cadre("新镇长", "1", 199101), at("新镇长", "丁镇", "镇长"), released)
	s.SetClock(func() time.Time { return time.Date(2027, 1, 10, 9, 0, 0, 0, time.Local) })
	second, err := team.Freeze(t.Context(), s, "干部科", data.Evaluation{Name: "2026年下半年", At: 202612, Held: 20270110})
	if err != nil {
		t.Fatal(err)
	}
	later, err := team.LightsOf(t.Context(), s, second)
	if err != nil {
		t.Fatal(err)
	}
	c := team.Shifted(lights, later)
	if c.Before != (team.Tally{Red: 4, Yellow: 3, Green: 5}) || c.After != (team.Tally{Red: 3, Yellow: 4, Green: 5}) || c.Better != 1 || c.Worse != 1 {
		t.Errorf("%+v", c)
	}
	for _, shift := range c.Teams {
		if shift.Better() && shift.Unit != "丁镇" || shift.Worse() && shift.Unit != "甲镇" {
			t.Errorf("%+v", shift)
		}
	}
	if last, err := team.LastRound(t.Context(), s, 202611); err != nil || last.ID != first {
		t.Error(last, err)
	}

	letters, err := team.IssueLetters(t.Context(), s, "干部科", first, team.Issue{
		Series: "清组函〔2026〕{号}号", First: 7, Issued: 20260715, Colors: []team.Color{team.Red, team.Green},
	})
	if err != nil || len(letters) != 9 {
		t.Fatal(len(letters), err)
	}
	for _, l := range letters {
		switch l.Unit {
		case "甲镇":
			if l.Number != "清组函〔2026〕7号" || l.Secretary != "甲书记" || l.Due != 0 {
				t.Errorf("%+v", l)
			}
		case "癸镇": // 30 days after 15 July
			if l.Secretary != "癸书记" || l.Due != 20260814 {
				t.Errorf("%+v", l)
			}
		case "子局":
			if l.Secretary != "子局长" {
				t.Errorf("%+v", l)
			}
		}
	}
	rest, err := team.IssueLetters(t.Context(), s, "干部科", first, team.Issue{Series: "{号}号", First: 16, Issued: 20260716})
	if err != nil || len(rest) != 3 {
		t.Error(len(rest), err)
	}
	if _, err := team.IssueLetters(t.Context(), s, "干部科", first, team.Issue{Series: "{号}号", First: 19, Issued: 20260716}); err == nil || !strings.Contains(data.Sentence(err), "都已发出") {
		t.Error(err)
	}
	if _, err := team.IssueLetters(t.Context(), s, "干部科", second, team.Issue{Series: "号", First: 1, Issued: 20260716}); err == nil {
		t.Error("letters without a number went out")
	}
}

func TestLetterState(t *testing.T) {
	for want, l := range map[string]data.Letter{
		"待回执":   {Issued: 20260701, Due: 20260731},
		"待答复":   {Issued: 20260701, Back: 20260703, Due: 20260731},
		"逾期未答复": {Issued: 20260601, Back: 20260603, Due: 20260709},
		"已答复":   {Issued: 20260601, Back: 20260603, Due: 20260701, Answered: 20260705},
		"已回执":   {Issued: 20260601, Back: 20260603},
	} {
		if got := team.LetterState(&l, 20260710); got != want {
			t.Errorf("%+v is %s, want %s", l, got, want)
		}
	}
}

// TestTermPlan: the towns have nineteen principals' posts of which seventeen are
// filled … counted below by town: of 乡镇 principals under 36 only 丙镇长 (1991.01).
func TestTermPlan(t *testing.T) {
	_, source := open(
		t, when,
		&data.TermPlan{Term: 202609, Kind: "31", Name: "乡镇正职35岁以下占20%", Condition: "正副职 = 正职 且 年龄 < 36", Percent: 20},
		&data.TermPlan{Term: 202609, Kind: "32", Name: "乡镇正职35岁以下占20%", Condition: "正副职 = 正职 且 年龄 < 36", Percent: 20},
		&data.TermPlan{Term: 202109, Kind: "31", Name: "旧计划", Condition: "年龄 < 36", Percent: 20},
	)
	list, err := team.TermPlans(t.Context(), source, when)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	// 甲乙丙戊己癸丑 have two principals each, 丁 one: 15. 20% are 3.
	p := list[0]
	if p.Total != 15 || p.Need != 3 || p.Have != 1 || p.Missing != 2 || len(p.Who) != 1 || p.Who[0].Cadre.Name != "丙镇长" || len(p.Teams) != 8 {
		t.Errorf("%+v", p)
	}
	if short := p.Short(); len(short) != 7 || short[0].Missing != 1 {
		t.Errorf("%+v", short)
	}
}

// TestFloor: this year two were promoted, one of them young. The floor is 60 of a
// hundred: with three more promotions five are 3, so two of the three must be
// young; with none it cannot be reached.
func TestFloor(t *testing.T) {
	promoted := func(who string, birth data.Month, post string) []any {
		a := at(who, "寅局", post)
		a.Since, a.How = 202603, "1"
		return []any{cadre(who, "1", birth), a}
	}
	s := storetest.Open(t, concat(
		office("寅局", "22", 1), promoted("老", 197001, "局长"), promoted("小", 199501, "副局长"),
		[]any{&data.Setting{Key: "提拔重用年轻干部保底百分比", Value: "60"}},
	)...)
	source := sourceAt(t, s, when)
	f, err := team.FloorAt(t.Context(), source, when, 3)
	if err != nil || f.Numerator != 1 || f.Denominator != 2 || f.Young != 2 || !f.Reachable {
		t.Errorf("%+v %v", f, err)
	}
	// With one more, three are 1.8, so 2: the one promotion must be that of a young cadre.
	if f, err = team.FloorAt(t.Context(), source, when, 1); err != nil || f.Young != 1 || !f.Reachable {
		t.Errorf("%+v %v", f, err)
	}
	if f, err = team.FloorAt(t.Context(), source, when, 0); err != nil || f.Reachable || f.Young != 1 {
		t.Errorf("%+v %v", f, err)
	}
}
