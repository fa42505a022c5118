package person

import (
	"context"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data/exchange"
	"huoshui/data/report"
)

// export writes the form of the cadre as it is stored.
func (w *Workspace) export() {
	if w.dirty() {
		w.desk.Shell.Say(kit.NoticeDoubt, "请先保存，再导出。")
		return
	}
	id, at, db := w.model.id(), w.desk.At, w.desk.Store
	w.desk.Files.Folder("选择存放任免审批表的文件夹", func(dir string) {
		desk.Ask(w.desk, &w.exporting,
			func(ctx context.Context) ([]string, error) {
				if err := w.desk.Look(ctx, report.LookAt("任免审批表", []string{id})); err != nil {
					return nil, err
				}
				return exchange.Export(ctx, db, []string{id}, at, dir, nil)
			},
			func([]string) {
				w.desk.Shell.Say(kit.NoticeGood, "已导出到 "+dir)
			})
	})
}
