package filter

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Line shows the conditions of a list: a chip for each condition, a button to
// add one, and, when the user asks for it, all conditions as one sentence to
// edit.
type Line struct {
	Content *fyne.Container
	Text    *input.Text // the sentence
	// Before and After give the chips that stand before and behind those of the
	// conditions.
	Before, After func() []*kit.Chip
	// OnResize is called when the line may have grown or shrunk.
	OnResize func()

	asker      *Asker
	conditions *Conditions
	chips      *fyne.Container
}

// NewLine makes the line for conditions. example is a sample sentence for the
// user.
func NewLine(c *Conditions, a *Asker, example string) *Line {
	l := &Line{asker: a, conditions: c, chips: kit.Flow(), Text: input.NewText("")}
	l.Before, l.After = func() []*kit.Chip { return nil }, func() []*kit.Chip { return nil }
	l.OnResize = func() {}
	l.Text.SetPlaceHolder("例如：" + example + "　（回车查看）")
	l.Text.OnEnter = l.written
	l.Text.Hide()
	l.Content = kit.Pile(8, l.chips, l.Text)
	return l
}

// Update shows the current conditions.
func (l *Line) Update() {
	l.chips.Objects = nil
	for _, c := range l.Before() {
		l.chips.Add(c)
	}
	for i, c := range l.conditions.Parts {
		l.chips.Add(kit.NewFilterChip(chipText(c), func() { l.edit(i, c) }, func() { l.conditions.Remove(i) }))
	}
	l.chips.Add(kit.NewChip("＋ 条件", func() { l.asker.Ask(nil, l.conditions.Add) }))
	for _, c := range l.After() {
		l.chips.Add(c)
	}
	l.Text.SetValue(l.conditions.Where().String())
	l.Text.SetProblem("")
	l.arrange()
}

func (l *Line) arrange() {
	l.Content.Refresh()
	l.OnResize()
}

// edit changes a condition: a plain one field by field, any other in words.
func (l *Line) edit(i int, c criteria.Criterion) {
	if c.Field == "" || l.asker.field(c.Field) == nil {
		l.ShowText()
		return
	}
	l.asker.Ask(&c, func(changed criteria.Criterion) { l.conditions.Replace(i, changed) })
}

// ToggleText shows or hides the sentence.
func (l *Line) ToggleText() {
	if l.Text.Visible() {
		l.Text.Hide()
		l.arrange()
		return
	}
	l.ShowText()
}

// ShowText shows the sentence and moves the focus there.
func (l *Line) ShowText() {
	l.Text.Show()
	l.arrange()
	l.Text.Focus()
}

// TextAction returns the Chinese name of what ToggleText would do now.
func (l *Line) TextAction() string {
	if l.Text.Visible() {
		return "收起文字条件"
	}
	return "用文字写条件"
}

// written reads the sentence and shows the problem below it.
func (l *Line) written(text string) {
	if err := l.conditions.Write(text); err != nil {
		l.Text.SetProblem(data.Sentence(err))
		l.arrange()
	}
}
