package decide

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// Workspace is the room where the user enters a document.
type Workspace struct {
	// OnBack leads to where one came from.
	OnBack func()

	model    model
	desk     *desk.Desk
	header   *kit.PageHeader
	document *form.Form
	move     *form.Form
	grid     *grid.Grid
	content  fyne.CanvasObject
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: model{desk: d}}
	w.model.onChange = w.update
	w.model.reset()
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
		w.fresh()
	}
	return w.content
}

// Refresh implements desk.Workspace. It keeps unsaved typing.
func (w *Workspace) Refresh() { w.model.read() }

// Shows implements desk.Shower. The room offers cadres and posts, and shows
// who holds the posts.
func (w *Workspace) Shows(c store.Changed) bool {
	return c.Has(data.CadreKind, data.AppointmentKind, data.PostKind, data.UnitKind, data.UnitPastKind)
}

func (w *Workspace) build() fyne.CanvasObject {
	w.header = kit.NewPageHeader("任免文件", "一份文件登记多人任免；保存后任职、空缺一并更新，可整份撤回")
	w.document = form.New(batch.DocumentKind, later)
	w.move = form.New(batch.MoveKind, later)
	w.move.OnChanged = w.chosen
	w.grid = grid.New([]grid.Column{
		{ID: "cadre", Title: "姓名", Width: 90, Unsorted: true},
		{ID: "ends", Title: "免去", Width: 240, Unsorted: true},
		{ID: "leaving", Title: "免职原因", Width: 90, Unsorted: true},
		{ID: "post", Title: "任", Width: 240, Flexible: true, Unsorted: true},
		{ID: "how", Title: "任职方式", Width: 90, Unsorted: true},
	}, grid.Rows(nil))
	w.grid.Empty = "右边填一项，按“加入”；一份文件可以有很多项。"
	w.grid.OnOpen = w.edit
	head := kit.NewPanel("文件", nil, w.document.Grid(4))
	links := kit.Row(14, kit.NewQuietLink("删除这一项", func() { w.model.remove(w.grid.CursorRow()) }), kit.NewQuietLink("修改：双击或回车", func() { w.edit(w.grid.CursorRow()) }))
	left := container.New(layout.NewBorderLayout(head, links, nil, nil), head, links, container.New(layout.NewCustomPaddedLayout(10, 6, 0, 0), w.grid))
	add := kit.Row(8, kit.NewButton("加入", w.add))
	side := kit.NewPanel("一项任免", nil, container.NewBorder(nil, add, nil, nil, w.move.Grid(1).Scrolling()))
	return kit.NewPage(w.header, nil, left, side)
}

// later offers nothing yet: the lists are read after the form is made.
func later(*data.Field) []input.Option { return nil }

// fresh shows an empty document and an empty move.
func (w *Workspace) fresh() {
	w.document.Show(form.NewDraft(w.model.document))
	w.move.Show(form.NewDraft(&batch.Move{}))
	w.update()
}

// chosen fills in, once the cadre is known, the one post there is to end.
func (w *Workspace) chosen(key string) {
	if key != "cadre" {
		return
	}
	move := w.move.Draft().Record.(*batch.Move)
	held := w.model.lists.held[move.Cadre]
	move.Ends = ""
	if len(held) == 1 {
		move.Ends = data.Ref(held[0].Value)
	}
	w.offer("ends", held)
}

// offer sets the list of one reference and shows its value again.
func (w *Workspace) offer(key string, choices []input.Option) {
	w.move.Input(key).(*input.Choice).SetChoices(choices)
	w.move.Reload(key)
}

// add takes the move over into the document.
func (w *Workspace) add() {
	w.move.Settle()
	if !w.move.Check() {
		return
	}
	w.model.put(w.move.Draft().Record.(*batch.Move))
	w.move.Show(form.NewDraft(&batch.Move{}))
}

// edit puts a move of the document back into the form.
func (w *Workspace) edit(row int) {
	if row >= 0 && row < len(w.model.moves) {
		copied := *w.model.moves[row]
		w.move.Input("ends").(*input.Choice).SetChoices(w.model.lists.held[copied.Cadre])
		w.move.Show(form.NewDraft(&copied))
	}
}

func (w *Workspace) save() {
	w.document.Settle()
	if w.document.Check() {
		w.model.save()
	}
}

func (w *Workspace) back() {
	if w.OnBack != nil {
		w.OnBack()
	}
}

func (w *Workspace) update() {
	if w.content == nil {
		return
	}
	actions := []fyne.CanvasObject{kit.NewButton("返回", w.back), kit.NewPrimary(fmt.Sprintf("登记 %d 项", len(w.model.moves)), w.save)}
	if w.model.change != "" {
		actions = append([]fyne.CanvasObject{kit.NewButton("撤回刚登记的", w.model.takeBack)}, actions...)
	}
	w.header.SetActions(actions...)
	w.grid.SetSource(w.model.rows())
	if w.document.Draft().Record != any(w.model.document) { // saved: a new one begins
		w.document.Show(form.NewDraft(w.model.document))
	}
	w.offer("cadre", w.model.lists.cadres)
	w.offer("post", w.model.lists.posts)
}
