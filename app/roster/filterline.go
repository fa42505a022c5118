package roster

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
)

// filterLine shows what narrows the list: a chip for each condition, the ways
// to add one, and, on demand, all of it as one sentence to be written.
type filterLine struct {
	room    *Workspace
	content *fyne.Container
	chips   *fyne.Container
	text    *kit.TextField
	common  *kit.Chip
}

func newFilterLine(w *Workspace) *filterLine {
	f := &filterLine{room: w, chips: kit.Flow(), text: kit.NewTextField("")}
	f.text.SetPlaceHolder("例如：年龄 < 36 且 职务层次 属于 乡科级正职、乡科级副职　（回车查看）")
	f.text.OnEnter = f.written
	f.text.Hide()
	f.content = kit.Pile(8, f.chips, f.text)
	f.update()
	return f
}

// update shows the conditions as they now are.
func (f *filterLine) update() {
	m := f.room.model
	f.chips.Objects = nil
	add := func(c *kit.Chip) { f.chips.Add(c) }
	if m.scope != nil {
		add(kit.NewFilterChip(m.scope.text(), nil, m.leaveScope))
	}
	if m.search != "" {
		add(kit.NewFilterChip("搜索 "+m.search, nil, func() { m.find("") }))
	}
	for i, c := range m.parts {
		add(kit.NewFilterChip(chipText(c), func() { f.edit(i, c) }, func() { m.remove(i) }))
	}
	add(kit.NewChip("＋ 条件", func() { f.room.ask(nil, m.add) }))
	f.common = kit.NewChip("常用口径 ▼", func() { kit.ShowMenuBelow(f.common, f.saved()...) })
	add(f.common)
	if len(m.parts) > 0 {
		add(kit.NewChip("存为口径", f.room.askSave))
	}
	f.text.SetValue(m.where().String())
	f.text.SetProblem("")
	f.arrange()
}

// arrange lays the page out anew: the line may have grown or shrunk.
func (f *filterLine) arrange() {
	f.content.Refresh()
	if page := f.room.page; page != nil {
		page.Layout.Layout(page.Objects, page.Size())
	}
}

// edit changes a condition: a plain one field by field, any other in words.
func (f *filterLine) edit(i int, c criteria.Criterion) {
	if c.Field == "" || criteria.SubjectNamed("cadre").Field(c.Field) == nil {
		f.showText()
		return
	}
	f.room.ask(&c, func(changed criteria.Criterion) { f.room.model.replace(i, changed) })
}

func (f *filterLine) toggleText() {
	if f.text.Visible() {
		f.text.Hide()
		f.arrange()
		return
	}
	f.showText()
}

func (f *filterLine) showText() {
	f.text.Show()
	f.arrange()
	f.text.Focus()
}

// written reads the sentence; what is wrong with it stands beneath it.
func (f *filterLine) written(text string) {
	if err := f.room.model.write(text); err != nil {
		f.text.SetProblem(data.Sentence(err))
		f.arrange()
	}
}

// saved is the menu of criteria that have a name, and of what else one can do
// with conditions.
func (f *filterLine) saved() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range f.room.model.savedNames() {
		items = append(items, fyne.NewMenuItem(name, func() { f.room.model.add(criteria.Meets(name)) }))
	}
	words := "用文字写条件"
	if f.text.Visible() {
		words = "收起文字条件"
	}
	all := fyne.NewMenuItem("去掉全部条件", f.room.model.clear)
	all.Disabled = !f.room.model.narrowed()
	return append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(words, f.toggleText), all)
}
