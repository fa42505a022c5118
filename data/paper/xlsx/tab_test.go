package xlsx

import (
	"testing"

	"huoshui/data/paper"
)

func TestHeadingGoesWithItsTable(t *testing.T) {
	p := &paper.Paper{Title: "三张清单"}
	for _, name := range []string{"一、任务", "二、措施"} {
		p.Add(paper.H(1, name), paper.Text("共 1 项。"), paper.Table{Columns: make([]paper.Column, 1), Rows: []paper.Row{paper.Cells("甲")}})
	}
	tabs := tabsOf(p)
	if len(tabs) != 2 || tabs[0].name != "一、任务" || tabs[1].name != "二、措施" || len(tabs[1].above) != 2 {
		t.Errorf("%d tabs: %+v", len(tabs), tabs[0])
	}
}
