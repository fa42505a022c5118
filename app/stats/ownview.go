package stats

import (
	"fmt"
	"slices"

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
	"huoshui/data/figure"
)

// ownView is the list of own figures with the form beside it.
type ownView struct {
	own    *own
	body   *fyne.Container
	grid   *grid.Grid
	panel  *kit.Panel
	hint   fyne.CanvasObject
	form   fyne.CanvasObject
	result *canvas.Text

	name, subject, whole, sum, period, share, note input.Field
	condition                                      *input.Area
	sums                                           *input.Choice
	away                                           *kit.Link // deletes what is stored
	typed                                          bool      // since the form was filled
}

// periods a figure of an office can look at.
var ownPeriods = []input.Option{
	{Value: "", Text: "时点当月（事项为当年）"},
	{Value: "年", Text: "当年"},
	{Value: "半年", Text: "当前半年"},
	{Value: "上年", Text: "上一年度"},
	{Value: "近年", Text: "近年（年数见设置）"},
	{Value: "届", Text: "本届以来"},
}

func (o *own) subtitle() string {
	if o.source.Book == nil {
		return ""
	}
	return fmt.Sprintf("共 %d 个　自己写口径的指标，数和名单都由口径得出", len(o.source.Own))
}

func (o *own) actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{copyAll(o.view.grid), kit.NewPrimary("新增 Ctrl+N", func() { o.begin(&data.OwnFigure{}) })}
}

func (o *own) filter() fyne.CanvasObject {
	if o.view == nil {
		o.view = newOwnView(o)
	}
	return nil
}

func (o *own) content() fyne.CanvasObject {
	o.filter()
	return o.view.body
}

func newOwnView(o *own) *ownView {
	v := &ownView{own: o, result: kit.BoldText("", kit.ColorText)}
	v.grid = grid.New([]grid.Column{
		{ID: "name", Title: "指标", Width: 200, Unsorted: true},
		{ID: "value", Title: "现值", Width: 150, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "before", Title: "上年同期", Width: 92, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "wording", Title: "口径", Width: 200, Flexible: true, Unsorted: true},
	}, grid.Rows(nil))
	v.grid.Empty = "还没有自定指标。按“新增”写第一个：选统计对象，写口径，当场看到数。"
	v.grid.Tone = v.tone
	v.grid.OnCopy = o.room.copied
	v.grid.OnSelect = v.selected
	v.grid.OnOpen = v.open
	v.grid.OnCell = func(row int, column string) {
		if column == "value" {
			v.open(row)
		}
	}
	v.hint = kit.NewParagraph("选一个指标，在这里改；按回车或点它的数看名单。", kit.ColorSecondary)
	v.form = v.newForm()
	v.panel = kit.NewCard(v.hint)
	v.body = kit.Beside([]float32{0.6}, v.grid, v.panel)
	return v
}

func (v *ownView) newForm() fyne.CanvasObject {
	name := input.NewText("指标名称")
	name.Required = true
	subject := input.NewChoice("统计对象", matches)
	subject.Required = true
	var subjects []string
	for _, s := range criteria.Subjects() {
		subjects = append(subjects, s.Label)
	}
	subject.SetChoices(choicesOf(subjects))
	v.condition = input.NewArea("口径", 3)
	v.condition.SetPlaceHolder("如：班子成员 = 是 且 性别 = 女；空为全部")
	whole := input.NewText("分母口径")
	whole.SetPlaceHolder("空则不算占比")
	whole.Help = "填“全部”即对象的全部"
	share := input.NewChoice("显示为", nil, input.Option{Value: "否", Text: "数"}, input.Option{Value: "是", Text: "占比（%）"})
	period := input.NewChoice("时段", nil, ownPeriods...)
	v.sums = input.NewChoice("求和的项", matches)
	note := input.NewText("说明")
	v.name, v.subject, v.whole, v.share, v.period, v.sum, v.note = name, subject, whole, share, period, v.sums, note
	for _, frame := range []*input.Frame{
		&name.Frame, &subject.Frame, &v.condition.Frame, &whole.Frame, &share.Frame, &period.Frame, &v.sums.Frame, &note.Frame,
	} {
		frame.OnChanged = func(string) { v.changed() }
	}
	form := input.NewForm(2)
	form.Add(name, 2)
	form.Add(subject, 1)
	form.Add(period, 1)
	form.Add(v.condition, 2)
	form.AddRow(kit.Row(8, kit.NewChip("＋ 条件", v.ask)))
	form.Add(whole, 1)
	form.Add(share, 1)
	form.Add(v.sums, 1)
	form.Add(note, 1)
	v.away = kit.NewQuietLink("停用", v.remove)
	save := kit.NewPrimary("保存 Ctrl+S", func() { v.own.save(func() {}) })
	buttons := kit.Row(12, v.away, layout.NewSpacer(), kit.NewButton("取消", v.cancel), save)
	return container.NewBorder(nil, kit.Pile(8, v.result, buttons), nil, nil, form.Scrolling())
}

