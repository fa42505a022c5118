package report_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/pivot"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// The paper of a cross table has its totals, its wording, and a chart of the
// counts whatever the table states.
func TestPivotPaper(t *testing.T) {
	s := storetest.Open(
		t, &data.Cadre{Name: "甲", Sex: "1", Birth: 199001, Nation: "汉族"}, &data.Cadre{Name: "乙", Sex: "2", Birth: 199001, Nation: "汉族"},
		&data.Cadre{Name: "丙", Sex: "2", Birth: 198001, Nation: "回族"}, &data.Cadre{Name: "丁", Sex: "1", Birth: 196001, Nation: "汉族"},
	)
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: criteria.MustParse("年龄 < 60"), At: 202601}
	table, err := pivot.Make(t.Context(), s, pivot.Question{Query: q, Row: "民族", Column: "性别"})
	if err != nil {
		t.Fatal(err)
	}
	for m, want := range map[pivot.Measure]string{
		pivot.People: "民族\t男\t女\t合计\n汉族\t1\t1\t2\n回族\t0\t1\t1\n合计\t1\t2\t3\n",
		pivot.OfRow:  "民族\t男\t女\t合计\n汉族\t50.0\t50.0\t100.0\n回族\t0.0\t100.0\t100.0\n合计\t33.3\t66.7\t100.0\n",
	} {
		p := report.Pivot(figure.Source{View: s, Office: data.Office{Place: "清源县"}}, table, m)
		if err := p.Check(); err != nil {
			t.Fatal(err)
		}
		text := p.Text()
		for _, part := range []string{"清源县干部按民族和性别统计", "2026年1月", "共 3 人", want, "人\t汉族\t回族\n男\t1\t0\n女\t1\t1\n", "口径：年龄 < 60"} {
			if !strings.Contains(text, part) {
				t.Errorf("%q is not in\n%s", part, text)
			}
		}
	}
}
