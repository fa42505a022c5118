package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
	"huoshui/data/batch"
)

// doubtSize is the room for the warnings; more of them scroll.
var doubtSize = fyne.NewSize(560, 160)

// askAnyway shows what speaks against appointments and goes on when the user wants
// them all the same.
func (d *Desk) askAnyway(doubt *batch.Doubt, anyway, giveUp func()) {
	list := container.NewVBox()
	for _, w := range doubt.Warnings {
		list.Add(kit.NewParagraph(w.String(), theme.ColorNameForeground))
	}
	kit.Ask(d.Shell.Canvas(), kit.Question{
		Title:   "任职前请核对",
		Text:    "下面的情况与这次任免不符，还没有登记。",
		Content: kit.Fixed(doubtSize, container.NewVScroll(list)),
		Answers: []kit.Answer{
			{Text: "返回修改", Do: func() bool { giveUp(); return true }},
			{Text: "仍要登记", Do: func() bool { anyway(); return true }},
		},
		OnCancel: giveUp,
	})
}
