package rows_test

import (
	"slices"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/app/rows"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Records that are no cadres are listed here, cadres by the roster.
func TestRowsAndPeople(t *testing.T) {
	d, shell := desktest.Open(t,
		&data.Unit{ID: "u", Name: "白鹿镇", Short: "白鹿镇", Kind: "21", Since: 200001}, &data.Cadre{ID: "a", Name: "王甲", Sex: "1"})
	ask := func(subject string) criteria.Query {
		return criteria.Query{Subject: criteria.SubjectNamed(subject), At: d.At}
	}
	rows.ShowQuery(d, "全部机构", ask("机构"))
	if !shell.Shows("全部机构：1 个") {
		t.Errorf("the units are not listed: %v", shell.Texts())
	}
	shell.Press(t, "关闭")
	rows.ShowQuery(d, "全部干部", ask("干部"))
	rows.ShowFigure(d, "m0.principals.young")
	if len(shell.Opened) != 2 || shell.Opened[0] != "全部干部" || shell.Window.Overlays().Top() != nil {
		t.Errorf("the cadres are not left to the roster: %v", shell.Opened)
	}
	rows.ShowFigure(d, "没有这个指标")
	if !slices.Contains(shell.Said, "这个指标还没有记录可看。") || len(shell.Failed) > 0 {
		t.Errorf("said %v, failed %v", shell.Said, shell.Failed)
	}
	rows.ShowFigure(d, "m2.3.front")
	if shell.Window.Overlays().Top() == nil || !shell.Shows("没有记录。") {
		t.Errorf("the rows of a sum are not listed: %v", shell.Texts())
	}
}
