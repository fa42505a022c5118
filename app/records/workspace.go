// Package records is the workspace for records of any kind: a list for each
// kind of a group, a form beside it, import and export of tables. All it knows
// of a kind is its description.
package records

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
)

// Workspace is a room for a group of kinds, one tab for each kind.
type Workspace struct {
	// OnOpenUnit shows a unit; without it references to units lead nowhere.
	OnOpenUnit func(id string)
	// More is what else can be done in the room. Set it before Content.
	More []Action
	// Try says, in a sentence below the form, what the record that is being typed
	// would lead to; it is asked away from the window. Nil says nothing.
	Try func(ctx context.Context, at data.Month, record any) (string, error)
	// Here reports whether the room is the one shown; keys are its own then.
	Here func() bool

	desk  *desk.Desk
	title string
	lists []*list
	at    int // the list shown

	page    *fyne.Container // list or preview
	home    *fyne.Container // the page of the lists
	header  *kit.PageHeader
	tabs    *kit.Tabs
	lines   []*filter.Line
	line    *fyne.Container // where the line of the list shown stands
	grid    *grid.Grid
	editor  *editor
	preview *preview
	shown   []string              // the records the grid stands on
	columns map[int][]grid.Column // as the user has arranged them, by list

	made string // the record just written, to stand on

	pointing desk.Latest // at the row a menu is opened on

	keeper   *desk.Keeper
	offering desk.Latest
	offered  bool
}

// Action is an extra button of the room, besides those that every kind has.
type Action struct {
	Text string
	Kind *data.Kind            // the kind it is for; nil for all of the room
	Do   func(chosen []string) // with the IDs of the records selected
}

// New makes the room. It reads nothing until the user enters the room.
func New(d *desk.Desk, title string, kinds ...*data.Kind) *Workspace {
	w := &Workspace{desk: d, title: title, Here: func() bool { return true }, columns: map[int][]grid.Column{}}
	w.keeper = desk.NewKeeper(d)
	w.keeper.OnKept = w.tellKept
	for _, kind := range kinds {
		w.lists = append(w.lists, newList(d, kind))
	}
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.page == nil {
		w.build()
	}
	return w.page
}

// Refresh implements desk.Workspace. It keeps unsaved typing.
func (w *Workspace) Refresh() {
	w.Content()
	w.list().read()
	w.offerDrafts()
}

// Titles returns the labels of the kinds in the room.
func (w *Workspace) Titles() []string {
	var titles []string
	for _, l := range w.lists {
		titles = append(titles, l.kind.Label)
	}
	return titles
}

// Show goes to the tab of a kind of the room.
func (w *Workspace) Show(kind *data.Kind) {
	w.Content()
	w.tabs.Select(slices.IndexFunc(w.lists, func(l *list) bool { return l.kind == kind }))
}

// Turn goes to the next (1) or the previous (-1) tab of the room.
func (w *Workspace) Turn(by int) {
	n := len(w.lists)
	w.tabs.Select((w.at + by + n) % n)
	w.focusList()
}

// Add opens the form for a new record of the current kind.
func (w *Workspace) Add() {
	w.Leave(func() { w.editor.add(w.list()) })
}

// Save saves the record in the form.
func (w *Workspace) Save() {
	if w.preview == nil {
		w.editor.save()
	}
}

// Leave asks about unsaved changes and calls then unless the user stays.
func (w *Workspace) Leave(then func()) {
	if w.page == nil {
		then()
		return
	}
	w.editor.leave(then)
}

func (w *Workspace) list() *list { return w.lists[w.at] }

func (w *Workspace) build() {
	w.header = kit.NewPageHeader(w.title, "", w.actions()...)
	w.tabs = kit.NewTabs(w.turn, w.Titles()...)
	w.line = container.NewStack()
	w.grid = w.newGrid()
	w.editor = newEditor(w)
	for i, l := range w.lists {
		w.lines = append(w.lines, w.newLine(l))
		l.onListChanged = func() { w.showList(i) }
		l.onRowsLoaded = w.grid.Refresh
	}
	w.home = kit.NewPage(w.header, kit.Pile(10, w.tabs, w.line), container.New(besideLayout{}, w.grid, w.editor.panel), nil)
	w.page = container.NewStack(w.home)
	w.bindKeys()
	w.set(0)
}

