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

// showRows shows the rows behind a figure that is not about people.
func (s *shell) showRows(title string, q criteria.Query) {
	var latest desk.Latest
	var fields []string
	var columns []kit.Column
	for _, f := range q.Subject.Fields {
		fields = append(fields, f.Label)
		columns = append(columns, kit.Column{ID: f.Key, Title: f.Label, Width: 160, Unsorted: true})
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
			Title:   fmt.Sprintf("%s：%d %s", title, len(rows), q.Subject.Counter),
			Content: kit.Fixed(fyne.NewSize(size.Width*0.6, size.Height*0.5), grid),
			Answers: []kit.Answer{{Text: "关闭"}},
		})
	})
}

// matchPinyin finds a choice by its text or by the initials of its reading.
func matchPinyin(choice kit.Choice, typed string) bool { return data.Matches(choice.Text, typed) }
