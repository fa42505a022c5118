package report_test

import (
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// sourceOf answers from a store at a month.
func sourceOf(t *testing.T, s *store.Store, at data.Month) figure.Source {
	t.Helper()
	source, err := figure.Open(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// town is a county of two units and three cadres: 沈嘉怡 goes from 白鹿镇 to the
// finance bureau by the decision d1, 陈立 takes her place, 吴起 has no post.
func town(t *testing.T) *store.Store {
	t.Helper()
	return storetest.Open(
		t,
		&data.Setting{Key: data.SettingOffice, Value: "中共清源县委组织部"},
		&data.Setting{Key: data.SettingPlace, Value: "清源县"},
		&data.Unit{ID: "u1", Name: "清源县白鹿镇", Short: "白鹿镇", Kind: "31", Sort: 2},
		&data.Unit{ID: "u2", Name: "清源县财政局", Short: "县财政局", Kind: "22", Sort: 1},
		&data.Post{ID: "p1", Unit: "u1", Name: "镇长", Level: "1A41", Approved: 1, Team: true, Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副镇长", Level: "1A42", Approved: 2, Team: true, Sort: 2},
		&data.Post{ID: "p3", Unit: "u2", Name: "局长", Level: "1A41", Approved: 1, Team: true, Sort: 1},
		&data.Cadre{
			ID: "c1", Name: "沈嘉怡", Sex: "2", Nation: "汉族", Birth: 199004, NativePlace: "浙江淳安", WorkStart: 201207, PartyJoined: 201106,
			FullEdu: "大学", FullDegree: "法学学士", FullSchool: "江东大学法学院法学专业", Health: "健康", ProTitle: "经济师",
		},
		&data.Cadre{
			ID: "c2", Name: "陈立", Sex: "1", Nation: "畲族", Birth: 198406, OtherParty: "民盟", FullEdu: "大专", FullSchool: "清江学院",
			PartEdu: "中央党校研究生", PartSchool: "江东省委党校公共管理专业", Rewards: "无",
		},
		&data.Cadre{ID: "c3", Name: "吴起", Sex: "1", Nation: "汉族", Birth: 197501, Proposed: "清源县白鹿镇副镇长", Reason: "工作需要"},
		&data.Appointment{ID: "a1", Cadre: "c1", Unit: "u1", Post: "p1", Title: "清源县白鹿镇镇长", Main: true, Since: 202105, Until: 202606, How: "1"},
		&data.Appointment{ID: "a2", Cadre: "c2", Unit: "u1", Post: "p2", Title: "清源县白鹿镇副镇长", Main: true, Since: 202105, Until: 202606, How: "1"},
		&data.Appointment{
			ID: "a3", Cadre: "c1", Unit: "u2", Post: "p3", Title: "清源县财政局局长", Main: true, Since: 202606, How: "3",
			Decided: 20260607, Document: "清委干〔2026〕5号",
		},
		&data.Appointment{
			ID: "a4", Cadre: "c2", Unit: "u1", Post: "p1", Title: "清源县白鹿镇镇长", Main: true, Since: 202606, How: "1",
			Decided: 20260607, Document: "清委干〔2026〕5号",
		},
		&data.Decision{ID: "d1", Document: "清委干〔2026〕5号", Decided: 20260607, Due: 11, Present: 10},
		&data.Scenario{ID: "s1", Name: "三季度", At: 202607},
		&data.Move{Scenario: "s1", Step: 2, Cadre: "c3", Post: "p2", Note: "补充力量"},
		&data.Move{Scenario: "s1", Step: 1, Cadre: "c2", Leaves: "a4", Note: "另有任用"},
	)
}

// made builds a paper of the county at a month.
func made(t *testing.T, s *store.Store, name string, o report.Order) *paper.Paper {
	t.Helper()
	sort := report.SortNamed(name)
	if sort == nil {
		t.Fatalf("no sort of paper %s", name)
	}
	if o.At == 0 {
		o.At = 202607
	}
	o.Source, o.Written = sourceOf(t, s, o.At), time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	p, err := sort.Build(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	return p
}

// lines are the lines of a paper that hold a word.
func lines(p *paper.Paper, word string) []string {
	var found []string
	for line := range strings.Lines(p.Text()) {
		if strings.Contains(line, word) {
			found = append(found, strings.TrimRight(line, "\n"))
		}
	}
	return found
}
