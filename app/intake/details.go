package intake

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/data/exchange"
)

// selected shows the details of a row at the side.
func (w *Workspace) selected(i int) {
	w.column = ""
	if i < 0 || i >= len(w.model.rows) {
		w.side.SetTitle("说明")
		w.side.SetContent(kit.Scroll(kit.NewParagraph(guide, kit.ColorSecondary)))
		return
	}
	switch r := w.model.rows[i]; {
	case r.line != nil:
		w.side.SetTitle(r.line.Title)
		w.side.SetContent(w.settling(r.line))
	case r.item != nil:
		w.side.SetTitle(r.item.Name)
		w.side.SetContent(kit.Scroll(w.details(r.item)))
	default:
		w.side.SetTitle("不能导入")
		w.side.SetContent(kit.Scroll(lines(r.cells[0], r.cells[2], "其余的不受影响。改正后可再导入一次，已导入的不会重复。")))
	}
}

const guide = "导入先出比对结果：新增、逐项变更、无变化、待定、不能导入。文件里空着的项不会抹去库里已有的内容。确认后一次写入，可整批撤回。名册的列可以是任意顺序，要有“姓名”一列。"

func lines(texts ...string) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, text := range texts {
		if text != "" {
			objects = append(objects, kit.NewParagraph(text, kit.ColorText))
		}
	}
	return kit.Pile(8, objects...)
}

func (w *Workspace) details(item *exchange.Item) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.NewParagraphSized(item.File, kit.ColorSecondary, kit.SizeSmall)}
	if item.State == exchange.New || item.State == exchange.Ask {
		objects = append(objects, kit.NewParagraph(item.About(), kit.ColorText))
	}
	label := ""
	for _, d := range item.Differences {
		before := d.Before
		if before == "" {
			before = "（空）"
		}
		if d.Label != label {
			label = d.Label
			objects = append(objects, kit.BoldText(label, kit.ColorText))
		}
		objects = append(objects, kit.NewParagraph(before+" → "+d.After, kit.ColorText))
	}
	for _, doubt := range item.Doubts {
		objects = append(objects, kit.NewParagraph(doubt, kit.ColorDoubt))
	}
	if item.State == exchange.Ask {
		objects = append(objects, w.asking(item)...)
	}
	return kit.Pile(8, objects...)
}

// asking lets the user say whose form it is.
func (w *Workspace) asking(item *exchange.Item) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.BoldText("这份表是谁的？", kit.ColorText)}
	for _, c := range item.Candidates {
		objects = append(objects, kit.NewParagraph("库中的"+c.Name+"："+c.About, kit.ColorText),
			kit.Row(0, kit.NewButton("是这个人", func() { w.model.decide(item, c.ID) })))
	}
	return append(objects, kit.Row(0, kit.NewButton("不是库中的人，作为新人", func() { w.model.decide(item, "") })))
}
