package records

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// Shows implements desk.Shower. A room shows its kinds, the names of the
// records they refer to, and the office's settings. If the records belong to
// cadres, conditions may ask for any field of cadres, so the room then shows
// all of those kinds too.
func (w *Workspace) Shows(c store.Changed) bool {
	return c.Has(data.SettingKind, data.CriterionKind, data.OwnFigureKind, data.UnitPastKind) ||
		slices.ContainsFunc(w.lists, func(l *list) bool {
			return c.Has(l.kind) || c.Has(l.kind.Refers()...) || l.subject.Personal() && desk.TellsOfCadres(c)
		})
}

// OnChanged implements desk.Watcher. It is called when undo, redo or another
// room has changed records. Unsaved typing stays.
func (w *Workspace) OnChanged(changes []store.Changed) {
	if !slices.ContainsFunc(changes, w.Shows) {
		return
	}
	w.list().read()
	if w.editor.shown() && w.editor.base != nil {
		w.editor.follow(changes)
	}
}

// follow goes on from what became of the record in the form.
func (e *editor) follow(changes []store.Changed) {
	id := data.IDOf(e.base)
	if slices.ContainsFunc(changes, func(c store.Changed) bool { return c.Removed(id) }) {
		e.base, e.blank = nil, e.list.kind.New()
		e.panel.SetTitle("新增" + e.list.kind.Label)
		e.keep()
		e.room.desk.Shell.Say(kit.NoticeInfo, "这条记录已不在库中；填写的内容还在表单里，没有保存。")
		return
	}
	l, db, f := e.list, e.room.desk.Store, e.form
	desk.Ask(e.room.desk, &e.asking, func(ctx context.Context) (any, error) { return l.read1(ctx, db, id) }, func(now any) {
		if e.form != f {
			return
		}
		f.Settle()
		f.Draft().Follow(e.base, now)
		e.base, e.blank = now, data.Clone(now)
		f.Show(f.Draft())
	})
}
