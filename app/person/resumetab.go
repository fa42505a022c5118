package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/rule"
)

// resumeTab shows the résumé twice: as rows, and beside them as the text of
// the official form. A change on one side also changes the other.
type resumeTab struct {
	page  *Workspace
	table *form.Table

	text   *officialText
	area   *input.Area
	stack  *fyne.Container
	swap   *kit.Link
	typing bool // the change comes from the text
	whole  fyne.CanvasObject
}

func newResumeTab(w *Workspace) tab {
	t := &resumeTab{page: w, text: newOfficialText(), area: input.NewArea("", 8)}
	t.table = form.NewTable(
		data.ResumeKind, w.model.resume.Rows,
		form.Column{Key: "since", Width: 88, Hint: "起"},
		form.Column{Key: "until", Width: 88, Hint: "止", Empty: untilNow},
		form.Column{Key: "text", Hint: "回车新增一段；可粘贴整段简历文本"},
		form.Column{Title: "核对", Width: 200},
	)
	t.table.Remark = func(row int) string { return w.remarks(data.ResumeKind)[row] }
	t.text.onTap = t.write
	t.area.SetPlaceHolder("可粘贴整段简历文本")
	t.area.OnChanged = t.typed
	t.swap = kit.NewLink("改文本", t.write)
	t.stack = container.NewStack(container.NewVScroll(t.text))
	title := kit.Row(16, kit.TextSized("改任一侧，另一侧随动", kit.ColorSecondary, kit.SizeSmall), t.swap)
	right := kit.NewPanel("审批表文本", title, t.stack)
	left := container.NewBorder(nil, rowCommands(t.table), nil, nil, surface(t.table))
	t.whole = container.New(besideLayout{0.4}, left, right)
	return t
}

// untilNow is what stands for an end not come yet; a note has no beginning
// either.
func untilNow(d *form.Draft) string {
	if d.Text("since") == "" {
		return ""
	}
	return "至今"
}

// rowCommands are the commands on rows for those who use the mouse.
func rowCommands(t *form.Table) fyne.CanvasObject {
	return container.NewPadded(kit.Row(
		18,
		kit.NewQuietLink("插入一行 Ctrl+I", t.Insert),
		kit.NewQuietLink("上移 Alt+↑", func() { t.MoveRow(-1) }),
		kit.NewQuietLink("下移 Alt+↓", func() { t.MoveRow(1) }),
		kit.NewQuietLink("删除本行 Ctrl+D", t.Remove),
	))
}

func (t *resumeTab) object() fyne.CanvasObject { return t.whole }

func (t *resumeTab) rows() lines { return t.table }

func (t *resumeTab) standing() place { return place{kind: data.ResumeKind, row: t.table.Active()} }

func (t *resumeTab) load() {
	t.table.Reload()
	t.read()
}

func (t *resumeTab) update() {
	t.text.show(rule.Segments(rows[data.Resume](t.page.model.resume)))
	if t.typing {
		t.table.Reload()
		return
	}
	t.table.Update()
	t.area.SetValue(aligned(t.page.model.resumeText()))
}

func (t *resumeTab) settle() { t.table.Settle() }

func (t *resumeTab) visit(p place) bool {
	if p.kind != data.ResumeKind {
		return false
	}
	if p.key != "" || p.row >= 0 {
		t.table.Edit(max(0, p.row), p.key)
	}
	return true
}

// typed takes over the text.
func (t *resumeTab) typed(text string) {
	t.typing = true
	t.page.model.setResumeText(text)
	t.typing = false
}

// write shows the text to be edited.
func (t *resumeTab) write() {
	t.table.Leave()
	t.stack.Objects = []fyne.CanvasObject{t.area}
	t.stack.Refresh()
	t.swap.SetText("看版式")
	t.swap.OnTapped = t.read
	t.area.Focus()
}

// read shows the text as the form has it.
func (t *resumeTab) read() {
	t.stack.Objects = []fyne.CanvasObject{container.NewVScroll(t.text)}
	t.stack.Refresh()
	t.swap.SetText("改文本")
	t.swap.OnTapped = t.write
	t.area.SetValue(aligned(t.page.model.resumeText()))
}
