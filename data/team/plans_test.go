package team_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/team"
)

// TestBeside compares two plans for the vacant mayor of 丁镇. At 2026.07 甲, 乙,
// 丙 and 辛 are yellow, 丁, 癸, 子 and 丑 red, four green. 癸副 turns 丁镇 green and leaves
// 癸镇 with one young member of four: three targets unmet. 甲委 turns it green as
// well, but 甲镇 then has neither of its two young members: two unmet, red. Both
// leave a post; neither plan's month is that of the other, and the later counts.
func TestBeside(t *testing.T) {
	s, _ := open(t, when)
	plan := func(name string, at data.Month, who, from string) team.Plan {
		return team.Plan{
			Scenario: &data.Scenario{Name: name, At: at, Since: 202607},
			Moves:    []*data.Move{{Cadre: data.Ref(who), Post: "丁镇镇长", Leaves: data.Ref(who + from), How: "1"}},
		}
	}
	var told []string
	outcomes, err := team.PlayAll(t.Context(), s, []team.Plan{
		plan("甲案", 202606, "癸副", "癸镇副书记"), plan("乙案", 202607, "甲委", "甲镇委员"),
	}, func(_ float64, name string) { told = append(told, name) })
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(told, " "); got != "甲案 乙案" {
		t.Error(got)
	}
	want := map[string]string{
		"调配动作": "|1|1", "红灯班子": "4|3|4", "黄灯班子": "4|4|3", "绿灯班子": "4|5|5",
		"灯色变好的班子": "|1|1", "灯色变差的班子": "|0|1", "调整后出缺的职位": "|1|1",
	}
	seen := 0
	for _, l := range team.Beside(outcomes) {
		if w, ok := want[l.Label]; ok {
			seen++
			if got := l.Before + "|" + strings.Join(l.After, "|"); got != w {
				t.Errorf("%s: %s, want %s", l.Label, got, w)
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%d of %d lines", seen, len(want))
	}
	for _, o := range outcomes {
		if o.At != 202607 {
			t.Errorf("%s was looked at in %s", o.Scenario.Name, o.At)
		}
	}
	if _, err := team.PlayAll(t.Context(), s, []team.Plan{{Scenario: &data.Scenario{Name: "空案", At: when}}}, nil); err == nil ||
		!strings.Contains(data.Sentence(err), "空案") {
		t.Error(err)
	}
	if team.Beside(nil) != nil {
		t.Error("nothing to compare, and compared")
	}
}
