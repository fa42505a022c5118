package report_test

import (
	"fmt"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// Two in office, one of them with a rank as well, and one with a rank alone.
func TestStatistics(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Unit{ID: "u1", Name: "白鹿镇", Short: "白鹿镇", Kind: "31"},
		&data.Post{ID: "p1", Unit: "u1", Name: "镇长", Level: "1A41", Approved: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副镇长", Level: "1A42", Approved: 1},
		&data.Cadre{ID: "c1", Name: "沈嘉怡", Sex: "2", Nation: "畲族", Birth: 199004, PartyJoined: 201001, FullEdu: "大学", FullDegree: "法学学士"},
		&data.Cadre{ID: "c2", Name: "陈立", Sex: "1", Nation: "汉族", Birth: 198406, FullEdu: "研究生", FullDegree: "法学硕士"},
		&data.Cadre{ID: "c3", Name: "吴起", Sex: "1", Nation: "汉族", FullEdu: "大专"},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p2", Title: "白鹿镇副镇长", Main: true, Since: 202101, Until: 202506},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p1", Title: "白鹿镇镇长", Main: true, Since: 202506, How: "1"},
		&data.Appointment{Cadre: "c2", Unit: "u1", Post: "p2", Title: "白鹿镇副镇长", Main: true, Since: 202506, How: "1"},
		&data.Promotion{Cadre: "c2", Grade: "09", Since: 202001},
		&data.Promotion{Cadre: "c3", Grade: "09", Since: 202001},
		&data.Promotion{Cadre: "c3", Grade: "08", Since: 202601},
	)
	source := sourceOf(t, s, 202606)
	table, err := report.MakeStatistics(t.Context(), source, criteria.Criterion{}, nil, 202606)
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, c := range table.Columns {
		if !c.Share {
			column[c.Title] = i
		}
	}
	for _, c := range []struct{ row, column, want string }{
		{"合计", "人数", "3"},
		{"合计", "女", "1"},
		{"合计", "少数民族", "1"},
		{"合计", "非中共党员", "2"},
		{"合计", "36–40", "1"},
		{"合计", "41–45", "1"},
		{"合计", "平均年龄", "39.1"}, // 36 years and 2 months, 42 years; one not known
		{"合计", "2年以上基层工作经历", "1"},
		{"乡科级正职", "学士", "1"},
		{"乡科级正职", "不满1年", "0"},
		{"乡科级正职", "1–3年", "1"}, // twelve months are a year
		{"乡科级副职", "研究生", "1"},
		{"三级主任科员", "人数", "1"},
		{"二级主任科员", "人数", "1"},
		{"二级主任科员", "平均年龄", "无数据"},
	} {
		for i, row := range table.Rows {
			if row.Label != c.row {
				continue
			}
			if got := row.Cells[column[c.column]]; got != c.want {
				t.Errorf("%s %s: %s, want %s", c.row, c.column, got, c.want)
			}
			people, err := table.Who(i, column[c.column]).People(t.Context(), s)
			if !table.Columns[column[c.column]].Average && fmt.Sprint(len(people)) != c.want {
				t.Errorf("%s %s lists %d people, %v", c.row, c.column, len(people), err)
			}
		}
	}
	if len(table.Rows) != 5 {
		t.Errorf("%d rows", len(table.Rows))
	}
	share := table.Rows[0].Cells[column["女"]+1]
	if share != "33.3" {
		t.Errorf("share of women %s", share)
	}
}
