package records

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// Shows implements desk.Shower: a room shows its kinds and the names of what they
// refer to.
func (w *Workspace) Shows(c store.Changed) bool {
	return slices.ContainsFunc(w.lists, func(l *list) bool {
		if c.Has(l.kind) {
			return true
		}
		for i := range l.kind.Fields {
			if f := &l.kind.Fields[i]; f.Type == data.TypeRef && c.Has(data.KindNamed(f.Kind)) {
				return true
			}
		}
		return c.Has(data.CriterionKind, data.SettingKind)
	})
}

// OnChanged implements desk.Watcher: undo, redo or another room has changed
// records. What is being typed stays.
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
