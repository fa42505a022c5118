package report

import (
	"context"
	"fmt"

	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// rosterColumns are the columns of the cadre roster (干部名册) in the order of the
// trade, each with the field it shows.
var rosterColumns = []struct {
	column paper.Column
	fields []string // joined by blanks
}{
	{paper.Column{Title: "姓名", Share: 9, Align: paper.Left}, []string{"姓名"}},
	{paper.Column{Title: "现任职务", Share: 30, Align: paper.Left}, []string{"现任职务"}},
	{paper.Column{Title: "性别", Share: 5}, []string{"性别"}},
	{paper.Column{Title: "民族", Share: 7}, []string{"民族"}},
	{paper.Column{Title: "籍贯", Share: 11, Align: paper.Left}, []string{"籍贯"}},
	{paper.Column{Title: "学历学位", Group: "全日制教育", Share: 13, Align: paper.Left}, []string{"全日制学历", "全日制学位"}},
	{paper.Column{Title: "毕业院校及专业", Group: "全日制教育", Share: 22, Align: paper.Left}, []string{"全日制学历院校系及专业"}},
	{paper.Column{Title: "学历学位", Group: "在职教育", Share: 13, Align: paper.Left}, []string{"在职学历", "在职学位"}},
	{paper.Column{Title: "毕业院校及专业", Group: "在职教育", Share: 22, Align: paper.Left}, []string{"在职学历院校系及专业"}},
	{paper.Column{Title: "出生年月", Share: 12}, []string{"出生年月"}},
	{paper.Column{Title: "参加工作时间", Share: 12}, []string{"参加工作时间"}},
	{paper.Column{Title: "入党时间", Share: 12}, []string{"入党时间"}},
	{paper.Column{Title: "任现职时间", Share: 12}, []string{"任现职时间"}},
	{paper.Column{Title: "任现层次时间", Share: 12}, []string{"任现层次时间"}},
	{paper.Column{Title: "备注", Share: 8, Align: paper.Left}, nil},
}

// Roster builds the cadre roster of the people a query finds, by unit, in the
// order of units and posts.
func Roster(ctx context.Context, source figure.Source, q criteria.Query) (*paper.Paper, error) {
	fields := []string{"机构"}
	for _, c := range rosterColumns {
		fields = append(fields, c.fields...)
	}
	rows, err := q.Distinct(ctx, source.Reader, fields...)
	if err != nil {
		return nil, err
	}
	table := paper.Table{}
	for _, c := range rosterColumns {
		table.Columns = append(table.Columns, c.column)
	}
	band := ""
	for i, row := range rows {
		unit, cells := row[1], row[2:] // before it stands the ID
		if i == 0 || unit != band {
			band = unit
			table.Rows = append(table.Rows, paper.Band(orElse(unit, "未明确机构")))
		}
		table.Rows = append(table.Rows, paper.Cells(rosterCells(cells)...))
	}
	p := &paper.Paper{
		Title: source.Office.Place + "干部名册", Landscape: true,
		Subtitle: fmt.Sprintf("时点：%s　共 %d 人", q.At.Chinese(), len(rows)),
	}
	p.Add(table)
	return p, nil
}

func rosterCells(values []string) []string {
	var cells []string
	for _, c := range rosterColumns {
		text := ""
		for range c.fields {
			if text != "" && values[0] != "" {
				text += " "
			}
			text, values = text+values[0], values[1:]
		}
		cells = append(cells, text)
	}
	return cells
}
