package adjust

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
	"huoshui/data/store"
)

// Workspace is the room of a round.
type Workspace struct {
	// OnBack leads to where one came from.
	OnBack func()

	model   model
	desk    *desk.Desk
	header  *kit.PageHeader
	members *grid.Grid
	others  *grid.Grid
	content fyne.CanvasObject
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: model{desk: d}}
	w.model.onChange = w.update
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.read() }

// Shows implements desk.Shower. The conditions of the pool may ask for any
// field of cadres.
func (w *Workspace) Shows(c store.Changed) bool { return desk.TellsOfCadres(c) }

func (w *Workspace) build() fyne.CanvasObject {
	w.header = kit.NewPageHeader("储备库调整", "左边选出库，右边选入库；登记后一次写入")
	w.members = grid.New([]grid.Column{
		{ID: "name", Title: "姓名", Width: 84, Unsorted: true},
		{ID: "tier", Title: "层次", Width: 60, Unsorted: true},
		{ID: "age", Title: "年龄", Width: 56, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "since", Title: "入库", Width: 84, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "title", Title: "现任职务", Width: 120, Flexible: true, Unsorted: true},
		{ID: "note", Title: "调整", Width: 120, Unsorted: true},
	}, grid.Rows(nil))
	w.members.Empty = "储备库里还没有人。"
	w.members.Tone = func(row int, column string) fyne.ThemeColorName {
		if column == "note" && w.model.members[row].exit == nil {
			return kit.ColorDoubt
		}
		return ""
	}
	w.others = grid.New([]grid.Column{
		{ID: "name", Title: "姓名", Width: 84, Unsorted: true},
		{ID: "age", Title: "年龄", Width: 56, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "level", Title: "职务层次", Width: 100, Unsorted: true},
		{ID: "education", Title: "学历", Width: 90, Unsorted: true},
		{ID: "title", Title: "现任职务", Width: 120, Flexible: true, Unsorted: true},
		{ID: "note", Title: "调整", Width: 100, Unsorted: true},
	}, grid.Rows(nil))
	w.others.Empty = "没有符合“可入库人选”口径的人；口径在名册里可以另存同名的改掉。"
	out := kit.Row(8, kit.NewButton("选中的出库…", w.askOut), kit.NewQuietLink("不出库", func() { w.model.letOut(w.members.Selected(), "", "") }))
	in := kit.Row(8, kit.NewButton("选中的入库…", w.askIn), kit.NewQuietLink("不入库", func() { w.model.takeIn(w.others.Selected(), "", "", "") }))
	sides := kit.Beside([]float32{0.5}, side("在库人员", w.members, out), side("可入库人选", w.others, in))
	return kit.NewPage(w.header, nil, sides, nil)
}

func side(title string, list *grid.Grid, foot fyne.CanvasObject) fyne.CanvasObject {
	head := kit.Text(title, kit.ColorSecondary)
	return container.New(layout.NewBorderLayout(head, foot, nil, nil), head, foot, container.New(layout.NewCustomPaddedLayout(6, 8, 0, 0), list))
}

func (w *Workspace) update() {
	if w.content == nil {
		return
	}
	entries, exits := w.model.plan()
	save := kit.NewPrimary(fmt.Sprintf("登记：入 %d 出 %d", len(entries), len(exits)), w.askSave)
	w.header.SetActions(kit.NewButton("返回", w.back), save)
	keep(w.members, w.model.memberRows())
	keep(w.others, w.model.otherRows())
}

// keep shows new rows at the place one was.
func keep(g *grid.Grid, rows grid.Rows) {
	at := g.CursorRow()
	g.SetSource(rows)
	if at >= 0 && at < len(rows) {
		g.Select(at)
	}
}

func (w *Workspace) back() {
	if w.OnBack != nil {
		w.OnBack()
	}
}

// askOut asks why the selected members go out.
func (w *Workspace) askOut() {
	rows := w.members.Selected()
	if len(rows) == 0 {
		w.desk.Shell.Say(kit.NoticeInfo, "先在左边选出要出库的人，可以按住 Ctrl 或 Shift 选多人。")
		return
	}
	why, note := codeField("出库情形", "exit"), input.NewText("出库依据")
	w.ask(fmt.Sprintf("%d 人出库", len(rows)), func() bool {
		code, err := data.ListNamed("exit").Find(why.Value())
		if err != nil || code == "" {
			why.SetProblem("请选出库情形")
			return false
		}
		w.model.letOut(rows, code, note.Value())
		return true
	}, why, note)
}

// askIn asks into which tier the selected candidates come.
func (w *Workspace) askIn() {
	rows := w.others.Selected()
	if len(rows) == 0 {
		w.desk.Shell.Say(kit.NoticeInfo, "先在右边选出要入库的人，可以按住 Ctrl 或 Shift 选多人。")
		return
	}
	tier, found, note := codeField("储备层次", "tier"), codeField("发现方式", "found"), input.NewText("入库依据")
	w.ask(fmt.Sprintf("%d 人入库", len(rows)), func() bool {
		code, err := data.ListNamed("tier").Find(tier.Value())
		if err != nil || code == "" {
			tier.SetProblem("请选储备层次")
			return false
		}
		how, _ := data.ListNamed("found").Find(found.Value())
		w.model.takeIn(rows, code, how, note.Value())
		return true
	}, tier, found, note)
}

// askSave asks for the round's name and day, and enters it.
func (w *Workspace) askSave() {
	entries, exits := w.model.plan()
	if len(entries)+len(exits) == 0 {
		w.desk.Shell.Say(kit.NoticeInfo, "还没有选人。")
		return
	}
	f := form.New(data.RoundKind, func(*data.Field) []input.Option { return nil })
	f.Show(form.NewDraft(w.model.round()))
	approver := input.NewText("审批")
	fields := f.Grid(1)
	fields.Add(approver, 1)
	w.dialog("登记储备库调整", fields, func() bool {
		f.Settle()
		if !f.Check() {
			return false
		}
		w.model.save(*f.Draft().Record.(*data.Round), approver.Value())
		return true
	})
}

func (w *Workspace) ask(title string, do func() bool, fields ...input.Field) {
	w.dialog(title, input.NewForm(1, fields...), do)
}

func (w *Workspace) dialog(title string, content fyne.CanvasObject, do func() bool) {
	size := fyne.NewSize(420, content.MinSize().Height)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: title, Content: kit.Fixed(size, content),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "确定", Do: do}},
	})
}

// codeField offers a code list by its labels.
func codeField(label, list string) *input.Choice {
	var choices []input.Option
	for _, text := range data.ListNamed(list).Labels() {
		choices = append(choices, input.Option{Value: text, Text: text})
	}
	return input.NewChoice(label, form.NewMatch(), choices...)
}
