package filter

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
)

// entry is the input for the values of a condition.
type entry interface {
	content() fyne.CanvasObject
	values() []string
}

// fewChoices can all be shown at once; more are searched.
const fewChoices = 40

// newEntry makes the input that suits a field and a comparison.
func newEntry(f *criteria.Field, op criteria.Op, offered, values []string) entry {
	switch {
	case f.Type == data.TypeBool:
		return newChips([]string{"是", "否"}, orFirst(values, "是"), true)
	case many(op) && len(offered) > fewChoices:
		return newPicked(offered, values)
	case many(op) && len(offered) > 0:
		return newChips(offered, values, false)
	case many(op):
		return newTyped(input.NewText("值，几个之间用“、”"), strings.Join(values, "、"))
	case f.Type == data.TypeMonth:
		return newTyped(input.NewMonth("年月", readMonth), strings.Join(values, ""))
	case f.Type == data.TypeDate:
		return newTyped(input.NewNumber("日期，如 1990.01.31"), strings.Join(values, ""))
	case f.Type == data.TypeInt:
		return newTyped(input.NewNumber("数"), strings.Join(values, ""))
	}
	return newTyped(input.NewText("文字"), strings.Join(values, ""))
}

func orFirst(values []string, first string) []string {
	if len(values) == 0 {
		return []string{first}
	}
	return values
}

func readMonth(text string) (string, error) {
	m, err := data.ParseMonth(text)
	return m.String(), err
}

// nothing is the input of a comparison that needs no value.
type nothing struct{}

func (nothing) content() fyne.CanvasObject { return layout.NewSpacer() }
func (nothing) values() []string           { return nil }

// typed is an input line for typing.
type typed struct{ field input.Field }

func newTyped(field input.Field, value string) typed {
	field.SetValue(value)
	return typed{field}
}

func (t typed) content() fyne.CanvasObject { return kit.Pile(0, t.field) }

func (t typed) values() []string {
	return strings.FieldsFunc(t.field.Value(), func(r rune) bool { return r == '、' || r == '，' || r == ';' || r == '；' })
}

// chips are options that the user switches on and off.
type chips struct {
	all    []*kit.Chip
	single bool
}

func newChips(offered, values []string, single bool) *chips {
	c := &chips{single: single}
	for _, text := range offered {
		var chip *kit.Chip
		chip = kit.NewChip(text, func() { c.toggle(chip) })
		chip.Selected = slices.Contains(values, text)
		c.all = append(c.all, chip)
	}
	return c
}

func (c *chips) toggle(chip *kit.Chip) {
	if c.single {
		for _, other := range c.all {
			other.SetSelected(other == chip)
		}
		return
	}
	chip.SetSelected(!chip.Selected)
}

func (c *chips) content() fyne.CanvasObject {
	flow := kit.Flow()
	for _, chip := range c.all {
		flow.Add(chip)
	}
	return kit.Scroll(flow)
}

func (c *chips) values() []string {
	var values []string
	for _, chip := range c.all {
		if chip.Selected {
			values = append(values, chip.Text)
		}
	}
	return values
}

// picked are options that the user searches for one after another.
type picked struct {
	search *input.Choice
	flow   *fyne.Container
	chosen []string
}

func newPicked(offered, values []string) *picked {
	p := &picked{flow: kit.Flow()}
	choices := make([]input.Option, len(offered))
	for i, text := range offered {
		choices[i] = input.Option{Value: text, Text: text}
	}
	p.search = input.NewChoice("值（可选多个）", byReading(), choices...)
	p.search.SetPlaceHolder("输入文字或拼音首字母，选中的列在下面")
	p.search.OnChanged = p.add
	for _, v := range values {
		p.add(v)
	}
	return p
}

func (p *picked) add(value string) {
	p.search.SetValue("")
	if value == "" || slices.Contains(p.chosen, value) {
		return
	}
	p.chosen = append(p.chosen, value)
	p.show()
}

func (p *picked) remove(value string) {
	p.chosen = slices.DeleteFunc(p.chosen, func(v string) bool { return v == value })
	p.show()
}

func (p *picked) show() {
	p.flow.Objects = nil
	for _, v := range p.chosen {
		p.flow.Add(kit.NewFilterChip(v, nil, func() { p.remove(v) }))
	}
	p.flow.Refresh()
}

func (p *picked) content() fyne.CanvasObject {
	return container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 6, 0, 0), p.search), nil, nil, nil, kit.Scroll(p.flow))
}

func (p *picked) values() []string { return p.chosen }

// byReading matches choices by their text or by the initials of its reading.
func byReading() input.Match {
	initials := map[string]string{}
	return func(c input.Option, typed string) bool {
		first, ok := initials[c.Text]
		if !ok {
			_, first = data.Pinyin(c.Text)
			first = strings.ToLower(first)
			initials[c.Text] = first
		}
		typed = strings.ToLower(typed)
		return strings.Contains(strings.ToLower(c.Text), typed) || strings.Contains(first, typed)
	}
}
