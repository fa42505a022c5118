package team_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// A team nobody has set a target for, or with an approved number nobody has
// checked, has no light, whatever else may be said of it.
func TestTeamsThatCannotBeJudged(t *testing.T) {
	unchecked := town("戌镇", 1)
	for _, r := range unchecked {
		if p, ok := r.(*data.Post); ok {
			p.Unchecked = true
			break
		}
	}
	records := concat([]any{target(women, "31", "", "性别 = 女", 0, 1, "")}, town("酉镇", 1), unchecked, office("亥局", "22", 1))
	s := storetest.Open(t, records...)
	verdicts, err := team.Lights(t.Context(), sourceAt(t, s, when), when)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range verdicts {
		got = append(got, v.Name+" "+v.Color.Word()+v.Why())
		if !v.Judged() && len(v.Reasons)+v.Unmet+v.Missing > 0 {
			t.Errorf("%s has no light but %+v", v.Name, v)
		}
	}
	same(t, "lights", strings.Join(got, "\n"), "酉镇 红\n戌镇 核定职数待核\n亥局 尚未设目标")
	if text := team.PendingText(verdicts); text != "2 个班子尚不评灯色：尚未设目标 1 个、核定职数待核 1 个" {
		t.Error(text)
	}
	if n := team.Count(verdicts); n != (team.Tally{Red: 1, Pending: 2}) || n.All() != 3 {
		t.Errorf("%+v", n)
	}
	round, err := team.Freeze(t.Context(), s, "测试", data.Evaluation{Name: "评价", At: when, Held: 20261015})
	if err != nil {
		t.Fatal(err)
	}
	if lights := storetest.All[data.Light](t, s); len(lights) != 1 || lights[0].Unit != "酉镇" {
		t.Errorf("frozen: %+v", lights)
	}
	letters, err := team.IssueLetters(t.Context(), s, "测试", round, team.Issue{Series: "清组函〔2026〕{号}号", First: 1, Issued: 20261016})
	if err != nil || len(letters) != 1 {
		t.Errorf("%d letters, %v", len(letters), err)
	}
}

// A round of teams none of which can be judged is refused.
func TestNothingToFreeze(t *testing.T) {
	s := storetest.Open(t, town("酉镇", 1)...)
	_, err := team.Freeze(t.Context(), s, "测试", data.Evaluation{Name: "评价", At: when, Held: 20261015})
	if err == nil || !strings.Contains(data.Sentence(err), "尚未设目标") {
		t.Error(err)
	}
}
