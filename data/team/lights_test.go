package team_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// said are verdicts in one line each: 乙镇 黄 1/1 35岁以下占30%.
func said(list []team.Verdict) string {
	var b strings.Builder
	for _, v := range list {
		fmt.Fprintf(&b, "%s %s %d/%d", v.Name, v.Color.Word(), v.Unmet, v.Missing)
		for _, r := range v.Reasons {
			b.WriteString(" " + r.Rule)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n%s\nwant:\n%s", what, got, want)
	}
}

// onPaper is what twelve() says of each team.
const onPaper = `甲镇 绿 0/0
乙镇 黄 1/1 35岁以下占30%
丙镇 黄 1/1 35岁以下占30%
丁镇 红 0/0 主要领导空缺
戊镇 绿 0/0
己镇 绿 0/0
庚局 绿 0/0
辛局 黄 1/1 35岁左右占15%
壬局 绿 0/0
癸镇 红 2/2 30岁以下至少1名 女干部至少1名
子局 红 0/0 主要领导即将到龄 三年内集中到龄 五年内集中到龄
丑镇 红 0/0 班子成员有近亲属关系
`

func TestLightsOfTwelveTeams(t *testing.T) {
	_, source := open(t, when)
	verdicts, err := team.Lights(t.Context(), source, when)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "lights", said(verdicts), onPaper)
	if got := team.Count(verdicts); got != (team.Tally{Red: 4, Yellow: 3, Green: 5}) {
		t.Error(got)
	}
}

func TestReasonsExplainThemselves(t *testing.T) {
	_, source := open(t, when)
	verdicts, err := team.Lights(t.Context(), source, when)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]team.Reason{
		"乙镇": {
			Rule: young, Source: "本单位设置", Data: "核定4职，应配2名，实配1名：乙委", Missing: "缺1名",
			Cure: "补充1名不满36岁的干部；没有空缺，须结合调整", Color: team.Yellow,
		},
		"丙镇": {
			Rule: young, Source: "本单位设置", Data: "核定11职，应配4名，实配3名：丙镇长、丙副、丙委", Missing: "缺1名",
			Cure: "补充1名不满36岁的干部；可用空缺：委员7个", Color: team.Yellow,
		},
		"辛局": {
			Rule: about, Source: "本单位设置", Data: "班子1人，应配1名，实配0名", Missing: "缺1名",
			Cure: "补充1名不满37岁的干部；可用空缺：副局长1个", Color: team.Yellow,
		},
		"癸镇": {
			Rule: thirty, Source: "本单位设置", Data: "应配1名，实配0名", Missing: "缺1名",
			Cure: "补充1名不满31岁的干部；没有空缺，须结合调整", Color: team.Red,
		},
		"丁镇": {Rule: "主要领导空缺", Source: "地方班子预警口径：缺主要领导", Data: "镇长空缺", Cure: "尽快配备镇长", Color: team.Red},
		"子局": {
			Rule: "主要领导即将到龄", Source: "地方班子预警口径：主要领导半年内到龄", Data: "子局长6个月内到龄",
			Cure: "提前动议接续人选", Color: team.Red,
		},
		"丑镇": {
			Rule: "班子成员有近亲属关系", Source: "干部任职回避规定；按家庭成员姓名比对，须核实", Data: "丑书记、丑副（丑书记的妻子）",
			Cure: "按任职回避规定调整其中一人", Color: team.Red,
		},
	}
	for _, v := range verdicts {
		if w, ok := want[v.Name]; ok && (len(v.Reasons) == 0 || v.Reasons[0] != w) {
			t.Errorf("%s: %+v\nwant %+v", v.Name, v.Reasons, w)
		}
	}
}

// TestProjection: in 2026.07 甲副, 戊's and others of 1990.07 have turned 36; in
// 2026.08 子局长 is gone; in 2027.01 those of 1996.01 are 31.
func TestProjection(t *testing.T) {
	_, source := open(t, when)
	for at, want := range map[data.Month]map[string]string{
		202607: {
			"甲镇": "黄 1/1 35岁以下占30%",
			"戊镇": "绿 0/0",
			"子局": "红 0/0 主要领导即将到龄 三年内集中到龄 五年内集中到龄",
		},
		// The deputy alone is left: of 1 person 15% are 1, and she is young.
		202608: {"子局": "红 0/0 主要领导空缺", "甲镇": "黄 1/1 35岁以下占30%"},
		// Those born in 1991.01 are 36 now as well: of 己镇 only 己委 is young, of 癸镇 nobody.
		202701: {
			"甲镇": "红 2/2 35岁以下占30% 30岁以下至少1名",
			"己镇": "红 2/2 35岁以下占30% 30岁以下至少1名",
			"癸镇": "红 3/4 35岁以下占30% 30岁以下至少1名 女干部至少1名",
			"庚局": "绿 0/0", // 己副 is 36, below 37
		},
	} {
		verdicts, err := team.Lights(t.Context(), source, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(said(verdicts)), "\n") {
			name, rest, _ := strings.Cut(line, " ")
			if w, ok := want[name]; ok && rest != w {
				t.Errorf("%s %s: %s, want %s", at, name, rest, w)
			}
		}
	}
}

