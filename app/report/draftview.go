package report

import (
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data/report"
)

// draftPage edits the text of the work report: the paragraphs at the left, the
// chosen one at the right with its figures as chips.
type draftPage struct {
	room  *Workspace
	model draft

	content fyne.CanvasObject
	header  *kit.PageHeader
	grid    *grid.Grid
	kind    *input.Choice
	text    *input.Area
	insert  *input.Choice
	chips   *fyne.Container
	reads   *kit.Paragraph
	filling bool // the fields are being filled: what they say is not of the user
}

// lineKinds name the marks of lines.
var lineKinds = []input.Option{
	{Value: "", Text: "正文"},
	{Value: "=", Text: "题目"},
	{Value: "#", Text: "一级标题"},
	{Value: "##", Text: "二级标题"},
	{Value: "###", Text: "三级标题"},
	{Value: "####", Text: "四级标题"},
	{Value: ">", Text: "主送"},
}

func kindName(mark string) string {
	for _, k := range lineKinds {
		if k.Value == mark {
			return k.Text
		}
	}
	return mark
}

// segmentHelp tells what the marks 〔…〕 in a text do.
const segmentHelp = "〔县：…〕〔市：…〕只在该层级印出；〔有数：…〕在有记录时印出；〔不为零：…〕在有记录又不是 0 时印出；" +
	"〔其中：…、…〕印不是 0 的各项；〔为零{指标}：…｜…〕在指标是 0 时印前一句，否则印后一句。没有印出的数仍在附表里。"

func newDraftPage(w *Workspace) *draftPage {
	p := &draftPage{room: w}
	p.model = draft{desk: w.desk, onChange: p.update}
	return p
}

func (p *draftPage) build() fyne.CanvasObject {
	p.header = kit.NewPageHeader("工作汇报的文字", "",
		kit.NewButton("返回", func() { p.room.Leave(p.room.closeDraft) }),
		kit.NewButton("恢复随程序的文字", p.askRestore),
		kit.NewPrimary("保存 Ctrl+S", func() { p.model.save(func() {}) }))
	p.grid = grid.New([]grid.Column{
		{ID: "kind", Title: "种类", Width: 92, Unsorted: true},
		{ID: "text", Title: "文字", Width: 300, Flexible: true, Unsorted: true},
	}, grid.Rows(nil))
	p.grid.OnSelect = func(row int) {
		if !p.filling && row >= 0 && row != p.model.line {
			p.model.line = row
			p.update()
		}
	}
	p.kind = input.NewChoice("种类", nil, lineKinds...)
	p.kind.OnChanged = func(string) { p.edited() }
	p.text = input.NewArea("文字", 7)
	p.text.OnChanged = func(string) { p.edited() }
	p.insert = input.NewChoice("插入指标", form.NewMatch())
	p.insert.SetPlaceHolder("输入文字或拼音首字母，选中的插到光标处")
	p.insert.OnChanged = p.put
	p.chips = kit.Flow()
	p.reads = kit.NewParagraph("", kit.ColorText)
	moves := kit.Row(8,
		kit.NewButton("上移", func() { p.model.move(-1) }), kit.NewButton("下移", func() { p.model.move(1) }),
		kit.NewButton("在后面加一段", p.model.add), kit.NewButton("删除这段", p.model.remove))
	fields := input.NewForm(2)
	fields.Add(p.kind, 1)
	fields.Add(p.insert, 1)
	fields.Add(p.text, 2)
	editor := kit.NewCard(kit.Scroll(kit.Pile(12, moves, fields, kit.Text("文中的指标（点叉去掉）", kit.ColorSecondary), p.chips,
		kit.Text("现在读作", kit.ColorSecondary), p.reads, kit.NewParagraphSized(segmentHelp, kit.ColorSecondary, kit.SizeSmall))))
	return kit.NewPage(p.header, nil, kit.Beside([]float32{0.46}, p.grid, editor), nil)
}

// edited takes over what was typed.
func (p *draftPage) edited() {
	if !p.filling {
		p.model.set(report.Line{Mark: p.kind.Value(), Text: p.text.Value()})
	}
}

// Put inserts what was chosen from the list at the cursor.
func (p *draftPage) put(written string) {
	if p.filling || written == "" {
		return
	}
	p.insert.SetValue("")
	p.text.Insert(written)
	p.edited()
	p.text.Focus()
}

