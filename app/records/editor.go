package records

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/exchange/sheet"
)

// editor is the form beside the list, for an existing or a new record.
type editor struct {
	room  *Workspace
	panel *kit.Panel
	list  *list
	form  *form.Form
	base  any // the record as stored; nil for a new one
	blank any // what the draft was before anything was typed
	names *sheet.Names

	resume map[string]string // what a draft says, to be put over the record

	tried *kit.Paragraph // what the record would lead to
	body  *fyne.Container

	asking, trying desk.Latest
	saving         desk.Saving
}

func newEditor(w *Workspace) *editor {
	e := &editor{room: w, panel: kit.NewPanel("", nil, container.NewWithoutLayout())}
	e.panel.Hide()
	return e
}

// shown reports whether a record stands in the form.
func (e *editor) shown() bool { return e.panel.Visible() }

// add opens the form on a new record.
func (e *editor) add(l *list) { e.ask(l, "") }

// open opens the form on a stored record.
func (e *editor) open(l *list, id string) {
	if id != "" {
		e.ask(l, id)
	}
}

// material is the data for the form.
type material struct {
	names  *sheet.Names
	record any
}

// ask reads the record, or none for a new one, and the records it may refer
// to.
func (e *editor) ask(l *list, id string) {
	db, at := e.room.desk.Store, e.room.desk.At
	desk.Ask(e.room.desk, &e.asking, func(ctx context.Context) (m material, err error) {
		if m.names, err = sheet.ReadNames(ctx, db, l.kind, at); err != nil || id == "" {
			return m, err
		}
		m.record, err = l.read1(ctx, db, id)
		return m, err
	}, func(m material) {
		e.names, e.list, e.base = m.names, l, m.record
		e.show()
	})
}

// show puts the record into a form of its kind.
func (e *editor) show() {
	e.form = form.New(e.list.kind, e.choose)
	e.form.OnChanged = func(string) {
		e.form.Doubt(doubts(e.list.kind, e.form.Draft().Record))
		e.keep()
		e.try()
	}
	e.fresh()
	title := "新增" + e.list.kind.Label
	if e.base != nil {
		title = e.list.kind.Label
	}
	e.panel.SetTitle(title)
	e.tried = kit.NewParagraph("", kit.ColorOurs)
	e.body = container.NewBorder(nil, kit.Pile(4, e.tried, e.foot()), nil, nil, e.form.Grid(2).Scrolling())
	e.panel.SetContent(e.body)
	e.room.besides(true)
	e.try()
	e.focusFirst()
}

// try says what the record would lead to if it were saved as it stands.
func (e *editor) try() {
	if e.room.Try == nil || e.form.Draft().Faulty() {
		return
	}
	record, at := data.Clone(e.form.Draft().Record), e.room.desk.At
	desk.Try(&e.trying, e.room.desk.Run, func(ctx context.Context) (string, error) {
		return e.room.Try(ctx, at, record)
	}, func(text string, err error) {
		if err != nil { // a sentence about what is typed, not a failure
			text = data.Sentence(err)
		}
		e.tried.SetText(text)
		e.body.Refresh() // the text may need another line
	})
}

// fresh puts the stored record, or an empty one, into the form.
func (e *editor) fresh() {
	record := e.list.kind.New()
	if e.base != nil {
		record = data.Clone(e.base)
	}
	e.blank = data.Clone(record)
	draft := form.NewDraft(record)
	draft.Whole = true
	fill(draft, e.resume)
	e.resume = nil
	e.form.Show(draft)
}

func (e *editor) focusFirst() {
	for i := range e.list.kind.Fields {
		if entry := e.form.Input(e.list.kind.Fields[i].Key); entry != nil {
			entry.Focus()
			return
		}
	}
}

// foot are the ways on from the form; references lead to what they refer to.
func (e *editor) foot() fyne.CanvasObject {
	save := kit.NewPrimary("保存 Ctrl+S", e.save)
	cancel := kit.NewButton("关闭", func() { e.leave(func() {}) })
	line := []fyne.CanvasObject{}
	if e.base != nil {
		line = append(line, kit.NewQuietLink("删除", func() { e.room.askRemove([]string{data.IDOf(e.base)}) }))
		for _, way := range e.room.ways(e.list.kind, e.base) {
			line = append(line, kit.NewQuietLink(way.text, way.do))
		}
	}
	line = append(line, layout.NewSpacer(), cancel, save)
	return container.New(layout.NewCustomPaddedLayout(10, 0, 0, 0), kit.Row(12, line...))
}

