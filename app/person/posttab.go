package person

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// postTab lists the appointments, with the chosen one as a form beside the
// list.
type postTab struct {
	page  *Workspace
	grid  *grid.Grid
	form  *form.Form
	title *canvas.Text
	panel fyne.CanvasObject
	row   int // the appointment in the form, -1 for none
	whole *fyne.Container
}

func newPostTab(w *Workspace) tab {
	t := &postTab{page: w, row: -1}
	t.grid = grid.New(postColumns(false), grid.Rows{})
	t.grid.Empty = "还没有任职记录。按“新增任职”（Ctrl+I）填写第一条。"
	t.grid.OnOpen = t.edit
	t.form = form.New(data.AppointmentKind, t.choose, "cadre")
	t.form.OnChanged = t.changed
	t.title = kit.Text("", kit.ColorSecondary)
	links := kit.Row(14, kit.NewQuietLink("删除这条任职", t.remove), kit.NewLink("完成", t.close))
	t.panel = sheet(container.NewBorder(nil, nil, t.title, links), t.form.Grid(2).Scrolling())
	t.panel.Hide()
	foot := container.NewPadded(kit.Row(18, kit.NewLink("新增任职 Ctrl+I", t.add), kit.NewQuietLink("修改：双击、回车或 F2", func() { t.edit(t.grid.CursorRow()) })))
	left := container.NewBorder(nil, foot, nil, nil, surface(t.grid))
	t.whole = container.New(besideLayout{460}, left, t.panel)
	return t
}

// postColumns are the columns of the list; beside the form only what tells the
// appointments apart.
func postColumns(beside bool) []grid.Column {
	return []grid.Column{
		{ID: "title", Title: "职务名称", Width: 240, Flexible: true, Unsorted: true},
		{ID: "unit", Title: "机构", Width: 112, Unsorted: true, Hidden: beside},
		{ID: "post", Title: "职位", Width: 186, Unsorted: true, Hidden: beside},
		{ID: "since", Title: "任职年月", Width: 90, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "until", Title: "免职年月", Width: 90, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "how", Title: "任职方式", Width: 88, Unsorted: true},
		{ID: "term", Title: "换届", Width: 64, Unsorted: true, Hidden: beside},
		{ID: "decided", Title: "决定日期", Width: 106, Align: fyne.TextAlignTrailing, Unsorted: true, Hidden: beside},
		{ID: "document", Title: "任免文号", Width: 164, Unsorted: true, Hidden: beside},
	}
}

// choose offers the units, and the posts of the unit chosen.
func (t *postTab) choose(f *data.Field) []input.Option {
	if f.Key == "unit" {
		return t.page.model.unitChoices()
	}
	if t.row < 0 || t.row >= t.page.model.appointments.Len() {
		return t.page.model.postChoices("")
	}
	return t.page.model.postChoices(t.record().Unit)
}

func (t *postTab) record() *data.Appointment {
	return t.page.model.appointments.Drafts[t.row].Record.(*data.Appointment)
}

func (t *postTab) rows() lines { return t }

func (t *postTab) standing() place { return place{data.AppointmentKind, t.row, "unit"} }

// Insert implements lines.
func (t *postTab) Insert() { t.add() }

// Remove implements lines.
func (t *postTab) Remove() {
	if t.row >= 0 {
		t.remove()
		t.Return()
	}
}

// MoveRow implements lines. It does nothing, because appointments are sorted
// by month.
func (t *postTab) MoveRow(int) {}

// Active implements lines.
func (t *postTab) Active() int { return t.row }

// Leave implements lines.
func (t *postTab) Leave() {
	t.close()
	t.Return()
}

// Return implements lines.
func (t *postTab) Return() {
	t.page.desk.Shell.Canvas().Focus(t.grid)
	if t.grid.CursorRow() < 0 {
		t.grid.Select(0)
	}
}

func (t *postTab) object() fyne.CanvasObject { return t.whole }

func (t *postTab) load() {
	t.row = -1 // what stood in the form belongs to another file
	t.close()
	t.offer()
}

// offer lists the units there are.
func (t *postTab) offer() {
	t.form.Input("unit").(*input.Choice).SetChoices(t.page.model.unitChoices())
}

func (t *postTab) update() {
	var rows grid.Rows
	for _, d := range t.page.model.appointments.Drafts {
		rows = append(rows, t.line(d))
	}
	selected := t.grid.CursorRow()
	t.grid.SetSource(rows)
	if selected >= 0 && len(rows) > 0 {
		t.grid.Select(min(selected, len(rows)-1))
	}
	if t.row >= 0 {
		t.form.Doubt(t.page.doubts(data.AppointmentKind, t.row))
	}
}

func (t *postTab) line(d *form.Draft) []string {
	a := d.Record.(*data.Appointment)
	cells := []string{a.Title, t.page.model.file.name(data.AppointmentKind.Field("unit"), string(a.Unit)), t.page.model.file.name(data.AppointmentKind.Field("post"), string(a.Post))}
	for _, key := range []string{"since", "until", "how", "term", "decided", "document"} {
		text := d.Text(key)
		switch {
		case key == "until" && text == "":
			text = "在任"
		case key == "term" && text == "否":
			text = ""
		}
		cells = append(cells, text)
	}
	return cells
}

// edit puts an appointment into the form beside the list.
func (t *postTab) edit(row int) {
	if row < 0 || row >= t.page.model.appointments.Len() {
		return
	}
	t.form.Settle()
	t.row = row
	t.form.Input("post").(*input.Choice).SetChoices(t.page.model.postChoices(t.record().Unit))
	t.form.Show(t.page.model.appointments.Drafts[row])
	t.form.Doubt(t.page.doubts(data.AppointmentKind, t.row))
	t.title.Text = fmt.Sprintf("任职第 %d 条", row+1)
	t.besides(true)
	t.grid.Select(row)
	t.form.Input("unit").Focus()
}

func (t *postTab) add() {
	t.page.model.appointments.Insert(t.page.model.appointments.Len())
	t.edit(t.page.model.appointments.Len() - 1)
}

func (t *postTab) remove() {
	row := t.row
	t.close()
	t.page.model.appointments.Remove(row)
}

func (t *postTab) close() {
	if t.row >= 0 {
		t.form.Settle()
	}
	t.row = -1
	t.form.Show(form.NewDraft(&data.Appointment{}))
	t.besides(false)
}

// besides shows or hides the form at the side.
func (t *postTab) besides(on bool) {
	if t.panel.Visible() == on {
		return
	}
	t.grid.SetColumns(postColumns(on))
	if on {
		t.panel.Show()
	} else {
		t.panel.Hide()
	}
	t.whole.Refresh()
}

// changed fills in what follows from the unit and the post chosen.
func (t *postTab) changed(key string) {
	for _, other := range t.page.model.complete(t.record(), key) {
		t.form.Reload(other)
	}
	if key == "unit" || key == "post" {
		t.form.Input("post").(*input.Choice).SetChoices(t.page.model.postChoices(t.record().Unit))
	}
	t.page.edited()
}

func (t *postTab) settle() {
	if t.row >= 0 {
		t.form.Settle()
	}
}

func (t *postTab) visit(p place) bool {
	if p.kind != data.AppointmentKind {
		return false
	}
	if p.row >= 0 && p.key != "" {
		t.edit(p.row)
		t.form.Mark()
		t.form.Input(p.key).Focus()
	}
	return true
}
