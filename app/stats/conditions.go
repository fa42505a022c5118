package stats

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/pivot"
)

// newLine makes a line of conditions on a subject.
func (w *Workspace) newLine(c *filter.Conditions, subject *criteria.Subject, book func() criteria.Book) *filter.Line {
	line := filter.NewLine(c, w.asker(subject, c.Check), "管理权限 = 本级管理 且 年龄 < 41")
	line.After = func() []*kit.Chip {
		var common *kit.Chip
		common = kit.NewChip("常用口径 ▼", func() { kit.ShowMenuBelow(common, menuOf(c, subject, book())...) })
		return []*kit.Chip{common, kit.NewChip(line.TextAction(), func() { line.ToggleText(); line.Update() })}
	}
	line.OnResize = w.arrange
	line.Update()
	return line
}

// menuOf is the menu of the saved criteria a subject can be asked by; whatever
// is about a person can be asked by those about cadres.
func menuOf(c *filter.Conditions, subject *criteria.Subject, book criteria.Book) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, s := range book.Sorted() {
		if s.Section == "" && s.Subject == subject || s.Section != "" && c.Check(s.Where) == nil && !slices.Contains(grouping, s.Section) {
			items = append(items, fyne.NewMenuItem(s.Name, func() { c.Add(criteria.Meets(s.Name)) }))
		}
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem("这个对象还没有口径", nil)
		none.Disabled = true
		items = append(items, none)
	}
	return items
}

// grouping are the sections of criteria that only serve to group.
var grouping = []string{pivot.SectionBands, pivot.SectionSpans}

// hidden are fields that serve search and forms only.
var hidden = []string{"order", "pinyin", "initials", "age_as_of", "filled_at", "photo"}

// asker offers conditions on a subject, what one counts by first.
func (w *Workspace) asker(subject *criteria.Subject, check func(criteria.Criterion) error) *filter.Asker {
	a := &filter.Asker{Desk: w.desk, Check: check}
	counted := pivot.Fields(subject)
	a.Fields = slices.Clone(counted)
	for i := range subject.Fields {
		if f := &subject.Fields[i]; !slices.Contains(counted, f) && !slices.Contains(hidden, f.Key) {
			a.Fields = append(a.Fields, f)
		}
	}
	a.Recorded = func(f *criteria.Field) bool {
		return f.List == "" && f.Type == data.TypeText && slices.Contains(counted, f)
	}
	a.Values = func(ctx context.Context, f *criteria.Field) ([]string, error) {
		q := criteria.Query{Subject: subject, At: w.desk.At}
		return filter.Recorded(ctx, w.desk.Store, q, f.Label)
	}
	return a
}

func choicesOf(texts []string) []input.Option {
	choices := make([]input.Option, len(texts))
	for i, t := range texts {
		choices[i] = input.Option{Value: t, Text: t}
	}
	return choices
}

// matches finds a choice by its text or the initials of its reading.
func matches(c input.Option, typed string) bool { return data.Matches(c.Text, typed) }