func (w *Workspace) newLine(l *list) *filter.Line {
	line := filter.NewLine(&l.Conditions, l.asker(), "年度 = 2026 且 机构类别 = 镇")
	if l.kind.Field("year") == nil {
		line.Text.SetPlaceHolder("用文字写条件，如：" + l.columns[0].Title + " 不为空　（回车查看）")
	}
	line.After = func() []*kit.Chip {
		var chips []*kit.Chip
		if l.lasts() {
			valid := kit.NewChip("只看时点有效的", func() { l.setValid(!l.valid) })
			valid.Selected = l.valid
			chips = append(chips, valid)
		}
		chips = append(chips, kit.NewChip(line.TextAction(), func() { line.ToggleText(); line.Update() }))
		if l.narrowed() {
			chips = append(chips, kit.NewChip("去掉全部条件", l.clear))
		}
		return chips
	}
	line.OnResize = w.arrange
	line.Update()
	return line
}

func (w *Workspace) arrange() {
	if w.home != nil {
		w.home.Layout.Layout(w.home.Objects, w.home.Size())
	}
}

// turn goes to another kind, unless there is unsaved work to stay for.
func (w *Workspace) turn(index int) {
	if index == w.at {
		return
	}
	if w.editor.dirty() {
		w.tabs.Select(w.at) // until that is settled
		w.editor.leave(func() { w.tabs.Select(index) })
		return
	}
	w.editor.close()
	w.columns[w.at] = w.grid.Columns()
	w.set(index)
	w.list().read()
}

func (w *Workspace) set(index int) {
	w.at = index
	w.header.SetActions(w.actions()...)
	l := w.list()
	w.line.Objects = []fyne.CanvasObject{w.lines[index].Content}
	w.line.Refresh()
	w.shown = nil
	w.grid.SetSource(grid.Rows{}) // the rows of the other kind have other columns
	if kept := w.columns[index]; kept != nil {
		w.grid.SetColumns(kept)
	} else {
		w.grid.SetColumns(gridColumns(l.columns))
	}
	w.grid.SetSort(l.sorted, l.descending)
	w.showList(index)
}

// showList shows another list. The record just written, or the one stood on,
// stays in sight as long as it is in it.
func (w *Workspace) showList(index int) {
	if index != w.at || w.header == nil {
		return
	}
	l := w.list()
	w.header.SetSubtitle(counted(l))
	w.grid.Empty = emptiness(l)
	w.lines[index].Update()
	stood := w.made
	if row := w.grid.CursorRow(); stood == "" && row >= 0 && row < len(w.shown) {
		stood = w.shown[row]
	}
	w.made = ""
	if slices.Equal(w.shown, l.pages.IDs) {
		w.grid.Refresh() // other cells of the same records: place and selection stay
		return
	}
	w.shown = l.pages.IDs
	w.grid.SetSource(rows{w})
	w.grid.Select(max(0, l.row(stood)))
}

// rows is the grid source for the rows of the current list.
type rows struct{ *Workspace }

// Len implements kit.grid.Source.
func (r rows) Len() int { return r.list().pages.Len() }

// Row implements kit.grid.Source.
func (r rows) Row(i int) ([]string, bool) { return r.list().pages.Row(i) }

// Load implements kit.grid.Loader.
func (r rows) Load(list []int) ([][]string, error) { return r.list().pages.Load(list) }

func counted(l *list) string {
	switch {
	case l.book == nil:
		return ""
	case l.narrowed():
		return fmt.Sprintf("%d 条 / 共 %d 条", l.pages.Len(), l.total)
	}
	return fmt.Sprintf("共 %d 条", l.total)
}

// emptiness says why nothing is listed and what to do about it.
func emptiness(l *list) string {
	switch {
	case l.book == nil:
		return "正在读取……"
	case l.total == 0:
		return "还没有" + l.kind.Label + "。按“新增”填第一条，或在表格程序里填好“模板”再导入、粘贴。"
	}
	return "没有符合条件的记录。去掉上面的一个条件再看。"
}
