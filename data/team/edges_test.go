package team_test

import (
	"fmt"
	"slices"
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// judged are the lights of a case that is not one of the twelve teams.
func judged(t *testing.T, lists ...[]any) string {
	t.Helper()
	s := storetest.Open(t, concat(lists...)...)
	verdicts, err := team.Lights(t.Context(), sourceAt(t, s, when), when)
	if err != nil {
		t.Fatal(err)
	}
	return said(verdicts)
}

// on makes the holding of a post one of a kind: 5 a secondment, 6 beside another.
func on(how data.Code, a *data.Appointment) *data.Appointment {
	a.How = how
	return a
}

// Who leads a team does not count among its deputies, whatever else he holds there.
func TestPrincipalIsNoDeputy(t *testing.T) {
	deputies := target("副职35岁以下至少1名", "31", "", "年龄 < 36", 0, 1, "")
	deputies.Scope = "2"
	got := judged(
		t, []any{deputies},
		town("卯镇", 1), man("卯书记", 199101, "卯镇", "书记"), man("卯镇长", 198801, "卯镇", "镇长"), man("卯副", 198501, "卯镇", "副书记"),
		[]any{at("卯书记", "卯镇", "委员")},
		town("辰镇", 1), man("辰书记", 198601, "辰镇", "书记"), man("辰镇长", 198801, "辰镇", "镇长"), man("辰委", 199101, "辰镇", "委员"),
	)
	same(t, "lights", got, "卯镇 黄 1/1 副职35岁以下至少1名\n辰镇 绿 0/0\n")
}

// anything is a target that every team of a kind meets.
func anything(kind data.Code) *data.Target {
	return target("随便", kind, "", "年龄 < 200", 0, 0, "")
}

// A head who is there on secondment leaves the post vacant; one who has it beside
// another post does not.
func TestWhoLeadsATeam(t *testing.T) {
	got := judged(
		t, []any{anything("22")},
		office("巳局", "22", 1), []any{cadre("巳挂", "1", 198501), on("5", at("巳挂", "巳局", "局长"))}, man("巳副", 198801, "巳局", "副局长"),
		office("午局", "22", 1), []any{cadre("午兼", "1", 198501), on("6", at("午兼", "午局", "局长"))}, man("午副", 198801, "午局", "副局长"),
	)
	same(t, "lights", got, "巳局 红 0/0 主要领导空缺\n午局 绿 0/0\n")
}

// Of a team in which nobody is there is one thing to say: that its head is missing.
func TestEmptyTeam(t *testing.T) {
	records := append(office("未局", "22", 2), anything("22"))
	same(t, "lights", judged(t, records), "未局 红 0/0 主要领导空缺\n")
	s := storetest.Open(t, office("未局", "22", 2)...)
	l, err := team.LedgerOf(t.Context(), sourceAt(t, s, when), "未局", when)
	if err != nil || len(l.Gaps) != 0 || l.Filled != 0 || l.Vacant != 3 {
		t.Errorf("%+v %v", l, err)
	}
}

// 5岁以上 includes five years to the month; against the oldest of the principals.
func TestOlderDeputies(t *testing.T) {
	rule := &data.LightRule{Rule: "07", Color: "2"}
	for birth, want := range map[data.Month]string{
		198001: "申镇 黄 0/0 副职比正职年长较多\n", // five years to the month before 申书记
		198002: "申镇 绿 0/0\n",           // a month less
	} {
		got := judged(
			t, []any{rule, anything("31")}, town("申镇", 1),
			man("申书记", 198501, "申镇", "书记"), man("申镇长", 198801, "申镇", "镇长"), man("申副", birth, "申镇", "副书记"),
		)
		same(t, birth.String(), got, want)
	}
}

// The parts of a score, one by one, for the mayor of 丁镇: three excellent years
// are full marks and this year's is not settled yet; work in another town is six
// tenths of work in the same kind of post, whichever came first.
func TestPartsOfAScore(t *testing.T) {
	party := func(name string) *data.Post {
		p := post(name, "专职副书记", "2", 1)
		p.Duty = "党政正职"
		return p
	}
	var more []any
	for year := 2022; year <= 2026; year++ {
		more = append(more, &data.Appraisal{Cadre: "癸委", Year: year, Grade: "1"})
	}
	past := func(who, unit, post string) *data.Appointment {
		a := at(who, unit, post)
		a.Since, a.Until, a.Main = 201801, 202001, false
		return a
	}
	earlier := past("癸副", "癸镇", "专职副书记")
	more = append(more, party("癸镇"), earlier)
	s, source := open(t, when, more...)
	mayor := post("丁镇", "镇长", "1", 1)
	mayor.Duty = "党政正职"
	storetest.Put(t, s, mayor)
	l, err := team.LedgerOf(t.Context(), source, "丁镇", when)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"癸委 考核表现": "15/15 近三年考核优秀3次",
		"癸委 岗位经历": "15/25 在同类单位任过职：癸镇委员",
		"癸副 岗位经历": "25/25 任过同类岗位：癸镇专职副书记",
		"癸副 考核表现": "0/15 近三年没有年度考核记录",
	}
	for _, suggestion := range l.Suggestions {
		for _, p := range suggestion.Prospects {
			for _, part := range p.Parts {
				key := p.Cadre.Name + " " + part.Name
				if w, ok := want[key]; ok {
					if got := fmt.Sprintf("%d/%d %s", part.Score, part.Of, part.Said); got != w {
						t.Errorf("%s: %s, want %s", key, got, w)
					}
					delete(want, key)
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not told: %v", want)
	}
}

// Of two rounds every team of either is told of once: with both lights, or with
// one where the other round does not know it.
func TestShifted(t *testing.T) {
	light := func(unit data.Ref, c team.Color) *data.Light { return &data.Light{Unit: unit, Color: data.Code(c)} }
	s := team.Shifted(
		[]*data.Light{light("甲镇", team.Red), light("乙镇", team.Green), light("撤并乡", team.Green)},
		[]*data.Light{light("甲镇", team.Yellow), light("乙镇", team.Red), light("新区", team.Green)},
	)
	want := []team.Shift{
		{Unit: "甲镇", Before: team.Red, After: team.Yellow},
		{Unit: "乙镇", Before: team.Green, After: team.Red},
		{Unit: "新区", After: team.Green},
		{Unit: "撤并乡", Before: team.Green},
	}
	if !slices.Equal(s.Teams, want) || s.Better != 1 || s.Worse != 1 ||
		s.Before != (team.Tally{Red: 1, Green: 2}) || s.After != (team.Tally{Red: 1, Yellow: 1, Green: 1}) {
		t.Errorf("%+v", s)
	}
}

// Where nobody has been in post for three years nobody is offered to be exchanged.
func TestNobodyIsExchangedSoon(t *testing.T) {
	newcomer := func(who, post string, since data.Month) []any {
		a := at(who, "酉镇", post)
		a.Since = since
		return []any{cadre(who, "1", 198801), a}
	}
	for since, want := range map[data.Month]int{202306: 1, 202307: 0} {
		s := storetest.Open(t, concat(
			[]any{target(women, "31", "", "性别 = 女", 0, 1, "")}, town("酉镇", 1),
			man("酉书记", 198401, "酉镇", "书记"), man("酉镇长", 198801, "酉镇", "镇长"),
			newcomer("酉副", "副书记", since), newcomer("酉委", "委员", 202401),
		)...)
		l, err := team.LedgerOf(t.Context(), sourceAt(t, s, when), "酉镇", when)
		if err != nil || len(l.Suggestions) != want {
			t.Errorf("in post since %s: %+v %v", since, l.Suggestions, err)
		}
	}
}
