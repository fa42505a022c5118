package filter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
)

// editor asks the user for one condition: the field, the comparison and the
// values.
type editor struct {
	asker *Asker
	item  *input.Choice
	op    *input.Choice
	box   *fyne.Container // of the values
	value entry
	wrong *kit.Paragraph

	field *criteria.Field
}

// editorHeight is room for the values, whatever kind they are, so that the
// dialog does not jump while one chooses the field.
const (
	editorWidth  = 560
	editorHeight = 190
)

// Ask opens the editor with a condition, or empty without one, and passes the
// result on.
func (a *Asker) Ask(c *criteria.Criterion, done func(criteria.Criterion)) {
	e := newEditor(a)
	title, action := "增加条件", "加上"
	if c != nil {
		title, action = "修改条件", "改好"
		e.open(*c)
	}
	kit.Ask(a.Desk.Shell.Canvas(), kit.Question{
		Title: title, Content: e.content(),
		Answers: []kit.Answer{{Text: "取消"}, {Text: action, Do: func() bool { return e.finish(done) }}},
	})
}

func newEditor(a *Asker) *editor {
	e := &editor{asker: a, box: container.NewStack(), wrong: kit.NewParagraphSized("", kit.ColorOurs, kit.SizeSmall)}
	choices := make([]input.Option, len(a.Fields))
	for i, f := range a.Fields {
		choices[i] = input.Option{Value: f.Label, Text: f.Label}
	}
	e.item = input.NewChoice("项目", byReading(), choices...)
	e.item.SetPlaceHolder("选一项，可输入拼音首字母")
	e.item.OnChanged = func(string) { e.setField("") }
	e.op = input.NewChoice("比较", nil)
	e.op.OnChanged = func(string) { e.setValues(nil) }
	e.box.Add(kit.NewParagraph("先选项目，例如 "+a.examples()+"，再填它的值。", kit.ColorSecondary))
	return e
}

// examples names the fields offered first.
func (a *Asker) examples() string {
	var labels []string
	for _, f := range a.Fields[:min(3, len(a.Fields))] {
		labels = append(labels, f.Label)
	}
	return strings.Join(labels, "、")
}

func (e *editor) content() fyne.CanvasObject {
	form := input.NewForm(2, e.item, e.op)
	return container.New(editorLayout{}, form, e.box, e.wrong)
}

// open fills the editor with a condition.
func (e *editor) open(c criteria.Criterion) {
	e.item.SetValue(e.asker.field(c.Field).Label)
	e.setField(c.Op)
	e.setValues(c.Values)
}

// setField offers the comparisons of the field chosen; op is the one to start
// with, the likeliest if the field does not know it.
func (e *editor) setField(op criteria.Op) {
	e.field = e.asker.field(e.item.Value())
	if e.field == nil {
		return
	}
	var choices []input.Option
	at := ""
	for _, c := range e.asker.operators(e.field) {
		choices = append(choices, input.Option{Value: string(c.op), Text: c.word})
		if at == "" || c.op == op {
			at = string(c.op)
		}
	}
	e.op.SetChoices(choices)
	e.op.SetValue(at)
	e.setValues(nil)
}

// setValues puts the right kind of input for field and comparison in place.
func (e *editor) setValues(values []string) {
	e.wrong.SetText("")
	op := criteria.Op(e.op.Value())
	if e.field == nil || bare(op) {
		e.place(nothing{})
		return
	}
	field := e.field
	e.asker.offer(field, func(offered []string) {
		if e.field == field { // not another one since
			e.place(newEntry(field, op, offered, values))
		}
	})
}

func (e *editor) place(v entry) {
	e.value = v
	e.box.Objects = []fyne.CanvasObject{v.content()}
	e.box.Refresh()
}

// finish hands over the condition, or says what is wrong with it.
func (e *editor) finish(done func(criteria.Criterion)) bool {
	if e.field == nil {
		e.wrong.SetText("请先选一项。")
		return false
	}
	c, err := e.asker.condition(e.field, criteria.Op(e.op.Value()), e.value.values())
	if err != nil {
		e.wrong.SetText(data.Sentence(err))
		return false
	}
	done(c)
	return true
}

// editorLayout stacks the form, the values and the problem text in a fixed
// size.
type editorLayout struct{}

const complaintHeight = 44

// Layout implements fyne.Layout.
func (editorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	form, box, wrong := objects[0], objects[1], objects[2]
	top := form.MinSize().Height
	form.Move(fyne.NewPos(0, 0))
	form.Resize(fyne.NewSize(size.Width, top))
	box.Move(fyne.NewPos(0, top+14))
	box.Resize(fyne.NewSize(size.Width, editorHeight))
	wrong.Move(fyne.NewPos(0, top+14+editorHeight+6))
	wrong.Resize(fyne.NewSize(size.Width, complaintHeight))
}

// MinSize implements fyne.Layout.
func (editorLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(editorWidth, objects[0].MinSize().Height+14+editorHeight+6+complaintHeight)
}
