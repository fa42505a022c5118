package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

func TestRoster(t *testing.T) {
	s := town(t)
	p := made(t, s, "roster", report.Order{})
	want := []string{
		"清源县干部名册", "时点：2026年7月　共 3 人",
		"\t\t\t\t\t全日制教育\t全日制教育\t在职教育\t在职教育\t\t\t\t\t\t",
		"姓名\t现任职务\t性别\t民族\t籍贯\t学历学位\t毕业院校及专业\t学历学位\t毕业院校及专业\t出生年月\t参加工作时间\t入党时间\t任现职时间\t任现职务层次时间\t备注",
		"县财政局",
		"沈嘉怡\t清源县财政局局长\t女\t汉族\t浙江淳安\t大学 法学学士\t江东大学法学院法学专业\t\t\t1990.04\t2012.07\t2011.06\t2026.06\t2021.05\t",
		"白鹿镇",
		"陈立\t清源县白鹿镇镇长\t男\t畲族\t\t大专\t清江学院\t中央党校研究生\t江东省委党校公共管理专业\t1984.06\t\t民盟\t2026.06\t2026.06\t",
		"未明确机构",
		"吴起\t\t男\t汉族\t\t\t\t\t\t1975.01\t\t\t\t\t",
	}
	if got := strings.TrimSuffix(p.Text(), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	before := made(t, s, "roster", report.Order{At: 202605, IDs: []string{"c2", "c1"}, Option: report.RosterTitles})
	if got := lines(before, "清源县白鹿镇"); len(got) != 2 || !strings.HasPrefix(got[0], "沈嘉怡\t清源县白鹿镇镇长\t女\t汉族\t1990.04\t浙江淳安\t2012.07\t2011.06\t大学 法学学士\t") ||
		!strings.Contains(got[0], "\t经济师\t2021.05\t2021.05\t") {
		t.Errorf("a month before: %q", got)
	}
}

func TestPhotos(t *testing.T) {
	s := town(t)
	storetest.Put(t, s, &data.Cadre{ID: "c4", Name: "周远", Birth: 199112})
	p := made(t, s, "photos", report.Order{IDs: []string{"c4", "c1"}, Option: report.PhotosFour})
	cells := p.Body[0].(paper.Table).Rows[0].Cells
	if len(cells) != 2 || cells[0].Text != "周远\n1991.12（34岁）" || cells[1].Text != "沈嘉怡\n1990.04（36岁）\n清源县财政局局长" {
		t.Errorf("%q", cells)
	}
}

func TestReserve(t *testing.T) {
	s := town(t)
	storetest.Put(t, s,
		&data.Reserve{Cadre: "c2", Tier: "3", Found: "1", Since: 202401, Entry: "单位推荐"},
		&data.Reserve{Cadre: "c1", Tier: "3", Found: "2", Since: 202301, Until: 202512},
		&data.Reserve{Cadre: "c1", Tier: "2", Found: "2", Since: 202512},
		&data.Reserve{Cadre: "c3", Tier: "2", Since: 202701},
	)
	p := made(t, s, "reserve", report.Order{})
	var got []string
	for _, row := range p.Body[0].(paper.Table).Rows {
		got = append(got, row.Band+row.Cell(0).Text+row.Cell(1).Text+row.Cell(11).Text+row.Cell(12).Text)
	}
	if want := []string{"处级层次（1 人）", "1沈嘉怡考察发现2025.12", "科级层次（1 人）", "1陈立调研推荐2024.01"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestThreeLists(t *testing.T) {
	s := town(t)
	storetest.Put(t, s,
		&data.Task{Year: 2026, List: "1", Name: "办班", Unit: "u2", Who: "李峰", Deadline: 20260930, Progress: "筹备"},
		&data.Task{Year: 2026, List: "1", Name: "调研", Deadline: 20260331, Done: 20260801, Progress: "开展", Result: "完成"},
		&data.Task{Year: 2025, List: "1", Name: "去年的事", Deadline: 20250331},
		&data.Task{Year: 2026, List: "3", Name: "补充班子", Deadline: 20260630, Done: 20260601, Result: "到位"},
	)
	p := made(t, s, "lists", report.Order{})
	for _, want := range []string{
		"共 2 项，已完成 0 项。", "1\t调研\t\t\t2026.03.31\t开展\t逾期未完成", "2\t办班\t县财政局\t李峰\t2026.09.30\t筹备\t推进中",
		"二、重点措施清单", "没有列入清单的事项。", "1\t补充班子\t\t\t2026.06.30\t到位\t2026.06.01完成",
	} {
		if len(lines(p, want)) != 1 {
			t.Errorf("lacks %q:\n%s", want, p.Text())
		}
	}
	if len(lines(p, "去年")) != 0 {
		t.Error("tells of another year")
	}
}

func TestFamilySheet(t *testing.T) {
	s := town(t)
	storetest.Put(t, s,
		&data.Family{Cadre: "c1", Sort: 1, Relation: "丈夫", Name: "王强", Birth: 198901, Politics: "中共党员", Post: "县医院医生"},
		&data.Family{Cadre: "c1", Sort: 2, Relation: "长女", Name: "王禾"},
		&data.Family{Cadre: "c1", Sort: 3, Relation: "祖父", Name: "沈山", Post: "务农（已去世）"},
	)
	p := made(t, s, "family", report.Order{IDs: []string{"c1", "c2"}})
	tables := 0
	for _, b := range p.Body {
		if table, ok := b.(paper.Table); ok {
			tables++
			if len(table.Rows) != 8 {
				t.Errorf("%d rows on a sheet", len(table.Rows))
			}
		}
	}
	if tables != 2 {
		t.Errorf("%d sheets", tables)
	}
	for _, want := range []string{"配偶\t丈夫\t王强\t1989.01\t中共党员\t县医院医生", "子女\t长女\t王禾", "其他\t祖父\t沈山\t\t\t务农（已去世）\t\t\t\t\t\t\t已去世"} {
		if len(lines(p, want)) != 1 {
			t.Errorf("lacks %q:\n%s", want, p.Text())
		}
	}
}

// A sheet for each cadre, with those of his family and nobody else's, and room
// for two more at the least.
func TestFamilySheetHasRoom(t *testing.T) {
	s := town(t)
	for i := range 7 {
		storetest.Put(t, s, &data.Family{Cadre: "c1", Sort: i, Relation: "儿子", Name: fmt.Sprint("沈", i)})
	}
	storetest.Put(t, s, &data.Family{Cadre: "c2", Relation: "妻子", Name: "某氏"})
	p := made(t, s, "family", report.Order{IDs: []string{"c1", "c2"}})
	var sheets []paper.Table
	for _, b := range p.Body {
		if table, ok := b.(paper.Table); ok {
			sheets = append(sheets, table)
		}
	}
	if len(sheets) != 2 || len(sheets[0].Rows) != 7+2 || len(sheets[1].Rows) != 8 {
		t.Fatalf("%d sheets: %+v", len(sheets), sheets)
	}
	filled := func(table paper.Table) (n int) {
		for _, row := range table.Rows {
			if len(row.Cells) > 0 {
				n++
			}
		}
		return n
	}
	if filled(sheets[0]) != 7 || filled(sheets[1]) != 1 {
		t.Errorf("%d and %d of the families", filled(sheets[0]), filled(sheets[1]))
	}
}
