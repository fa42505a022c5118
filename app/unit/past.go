package unit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/store"
)

var pastSize = fyne.NewSize(640, 260)

// stored is a unit as it is stored, under its latest name.
func (m *model) stored(id string) *data.Unit {
	i := slices.IndexFunc(m.whole.now, func(u *data.Unit) bool { return u.ID == id })
	return m.whole.now[i]
}

// pastOf lists what a unit was called before, the oldest name first.
func (m *model) pastOf(id string) []*data.UnitPast {
	list := slices.DeleteFunc(slices.Clone(m.whole.past), func(p *data.UnitPast) bool { return string(p.Unit) != id })
	slices.SortFunc(list, func(a, b *data.UnitPast) int { return cmp.Compare(a.Until, b.Until) })
	return list
}

// named is the month from which a unit has its latest name; zero for always.
func (m *model) named(u *data.Unit) data.Month {
	if past := m.pastOf(u.ID); len(past) > 0 {
		return past[len(past)-1].Until
	}
	return u.Since
}

// showPast lists what the unit was called before (机构沿革); an entry made by
// mistake can be deleted.
func (w *Workspace) showPast() {
	if u := w.model.unit(); u != nil {
		w.askPast(w.model.stored(u.ID), w.model.pastOf(u.ID))
	}
}

func (w *Workspace) askPast(u *data.Unit, past []*data.UnitPast) {
	if len(past) == 0 {
		w.desk.Shell.Say(kit.NoticeInfo, fmt.Sprintf("“%s”没有改过名称和类别。", u.Short))
		return
	}
	list := grid.New([]grid.Column{
		{ID: "name", Title: "原名称", Width: 240, Flexible: true, Unsorted: true},
		{ID: "short", Title: "原简称", Width: 130, Unsorted: true},
		{ID: "kind", Title: "原类别", Width: 110, Unsorted: true},
		{ID: "until", Title: "改变年月", Width: 90, Unsorted: true},
	}, grid.Rows(nil))
	var rows grid.Rows
	for _, p := range past {
		rows = append(rows, []string{p.Name, p.Short, data.UnitPastKind.Field("kind").Text(p), p.Until.String()})
	}
	list.SetSource(rows)
	list.Select(0)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title:   "“" + u.Short + "”的沿革",
		Text:    "改变年月以前的指标、名单和材料用原来的名称和类别；导入时原名称也认得。",
		Content: kit.Fixed(pastSize, list),
		Answers: []kit.Answer{{Text: "删除这一条", Do: func() bool {
			if row := list.CursorRow(); row >= 0 && row < len(past) {
				w.model.removePast(past[row])
			}
			return true
		}}, {Text: "关闭"}},
		OnCancel: func() {},
	})
}

// removePast takes a former name out of the history of its unit: the months
// before then read the name that follows it.
func (m *model) removePast(p *data.UnitPast) {
	m.write("删除机构沿革", func(ctx context.Context, tx *store.Tx) error { return tx.Remove(ctx, p) }, func() {}, func() {})
}
