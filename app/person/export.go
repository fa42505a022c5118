package person

import (
	"context"

	"huoshui/app/desk"
	"huoshui/app/kit"
)

// export writes the form of the cadre as it is stored.
func (w *Workspace) export() {
	if w.dirty() {
		w.desk.Shell.Say(kit.NoticeDoubt, "请先保存，再导出。")
		return
	}
	id, at := w.model.id(), w.desk.At
	w.desk.Files.Folder("选择存放任免审批表的文件夹", func(dir string) {
		desk.Ask(w.desk, &w.exporting,
			func(ctx context.Context) (struct{}, error) {
				return struct{}{}, w.Export(ctx, []string{id}, at, dir, nil)
			},
			func(_ struct{}) {
				w.desk.Shell.Say(kit.NoticeGood, "已导出到 "+dir)
			})
	})
}
