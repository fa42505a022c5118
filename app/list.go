package app

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/criteria"
)

// showRows shows the rows a question that is not about people leads to.
func (s *shell) showRows(title string, q criteria.Query) {
	s.listRows(q, q.Subject.Columns(), "", func(rows [][]string) string {
		return fmt.Sprintf("%s：%d %s", title, len(rows), q.Subject.Counter)
	})
}

// listRows shows rows in a dialog; title is told when they are known, wording
// says by what they were found. A click on a heading sorts.
func (s *shell) listRows(q criteria.Query, fields []string, wording string, title func(rows [][]string) string) {
	var latest desk.Latest
	var table *grid.Grid
	ask := func(order []criteria.Order, done func(rows [][]string)) {
		desk.Ask(s.desk, &latest, func(ctx context.Context) ([][]string, error) {
			return q.Rows(ctx, s.desk.Store, order, fields...)
		}, done)
	}
	ask(nil, func(rows [][]string) {
		table = grid.New(columnsOf(q.Subject, fields), grid.Rows(rows))
		table.Empty = "没有记录。"
		table.OnSort = func(column string, descending bool) {
			ask([]criteria.Order{{Field: column, Descending: descending}}, func(rows [][]string) { table.SetSource(grid.Rows(rows)) })
		}
		size := s.canvas.Size()
		kit.Ask(s.canvas, kit.Question{
			Title:   title(rows),
			Text:    wording,
			Content: kit.Fixed(fyne.NewSize(size.Width*0.75, size.Height*0.55), table),
			Answers: []kit.Answer{{Text: "关闭"}},
		})
	})
}

// columnsOf are the columns for fields, numbers at the right.
func columnsOf(subject *criteria.Subject, fields []string) []grid.Column {
	columns := make([]grid.Column, len(fields))
	for i, label := range fields {
		columns[i] = grid.Column{ID: label, Title: label, Width: 160}
		switch subject.Field(label).Type {
		case data.TypeInt:
			columns[i].Width, columns[i].Align = 110, fyne.TextAlignTrailing
		case data.TypeMonth, data.TypeDate, data.TypeBool:
			columns[i].Width = 110
		}
	}
	return columns
}
