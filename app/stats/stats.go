// Package stats is the workspace of statistics (统计分析): cross tables of any
// subject, the standard table, trends of figures over months, the monitored
// figures, and the office's own figures. Every number opens the list of its
// people.
package stats

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store"
)

// part is one tab of the room.
type part interface {
	title() string
	filter() fyne.CanvasObject // above the content; nil for none
	content() fyne.CanvasObject
	actions() []fyne.CanvasObject
	read()            // asks for what is shown again
	subtitle() string // what is shown, in a few words
}

// Workspace is the room of the statistics.
type Workspace struct {
	desk  *desk.Desk
	parts []part
	at    int

	page   *fyne.Container
	header *kit.PageHeader
	tabs   *kit.Tabs
	above  *fyne.Container
	body   *fyne.Container
	own    *own
	pivot  *pivotPart
}

// New makes the room. It reads nothing until the user enters the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d}
	w.pivot, w.own = newPivotPart(w), newOwn(w)
	w.parts = []part{w.pivot, newStandard(w), newTrend(w), newMonitor(w), w.own}
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.page == nil {
		w.header = kit.NewPageHeader("统计分析", "")
		w.tabs = kit.NewTabs(w.turn, w.Titles()...)
		w.above, w.body = kit.Pile(aboveGap), container.NewStack()
		w.page = kit.NewPage(w.header, w.above, w.body, nil)
		w.set(0)
	}
	return w.page
}

// month is the as-of month as one reads it.
func (w *Workspace) month() string {
	return w.desk.At.Chinese() + w.desk.At.Projected(w.desk.Store.Now())
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	w.parts[w.at].read()
}

// Titles returns the titles of the tabs of the room.
func (w *Workspace) Titles() []string {
	var titles []string
	for _, p := range w.parts {
		titles = append(titles, p.title())
	}
	return titles
}

// Show goes to a tab of the room.
func (w *Workspace) Show(index int) {
	w.Content()
	w.tabs.Select(index)
}

// Turn goes to the next (1) or the previous (-1) tab of the room.
func (w *Workspace) Turn(by int) {
	n := len(w.parts)
	w.Show((w.at + by + n) % n)
}

// Save saves the own figure in the form.
func (w *Workspace) Save() {
	if w.parts[w.at] == part(w.own) {
		w.own.save(func() {})
	}
}

// Add opens the form for a new own figure.
func (w *Workspace) Add() {
	w.Show(len(w.parts) - 1)
	w.own.begin(&data.OwnFigure{})
}

// Leave asks about unsaved changes and calls then unless the user stays.
func (w *Workspace) Leave(then func()) { w.own.leave(then) }

// turn goes to another part, unless there is unsaved work to stay for.
func (w *Workspace) turn(index int) {
	if index == w.at {
		return
	}
	if w.own.dirty() {
		w.tabs.Select(w.at) // until that is settled
		w.own.leave(func() { w.tabs.Select(index) })
		return
	}
	w.set(index)
	w.parts[index].read()
}

func (w *Workspace) set(index int) {
	w.at = index
	p := w.parts[index]
	w.above.Objects = []fyne.CanvasObject{w.tabs}
	if f := p.filter(); f != nil {
		w.above.Objects = append(w.above.Objects, f)
	}
	w.body.Objects = []fyne.CanvasObject{p.content()}
	w.show(p)
	w.arrange()
}

// show brings the header up to a part that has changed.
func (w *Workspace) show(p part) {
	if w.header != nil && w.parts[w.at] == p {
		w.header.SetSubtitle(p.subtitle())
		w.header.SetActions(p.actions()...)
	}
}

// arrange makes room for a line above the content that has grown or shrunk.
func (w *Workspace) arrange() {
	w.above.Refresh()
	w.body.Refresh()
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
}

// saver offers a paper as a workbook and as a document.
func (w *Workspace) saver(name string, build func() *paper.Paper) *kit.Button {
	var b *kit.Button
	save := func(ends string) func() {
		return func() {
			p := build()
			if p == nil {
				return
			}
			p.Made = w.desk.Now()
			w.desk.Files.Save("存为文件", fmt.Sprintf("%s（%s）%s", name, w.desk.At, ends), func(path string) { w.write(path, p) })
		}
	}
	b = kit.NewButton("导出 ▼", func() {
		kit.ShowMenuBelow(b, fyne.NewMenuItem("存为表格（.xlsx）", save(".xlsx")), fyne.NewMenuItem("存为文档（.docx）", save(".docx")))
	})
	return b
}

func (w *Workspace) write(path string, p *paper.Paper) {
	var once desk.Latest // an export is not given up because another begins
	db, at := w.desk.Store, w.desk.At
	desk.Work(w.desk, &once, "正在存为文件", func(ctx context.Context, _ data.Progress) (struct{}, error) {
		office, err := store.Office(ctx, db, at)
		if err != nil {
			return struct{}{}, err
		}
		if err := w.desk.Look(ctx, store.Look{Deed: store.Exported, What: p.Title, Count: 1}); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, report.Save(path, p, office)
	}, func(struct{}) { w.desk.Shell.Say(kit.NoticeGood, "已存为 "+path) })
}

// copied says how much of a table went to the clipboard.
func (w *Workspace) copied(rows int, err error) {
	w.desk.Copied("统计表", nil, rows, "行", err)
}

// copyAll copies a whole table.
func copyAll(g *grid.Grid) *kit.Button {
	return kit.NewButton("复制表格", func() {
		g.SelectAll()
		g.Copy()
	})
}
