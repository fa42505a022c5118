package data_test

import (
	"testing"

	"huoshui/data"
)

// Numbers nobody can mean are refused, however they come.
func TestNumbersOutOfRange(t *testing.T) {
	for want, record := range map[string]any{
		"职位的“核定职数”不能小于 0":            &data.Post{Unit: "u", Name: "局长", Approved: -3},
		"换届配备计划的“比例”应在 0 至 100 之间":   &data.TermPlan{Term: 202606, Kind: "31", Name: "甲", Condition: "年龄 < 36", Percent: 120},
		"年度考核的“年度”应在 1900 至 2199 之间": &data.Appraisal{Cadre: "c", Year: 226, Grade: "1"},
	} {
		if err := data.KindOf(record).Problem(record); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	post := &data.Post{Unit: "u", Name: "局长", Approved: 5}
	if err := data.KindOf(post).Problem(post); err != nil {
		t.Error(err)
	}
	if err := data.KindOf(post).Field("approved").SetText(post, "-3"); err == nil || post.Approved != 5 {
		t.Errorf("%v, %d", err, post.Approved)
	}
}

// A number that may be left out is shown as nothing, one that counts as 0.
func TestZeroThatIsNoNumber(t *testing.T) {
	if got := data.TargetKind.Field("percent").Text(&data.Target{Number: 2}); got != "" {
		t.Errorf("percent %q", got)
	}
	if got := data.LightKind.Field("missing").Text(&data.Light{}); got != "0" {
		t.Errorf("missing %q", got)
	}
}
