package report

import (
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// growthIntro are the fields that introduce a cadre above the growth file.
var growthIntro = []string{"性别", "民族", "出生年月", "籍贯", "政治面貌", "参加工作时间", "学历"}

// Growth builds the growth file (成长档案) of a cadre, or the history of a unit,
// up to a month: all records, from old to new.
func Growth(ctx context.Context, source figure.Source, kind *data.Kind, id string, at data.Month) (*paper.Paper, error) {
	lines, err := storyAt(ctx, source, kind, id, at)
	if err != nil {
		return nil, err
	}
	name, intro, err := growthHead(ctx, source, kind, id, at)
	if err != nil {
		return nil, err
	}
	table := paper.Table{Columns: []paper.Column{
		{Title: "年月", Share: 27}, {Title: "事项", Share: 55, Align: paper.Left}, {Title: "来源", Share: 18},
	}}
	slices.Reverse(lines)
	for _, l := range lines {
		table.Rows = append(table.Rows, paper.Cells(growthMonth(l), l.Text, l.Kind.Label))
	}
	title := "成长档案"
	if kind == data.UnitKind {
		title = "工作记录"
	}
	p := &paper.Paper{Title: name + title, Subtitle: fmt.Sprintf("时点：%s　共 %d 条", source.Month(at), len(table.Rows)), Sign: source.Office.Name}
	if intro != "" {
		p.Add(paper.Text(intro))
	}
	if len(table.Rows) == 0 {
		p.Add(paper.Text("没有可以写入成长档案的记录。"))
		return p, nil
	}
	p.Add(table)
	return p, nil
}

// storyAt is a timeline up to a month, the newest first, as it was told then: what
// ended later is still open.
func storyAt(ctx context.Context, source figure.Source, kind *data.Kind, id string, at data.Month) ([]criteria.Line, error) {
	all, err := criteria.Story(ctx, source.View, kind, id)
	known := data.KnownAt(at, source.View.Now())
	var lines []criteria.Line
	for _, l := range all {
		if l.Text = known.Text(l.Text); l.Month > at || l.Text == "" {
			continue
		}
		if l.Until > at {
			l.Until = 0
		}
		lines = append(lines, l)
	}
	return lines, err
}

// growthHead is who or what the file is about.
func growthHead(ctx context.Context, source figure.Source, kind *data.Kind, id string, at data.Month) (name, intro string, err error) {
	fields := []string{kind.Title().Label}
	if kind == data.CadreKind {
		fields = append(append(fields, growthIntro...), "现任职务")
	}
	q := criteria.Query{Subject: criteria.SubjectNamed(kind.Name), At: at, Everyone: true}
	cells, err := q.Cells(ctx, source.View, []string{id}, fields...)
	if err != nil {
		return "", "", err
	}
	if cells[0] == nil {
		return "", "", fmt.Errorf("report: growth of %s: %w", kind.Name, data.ErrNotFound)
	}
	for i, text := range cells[0][1:] {
		if text == "" {
			continue
		}
		if intro != "" {
			intro += "，"
		}
		switch fields[i+1] {
		case "出生年月":
			text += " 出生"
		case "参加工作时间":
			text += " 参加工作"
		case "籍贯":
			text += "人"
		case "现任职务":
			text = "现任" + text
		}
		intro += text
	}
	if intro != "" {
		intro = cells[0][0] + "，" + intro + "。"
	}
	return cells[0][0], intro, nil
}

func growthMonth(l criteria.Line) string {
	if l.Until == 0 || l.Until == l.Month {
		return l.Month.String()
	}
	return l.Month.String() + "–" + l.Until.String()
}
