package records

import (
	"context"
	"fmt"
	"io"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/exchange/sheet"
	"huoshui/data/report"
)

// saveTemplate writes an empty table to be filled in a spreadsheet.
func (w *Workspace) saveTemplate() {
	kind := w.list().kind
	w.desk.Files.Save("存为模板", kind.Label+"模板.xlsx", func(path string) {
		w.work(func(context.Context) error {
			return data.SaveFile(path, func(to io.Writer) error { return sheet.Template(to, kind) })
		}, "模板已存为 "+path)
	})
}

// askExport writes all records listed.
func (w *Workspace) askExport() { w.export(slices.Clone(w.list().pages.IDs)) }

func (w *Workspace) export(ids []string) {
	if len(ids) == 0 {
		w.desk.Shell.Say(kit.NoticeInfo, "没有可以导出的记录。")
		return
	}
	kind, db, at := w.list().kind, w.desk.Store, w.desk.At
	w.desk.Files.Save("导出"+kind.Label, fmt.Sprintf("%s（%d条）.xlsx", kind.Label, len(ids)), func(path string) {
		w.work(func(ctx context.Context) error {
			l := report.LookAt(kind.Label, ids)
			l.Kind = kind
			if err := w.desk.Look(ctx, l); err != nil {
				return err
			}
			return data.SaveFile(path, func(to io.Writer) error { return sheet.Export(ctx, to, db, kind, ids, at) })
		}, fmt.Sprintf("已导出 %d 条%s：%s", len(ids), kind.Label, path))
	})
}

// work does something away from the window and says when it is done.
func (w *Workspace) work(do func(context.Context) error, said string) {
	var once desk.Latest // not given up because another begins
	desk.Ask(w.desk, &once,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) },
		func(_ struct{}) {
			w.desk.Shell.Say(kit.NoticeGood, said)
		})
}

// askImport reads a table of the kind shown and shows what it would do.
func (w *Workspace) askImport() {
	w.Leave(func() {
		w.desk.Files.Open("选"+w.list().kind.Label+"的表格", []string{"*.xlsx"}, func(paths []string) {
			if len(paths) > 0 {
				w.Import(paths[0])
			}
		})
	})
}

// Import reads a table file of the current kind and shows what the import
// would change.
func (w *Workspace) Import(path string) {
	kind, db, at := w.list().kind, w.desk.Store, w.desk.At
	w.propose(func(ctx context.Context) (*sheet.Proposal, error) {
		return sheet.Read(ctx, db, kind, path, at)
	})
}

// paste takes a block copied from a spreadsheet. Without a heading its columns
// are those one sees, in their order.
func (w *Workspace) paste(text string) {
	w.Leave(func() {
		kind, db, at := w.list().kind, w.desk.Store, w.desk.At
		columns := w.visible()
		w.propose(func(ctx context.Context) (*sheet.Proposal, error) {
			return sheet.ReadBlock(ctx, db, kind, columns, text, at)
		})
	})
}

// visible are the fields of the columns shown, in their order.
func (w *Workspace) visible() []string {
	var keys []string
	for _, c := range w.grid.Columns() {
		if !c.Hidden && w.list().kind.Field(c.ID) != nil {
			keys = append(keys, c.ID)
		}
	}
	return keys
}

func (w *Workspace) propose(read func(context.Context) (*sheet.Proposal, error)) {
	var once desk.Latest
	l := w.list()
	desk.Ask(w.desk, &once, read, func(p *sheet.Proposal) {
		w.showPreview(l, p)
	})
}