// listed shows the list again, standing where one stood.
func (v *ownView) listed() {
	var rows grid.Rows
	at := max(0, v.grid.CursorRow())
	for i, f := range v.own.source.Own {
		rows = append(rows, v.own.row(f))
		if f.Record.Name == v.own.made {
			at = i
		}
	}
	v.own.made = ""
	v.grid.SetSource(rows)
	v.own.room.show(v.own)
	if !v.own.dirty() && len(rows) > 0 {
		v.grid.Select(min(at, len(rows)-1))
	}
	if len(rows) == 0 && v.own.editing == nil {
		v.panel.SetContent(v.hint)
	}
}

func (v *ownView) tone(row int, column string) fyne.ThemeColorName {
	switch {
	case v.own.source.Own[row].Err != nil && column != "name":
		return kit.ColorDoubt
	case column == "value":
		return kit.ColorOurs
	case column == "wording":
		return kit.ColorSecondary
	}
	return ""
}

// selected shows the figure one stands on, unless there is unsaved work.
func (v *ownView) selected(row int) {
	if row < 0 || row >= len(v.own.source.Own) || v.own.dirty() {
		return
	}
	record := *v.own.source.Own[row].Record
	v.fill(&record)
}

// open shows the people behind a figure.
func (v *ownView) open(row int) {
	f := v.own.source.Own[row]
	if f.Err != nil {
		v.own.room.desk.Shell.Say(kit.NoticeDoubt, data.Sentence(f.Err))
		return
	}
	v.own.leave(func() { v.own.room.desk.Shell.OpenFigure(f.Definition.ID) })
}

// fill puts a figure into the form.
func (v *ownView) fill(f *data.OwnFigure) {
	v.own.editing, v.typed = f, false
	v.name.SetValue(f.Name)
	v.subject.SetValue(f.Subject)
	v.condition.SetValue(string(f.Condition))
	v.whole.SetValue(string(f.Whole))
	v.share.SetValue(map[bool]string{true: "是", false: "否"}[f.Share])
	v.period.SetValue(f.Period)
	v.sum.SetValue(f.Sum)
	v.note.SetValue(string(f.Note))
	v.away.Hidden = f.ID == ""
	v.panel.SetContent(v.form)
	v.judge(false)
}

// typedIn is the figure as it stands in the form.
func (v *ownView) typedIn() *data.OwnFigure {
	was := v.own.editing
	return &data.OwnFigure{
		ID: was.ID, Since: was.Since, Until: was.Until, Name: v.name.Value(), Subject: v.subject.Value(), Condition: data.Long(v.condition.Value()),
		Whole: data.Long(v.whole.Value()), Share: v.share.Value() == "是", Sum: v.sum.Value(), Period: v.period.Value(), Note: data.Long(v.note.Value()),
	}
}

// changed is called with every letter typed.
func (v *ownView) changed() {
	v.typed = true
	v.judge(true)
}

