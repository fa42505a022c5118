package report

import (
	"fmt"
	"strings"

	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/pivot"
)

// mostCharted is how many lines of a table a chart still tells apart.
const mostCharted = 12

// Pivot builds the paper of a cross table (交叉统计): the table with its totals
// and, when it has few lines, an editable chart.
func Pivot(source figure.Source, t *pivot.Table, m pivot.Measure) *paper.Paper {
	p := &paper.Paper{Title: source.Office.Place + t.Title(), Landscape: len(t.Columns) > 6}
	p.Subtitle = fmt.Sprintf("时点：%s　共 %d %s", source.Month(t.Query.At), t.Count(pivot.Total, pivot.Total), t.Query.Subject.Counter)
	table := paper.Table{Columns: []paper.Column{{Title: t.Row, Share: 2, Align: paper.Left}}}
	for _, c := range t.Columns {
		table.Columns = append(table.Columns, paper.Column{Title: c.Label})
	}
	table.Columns = append(table.Columns, paper.Column{Title: "合计"})
	for row := range t.Rows {
		table.Rows = append(table.Rows, paper.Cells(line(t, row, t.Rows[row].Label, m)...))
	}
	table.Rows = append(table.Rows, paper.Cells(line(t, pivot.Total, "合计", m)...))
	p.Add(table)
	if len(t.Rows) > 0 && len(t.Rows) <= mostCharted {
		p.Add(pivotChart(t))
	}
	var notes []string
	if m != pivot.People {
		notes = append(notes, "表中为"+strings.TrimSuffix(pivot.Measures[m], " %")+"的百分比")
	}
	if !t.Query.Where.Always() {
		notes = append(notes, "口径："+t.Query.Where.String())
	}
	if t.Query.Subject.Personal() {
		notes = append(notes, "同一人在一格中只计一次，在几行中的每行都计")
	}
	if len(notes) > 0 {
		p.Add(remark(strings.Join(notes, "；") + "。"))
	}
	return p
}

// line is a row of the table, or that of the totals.
func line(t *pivot.Table, row int, label string, m pivot.Measure) []string {
	cells := []string{label}
	for column := range t.Columns {
		cells = append(cells, t.Text(row, column, m))
	}
	return append(cells, t.Text(row, pivot.Total, m))
}

// pivotChart shows the counts whatever the table states.
func pivotChart(t *pivot.Table) paper.Chart {
	c := paper.Chart{Form: paper.Bars, Unit: t.Query.Subject.Counter}
	for _, row := range t.Rows {
		c.Labels = append(c.Labels, row.Label)
	}
	series := func(name string, column int) paper.Series {
		s := paper.Series{Name: name}
		for row := range t.Rows {
			s.Values = append(s.Values, float64(t.Count(row, column)))
		}
		return s
	}
	if len(t.Columns) == 0 {
		c.Series = []paper.Series{series(t.Row, pivot.Total)}
		return c
	}
	c.Form = paper.Stacked
	for column := range t.Columns {
		c.Series = append(c.Series, series(t.Columns[column].Label, column))
	}
	return c
}
