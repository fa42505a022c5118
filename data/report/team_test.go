package report_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// judged is the county with two settled rounds of evaluation of 白鹿镇.
func judged(t *testing.T) *store.Store {
	t.Helper()
	s := town(t)
	storetest.Put(
		t, s,
		&data.Evaluation{ID: "e1", Name: "2025年下半年配备评价", At: 202512, Held: 20260108},
		&data.Evaluation{ID: "e2", Name: "2026年上半年配备评价", At: 202606, Held: 20260708},
		&data.Light{Evaluation: "e1", Unit: "u1", Color: "2", Unmet: 1, Missing: 1, Reasons: "班子女干部至少1名：应配1名，实配0名，缺1名"},
		&data.Light{Evaluation: "e2", Unit: "u1", Color: "1", Unmet: 2, Missing: 3, Reasons: "占30%：应配3名，实配1名，缺2名\n至少1名：应配1名，实配0名，缺1名"},
		&data.Letter{
			Evaluation: "e2", Unit: "u1", Number: "清组函〔2026〕3号", Secretary: "陈立", Issued: 20260714, Back: 20260716, Due: 20260813, Answered: 20260810,
		},
		&data.Research{Unit: "u1", Held: 20260420, State: "运行平稳。", Weak: "没有女干部。", Suggestion: "补充女干部。", Adopted: 20260801},
	)
	return s
}

func TestLedger(t *testing.T) {
	s := judged(t)
	p := made(t, s, "ledger", report.Order{ID: "u1", At: 202607})
	for _, want := range []string{
		"班子核定职数 3 名，实配 1 名，空缺 2 名，平均年龄 42.1 岁",
		"镇长\t1\t陈立\t男\t1984.06\t42\t民盟\t中央党校研究生\t\t2026.06\t2047.06\t试用期",
		"副镇长\t2\t空缺",
		"2026年4月20日调研短板：没有女干部。",
		"建议尚未采纳。",
		"2026年上半年配备评价\t2026.06\t红灯\t2\t3\t占30%：应配3名，实配1名，缺2名至少1名：应配1名，实配0名，缺1名\t清组函〔2026〕3号，2026.07.14 发出，待答复",
		"2025年下半年配备评价\t2025.12\t黄灯\t1\t1\t班子女干部至少1名：应配1名，实配0名，缺1名\t",
	} {
		if !strings.Contains(p.Text(), want) {
			t.Errorf("lacks %q:\n%s", want, p.Text())
		}
	}
	// A month before the second round, nothing of it is known.
	if text := made(t, s, "ledger", report.Order{ID: "u1", At: 202605}).Text(); strings.Contains(text, "2026年上半年") || !strings.Contains(text, "沈嘉怡") {
		t.Errorf("in May:\n%s", text)
	}
}

func TestLetter(t *testing.T) {
	s := judged(t)
	p := made(t, s, "letter", report.Order{ID: "u1", At: 202608})
	if p.Subtitle != "清组函〔2026〕3号" || p.Sign != "中共清源县委组织部" || p.Date != "2026年7月14日" {
		t.Errorf("%s %s %s", p.Subtitle, p.Sign, p.Date)
	}
	for _, want := range []string{
		"清源县白鹿镇镇长陈立同志：", "以2026年6月为时点", "结果为红灯（上一次评价为黄灯）；未达标 2 项，缺配 3 人",
		"一、评价情况\n1. 占30%：应配3名，实配1名，缺2名。\n2. 至少1名：应配1名，实配0名，缺1名。\n", "2026年8月13日前",
	} {
		if !strings.Contains(p.Text(), want) {
			t.Errorf("lacks %q:\n%s", want, p.Text())
		}
	}
	slip := made(t, s, "letter", report.Order{ID: "u1", At: 202608, Option: report.LetterSlip})
	if len(lines(slip, "清组函〔2026〕3号")) != 1 || !slip.Page.Unnumbered {
		t.Errorf("%s", slip.Text())
	}
	// Before any round is settled the letter tells how the team stands.
	s = town(t)
	source := sourceOf(t, s, 202607)
	if _, err := report.SortNamed("letter").Build(t.Context(), report.Order{Source: source, ID: "u1", At: 202607}); err == nil || !strings.Contains(data.Sentence(err), "尚未设目标") {
		t.Errorf("a letter to a team without a light: %v", err)
	}
	if paths, err := report.MakeAll(t.Context(), report.SortNamed("letter"), report.Order{Source: source, At: 202607},
		[]report.Choice{{ID: "u1", Name: "白鹿镇"}}, t.TempDir(), ".docx", nil); err != nil || len(paths) != 0 {
		t.Errorf("letters to teams without a light: %v %v", paths, err)
	}
	if text := made(t, s, "ledger", report.Order{ID: "u1"}).Text(); !strings.Contains(text, "尚未设目标，尚不评灯色") {
		t.Errorf("%s", text)
	}
	if text := made(t, s, "work", report.Order{}).Text(); !strings.Contains(text, "2 个班子尚不评灯色：尚未设目标 2 个。") {
		t.Errorf("the report does not say which teams have no light:\n%s", text)
	}
	storetest.Put(t, s, &data.Target{Name: "女干部至少1名", Kind: "31", Scope: "3", Condition: "性别 = 女", Measure: "2", Number: 1, Since: 202001})
	now := made(t, s, "letter", report.Order{ID: "u1"})
	if now.Subtitle != "" || now.Date != "2026年7月1日" || !strings.Contains(now.Text(), "近期，我部") {
		t.Errorf("%s", now.Text())
	}
}