// judge says in place what is wrong, or below it what the figure comes to. A
// form just opened is not scolded for being empty.
func (v *ownView) judge(aloud bool) {
	f := v.typedIn()
	v.offerSums(f)
	fields := map[string]input.Field{"name": v.name, "subject": v.subject, "condition": v.condition, "whole": v.whole, "sum": v.sum}
	wrong, sentence := v.own.problem(f)
	for key, field := range fields {
		switch {
		case key != wrong || !aloud && f.ID == "":
			field.SetProblem("")
		default:
			field.SetProblem(sentence)
		}
	}
	v.tell("")
	if sentence != "" {
		return
	}
	v.own.try(f, func(value figure.Value) {
		text := "时点 " + value.At.String() + value.At.Projected(v.own.room.desk.Store.Now()) + "：" + withUnit(value)
		if value.Definition.HasOf && !value.NoData {
			text += fmt.Sprintf("（%d/%d", value.Numerator, value.Denominator)
			if !value.Definition.Share {
				text += "，" + shareOf(value)
			}
			text += "）"
		}
		v.tell(text)
	})
}

// tell says what the figure comes to.
func (v *ownView) tell(text string) {
	v.result.Text = text
	v.result.Refresh()
}

// offerSums offers the numbers of the subject that can be added up.
func (v *ownView) offerSums(f *data.OwnFigure) {
	choices := []input.Option{{Value: "", Text: "（数人头、条数）"}}
	if s := criteria.SubjectNamed(f.Subject); s != nil {
		for i := range s.Fields {
			if s.Fields[i].Type == data.TypeInt {
				choices = append(choices, input.Option{Value: s.Fields[i].Label, Text: s.Fields[i].Label})
			}
		}
	}
	v.sums.SetChoices(choices)
}

// ask adds a condition chosen instead of typed.
func (v *ownView) ask() {
	subject := criteria.SubjectNamed(v.subject.Value())
	if subject == nil {
		v.subject.SetProblem("请先选统计对象。")
		return
	}
	check := func(c criteria.Criterion) error { return v.own.check(subject, c.String()) }
	v.own.room.asker(subject, check).Ask(nil, func(more criteria.Criterion) {
		old, err := criteria.Parse(v.condition.Value())
		if err != nil {
			return
		}
		parts := []criteria.Criterion{old, more}
		if len(old.All) > 0 {
			parts = append(slices.Clone(old.All), more)
		}
		v.condition.SetValue(criteria.And(parts...).String())
		v.changed()
	})
}

func (v *ownView) remove() {
	f := v.own.editing
	q := desk.WhenOf(f).Stop()
	q.Note += "停用以后，用到它的材料里会缺这个数。"
	v.own.room.desk.AskWhen(q, func(since data.Month) { v.own.remove(f, since) })
}

// cancel takes back what was typed.
func (v *ownView) cancel() {
	v.typed, v.own.editing = false, nil
	v.panel.SetContent(v.hint)
	v.listed()
}

// begin opens the form on a new figure.
func (o *own) begin(f *data.OwnFigure) {
	o.leave(func() {
		o.filter()
		o.view.fill(f)
		o.view.name.Focus()
	})
}

// dirty reports unsaved work.
func (o *own) dirty() bool { return o.view != nil && o.editing != nil && o.view.typed }

// save keeps what is typed, unless something is wrong with it, and then goes on.
func (o *own) save(then func()) {
	if o.view == nil || o.editing == nil {
		return
	}
	f := o.view.typedIn()
	o.view.judge(true)
	if _, sentence := o.problem(f); sentence != "" {
		o.room.desk.Shell.Say(kit.NoticeProblem, sentence)
		return
	}
	if f.ID == "" {
		o.write(f, 0, then)
		return
	}
	o.room.desk.AskWhen(desk.WhenOf(o.editing), func(since data.Month) { o.write(f, since, then) })
}

// leave asks about unsaved work, then goes on unless the user stays.
func (o *own) leave(then func()) {
	if !o.dirty() {
		then()
		return
	}
	kit.AskUnsaved(o.room.desk.Shell.Canvas(), "指标“"+o.view.name.Value()+"”的改动还没有保存。", func() {
		o.view.cancel()
		then()
	}, func() { o.save(then) })
}
