package report_test

import (
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/report"
)

// people are the second and third column of every row, and how a paper names
// its table.
func rowsOf(t *testing.T, p *paper.Paper) [][]string {
	t.Helper()
	for _, b := range p.Body {
		if table, ok := b.(paper.Table); ok {
			var rows [][]string
			for _, row := range table.Rows {
				cells := make([]string, len(table.Columns))
				for i := range cells {
					cells[i] = strings.ReplaceAll(row.Cell(i).Text, "\n", "/")
				}
				rows = append(rows, cells)
			}
			return rows
		}
	}
	t.Fatal("no table")
	return nil
}

// A decision is told as things stood before it, with ages at its month, in the
// order of the posts people are put into.
func TestPapersOfADecision(t *testing.T) {
	s := town(t)
	p := made(t, s, "submission", report.Order{ID: "d1", At: 202610})
	if p.Title != "提请县委常委会讨论决定任免干部基本情况一览表" || p.Subtitle != "清委干〔2026〕5号　2026年6月7日　共 2 人" {
		t.Errorf("%s %s", p.Title, p.Subtitle)
	}
	want := []string{
		"1|沈嘉怡||清源县白鹿镇镇长|清源县财政局局长/免去：清源县白鹿镇镇长|女|汉族|浙江淳安|90.04|36|11.06|大学|江东大学法学院法学专业|21.05|21.05||||",
		"2|陈立||清源县白鹿镇副镇长|清源县白鹿镇镇长/免去：清源县白鹿镇副镇长|男|畲族||84.06|42|民盟|中央党校研究生|江东省委党校公共管理专业|21.05|21.05||||",
	}
	for i, row := range rowsOf(t, p) {
		if got := strings.Join(row, "|"); got != want[i] {
			t.Errorf("row %d\n%s, want\n%s", i+1, got, want[i])
		}
	}
	votes := made(t, s, "votes", report.Order{ID: "d1"})
	if len(lines(votes, "应到会 11 人，实到会 10 人")) != 1 {
		t.Errorf("%s", votes.Text())
	}
}

func TestPapersOfAScenario(t *testing.T) {
	s := town(t)
	rows := rowsOf(t, made(t, s, "allocation", report.Order{ID: "s1"}))
	if len(rows) != 2 || rows[0][1] != "陈立" || rows[0][7] != "免去：清源县白鹿镇镇长" || rows[1][1] != "吴起" || rows[1][7] != "清源县白鹿镇副镇长" {
		t.Errorf("%q", rows)
	}
	p := made(t, s, "allocation", report.Order{ID: "s1", Option: "常委会"})
	if p.Subtitle != "（常委会）" || p.Classification != "注意保密" {
		t.Errorf("%s %s", p.Classification, p.Subtitle)
	}
	changes := rowsOf(t, made(t, s, "changes", report.Order{ID: "s1"}))
	want := "白鹿镇|3|1|2|陈立拟免清源县白鹿镇镇长；/吴起（现任无职务）拟任清源县白鹿镇副镇长|"
	if len(changes) != 1 || strings.Join(changes[0], "|") != want {
		t.Errorf("%q", changes)
	}
}

// Who leaves a post and who comes to it stand side by side.
func TestSideBySide(t *testing.T) {
	rows := rowsOf(t, made(t, town(t), "by-post", report.Order{ID: "d1"}))
	var got []string
	for _, row := range rows {
		got = append(got, row[0]+row[1]+" "+row[2]+">"+row[8])
	}
	want := "县财政局清源县财政局局长 >沈嘉怡 白鹿镇清源县白鹿镇镇长 沈嘉怡>陈立 白鹿镇清源县白鹿镇副镇长 陈立>"
	if strings.Join(got, " ") != want {
		t.Errorf("%q", got)
	}
}

// Cadres bring what their own forms propose.
func TestPapersOfPeople(t *testing.T) {
	rows := rowsOf(t, made(t, town(t), "motion", report.Order{IDs: []string{"c3"}}))
	if len(rows) != 1 || rows[0][4] != "清源县白鹿镇副镇长" || rows[0][15] != "工作需要" {
		t.Errorf("%q", rows)
	}
}
