package person

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// OnChanged implements desk.Watcher. It is called when undo, redo or another
// room has changed records. Unsaved typing stays, even if the cadre no longer
// exists.
func (w *Workspace) OnChanged(changes []store.Changed) {
	m := w.model
	id := cmp.Or(m.id(), m.draft)
	for _, c := range changes {
		if m.id() != "" && c.Removed(id) {
			w.dirty() // takes over what is being typed
			m.orphan()
			w.undo.reset(m)
			w.reload()
			w.desk.Shell.Say(kit.NoticeInfo, "这名干部已不在库中；填写的内容还在页面上，没有保存。")
			return
		}
	}
	if slices.ContainsFunc(changes, func(c store.Changed) bool { return c.Of(id) || m.id() != "" && w.Shows(c) }) {
		w.dirty()
		m.readAgain(id)
	}
}

// Shows implements desk.Shower. The page shows the file of one cadre, with the
// names of the units and posts in it. It does not show the records of other
// cadres.
func (w *Workspace) Shows(c store.Changed) bool {
	id := cmp.Or(w.model.id(), w.model.draft)
	return slices.ContainsFunc(c.Touched, func(t store.Touched) bool {
		if t.Kind == data.CadreKind || t.Kind.OwnedBy(data.CadreKind) != nil {
			return t.ID == id || t.Owner == id
		}
		return desk.TellsOfCadres(store.Changed{Touched: []store.Touched{t}})
	})
}

// readAgain reads the file of the cadre shown again and goes on from it.
func (m *model) readAgain(id string) {
	s, draft, at := m.desk.Store, m.draft, m.desk.At
	desk.Ask(m.desk, &m.latest, func(ctx context.Context) (file, error) { return read(ctx, s, id, at) }, func(f file) {
		if m.draft == draft { // the same cadre is still shown
			m.follow(f)
			m.onFollow()
		}
	})
}

// follow goes on from a file read again: what was not typed into becomes what is
// stored now.
func (m *model) follow(f file) {
	f.kept = nil // what was kept is what is in the page
	m.cadre.Follow(m.file.cadre, f.cadre)
	if bytes.Equal(m.photo, m.file.photo) {
		m.photo = f.photo
	}
	m.resume.follow(records(f.resume))
	m.family.follow(records(f.family))
	m.appointments.follow(records(f.appointments))
	m.file, m.draft = f, f.cadre.ID
}

// orphan makes a cadre who is not stored any more one that is not stored yet. He
// keeps his IDs, so that doing the change again finds him.
func (m *model) orphan() {
	m.draft = m.id()
	m.file = file{cadre: &data.Cadre{}, units: m.file.units, posts: m.file.posts}
	m.record().ID, m.record().Photo = "", ""
	for _, p := range m.parts() {
		p.stored = nil
	}
}

// follow goes on from rows read again. Rows that were deleted meanwhile go unless
// something was typed into them; rows that were added come in at their place.
func (p *part) follow(now []any) {
	find := func(list []any, id string) any {
		if i := slices.IndexFunc(list, func(r any) bool { return data.IDOf(r) == id }); i >= 0 {
			return list[i]
		}
		return nil
	}
	var left []*form.Draft
	for _, d := range p.Drafts {
		was, is := find(p.stored, data.IDOf(d.Record)), find(now, data.IDOf(d.Record))
		switch {
		case was != nil && is != nil:
			d.Follow(was, is)
		case was != nil && data.Equal(was, d.Record) && !d.Faulty():
			continue
		}
		left = append(left, d)
	}
	shown := func(r any) bool {
		return slices.ContainsFunc(left, func(d *form.Draft) bool { return data.IDOf(d.Record) == data.IDOf(r) })
	}
	for i, record := range now {
		// What was stored before and is not shown was deleted in the page, not yet on
		// record.
		if !shown(record) && find(p.stored, data.IDOf(record)) == nil {
			left = slices.Insert(left, min(i, len(left)), form.NewDraft(data.Clone(record)))
		}
	}
	p.Drafts, p.stored = left, now
}
