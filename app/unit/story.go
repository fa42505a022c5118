package unit

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
)

// showStory tells what happened in the unit looked at, out of every kind of
// record: who came and went, meetings, inspections, research, scores.
func (w *Workspace) showStory() {
	unit := w.model.unit()
	if unit == nil {
		return
	}
	id, title, db, at := unit.ID, unit.Short+"工作记录", w.desk.Store, w.desk.At
	desk.Ask(w.desk, &w.telling, func(ctx context.Context) ([]criteria.Line, error) {
		lines, err := criteria.Story(ctx, db, data.UnitKind, id)
		return slices.DeleteFunc(lines, func(l criteria.Line) bool { return l.Month > at }), err
	}, func(lines []criteria.Line) {
		w.tell(title, lines)
	})
}

func (w *Workspace) tell(title string, lines []criteria.Line) {
	items := make([]kit.TimelineItem, len(lines))
	for i, l := range lines {
		items[i] = kit.TimelineItem{Month: l.Month.String(), Text: l.Text, Note: l.Kind.Label}
	}
	timeline := kit.NewTimeline(items, nil)
	timeline.Empty = "还没有这个机构的记录。"
	canvas := w.desk.Shell.Canvas().Size()
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: title, Content: kit.Fixed(fyne.NewSize(min(720, canvas.Width*0.7), canvas.Height*0.6), timeline),
		Answers: []kit.Answer{{Text: "关闭"}},
	})
}
