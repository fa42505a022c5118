// Package history is the workspace of the recent changes (最近改动): who changed
// what and when, from which value to which. The user can take back any of
// them.
package history

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/store"
)

// The columns of the list of changes.
const (
	columnWhen = "when"
	columnWho  = "who"
	columnWhat = "what"
	columnSize = "size"
)

// Workspace is the room of the changes.
type Workspace struct {
	model   *model
	content fyne.CanvasObject
	header  *kit.PageHeader
	changes *grid.Grid
	lines   *grid.Grid
	only    *kit.Chip
	take    *kit.Button
}

// New makes the room. It reads nothing until the user enters the room.
func New(d *desk.Desk) *Workspace {
	return &Workspace{model: &model{desk: d, onListed: func() {}, onOpened: func() {}}}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
	}
	return w.content
}

func (w *Workspace) build() fyne.CanvasObject {
	m := w.model
	w.take = kit.NewPrimary("撤销这次改动", w.askTakeBack)
	w.header = kit.NewPageHeader("最近改动", "", w.take)
	search := input.NewText("")
	search.SetPlaceHolder("查找事由、操作人")
	search.OnChanged = m.find
	w.only = kit.NewChip("只看删除过记录的", func() {
		m.only = !m.only
		w.only.Selected = m.only
		w.only.Refresh()
		m.list()
	})
	w.changes = grid.New([]grid.Column{
		{ID: columnWhen, Title: "时间", Width: 150},
		{ID: columnWho, Title: "操作人", Width: 110},
		{ID: columnWhat, Title: "事由", Width: 560, Flexible: true},
		{ID: columnSize, Title: "记录数", Width: 80, Align: fyne.TextAlignTrailing},
	}, grid.Rows{})
	w.changes.Empty = "还没有改动。"
	w.changes.OnSelect = w.onChosen
	w.changes.OnSort = m.sortBy
	w.changes.OnOpen = func(int) { w.askTakeBack() }
	w.lines = grid.New([]grid.Column{
		{ID: "kind", Title: "记录", Width: 110, Unsorted: true},
		{ID: "name", Title: "名称", Width: 200, Unsorted: true},
		{ID: "field", Title: "项目", Width: 130, Unsorted: true},
		{ID: "before", Title: "改前", Width: 300, Flexible: true, Unsorted: true},
		{ID: "after", Title: "改后", Width: 300, Flexible: true, Unsorted: true},
	}, grid.Rows{})
	w.lines.Empty = "在上面选一次改动，这里看它改了什么。"
	w.lines.OnOpen = w.openLine
	m.onListed, m.onOpened = w.onListed, w.onOpened
	filter := kit.Row(10, kit.Fixed(fyne.NewSize(260, search.MinSize().Height), search), w.only)
	return kit.NewPage(w.header, filter, container.NewGridWithRows(2, w.changes, w.lines), nil)
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	w.model.read()
}

func (w *Workspace) onListed() {
	m := w.model
	var rows grid.Rows
	row := -1
	for i, e := range m.shown {
		rows = append(rows, []string{e.At.Local().Format("2006.01.02 15:04"), e.Who, e.What, fmt.Sprint(e.Size)})
		if e.ID == m.chosen {
			row = i
		}
	}
	subtitle := fmt.Sprintf("%d 次", len(m.all))
	switch {
	case len(m.shown) < len(m.all):
		subtitle = fmt.Sprintf("%d 次 / 共 %d 次", len(m.shown), len(m.all))
	case len(m.all) == mostChanges:
		subtitle = fmt.Sprintf("最近 %d 次", mostChanges)
	}
	w.header.SetSubtitle(subtitle + "　之后没有别人接着改过的，都可以撤销或找回")
	w.changes.SetSource(rows)
	w.changes.Select(max(0, row))
}

func (w *Workspace) onChosen(row int) {
	if row < 0 || row >= len(w.model.shown) {
		w.model.choose("")
		return
	}
	if id := w.model.shown[row].ID; id != w.model.chosen {
		w.model.choose(id)
	}
}

func (w *Workspace) onOpened() {
	var rows grid.Rows
	for _, l := range w.model.lines {
		rows = append(rows, []string{l.Kind.Label, l.Name, l.Field, l.Before, l.After})
	}
	w.lines.SetSource(rows)
	e := w.model.entry()
	if e == nil {
		w.take.Disable()
		return
	}
	w.take.SetText(verb(*e) + "这次改动")
	w.take.Enable()
}

// openLine goes to the cadre a line is about.
func (w *Workspace) openLine(row int) {
	if row < len(w.model.lines) && w.model.lines[row].Kind == data.CadreKind {
		w.model.desk.Shell.OpenCadre(w.model.lines[row].Record)
	}
}

func (w *Workspace) askTakeBack() {
	e := w.model.entry()
	if e == nil {
		return
	}
	text := fmt.Sprintf("“%s”（%s %s，%d 条记录）将恢复成改动之前的样子。", e.What, e.Who, e.At.Local().Format("1月2日 15:04"), e.Size)
	does := verb(*e)
	kit.Confirm(w.model.desk.Shell.Canvas(), does+"这次改动", text, does, func() {
		w.model.takeBack(func(what string) {
			w.model.desk.Shell.Say(kit.NoticeGood, "已"+does+"“"+what+"”。Ctrl+Z 撤销")
		})
	})
}

// OnChanged implements desk.Watcher.
func (w *Workspace) OnChanged([]store.Changed) { w.Refresh() }
