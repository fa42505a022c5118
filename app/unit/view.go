// Package unit is the workspace of units and posts (机构职位): the tree of units,
// the posts of each unit with the cadres in them, and the forms to add and
// change them.
package unit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Workspace is the room of units and posts.
type Workspace struct {
	desk  *desk.Desk
	model *model

	page    *fyne.Container
	header  *kit.PageHeader
	search  *input.Text
	ended   *kit.Chip
	units   *grid.Grid
	posts   *grid.Grid
	name    *canvas.Text
	numbers *canvas.Text
	feet    [2]*fyne.Container // what one can do below the grids
	telling desk.Latest
	column  string // of the posts that was clicked last
	shown   string // the unit whose posts stand in the grid
}

// New makes the room. It reads nothing until the user enters the room.
func New(d *desk.Desk) *Workspace { return &Workspace{desk: d, model: newModel(d)} }

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.page == nil {
		w.build()
	}
	return w.page
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.read() }

// Shows implements desk.Shower. The room shows units, posts and their holders.
func (w *Workspace) Shows(c store.Changed) bool {
	return c.Has(data.UnitKind, data.UnitPastKind, data.PostKind, data.AppointmentKind, data.CadreKind, data.SettingKind)
}

// Open selects a unit.
func (w *Workspace) Open(id string) { w.model.open(id) }

func (w *Workspace) build() {
	w.header = kit.NewPageHeader("机构职位", "")
	w.search = input.NewText("")
	w.search.SetPlaceHolder("查机构、职位，可用拼音首字母")
	w.search.OnChanged = w.model.find
	w.ended = kit.NewChip("含已撤销的", func() { w.model.showEnded(!w.model.ended) })
	w.units = grid.New(unitColumns(), grid.Rows(nil))
	w.units.OnSelect = w.selected
	w.units.OnOpen = func(int) { w.editUnit() }
	w.units.OnMenu = func(_ int, at fyne.Position) { kit.ShowMenu(w.desk.Shell.Canvas(), at, w.unitMenu()...) }
	w.posts = grid.New(postColumns(), grid.Rows(nil))
	w.posts.Tone = w.tone
	w.posts.OnSelect = func(int) { w.column = "" }
	w.posts.OnCell = func(_ int, column string) { w.column = column }
	w.posts.OnOpen = w.openPost
	w.posts.OnMenu = func(_ int, at fyne.Position) { kit.ShowMenu(w.desk.Shell.Canvas(), at, w.postMenu()...) }
	w.name = kit.BoldText("", kit.ColorText)
	w.numbers = kit.TextSized("", kit.ColorSecondary, kit.SizeSmall)
	w.page = kit.NewPage(w.header, nil, container.New(halves{}, w.left(), w.right()), nil)
	w.model.onTreeChanged, w.model.onUnitChanged = w.showTree, w.showUnit
	w.showTree()
	w.showUnit()
}

func (w *Workspace) left() fyne.CanvasObject {
	chip := container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), container.NewCenter(w.ended))
	top := container.New(layout.NewBorderLayout(nil, nil, nil, chip), w.search, chip)
	foot := kit.Row(16,
		kit.NewLink("修改机构", w.editUnit),
		kit.NewQuietLink("上移", func() { w.moveUnit(-1) }),
		kit.NewQuietLink("下移", func() { w.moveUnit(1) }),
		kit.NewQuietLink("删除", w.askRemoveUnit))
	w.feet[0] = container.NewPadded(foot)
	return container.NewBorder(below(top), w.feet[0], nil, nil, w.units)
}

func (w *Workspace) right() fyne.CanvasObject {
	foot := kit.Row(16,
		kit.NewLink("修改职位", w.editPost),
		kit.NewQuietLink("上移", func() { w.movePost(-1) }),
		kit.NewQuietLink("下移", func() { w.movePost(1) }),
		kit.NewQuietLink("删除", w.askRemovePost),
		kit.TextSized("双击职位修改，双击姓名打开干部", kit.ColorSecondary, kit.SizeSmall))
	top := kit.Row(12, w.name, w.numbers)
	w.feet[1] = container.NewPadded(foot)
	return container.NewBorder(below(top), w.feet[1], nil, nil, w.posts)
}

// below keeps what stands above a grid at one height, so that both grids begin
// at one line.
func below(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), container.New(lineLayout{}, o))
}

// showTree shows the tree.
func (w *Workspace) showTree() {
	rows := make(grid.Rows, len(w.model.tree))
	for i, b := range w.model.tree {
		rows[i] = b.cells()
	}
	w.header.SetSubtitle(w.counted())
	w.header.SetActions(w.actions()...)
	w.ended.SetSelected(w.model.ended)
	if w.search.Value() != w.model.search {
		w.search.SetValue(w.model.search)
	}
	w.units.Empty = w.emptiness()
	w.units.SetSource(rows)
	w.units.Select(w.model.row())
}

func (w *Workspace) counted() string {
	if !w.model.ready || len(w.model.whole.units) == 0 {
		return ""
	}
	units := 0
	for _, b := range w.model.whole.tree {
		if b.Kind != data.UnitFolder {
			units++
		}
	}
	t := w.model.total
	return fmt.Sprintf("时点 %s%s　机构 %d 个　核定 %d　实配 %d　空缺 %d", w.desk.At, w.desk.At.Projected(w.desk.Store.Now()), units, t.approved, t.filled, t.vacant)
}

