package report

import (
	"context"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// annex is what follows the work report: a table of all its figures beside those
// of a year before, and the charts that say most.
func annex(ctx context.Context, source figure.Source, at data.Month, parts []part) ([]paper.Block, error) {
	table := paper.Table{
		Caption: "附表　指标一览",
		Columns: []paper.Column{
			{Title: "指标", Share: 52, Align: paper.Left},
			{Title: "数", Share: 12, Align: paper.Right},
			{Title: "单位", Share: 10},
			{Title: "上年同期", Share: 14, Align: paper.Right},
			{Title: "变化", Share: 12, Align: paper.Right},
		},
	}
	for _, p := range parts {
		table.Rows = append(table.Rows, paper.Band(p.title))
		for _, sentence := range p.sentences {
			for _, s := range sentence {
				table.Rows = append(table.Rows, s.row())
			}
		}
	}
	blocks := []paper.Block{
		paper.PageBreak{},
		table,
		paper.Remark(paper.Plain("注：时点为" + source.Month(at) + "，上年同期为" + at.Add(-12).Chinese() +
			"；占比的变化为百分点。各数与正文、演示文稿出自同一口径。")),
	}
	for _, build := range []Draw{AgeStructure, TownAges, Promotions} {
		chart, err := build(ctx, source, at)
		if err != nil {
			return nil, err
		}
		if chart != nil {
			blocks = append(blocks, *chart)
		}
	}
	return blocks, nil
}

// row is the figure's line in the table.
func (s stated) row() paper.Row {
	value, before := s.Text(), ""
	if s.Previous != nil {
		before = s.Previous.Text()
	}
	change := ""
	if s.Definition != nil {
		change = signed(s.Value)
	}
	return paper.Row{Cells: []paper.Span{
		paper.Plain(s.label), paper.Chip(s.id, value), paper.Plain(s.unit), paper.Plain(before), paper.Plain(change),
	}}
}
