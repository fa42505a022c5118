package settings

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
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

// bands is the page for cohorts, age bands and spans of years. It shows for
// each one what uses it.
type bands struct {
	room    *Workspace
	list    []band
	book    criteria.Book
	editing *band // what the form shows; nil for nothing
	made    string

	content fyne.CanvasObject
	grid    *grid.Grid
	side    *kit.Panel
	hint    fyne.CanvasObject
	form    fyne.CanvasObject

	name, from, until, source *input.Text
	section                   *input.Choice
	uses                      *kit.Paragraph
	restore                   *kit.Button
}

func newBands(w *Workspace) *bands {
	b := &bands{room: w}
	b.grid = grid.New([]grid.Column{
		{ID: "section", Title: "分组", Width: 100, Unsorted: true},
		{ID: "name", Title: "名称", Width: 106, Unsorted: true},
		{ID: "bound", Title: "界限", Width: 196, Unsorted: true},
		{ID: "uses", Title: "用在", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "source", Title: "依据", Width: 170, Flexible: true, Unsorted: true},
		{ID: "state", Title: "状态", Width: 104, Unsorted: true},
	}, grid.Rows(nil))
	b.grid.Tone = b.tone
	b.grid.OnSelect = b.selected
	b.hint = kit.NewParagraph("选一行，在这里改。", kit.ColorSecondary)
	b.form = b.newForm()
	b.side = kit.NewCard(b.hint)
	b.content = container.New(sideLayout{}, b.grid, b.side)
	return b
}

func (b *bands) newForm() fyne.CanvasObject {
	b.name, b.from, b.until, b.source = input.NewText("名称"), input.NewNumber(""), input.NewNumber(""), input.NewText("依据")
	b.name.Required = true
	var choices []input.Option
	for _, s := range sections {
		choices = append(choices, input.Option{Value: s.name, Text: s.name})
	}
	b.section = input.NewChoice("分组", nil, choices...)
	b.section.OnChanged = func(section string) {
		b.editing.Section = section
		subject, field := fieldOf(section)
		b.editing.Subject, b.editing.span.Field = subject, field.Label
		b.label()
	}
	b.source.SetPlaceHolder("如 本单位设置")
	b.uses = kit.NewParagraphSized("", kit.ColorSecondary, kit.SizeSmall)
	b.restore = kit.NewButton("恢复默认", b.takeBack)
	form := input.NewForm(2)
	form.Add(b.section, 2)
	form.Add(b.name, 2)
	form.Add(b.from, 1)
	form.Add(b.until, 1)
	form.Add(b.source, 2)
	form.AddRow(b.uses)
	foot := container.New(layout.NewCustomPaddedLayout(10, 0, 0, 0), kit.Row(8, layout.NewSpacer(), b.restore, kit.NewPrimary("保存", b.save)))
	return container.NewBorder(nil, foot, nil, nil, form.Scrolling())
}

// show lists the bands; the one just written, or stood on, stays chosen.
func (b *bands) show(list []band, book criteria.Book) {
	at := max(0, b.grid.CursorRow())
	b.list, b.book = list, book
	var rows grid.Rows
	for i, x := range list {
		rows = append(rows, []string{x.Section, x.Name, x.bound(), fmt.Sprintf("%d 处", len(x.uses)), x.Source, stateOf(x)})
		if x.Name == b.made {
			at = i
		}
	}
	b.made = ""
	b.grid.SetSource(rows)
	b.grid.Select(min(at, len(list)-1))
}

func stateOf(x band) string {
	switch {
	case x.changed:
		return "本单位已改"
	case x.record != nil:
		return "本单位新增"
	}
	return "随程序"
}

func (b *bands) tone(row int, column string) fyne.ThemeColorName {
	switch {
	case column == "state" && b.list[row].record != nil:
		return kit.ColorOurs
	case column == "source" || column == "state":
		return kit.ColorSecondary
	}
	return ""
}

func (b *bands) selected(row int) {
	if row < 0 || row >= len(b.list) {
		b.side.SetContent(b.hint)
		return
	}
	chosen := b.list[row]
	b.fill(&chosen)
}

// begin opens the form on a new band.
func (b *bands) begin() {
	x := &band{bounded: true}
	x.Section, x.Source = "年龄段", "本单位设置"
	var field *criteria.Field
	x.Subject, field = fieldOf(x.Section)
	x.span = criteria.Span{Field: field.Label, From: criteria.OpenBelow, Until: criteria.OpenAbove}
	b.fill(x)
	b.name.Focus()
}

