// Package roster is the roster of cadres (干部名册). The user filters and sorts
// the list, and sees the selected cadre beside it.
package roster

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Workspace is the room of the roster (干部名册).
type Workspace struct {
	// OnEnrol gives the cadres selected a place in a class; nil offers nothing.
	OnEnrol func(ids []string)

	desk  *desk.Desk
	model *model

	page   *fyne.Container
	header *kit.PageHeader
	filter *filter.Line
	grid   *grid.Grid
	side   *side
	shown  []string // the list the grid stands on
}

// New prepares the roster. It reads nothing until the user enters the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d)}
	w.model.onListChanged, w.model.onRowsLoaded, w.model.onCadreChanged = func() {}, func() {}, func() {}
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.page != nil {
		return w.page
	}
	w.header = kit.NewPageHeader("干部名册", "", w.actions()...)
	w.filter = newFilterLine(w)
	w.grid = w.newGrid()
	w.side = newSide(w)
	w.page = kit.NewPage(w.header, w.filter.Content, w.grid, w.side.content)
	w.model.onListChanged, w.model.onRowsLoaded, w.model.onCadreChanged = w.showList, w.grid.Refresh, w.showCadre
	w.showList()
	w.showCadre()
	return w.page
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.read() }

// Shows implements desk.Shower. Conditions may ask for any field of cadres, so
// the roster shows all kinds that these fields use.
func (w *Workspace) Shows(c store.Changed) bool { return desk.TellsOfCadres(c) }

// Show lists the people behind a query under a title. The list has as many
// people as the query counts.
func (w *Workspace) Show(title string, q criteria.Query) { w.model.show(title, q) }

// Search limits the list to the cadres who match the words in the search line
// of the window. Without words it lists all again.
func (w *Workspace) Search(text string) { w.model.find(text) }

// Focus gives the keyboard to the list.
func (w *Workspace) Focus() {
	if c := w.desk.Shell.Canvas(); c != nil && w.grid != nil {
		c.Focus(w.grid)
	}
}

func (w *Workspace) actions() []fyne.CanvasObject {
	load := kit.NewButton("导入", func() { w.desk.Shell.OpenImport() })
	add := kit.NewPrimary("新增 Ctrl+N", w.desk.Shell.NewCadre)
	var export *kit.Button
	export = kit.NewButton("导出 ▼", func() { kit.ShowMenuBelow(export, w.exports()...) })
	return []fyne.CanvasObject{load, export, add}
}

func (w *Workspace) newGrid() *grid.Grid {
	g := grid.New(gridColumns(), rows{w.model})
	g.MinRows = 8
	g.SetSort(w.model.sorted, w.model.descending)
	g.OnSort = w.model.sortBy
	g.OnOpen = func(row int) { w.open(w.model.at(row)) }
	g.OnSelect = w.selected
	g.OnMenu = func(_ int, at fyne.Position) { kit.ShowMenu(w.desk.Shell.Canvas(), at, w.rowMenu()...) }
	g.OnCopy = func(n int, err error) { w.desk.Copied("干部名册", data.CadreKind, n, "人", err) }
	return g
}

// rows is the grid source for the current list of the model.
type rows struct{ *model }

// Len implements kit.grid.Source.
func (r rows) Len() int { return r.list.Len() }

// Row implements kit.grid.Source.
func (r rows) Row(i int) ([]string, bool) { return r.list.Row(i) }

// Load implements kit.grid.Loader.
func (r rows) Load(rows []int) ([][]string, error) { return r.list.Load(rows) }

// showList shows another list. The cadre at the side stays selected, and in
// sight, as long as he or she is in it.
func (w *Workspace) showList() {
	w.header.SetSubtitle(w.counted())
	w.grid.Empty = w.emptiness()
	w.filter.Update()
	if slices.Equal(w.shown, w.model.list.IDs) {
		w.grid.Refresh() // other cells of the same people: place and selection stay
		return
	}
	w.shown = w.model.list.IDs
	w.grid.SetSource(rows{w.model})
	w.grid.Select(w.model.row())
}

// counted says how many are listed, and of how many.
func (w *Workspace) counted() string {
	listed, total := w.model.list.Len(), w.model.total
	switch {
	case w.model.book == nil:
		return ""
	case !w.model.narrowed():
		return fmt.Sprintf("共 %s 人", thousands(total))
	}
	return fmt.Sprintf("%s 人 / 共 %s 人", thousands(listed), thousands(total))
}

// emptiness says why nobody is listed and what to do about it.
func (w *Workspace) emptiness() string {
	switch {
	case w.model.book == nil:
		return "正在读取……"
	case w.model.total == 0 && !w.model.narrowed():
		return "还没有干部。点右上角“导入”，选择任免审批表或名册文件，就能看到第一批人员。"
	case w.model.search != "" && len(w.model.Parts) == 0 && w.model.scope == nil:
		return "没有找到“" + w.model.search + "”。可以输入姓名、拼音首字母、机构或职务中的几个字。"
	}
	return "没有符合条件的干部。去掉上面的一个条件再看。"
}

func (w *Workspace) selected(row int) {
	if id := w.model.at(row); id != w.model.chosen {
		w.model.choose(id)
	}
	w.side.count(len(w.grid.Selected()))
}

func (w *Workspace) showCadre() { w.side.show(w.model.person) }

func (w *Workspace) open(id string) {
	if id != "" {
		w.desk.Shell.OpenCadre(id)
	}
}

func (w *Workspace) rowMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("打开", func() { w.open(w.model.at(w.grid.CursorRow())) }),
		fyne.NewMenuItem("复制", w.grid.Copy),
		fyne.NewMenuItem("全选", w.grid.SelectAll),
	}
	if w.OnEnrol != nil {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("编入培训班…", func() { w.OnEnrol(w.model.ids(w.grid.Selected())) }))
	}
	return append(items, fyne.NewMenuItemSeparator(), w.makePapers(), w.exportSelected())
}

// thousands writes a number with a comma between thousands, as on the page of
// a yearbook.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}
