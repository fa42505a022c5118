package person

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/store"
)

// writing is a copy of everything to be saved, so that the user may go on
// typing meanwhile.
type writing struct {
	draft       string // to be forgotten with the change
	base, cadre *data.Cadre
	photo       []byte
	newPhoto    bool
	lists       []list
}

// list is one part of a writing.
type list struct {
	kind            *data.Kind
	stored, records []any
}

// place names a field of the page: a record's kind, its row, the field.
type place struct {
	kind *data.Kind
	row  int
	key  string
}

// check finds the first field that keeps the file from being saved.
func (m *model) check() (place, bool) {
	if key := m.cadre.Check(); key != "" {
		return place{data.CadreKind, -1, key}, false
	}
	for _, p := range m.parts() {
		for i, d := range p.Drafts {
			if !slices.Contains(p.filled(), d) {
				continue
			}
			if key := d.Check(); key != "" {
				return place{p.kind, i, key}, false
			}
		}
	}
	return place{}, true
}

// save writes everything that was changed as one change, then calls saved. A
// failure is told and leaves the page as it is.
func (m *model) save(saved func()) {
	w, s, act := m.writing(), m.desk.Store, m.desk.Act(m.doing())
	desk.Ask(m.desk, &m.saving,
		func(ctx context.Context) (string, error) { return w.write(ctx, s, act) },
		func(id string) {
			m.lastChange = id
			m.saved(w)
			saved()
		})
}

func (m *model) writing() *writing {
	w := &writing{
		draft: m.draft,
		base:  m.file.cadre, cadre: data.Clone(m.record()).(*data.Cadre),
		photo: m.photo, newPhoto: !bytes.Equal(m.photo, m.file.photo),
	}
	for _, p := range m.parts() {
		l := list{kind: p.kind, stored: p.stored}
		for _, d := range p.filled() {
			l.records = append(l.records, data.Clone(d.Record))
		}
		if p.changed() {
			l.number()
		}
		w.lists = append(w.lists, l)
	}
	return w
}

// doing says for the log what was changed, and names nobody.
func (m *model) doing() string {
	if m.id() == "" {
		return "新增干部"
	}
	return "修改干部" + strings.Join(m.changedParts(), "、")
}

// changedParts names the parts of the page that differ from what is stored.
func (m *model) changedParts() []string {
	var parts []string
	if m.cadreChanged() {
		parts = append(parts, "基本情况")
	}
	for _, p := range m.parts() {
		if p.changed() {
			parts = append(parts, p.kind.Label)
		}
	}
	return parts
}

// number gives the records of an ordered list their places, beginning where
// they began before: otherwise every row would count as changed.
func (l *list) number() {
	sort := l.kind.Field("sort")
	if sort == nil {
		return
	}
	first := int64(1)
	if len(l.stored) > 0 {
		first = sort.Value(l.stored[0]).(int64)
	}
	for i, record := range l.records {
		_ = sort.SetValue(record, first+int64(i)) // a number fits a number
	}
}

func (w *writing) write(ctx context.Context, s *store.Store, act store.Act) (string, error) {
	return s.Change(ctx, act, func(tx *store.Tx) error {
		if err := tx.DropDraft(ctx, w.draft); err != nil {
			return err
		}
		if err := w.writeCadre(ctx, tx); err != nil {
			return err
		}
		for _, l := range w.lists {
			if err := l.write(ctx, tx, w.cadre.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeCadre writes the fields the user changed. Afterwards w.cadre holds what
// is stored, with what others have changed since the page was opened.
func (w *writing) writeCadre(ctx context.Context, tx *store.Tx) (err error) {
	if w.newPhoto {
		if w.cadre.Photo, err = tx.Keep(ctx, w.photo); err != nil {
			return err
		}
	}
	if w.cadre.ID == "" {
		return tx.Add(ctx, w.cadre)
	}
	return tx.Merge(ctx, w.base, w.cadre)
}

// write puts the records that differ and removes those no longer there.
func (l *list) write(ctx context.Context, tx *store.Tx, cadre string) error {
	left := map[string]any{}
	for _, record := range l.stored {
		left[data.IDOf(record)] = record
	}
	for _, record := range l.records {
		if err := l.kind.Field("cadre").SetValue(record, cadre); err != nil {
			return err
		}
		old := left[data.IDOf(record)]
		delete(left, data.IDOf(record))
		var err error
		if old == nil {
			err = tx.Add(ctx, record)
		} else {
			err = tx.Merge(ctx, old, record)
		}
		if err != nil {
			return err
		}
	}
	for _, record := range left {
		if err := tx.Remove(ctx, record); err != nil && !errors.Is(err, data.ErrNotFound) {
			return err
		}
	}
	return nil
}

// saved makes what was written the new base. The drafts stay, with the IDs
// their records have got, because the user may be typing in one.
func (m *model) saved(w *writing) {
	m.file.cadre, m.file.photo, m.draft = w.cadre, w.photo, w.cadre.ID
	m.record().ID, m.record().Photo = w.cadre.ID, w.cadre.Photo
	for i, p := range m.parts() {
		for j, d := range p.filled() {
			if j < len(w.lists[i].records) {
				adopt(d.Record, w.lists[i].records[j])
			}
		}
		p.stored = w.lists[i].records
	}
}

// adopt gives a record in the page what only saving settles.
func adopt(record, written any) {
	data.SetID(record, data.IDOf(written))
	for _, key := range []string{"cadre", "sort"} {
		if f := data.KindOf(record).Field(key); f != nil {
			_ = f.SetValue(record, f.Value(written)) // a field holds what it gave
		}
	}
}

// takeBack undoes the last save of this cadre.
func (m *model) takeBack() {
	change, id := m.lastChange, m.id()
	s, act := m.desk.Store, m.desk.Act("撤销对干部的修改")
	desk.Try(&m.saving, m.desk.Run,
		func(ctx context.Context) (string, error) { return s.TakeBack(ctx, act, change) },
		func(_ string, err error) {
			if err != nil {
				m.desk.Shell.Fail(err)
				return
			}
			m.lastChange = ""
			m.open(id)
			m.desk.Shell.Changed()
		})
}
