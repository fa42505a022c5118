package records

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
)

func (w *Workspace) actions() []fyne.CanvasObject {
	var own []fyne.CanvasObject
	for _, a := range w.More {
		if a.Kind == nil || a.Kind == w.list().kind {
			own = append(own, kit.NewOutlined(a.Text, func() { a.Do(w.list().ids(w.grid.Selected())) }))
		}
	}
	return append(own,
		kit.NewButton("模板", w.saveTemplate),
		kit.NewButton("导入表格…", w.askImport),
		kit.NewButton("粘贴", func() { w.paste(fyne.CurrentApp().Clipboard().Content()) }),
		kit.NewButton("导出表格", w.askExport),
		kit.NewPrimary("新增 Ctrl+N", w.Add),
	)
}

func (w *Workspace) newGrid() *grid.Grid {
	g := grid.New(gridColumns(w.list().columns), grid.Rows{})
	g.MinRows = 8
	g.OnSort = func(column string, descending bool) { w.list().sortBy(column, descending) }
	g.OnOpen = w.openRow
	g.OnMenu = func(_ int, at fyne.Position) {
		w.rowMenu(func(items []*fyne.MenuItem) { kit.ShowMenu(w.desk.Shell.Canvas(), at, items...) })
	}
	g.OnPaste = w.paste
	g.OnCopy = func(n int, err error) {
		kind := w.list().kind
		w.desk.Copied(kind.Label, kind, n, "条", err)
	}
	return g
}

func (w *Workspace) openRow(row int) {
	if ids := w.list().ids([]int{row}); len(ids) > 0 {
		w.Leave(func() { w.editor.open(w.list(), ids[0]) })
	}
}

// rowMenu gives to show what can be done with the rows chosen, and where the
// record in the current row leads, once that is read.
func (w *Workspace) rowMenu(show func([]*fyne.MenuItem)) {
	chosen := w.list().ids(w.grid.Selected())
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("修改", func() { w.openRow(w.grid.CursorRow()) }),
		fyne.NewMenuItem("复制", w.grid.Copy),
		fyne.NewMenuItem("全选", w.grid.SelectAll),
		fyne.NewMenuItem(fmt.Sprintf("导出选中的 %d 条", len(chosen)), func() { w.export(chosen) }),
		fyne.NewMenuItem(fmt.Sprintf("删除选中的 %d 条", len(chosen)), w.removeSelected),
	}
	l, db := w.list(), w.desk.Store
	ids := l.ids([]int{w.grid.CursorRow()})
	if len(ids) == 0 {
		show(items)
		return
	}
	desk.Ask(w.desk, &w.pointing, func(ctx context.Context) (any, error) { return l.read1(ctx, db, ids[0]) }, func(record any) {
		for _, way := range w.ways(l.kind, record) {
			items = append(items, fyne.NewMenuItem(way.text, way.do))
		}
		show(items)
	})
}

// way is a link from a record to a record it refers to.
type way struct {
	text string
	do   func()
}

// ways are the ways from a record: to the page of a cadre, to a unit.
func (w *Workspace) ways(kind *data.Kind, record any) []way {
	var list []way
	for i := range kind.Fields {
		f := &kind.Fields[i]
		id, _ := f.Value(record).(string)
		switch {
		case f.Type != data.TypeRef || id == "":
		case f.Kind == data.CadreKind.Name:
			list = append(list, way{"查看" + f.Label + " ›", func() { w.desk.Shell.OpenCadre(id) }})
		case f.Kind == data.UnitKind.Name && w.OnOpenUnit != nil:
			list = append(list, way{"查看" + f.Label + " ›", func() { w.OnOpenUnit(id) }})
		}
	}
	return list
}

func (w *Workspace) removeSelected() { w.askRemove(w.list().ids(w.grid.Selected())) }

// askRemove removes records once the user has said so.
func (w *Workspace) askRemove(ids []string) {
	if len(ids) == 0 {
		return
	}
	l := w.list()
	if l.kind.Dated() {
		q := desk.When{What: fmt.Sprintf("选中的 %d 条%s", len(ids), l.kind.Label)}
		w.desk.AskWhen(q.Stop(), func(since data.Month) { w.remove(l, ids, since, "停用") })
		return
	}
	title := "删除" + l.kind.Label
	text := fmt.Sprintf("将删除选中的 %d 条%s。留痕里仍查得到，也可以撤销。", len(ids), l.kind.Label)
	kit.Confirm(w.desk.Shell.Canvas(), title, text, "删除", func() { w.remove(l, ids, 0, "删除") })
}

// remove deletes records, or takes rules out of use from a month on.
func (w *Workspace) remove(l *list, ids []string, since data.Month, verb string) {
	l.remove(ids, since, func() {
		w.editor.close()
		w.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("已%s %d 条%s。Ctrl+Z 撤销", verb, len(ids), l.kind.Label))
	})
}
