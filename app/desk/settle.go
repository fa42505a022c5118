package desk

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data/store"
)

// The two sides of a conflict, as choices.
const (
	storedSide = "已存"
	mineSide   = "这里"
)

// settleSize is the room for conflicts; more of them scroll.
var settleSize = fyne.NewSize(640, 320)

// askSettlement puts a conflict before the user, field by field: which value
// holds, the one somebody else has stored meanwhile or the one typed here.
func (d *Desk) askSettlement(c *store.Conflict, settle func([]store.Settlement), giveUp func()) {
	var rows []fyne.CanvasObject
	var choices [][]*input.Choice // by record and field
	for _, r := range c.Records {
		var own []*input.Choice
		for _, f := range sidesOf(r) {
			choice := input.NewChoice("用哪一个", nil, input.Option{Value: storedSide, Text: f.storedName}, input.Option{Value: mineSide, Text: f.mineName})
			choice.SetValue(storedSide)
			own = append(own, choice)
			rows = append(rows, kit.BoldText(f.label, kit.ColorText))
			for _, text := range []string{f.stored, f.mine} {
				if text != "" {
					rows = append(rows, kit.NewParagraph(text, kit.ColorText))
				}
			}
			rows = append(rows, choice)
		}
		choices = append(choices, own)
	}
	list := container.NewVScroll(kit.Pile(6, rows...))
	kit.Ask(d.Shell.Canvas(), kit.Question{
		Title:   "别人刚改过同样的内容",
		Text:    "下面各项在打开之后被别人改过，还没有保存。请逐项决定用哪一个。",
		Content: kit.Fixed(settleSize, list),
		Answers: []kit.Answer{
			{Text: "先不保存", Do: func() bool { giveUp(); return true }},
			{Text: "按所选保存", Do: func() bool {
				settle(c.Settle(func(record, field int) bool { return choices[record][field].Value() == mineSide }))
				return true
			}},
		},
		OnCancel: giveUp,
	})
}

// side is a field in conflict: the two values in full, empty where the choice says
// all, and how each is called in the choice.
type side struct{ label, stored, mine, storedName, mineName string }

func sidesOf(r store.ConflictRecord) []side {
	name := r.Kind.Label
	if r.Name != "" {
		name += "“" + r.Name + "”"
	}
	by := ""
	if r.Who != "" {
		by = fmt.Sprintf("（%s %s）", r.Who, r.At.Local().Format("2006.01.02 15:04"))
	}
	switch {
	case r.Gone:
		return []side{{label: name, storedName: "不要了，已被删除" + by, mineName: "放回去，按这里的内容保存"}}
	case r.Removing:
		return []side{{label: name, storedName: "留下，刚改过" + by, mineName: "仍然删除"}}
	}
	var list []side
	for _, f := range r.Fields {
		list = append(list, side{
			label: name + "的" + f.Field.Label, storedName: "已存的", mineName: "这里的",
			stored: "已存的" + by + "：" + orEmpty(f.Field.Show(f.Stored)), mine: "这里的：" + orEmpty(f.Field.Show(f.Mine)),
		})
	}
	return list
}

func orEmpty(text string) string {
	if text == "" {
		return "（空）"
	}
	return text
}