// drop takes the n-th place out of the text.
func (p *draftPage) drop(n int) {
	l := p.model.current()
	rest := l.Text
	at := 0
	for i, written := range p.model.text.Places(l) {
		from := strings.Index(rest[at:], written) + at
		if i == n {
			l.Text = rest[:from] + rest[from+len(written):]
			break
		}
		at = from + len(written)
	}
	p.model.set(l)
}

func (p *draftPage) askRestore() {
	kit.Confirm(p.room.desk.Shell.Canvas(), "恢复随程序的文字", "本单位改过的文字换成随程序的；保存以后才生效。", "恢复", p.model.restore)
}

// refresh reads the text again, unless it is being changed.
func (p *draftPage) refresh() {
	if p.content != nil && p.model.text != nil && !p.model.changed() {
		p.model.open()
	}
}

// update shows the state of the model.
func (p *draftPage) update() {
	if p.content == nil || p.model.text == nil {
		return
	}
	p.filling = true
	defer func() { p.filling = false }()
	m := &p.model
	state := "随程序的文字"
	if m.text.Own != nil {
		state = "本单位的文字，自 " + m.text.Own.Since.Chinese() + " 起"
	}
	if m.changed() {
		state += "　有改动没有保存，保存后自 " + m.at.Chinese() + " 起使用"
	}
	p.header.SetSubtitle(state)
	rows := make(grid.Rows, len(m.text.Lines))
	for i, l := range m.text.Lines {
		kind := kindName(l.Mark)
		if m.text.Flaw(l) != "" {
			kind += "　有误"
		}
		rows[i] = []string{kind, p.reading(l)}
	}
	p.grid.SetSource(rows)
	p.grid.Select(m.line)
	p.fill(m.current())
}

// reading is a line with its figures as they now read.
func (p *draftPage) reading(l report.Line) string {
	var b strings.Builder
	for _, s := range p.model.text.Spans(l) {
		b.WriteString(s.Text)
	}
	return b.String()
}

// fill shows the line being edited.
func (p *draftPage) fill(l report.Line) {
	m := &p.model
	p.kind.SetValue(l.Mark)
	if p.text.Value() != l.Text {
		p.text.SetValue(l.Text)
	}
	p.text.SetProblem(m.text.Flaw(l))
	var offers []input.Option
	for _, o := range m.text.Offers() {
		offers = append(offers, input.Option{Value: o.Place(), Text: o.Name + "　" + o.Text})
	}
	p.insert.SetChoices(offers)
	p.chips.Objects = nil
	for i, written := range m.text.Places(l) {
		name, _, _ := strings.Cut(strings.Trim(written, "{}"), " ")
		p.chips.Add(kit.NewFilterChip(name+"　"+m.text.Says(written), nil, func() { p.drop(i) }))
	}
	if len(p.chips.Objects) == 0 {
		p.chips.Add(kit.Text("这一段没有指标。", kit.ColorSecondary))
	}
	p.chips.Refresh()
	p.reads.SetText(p.reading(l))
}

// Edit opens the editor for the text of the work report.
func (w *Workspace) Edit() {
	w.Content()
	if w.draft.content == nil {
		w.draft.content = w.draft.build()
	}
	if !w.draft.model.changed() {
		w.draft.model.open()
	}
	w.content.Objects = []fyne.CanvasObject{w.draft.content}
	w.content.Refresh()
}

// closeDraft goes back to the catalogue.
func (w *Workspace) closeDraft() {
	if w.draft.content == nil || w.content.Objects[0] == w.page {
		return
	}
	w.content.Objects = []fyne.CanvasObject{w.page}
	w.content.Refresh()
	w.model.build()
}

// Leave asks about unsaved changes of the text and calls then unless the user
// stays.
func (w *Workspace) Leave(then func()) {
	m := &w.draft.model
	if !m.changed() {
		then()
		return
	}
	kit.AskUnsaved(w.desk.Shell.Canvas(), "汇报文字的改动还没有保存。", func() {
		m.text = nil
		w.closeDraft()
		then()
	}, func() { m.save(then) })
}

// Save saves the text in the editor.
func (w *Workspace) Save() {
	if w.draft.content != nil && w.content.Objects[0] == w.draft.content {
		w.draft.model.save(func() {})
	}
}
