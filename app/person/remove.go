package person

import (
	"context"
	"fmt"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// askRemove asks whether to delete a wrongly entered cadre with all records. A
// cadre who has retired or moved away is not deleted; 离册年月 takes that cadre
// off the roster.
func (w *Workspace) askRemove() {
	id, s := w.model.id(), w.desk.Store
	desk.Ask(w.desk, &w.removing, func(ctx context.Context) ([]any, error) {
		c, err := store.Get[data.Cadre](ctx, s, id)
		if err != nil {
			return nil, err
		}
		return store.Whole(ctx, s, c)
	}, func(whole []any) {
		text := fmt.Sprintf("将删除%s，以及属于他的 %d 条记录（简历、任职、参训、储备等）。只用于录错的人；退休、调出的请填“离册年月”。"+
			"删除后可以按 Ctrl+Z 撤销，或在“最近改动”里找回。", w.who(), len(whole)-1)
		kit.Confirm(w.desk.Shell.Canvas(), "删除干部", text, "删除", func() { w.remove(whole[len(whole)-1]) })
	})
}

func (w *Workspace) remove(cadre any) {
	name, n := w.who(), 0
	w.desk.Write("删除干部及其全部记录", func(ctx context.Context, tx *store.Tx) (err error) {
		n, err = tx.RemoveWhole(ctx, cadre)
		return err
	}, func() {
		w.forget()
		w.model.openNew()
		if w.OnBack != nil {
			w.OnBack()
		}
		w.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("已删除%s，共 %d 条记录。Ctrl+Z 撤销", name, n))
	})
}