// TestRecordsRuleUpToTheCurrentMonth: in 2026.12 nobody has released 子局长, who
// reached retirement in 2026.08. Up to then he is in post; a month later he is not.
func TestRecordsRuleUpToTheCurrentMonth(t *testing.T) {
	s := storetest.OpenAt(t, 202612, twelve()...)
	for at, want := range map[data.Month]string{202608: "主要领导即将到龄", 202612: "主要领导即将到龄", 202701: "主要领导空缺"} {
		verdicts, err := team.Lights(t.Context(), sourceAt(t, s, at), at)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(verdicts, func(v team.Verdict) bool { return v.Name == "子局" })
		if got := verdicts[i].Reasons[0].Rule; got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}

func TestSettingsOfTheOffice(t *testing.T) {
	for name, c := range map[string]struct {
		more any
		want map[string]string
	}{
		"trial does not count": {
			&data.Setting{Key: "试用期干部计入班子", Value: "否"},
			map[string]string{"戊镇": "红 2/2 35岁以下占30% 30岁以下至少1名"},
		},
		"who is due stays until released": {
			&data.Setting{Key: "到龄当月起不计入班子", Value: "否"},
			map[string]string{"子局": "红 0/0 主要领导即将到龄 三年内集中到龄 五年内集中到龄"},
		},
		"two unmet make yellow": {&data.Setting{Key: "未达标几项亮红灯", Value: "3"}, map[string]string{"癸镇": "黄 2/2 30岁以下至少1名 女干部至少1名"}},
		"one unmet is green":    {&data.Setting{Key: "未达标几项亮黄灯", Value: "2"}, map[string]string{"乙镇": "绿 1/1"}},
		"three years no rule":   {&data.LightRule{Rule: "05", Off: true}, map[string]string{"子局": "红 0/0 主要领导即将到龄 五年内集中到龄"}},
		"half is 50% or more":   {&data.LightRule{Rule: "05", Bound: 50}, map[string]string{"子局": "红 0/0 主要领导即将到龄 三年内集中到龄 五年内集中到龄"}},
		"half is not 51%":       {&data.LightRule{Rule: "05", Bound: 51}, map[string]string{"子局": "红 0/0 主要领导即将到龄 五年内集中到龄"}},
		"one month is near":     {&data.LightRule{Rule: "02", Bound: 1}, map[string]string{"子局": "黄 0/0 三年内集中到龄 五年内集中到龄"}},
		"relatives make yellow": {&data.LightRule{Rule: "03", Color: "2"}, map[string]string{"丑镇": "黄 0/0 班子成员有近亲属关系"}},
		"relatives no light":    {&data.LightRule{Rule: "03", Color: "3"}, map[string]string{"丑镇": "绿 0/0"}},
		"under 40 asked for":    {&data.LightRule{Rule: "10", Bound: 32}, map[string]string{"庚局": "红 0/0 缺年轻成员"}},
		"not yet in force":      {&data.LightRule{Rule: "03", Off: true, Since: 202607}, map[string]string{"丑镇": "红 0/0 班子成员有近亲属关系"}},
	} {
		t.Run(name, func(t *testing.T) {
			at := when
			if strings.Contains(name, "released") {
				at = 202608
			}
			_, source := open(t, at, c.more)
			verdicts, err := team.Lights(t.Context(), source, at)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(strings.TrimSpace(said(verdicts)), "\n") {
				unit, rest, _ := strings.Cut(line, " ")
				if w, ok := c.want[unit]; ok && rest != w {
					t.Errorf("%s: %s, want %s", unit, rest, w)
				}
			}
		})
	}
}

// TestTry: with the one target that asks for a woman in every town, 癸镇 alone
// misses it; 丁镇 and 丑镇 stay red by the rules. The four that are no towns have no
// target then, and no light.
func TestTry(t *testing.T) {
	_, source := open(t, when)
	rules, err := team.RulesAt(t.Context(), source, when)
	if err != nil {
		t.Fatal(err)
	}
	targets := []*data.Target{target(women, "31", "", "性别 = 女", 0, 1, "")}
	tally, err := team.Try(t.Context(), source, when, targets, rules)
	if err != nil || tally != (team.Tally{Red: 2, Yellow: 1, Green: 5, Pending: 4}) {
		t.Error(tally, err)
	}
	targets[0].Condition = "年龄 <"
	if _, err := team.Try(t.Context(), source, when, targets, rules); err == nil || !strings.Contains(data.Sentence(err), "女干部至少1名") {
		t.Error(err)
	}
}

// TestSecretaryWhoIsMayor: one person in two posts of a team is one member.
func TestSecretaryWhoIsMayor(t *testing.T) {
	records := concat(
		[]any{target("正职35岁以下至少2名", "31", "", "年龄 < 36", 0, 2, "")}, town("寅镇", 0),
		man("寅书记", 199101, "寅镇", "书记"), []any{at("寅书记", "寅镇", "镇长")},
	)
	records[0].(*data.Target).Scope = "1"
	s := storetest.Open(t, records...)
	verdicts, err := team.Lights(t.Context(), sourceAt(t, s, when), when)
	if err != nil || len(verdicts) != 1 {
		t.Fatal(verdicts, err)
	}
	same(t, "light", said(verdicts), "寅镇 黄 1/1 正职35岁以下至少2名\n")
}

func TestNoTeams(t *testing.T) {
	s := storetest.Open(t, unit("空局", "22"))
	verdicts, err := team.Lights(t.Context(), sourceAt(t, s, when), when)
	if err != nil || len(verdicts) != 0 {
		t.Error(verdicts, err)
	}
	if _, err := team.LedgerOf(t.Context(), sourceAt(t, s, when), "空局", when); err == nil {
		t.Error("a unit without a team has a ledger")
	}
}