func (b *bands) fill(x *band) {
	b.editing = x
	b.section.SetValue(x.Section)
	b.section.SetReadOnly(x.Name != "")
	b.name.SetValue(x.Name)
	b.name.SetReadOnly(x.Name != "") // figures name it
	b.source.SetValue(x.Source)
	b.from.SetReadOnly(!x.bounded)
	b.until.SetReadOnly(!x.bounded)
	from, until := "", ""
	if x.bounded {
		from, until = boundTexts(x.Subject.Field(x.span.Field), x.span)
	}
	b.from.SetValue(from)
	b.until.SetValue(until)
	for _, f := range []input.Field{b.name, b.from, b.until} {
		f.SetProblem("")
	}
	b.label()
	b.restore.SetText("恢复默认")
	b.restore.Hidden = x.record == nil
	if x.record != nil && !x.shipped {
		b.restore.SetText("删除")
	}
	b.side.SetContent(b.form)
}

// label names the bounds as the section's field wants them.
func (b *bands) label() {
	x := b.editing
	first, last := "满（岁）", "不满（岁）"
	if x.bounded {
		f := x.Subject.Field(x.span.Field)
		if f.Type == data.TypeMonth {
			first, last = "出生年月自", "出生年月至"
		} else if unit := unitOf(f); unit != "岁" {
			first, last = "满（"+unit+"）", "不满（"+unit+"）"
		}
	}
	b.from.Label, b.until.Label = first, last
	b.from.Refresh()
	b.until.Refresh()
	text := "没有指标、目标或名单用到它。"
	if len(x.uses) > 0 {
		text = fmt.Sprintf("用在 %d 处，改了都跟着变：%s", len(x.uses), strings.Join(x.uses, "、"))
	}
	if !x.bounded {
		text = "口径：" + x.Where.String() + "。写法不止上下限，不在这里改。\n" + text
	}
	for _, s := range sections {
		if s.name == x.Section {
			text = s.serves + "。\n" + text
		}
	}
	b.uses.SetText(text)
}

// save keeps the band as the office's own.
func (b *bands) save() {
	x := b.editing
	if x == nil || !x.bounded {
		return
	}
	for _, f := range []input.Field{b.name, b.from, b.until} {
		f.SetProblem("")
	}
	name := strings.TrimSpace(b.name.Value())
	if _, taken := b.book[name]; name == "" || taken && x.Name == "" {
		b.name.SetProblem("名称不能为空，也不能与已有的口径重名。")
		return
	}
	field := x.Subject.Field(x.span.Field)
	span, err := readBounds(field, b.from.Value(), b.until.Value())
	if err != nil {
		b.from.SetProblem(data.Sentence(err))
		return
	}
	record := &data.Criterion{
		Name: name, Subject: x.Subject.Label, Condition: data.Long(span.Criterion(field).String()),
		Source: strings.TrimSpace(b.source.Value()), Section: x.Section,
	}
	b.made = name
	base := x.record
	if base != nil {
		record.ID, record.Since, record.Until = base.ID, base.Since, base.Until
	}
	save := func(since data.Month) {
		b.change("修改"+x.Section+"“"+name+"”", "已保存“"+name+"”。", func(ctx context.Context, tx *store.Tx) error {
			if base != nil {
				return tx.MergeFrom(ctx, base, record, since)
			}
			record.Since = since
			return tx.Add(ctx, record)
		})
	}
	if base == nil && !x.shipped { // there was nothing before it
		save(0)
		return
	}
	b.room.desk.AskWhen(desk.WhenOf(record), save)
}

// takeBack goes back to what comes with the program, or takes away what the
// office has added, unless something rests on it.
func (b *bands) takeBack() {
	x := b.editing
	if x == nil || x.record == nil {
		return
	}
	what, said := "恢复默认“"+x.Name+"”", "“"+x.Name+"”已恢复为随程序的界限。"
	if !x.shipped {
		if len(x.uses) > len(partsOf(x.Section)) {
			b.name.SetProblem("还有" + x.uses[len(x.uses)-1] + "等用到它，不能删除。")
			return
		}
		what, said = "删除"+x.Section+"“"+x.Name+"”", "已删除“"+x.Name+"”。"
	}
	record := x.record
	b.room.desk.AskWhen(desk.WhenOf(record).Stop(), func(since data.Month) {
		b.change(what, said, func(ctx context.Context, tx *store.Tx) error { return tx.RemoveFrom(ctx, record, since) })
	})
}

func (b *bands) change(what, said string, do func(context.Context, *store.Tx) error) {
	d := b.room.desk
	d.Write(what, do, func() {
		d.Shell.Say(kit.NoticeGood, said)
		b.room.Refresh()
	})
}

// sideLayout places the form beside the list.
type sideLayout struct{}

const sideWidth = 340

// Layout implements fyne.Layout.
func (sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width-sideWidth-12, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(sideWidth, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-sideWidth, 0))
}

// MinSize implements fyne.Layout.
func (sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width+sideWidth, objects[0].MinSize().Height)
}

// partsOf are the tables parted by a section, which no band is kept for.
func partsOf(section string) []string {
	for _, s := range sections {
		if s.name == section {
			return s.parts
		}
	}
	return nil
}
