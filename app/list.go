package app

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
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
// says by what they were found.
func (s *shell) listRows(q criteria.Query, fields []string, wording string, title func(rows [][]string) string) {
	var latest desk.Latest
	var columns []kit.Column
	for _, label := range fields {
		columns = append(columns, kit.Column{ID: q.Subject.Field(label).Key, Title: label, Width: 160, Unsorted: true})
	}
	desk.Ask(&latest, s.desk.Run, func(ctx context.Context) ([][]string, error) {
		return q.Rows(ctx, s.desk.Store, nil, fields...)
	}, func(rows [][]string, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		grid := kit.NewGrid(columns, kit.Rows(rows))
		grid.Empty = "没有记录。"
		size := s.canvas.Size()
		kit.Ask(s.canvas, kit.Question{
			Title:   title(rows),
			Text:    wording,
			Content: kit.Fixed(fyne.NewSize(size.Width*0.6, size.Height*0.5), grid),
			Answers: []kit.Answer{{Text: "关闭"}},
		})
	})
}

// matchPinyin finds a choice by its text or by the initials of its reading.
func matchPinyin(choice kit.Choice, typed string) bool { return data.Matches(choice.Text, typed) }
