package intake

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
)

// settling shows what a title without a post would become, and the ways to
// decide otherwise.
func (w *Workspace) settling(l *line) fyne.CanvasObject {
	facts := kit.Pile(5)
	for _, f := range l.facts() {
		if f[1] != "" {
			label := container.NewBorder(kit.Fixed(fyne.NewSize(72, 22), kit.Text(f[0], kit.ColorSecondary)), nil, nil, nil)
			facts.Add(container.New(layout.NewBorderLayout(nil, nil, label, nil), label, kit.NewParagraph(f[1], kit.ColorText)))
		}
	}
	verb, on := "要新建", true
	if l.on {
		verb, on = "不新建", false
	}
	buttons := kit.Row(8, kit.NewButton("改建议…", func() { w.editLine(l) }))
	if l.Suggestion.Unit.Short != "" {
		buttons.Add(kit.NewButton(verb, func() { w.mark([]*line{l}, on) }))
	}
	var choices []input.Option
	for _, post := range w.model.proposal.Posts() {
		choices = append(choices, input.Option{Value: post.ID, Text: post.Text})
	}
	field := input.NewChoice("或者对应已有的职位", form.NewMatch(), choices...)
	field.SetPlaceHolder("机构、职位或拼音首字母")
	field.OnChanged = func(id string) {
		w.stay()
		w.model.settle(l.Title, id)
	}
	return kit.Scroll(kit.Pile(12, facts, buttons, field,
		kit.NewParagraph("涉及："+people(l.People), kit.ColorSecondary),
		kit.NewParagraphSized("类别、层次等是按字面提的建议，请过目；核定职数暂按现有人数。不对应也能导入，只是不计入班子和指标。", kit.ColorSecondary, kit.SizeSmall)))
}

// settleActions are the ways to settle many titles at once.
func (w *Workspace) settleActions() []fyne.CanvasObject {
	var actions []fyne.CanvasObject
	if _, posts := w.model.proposal.Made(); posts > 0 {
		actions = append(actions, kit.NewButton("重新对应", w.model.unsettle))
	}
	if n := w.model.marked(); n > 0 {
		actions = append(actions, kit.NewButton("全不勾选", func() { w.markAll(false) }),
			kit.NewButton(fmt.Sprintf("全部按建议新建（%d）", n), w.model.create))
	} else if len(w.model.rows) > 0 {
		actions = append(actions, kit.NewButton("全部勾选", func() { w.markAll(true) }))
	}
	return actions
}

func (w *Workspace) markAll(on bool) { w.mark(w.model.unsettled(), on) }

// mark marks titles and stays where one is.
func (w *Workspace) mark(lines []*line, on bool) {
	w.stay()
	w.model.mark(lines, on)
}

// stay keeps the place in the list over the next update.
func (w *Workspace) stay() { w.row = max(0, w.grid.CursorRow()) }

// line is the title in a row; nil for rows of another sort.
func (w *Workspace) line(row int) *line {
	if row < 0 || row >= len(w.model.rows) {
		return nil
	}
	return w.model.rows[row].line
}

func (w *Workspace) opened(row int) {
	if l := w.line(row); l != nil && w.column != "on" {
		w.editLine(l)
	}
}

// clicked marks a title by a click into the first column.
func (w *Workspace) clicked(row int, column string) {
	if l := w.line(row); l != nil && column == "on" {
		w.mark([]*line{l}, !l.on)
	}
	w.column = column
}

func (w *Workspace) rowMenu(row int, at fyne.Position) {
	if w.line(row) == nil {
		return
	}
	var lines []*line
	for _, i := range w.grid.Selected() {
		lines = append(lines, w.line(i))
	}
	kit.ShowMenu(w.desk.Shell.Canvas(), at,
		fyne.NewMenuItem("改建议…", func() { w.editLine(w.line(row)) }),
		fyne.NewMenuItem("勾选新建", func() { w.mark(lines, true) }),
		fyne.NewMenuItem("不新建", func() { w.mark(lines, false) }),
	)
}

// askWrite carries the import out; titles that are left without a post are
// asked about first, because they count nowhere.
func (w *Workspace) askWrite() {
	left, marked := w.model.size(tabUnsettled), w.model.marked()
	if left == 0 {
		w.model.write()
		return
	}
	answers := []kit.Answer{{Text: "取消"}, {Text: "照样导入", Do: func() bool { w.model.write(); return true }}}
	if marked > 0 {
		answers = append(answers, kit.Answer{Text: fmt.Sprintf("按建议新建 %d 个并导入", marked), Do: func() bool {
			w.model.create()
			w.model.write()
			return true
		}})
	}
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title:   "有的现任职务还没有对应的职位",
		Text:    fmt.Sprintf("%d 个现任职务在库中没有对应的职位，照样导入的不计入班子和指标。新建的机构、职位可以先在“职务待对应”里过目，随这次导入一并写入，撤回导入时一并撤回。", left),
		Answers: answers,
	})
}