// choose offers the records a reference may point to.
func (e *editor) choose(f *data.Field) []input.Option { return choices(e.names.List(f.Kind), byID) }

func byID(n sheet.Named) string { return n.ID }

func choices(named []sheet.Named, value func(sheet.Named) string) []input.Option {
	list := make([]input.Option, len(named))
	for i, n := range named {
		text := n.Name
		if n.Note != "" {
			text += "　" + n.Note
		}
		list[i] = input.Option{Value: value(n), Text: text}
	}
	return list
}

// doubts are what one should look at again although it can be stored, or
// cannot for a reason only the whole record shows.
func doubts(kind *data.Kind, record any) map[string]string {
	since, until := kind.Field("since"), kind.Field("until")
	if since == nil || until == nil {
		return nil
	}
	if to := until.Value(record).(int64); to != 0 && to < since.Value(record).(int64) {
		return map[string]string{"until": "“" + until.Label + "”早于“" + since.Label + "”"}
	}
	return nil
}

// dirty reports whether something typed would be lost.
func (e *editor) dirty() bool {
	if !e.shown() {
		return false
	}
	e.form.Settle()
	return e.form.Draft().Faulty() || !data.Equal(e.form.Draft().Record, e.blank)
}

// save writes the record. After a new one the form is ready for the next.
func (e *editor) save() { e.saveThen(nil) }

func (e *editor) saveThen(then func()) {
	switch {
	case !e.shown():
		return
	case !e.form.Check():
		e.room.desk.Shell.Say(kit.NoticeProblem, "有一项填得不对，没有保存；已转到该项。")
		return
	}
	save := func(since data.Month) {
		e.saving.Do(func(end func()) { e.saveNow(since, then, end) })
	}
	switch record := e.form.Draft().Record; {
	case !data.NeedsMonth(e.base, record):
		save(0)
	case e.base == nil:
		e.room.desk.AskWhen(desk.WhenOf(record).Begin(), save)
	default:
		e.room.desk.AskWhen(desk.WhenOf(e.base), save)
	}
}

// saveNow writes what stands in the form, a changed rule from a month on, unless
// a save before this one has done so.
func (e *editor) saveNow(since data.Month, then, end func()) {
	if !e.shown() || e.base == nil && !e.dirty() {
		end()
		if then != nil {
			then()
		}
		return
	}
	l, base, draft, f := e.list, e.base, e.draftID(), e.form
	record := data.Clone(f.Draft().Record)
	written := data.Clone(record)
	l.save(record, base, since, func() {
		e.room.keeper.Drop(draft)
		e.room.made = data.IDOf(record)
		e.room.desk.Shell.Say(kit.NoticeGood, "已保存。Ctrl+Z 撤销")
		f.Settle()
		switch {
		case e.form != f: // another record stands there by now
		case !data.Equal(f.Draft().Record, written): // typed on meanwhile: that is a change of what is stored now
			e.base, e.blank = record, data.Clone(record)
			f.Draft().Follow(written, record)
			if !data.Equal(written, record) { // somebody else has changed it too
				f.Show(f.Draft())
			}
			e.keep()
		case then != nil || base != nil:
			e.close()
		default:
			e.room.desk.Shell.Say(kit.NoticeGood, "已新增一条"+l.kind.Label+"，可以接着填下一条；Esc 关闭。")
			e.fresh()
			e.focusFirst()
		}
		end()
		if then != nil {
			then()
		}
	}, end)
}

// leave closes the form, asking first when something would be lost.
func (e *editor) leave(then func()) {
	if !e.dirty() {
		e.close()
		then()
		return
	}
	kit.AskUnsaved(e.room.desk.Shell.Canvas(), "这条"+e.list.kind.Label+"还没有保存。", func() {
		e.room.keeper.Drop(e.draftID())
		e.close()
		then()
	}, func() { e.saveThen(then) })
}

func (e *editor) close() {
	if e.shown() {
		e.form, e.base = nil, nil
		e.room.besides(false)
		e.room.focusList()
	}
}
