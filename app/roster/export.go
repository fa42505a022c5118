package roster

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/store"
)

// exports is the menu of what can be written of the list.
func (w *Workspace) exports() []*fyne.MenuItem {
	all := fyne.NewMenuItem(fmt.Sprintf("导出表格名册（列出的 %s 人）", thousands(w.model.list.Len())), func() {
		w.export(slices.Clone(w.model.list.IDs))
	})
	all.Disabled = w.model.list.Len() == 0
	return []*fyne.MenuItem{
		all, w.exportSelected(), fyne.NewMenuItemSeparator(),
		w.exportForms("列出", w.model.list.IDs), w.exportForms("选中", w.model.ids(w.grid.Selected())), fyne.NewMenuItemSeparator(),
		w.makePapers(),
	}
}

// exportForms offers the forms of people as .lrmx files, one for each.
func (w *Workspace) exportForms(which string, ids []string) *fyne.MenuItem {
	ids, at, db := slices.Clone(ids), w.model.query.At, w.desk.Store
	item := fyne.NewMenuItem(fmt.Sprintf("导出审批表 .lrmx（%s的 %s 人）", which, thousands(len(ids))), func() {
		w.desk.Files.Folder("选择存放任免审批表的文件夹", func(dir string) {
			var once desk.Latest
			desk.Work(w.desk, &once, "正在导出任免审批表",
				func(ctx context.Context, tell data.Progress) ([]string, error) {
					if err := w.desk.Look(ctx, report.LookAt("任免审批表", ids)); err != nil {
						return nil, err
					}
					return exchange.Export(ctx, db, ids, at, dir, tell)
				},
				func([]string) {
					w.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("已导出 %s 份：%s", thousands(len(ids)), dir))
				})
		})
	})
	item.Disabled = len(ids) == 0
	return item
}

// makePapers leads to the papers about those selected.
func (w *Workspace) makePapers() *fyne.MenuItem {
	ids := w.model.ids(w.grid.Selected())
	item := fyne.NewMenuItem(fmt.Sprintf("用选中的 %s 人生成材料…", thousands(len(ids))), func() {
		w.desk.Shell.MakePapers("", data.CadreKind, ids)
	})
	item.Disabled = len(ids) == 0
	return item
}

func (w *Workspace) exportSelected() *fyne.MenuItem {
	chosen := w.grid.Selected()
	item := fyne.NewMenuItem(fmt.Sprintf("只导出选中的 %s 人", thousands(len(chosen))), func() {
		w.export(w.model.ids(chosen))
	})
	item.Disabled = len(chosen) == 0
	return item
}

// export asks where to, writes away from the window, and says when it is done.
func (w *Workspace) export(ids []string) {
	name := fmt.Sprintf("干部名册%s（%d人）.xlsx", w.model.query.At, len(ids))
	w.desk.Files.Save("导出干部名册", name, func(path string) {
		q := criteria.Query{Subject: w.model.query.Subject, At: w.model.query.At, Everyone: true, Only: ids}
		db := w.desk.Store
		var once desk.Latest // an export is not given up because another begins
		desk.Work(w.desk, &once, "正在导出干部名册",
			func(ctx context.Context, _ data.Progress) (struct{}, error) {
				if err := w.desk.Look(ctx, report.LookAt("干部名册", ids)); err != nil {
					return struct{}{}, err
				}
				return struct{}{}, save(ctx, db, q, path)
			},
			func(struct{}) {
				w.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("已导出 %s 人：%s", thousands(len(ids)), path))
			})
	})
}

// save writes the roster of a query to a workbook.
func save(ctx context.Context, db store.View, q criteria.Query, path string) error {
	source, err := figure.Open(ctx, db, q.At)
	if err != nil {
		return err
	}
	paper, err := report.Roster(ctx, source, q)
	if err != nil {
		return err
	}
	return report.Save(path, paper, source.Office)
}
