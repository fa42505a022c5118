// Package check is the workspace of the record checks (核对). It lists every
// finding in all files and opens the record it is about.
package check

import (
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// mostChips is how many rules one chooses from above the list; the rarer ones
// are found by scrolling.
const mostChips = 7

// Workspace is the room of the checks.
type Workspace struct {
	// OnOpen shows a cadre at the place a finding is about.
	OnOpen func(cadre string, f rule.Finding)
	// OnBack goes to where one came from.
	OnBack func()

	model   *model
	content fyne.CanvasObject
	header  *kit.PageHeader
	chips   *fyne.Container
	grid    *grid.Grid
	rows    []row
}

// New makes the room. It checks nothing until the user enters the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{model: &model{desk: d, onChange: func() {}}}
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content != nil {
		return w.content
	}
	w.header = kit.NewPageHeader("核对", "正在核对……", kit.NewButton("返回", func() { w.OnBack() }))
	w.chips = kit.Flow()
	w.grid = grid.New([]grid.Column{
		{ID: "name", Title: "姓名", Width: 100, Unsorted: true},
		{ID: "place", Title: "项目", Width: 150, Unsorted: true},
		{ID: "evidence", Title: "情况", Width: 460, Flexible: true, Unsorted: true},
		{ID: "rule", Title: "规则", Width: 320, Unsorted: true},
	}, grid.Rows{})
	w.grid.Empty = "没有发现要核对的地方。"
	w.grid.OnOpen = func(i int) { w.OnOpen(w.rows[i].cadre.ID, w.rows[i].Finding) }
	w.content = kit.NewPage(w.header, w.chips, w.grid, nil)
	w.model.onChange = w.update
	if w.model.store != nil {
		w.update()
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.read() }

// Shows implements desk.Shower. The checks read every kind of record in a
// cadre's file.
func (w *Workspace) Shows(c store.Changed) bool { return desk.TellsOfCadres(c) }

func (w *Workspace) update() {
	m := w.model
	subtitle := "全部记录已核对"
	if len(m.all) > 0 {
		subtitle = fmt.Sprintf("%d 项，涉及 %d 人　双击到该处；无误的在那里确认并说明", len(m.all), m.people)
	}
	w.header.SetSubtitle(subtitle)
	w.chips.Objects = nil
	if tallies := m.tallies(); len(tallies) > 1 {
		w.chip("全部", "", len(m.all))
		for _, t := range tallies[:min(len(tallies), mostChips)] {
			w.chip(t.rule, t.rule, t.count)
		}
	}
	w.chips.Refresh()
	w.rows = m.rows()
	list := make(grid.Rows, len(w.rows))
	for i, r := range w.rows {
		list[i] = []string{r.cadre.Name, r.Place(), r.Evidence, r.Rule}
	}
	w.grid.SetSource(list)
	w.content.Refresh()
}

// chip lets one choose the findings of a rule.
func (w *Workspace) chip(text, only string, count int) {
	c := kit.NewChip(fmt.Sprintf("%s %d", text, count), func() {
		w.model.only = only
		w.update()
	})
	c.Selected = w.model.only == only
	w.chips.Add(c)
}
