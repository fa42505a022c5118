// Package pivot counts a subject by one or two of its fields (交叉统计). Every row
// and column is a criterion, so the list of a cell holds exactly the people
// that were counted.
package pivot

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Limits of what can still be read.
const (
	mostRows    = 200
	mostColumns = 30
)

// Total stands for all rows, or all columns, of a table.
const Total = -1

// Group is one line or column of a table: the people or records whose value is
// in it.
type Group struct {
	Label string
	Where criteria.Criterion
}

// Question asks for a table: who, at which month, by which fields.
type Question struct {
	Query  criteria.Query
	Row    string // label of a field
	Column string // of another; empty for a table of one column
}

// Table is a subject counted by two fields. Counts are of different people, so
// a total can be less than the sum of its cells: a person with two posts is in
// two lines.
type Table struct {
	Question
	Rows, Columns []Group // Columns is empty without a second field

	cells map[at]int
}

type at struct{ row, column int }

// Make computes the table.
func Make(ctx context.Context, r store.View, q Question) (*Table, error) {
	if s := q.Query.Subject; s.Happens() && q.Query.At > r.Now() {
		return nil, data.Refuse(fmt.Sprintf("%s还没有到，“%s”尚未发生，列不成表。", q.Query.At.Chinese(), s.Label), nil)
	}
	fields := []*criteria.Field{q.Query.Subject.Field(q.Row)}
	if q.Column != "" {
		fields = append(fields, q.Query.Subject.Field(q.Column))
	}
	asked := make([]string, len(fields))
	for i, f := range fields {
		if f == nil {
			return nil, data.Refuse(fmt.Sprintf("“%s”没有“%s”这一项。", q.Query.Subject.Label, []string{q.Row, q.Column}[i]), nil)
		}
		asked[i] = f.Label
	}
	inOrder := q.Query.Subject.Field("order") != nil && fields[0].Key == "unit"
	if inOrder { // units stand as everywhere else, not by size
		asked = append(asked, "order")
	}
	found, err := q.Query.Spread(ctx, r, asked...)
	if err != nil {
		return nil, err
	}
	t := &Table{Question: q, cells: map[at]int{}}
	rows, err := group(q.Query.Book, fields[0], column(found, 1), column(found, len(fields)+1), mostRows)
	if err != nil {
		return nil, err
	}
	t.Rows = rows.groups
	columns := grouping{}
	if len(fields) > 1 {
		if columns, err = group(q.Query.Book, fields[1], column(found, 2), nil, mostColumns); err != nil {
			return nil, err
		}
		t.Columns = columns.groups
	}
	t.count(found, rows, columns)
	return t, nil
}

// column takes one column out of rows; nil when they are shorter.
func column(rows [][]string, i int) []string {
	var list []string
	for _, row := range rows {
		if i >= len(row) {
			return nil
		}
		list = append(list, row[i])
	}
	return list
}

// count counts each person once in each cell; rows of one person stand together.
func (t *Table) count(found [][]string, rows, columns grouping) {
	last := map[at]string{}
	add := func(cell at, who string) {
		if seen, ok := last[cell]; !ok || seen != who {
			last[cell] = who
			t.cells[cell]++
		}
	}
	for _, line := range found {
		add(at{Total, Total}, line[0])
		rowsOf, columnsOf := rows.of[line[1]], []int(nil)
		if len(t.Columns) > 0 {
			columnsOf = columns.of[line[2]]
		}
		for _, column := range columnsOf {
			add(at{Total, column}, line[0])
		}
		for _, row := range rowsOf {
			add(at{row, Total}, line[0])
			for _, column := range columnsOf {
				add(at{row, column}, line[0])
			}
		}
	}
}

// Count is the number in a cell; Total means all rows or all columns.
func (t *Table) Count(row, column int) int { return t.cells[at{row, column}] }

// Cell is the query that finds the people of a cell, as many as its count.
func (t *Table) Cell(row, column int) criteria.Query {
	q := t.Query
	parts := []criteria.Criterion{q.Where}
	if row != Total {
		parts = append(parts, t.Rows[row].Where)
	}
	if column != Total {
		parts = append(parts, t.Columns[column].Where)
	}
	q.Where = criteria.And(parts...)
	return q
}

// CellTitle names a cell: 乡科级正职、36–40岁.
func (t *Table) CellTitle(row, column int) string {
	switch {
	case row == Total && column == Total:
		return t.Query.Subject.Label
	case row == Total:
		return t.Column + " " + t.Columns[column].Label
	case column == Total:
		return t.Row + " " + t.Rows[row].Label
	}
	return t.Rows[row].Label + "、" + t.Columns[column].Label
}

// Title names the table.
func (t *Table) Title() string {
	title := t.Query.Subject.Label + "按" + t.Row
	if t.Column != "" {
		title += "和" + t.Column
	}
	return title + "统计"
}
