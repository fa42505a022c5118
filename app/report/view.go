package report

import (
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
)

// Workspace shows the papers.
type Workspace struct {
	model   model
	desk    *desk.Desk
	header  *kit.PageHeader
	tabs    *kit.Tabs
	preview *kit.Preview
	side    *kit.Panel
	content fyne.CanvasObject
}

// New makes the workspace.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: model{desk: d}}
	w.model.onChange = w.update
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		var names []string
		for _, k := range kinds {
			names = append(names, k.name)
		}
		w.header = kit.NewPageHeader("材料报告", "", kit.NewPrimary("存为文件…", w.save))
		w.tabs = kit.NewTabs(func(i int) {
			w.model.kind = i
			w.model.build()
		}, names...)
		w.preview = kit.NewPreview(nil, w.desk.Shell.OpenFigure)
		w.side = kit.NewPanel("", nil, kit.Pile(8))
		w.content = kit.NewPage(w.header, w.tabs, w.preview, w.side)
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.build() }

// save asks for the file to save the paper to.
func (w *Workspace) save() {
	if w.model.paper != nil {
		w.desk.Files.Save("存为文件", w.model.fileName(), w.model.save)
	}
}

func (w *Workspace) update() {
	if w.content == nil {
		return
	}
	w.header.SetSubtitle(fmt.Sprintf("时点 %s　红色的数可以点开看名单", w.desk.At.Chinese()))
	w.preview.SetBlocks(w.model.blocks())
	w.side.SetTitle(fmt.Sprintf("尚无数据的指标 %d", len(w.model.missing)))
	w.side.SetContent(kit.Scroll(w.missing()))
}

// missing lists the figures that have no records yet, so that the clerk knows
// what is still to be entered before the paper is handed in.
func (w *Workspace) missing() fyne.CanvasObject {
	if len(w.model.missing) == 0 {
		return kit.NewParagraph("文中的数都有记录支持。", kit.ColorSecondary)
	}
	objects := []fyne.CanvasObject{kit.NewParagraph("以下指标还没有记录，文中印作“无数据”：", kit.ColorSecondary)}
	for _, name := range w.model.missing {
		objects = append(objects, kit.NewParagraphSized("· "+name, kit.ColorText, kit.SizeSmall))
	}
	return kit.Pile(6, objects...)
}