func (w *Workspace) emptiness() string {
	switch {
	case !w.model.ready:
		return "正在读取……"
	case w.model.search != "":
		return "没有找到。换几个字，或用拼音首字母。"
	}
	return "还没有机构。可以先“导入”任免审批表，按现任职务新建机构和职位；也可以点右上角“新增机构”。"
}

func (w *Workspace) actions() []fyne.CanvasObject {
	add := kit.NewButton("新增机构", func() { w.askUnit(nil, w.model.freshUnit()) })
	if w.model.unit() == nil {
		return []fyne.CanvasObject{kit.NewPrimary("新增机构", func() { w.askUnit(nil, w.model.freshUnit()) })}
	}
	return []fyne.CanvasObject{
		kit.NewButton("生成材料…", func() { w.desk.Shell.MakePapers("", data.UnitKind, []string{w.model.unit().ID}) }),
		kit.NewButton("工作记录", w.showStory), kit.NewButton("照某机构设职位", w.askCopy), add,
		kit.NewPrimary("新增职位", func() { w.askPost(nil, w.model.freshPost()) }),
	}
}

// showUnit shows the posts of the unit looked at. While it stays the same, so
// does the place in the grid.
func (w *Workspace) showUnit() {
	unit := w.model.unit()
	w.name.Text, w.numbers.Text, w.posts.Empty = "", "", ""
	if unit != nil {
		w.name.Text, w.numbers.Text = unit.Short, w.summary(unit)
		w.posts.Empty = "这个机构还没有职位。点右上角“新增职位”，或“照某机构设职位”。"
		if unit.Kind == data.UnitFolder {
			w.posts.Empty = "目录只用来归类，不设职位。"
		}
	}
	row := 0
	if w.shown == w.model.chosen {
		row = max(0, w.posts.CursorRow())
	}
	w.shown = w.model.chosen
	rows := make(grid.Rows, len(w.model.posts))
	for i, s := range w.model.posts {
		rows[i] = s.cells()
	}
	w.posts.SetSource(rows)
	w.posts.Select(min(row, len(rows)-1))
	w.feet[0].Hidden, w.feet[1].Hidden = unit == nil, len(rows) == 0
	w.page.Refresh()
}

func (w *Workspace) summary(unit *branch) string {
	if len(w.model.posts) == 0 {
		return unit.Name
	}
	team, approved := 0, 0
	for _, s := range w.model.posts {
		if s.Team {
			team, approved = team+s.filled, approved+s.approved
		}
	}
	return fmt.Sprintf("%s　班子实配 %d/%d　全部 %d/%d", unit.Name, team, approved, unit.filled, unit.approved)
}

// tone marks what is short, and what is more than approved.
func (w *Workspace) tone(row int, column string) fyne.ThemeColorName {
	if row >= len(w.model.posts) {
		return ""
	}
	switch s := w.model.posts[row]; {
	case column == columnVacant, column == columnFilled && s.filled > s.approved:
		return kit.ColorDoubt
	}
	return ""
}

// selected looks at the unit in a row.
func (w *Workspace) selected(row int) {
	if b := w.model.at(row); b != nil && b.ID != w.model.chosen {
		w.model.choose(b.ID)
	}
}

// seat is the post the keyboard is on; nil for none.
func (w *Workspace) seat() *seat {
	if row := w.posts.CursorRow(); row >= 0 && row < len(w.model.posts) {
		return w.model.posts[row]
	}
	return nil
}

// openPost opens a post, or, by a click on the names, who holds it.
func (w *Workspace) openPost(int) {
	s := w.seat()
	if w.column != columnHolders || s == nil || len(s.holders) == 0 {
		w.editPost()
		return
	}
	w.openHolders(s)
}

// openHolders opens who holds a post: one by himself, several as a list.
func (w *Workspace) openHolders(s *seat) {
	if len(s.holders) == 1 {
		w.desk.Shell.OpenCadre(s.holders[0].id)
		return
	}
	var ids []string
	for _, h := range s.holders {
		ids = append(ids, h.id)
	}
	w.desk.Shell.OpenPeople(w.model.unit().Short+" "+s.Name,
		criteria.Query{Subject: criteria.SubjectNamed("干部"), At: w.desk.At, Only: ids})
}

// halves places the tree at the left of the posts.
type halves struct{}

const (
	leftWidth = 364
	halfGap   = 16
)

// Layout implements fyne.Layout.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(leftWidth+max(0, size.Width-1174)*0.25, size.Width/2)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+halfGap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-halfGap, size.Height))
}

// MinSize implements fyne.Layout.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+halfGap+b.Width, max(a.Height, b.Height))
}

// lineLayout is a line of fixed height with its content centred vertically.
type lineLayout struct{}

const lineHeight = 38

// Layout implements fyne.Layout.
func (lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		height := min(o.MinSize().Height, size.Height)
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
		o.Resize(fyne.NewSize(size.Width, height))
	}
}

// MinSize implements fyne.Layout.
func (lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, lineHeight)
}

// copyOf is a copy of a record to be edited.
func copyOf[T any](record *T) *T {
	c := *record
	return &c
}
