package intake

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
)

// Workspace is the room of an import.
type Workspace struct {
	model   model
	desk    *desk.Desk
	header  *kit.PageHeader
	tabs    *kit.Tabs
	grid    *grid.Grid
	side    *kit.Panel
	content fyne.CanvasObject
	row     int    // the row to stand on after the next update
	column  string // that was clicked last
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: model{desk: d}}
	w.model.onChange = w.update
	return w
}

// Start reads files, folders and zip files and shows what the import would
// change. Without paths it reads nothing, and the user chooses files or a
// folder in the room.
func (w *Workspace) Start(paths ...string) {
	if len(paths) > 0 {
		w.model.read(paths)
	}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.header = kit.NewPageHeader("导入审批表和名册", "")
		w.tabs = kit.NewTabs(func(i int) { w.model.show(tab(i)) }, tabTitles[:]...)
		w.grid = grid.New(w.model.columns(), grid.Rows(nil))
		w.grid.OnSelect = w.selected
		w.grid.OnOpen = w.opened
		w.grid.OnCell = w.clicked
		w.grid.OnMenu = w.rowMenu
		w.side = kit.NewPanel("", nil, container.NewWithoutLayout())
		w.content = kit.NewPage(w.header, w.tabs, w.grid, w.side)
		w.update()
	}
	return w.content
}

// Refresh implements desk.Workspace. A proposal stays until the user carries
// it out or starts another import.
func (w *Workspace) Refresh() { w.update() }

// Titles returns the titles of the tabs of a proposal.
func (w *Workspace) Titles() []string { return tabTitles[:] }

// Shown returns the index of the current tab.
func (w *Workspace) Shown() int { return int(w.model.tab) }

// Show goes to a tab.
func (w *Workspace) Show(index int) {
	w.Content()
	w.tabs.Select(index)
}

func (w *Workspace) update() {
	if w.content == nil {
		return
	}
	w.header.SetSubtitle(w.subtitle())
	w.header.SetActions(w.actions()...)
	for t := range tabCount {
		w.tabs.SetTitle(int(t), fmt.Sprintf("%s %d", tabTitles[t], w.model.size(t)))
	}
	if w.tabs.Selected() != int(w.model.tab) {
		w.tabs.Select(int(w.model.tab))
	}
	w.grid.Empty = w.empty()
	w.grid.SetColumns(w.model.columns())
	rows := make(grid.Rows, len(w.model.rows))
	for i, r := range w.model.rows {
		rows[i] = r.cells
	}
	w.grid.SetSource(rows)
	w.grid.Select(min(w.row, len(rows)-1))
	w.row = 0
	w.selected(w.grid.CursorRow())
}

func (w *Workspace) subtitle() string {
	p := w.model.proposal
	switch {
	case p == nil:
		return "选审批表、文件夹、压缩包或 .xlsx 名册；确认之前不改动任何数据"
	case w.model.change != "":
		return "已导入"
	}
	text := fmt.Sprintf("共 %d 个文件，确认之前不改动任何数据", p.Files)
	if units, posts := p.Made(); posts > 0 {
		text += fmt.Sprintf("　将新建机构 %d 个、职位 %d 个", units, posts)
	}
	return text
}

func (w *Workspace) empty() string {
	if w.model.proposal == nil {
		return "还没有选文件。点右上角“选文件…”或“选文件夹…”，可以一次选几百份 .lrmx，也可以选 .xlsx 名册。"
	}
	if w.model.tab == tabUnsettled {
		return "现任职务都有对应的职位。"
	}
	return "这一类没有文件。"
}

func (w *Workspace) actions() []fyne.CanvasObject {
	ask := func() {
		w.desk.Files.Open("选任免审批表或名册", []string{"*.lrmx", "*.zip", "*.xlsx"}, w.model.read)
	}
	choose := kit.NewButton("选文件…", ask)
	folder := kit.NewButton("选文件夹…", func() {
		w.desk.Files.Folder("选装有任免审批表的文件夹", func(path string) { w.model.read([]string{path}) })
	})
	switch n := w.model.pending(); {
	case w.model.change != "":
		return []fyne.CanvasObject{folder, choose, kit.NewButton("撤回这次导入", w.askTakeBack)}
	case n > 0:
		load := kit.NewPrimary(fmt.Sprintf("导入 %d 人", n), w.askWrite)
		if w.model.tab == tabUnsettled {
			return append(w.settleActions(), load)
		}
		return []fyne.CanvasObject{folder, choose, load}
	}
	return []fyne.CanvasObject{folder, kit.NewPrimary("选文件…", ask)}
}

func (w *Workspace) askTakeBack() {
	kit.Confirm(w.desk.Shell.Canvas(), "撤回这次导入", "这次导入新增和变更的内容都会恢复原样。之后又改过的，不能撤回。", "撤回", w.model.takeBack)
}
