package person

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// writing is a copy of everything to save, so that the user can go on typing
// during the save.
type writing struct {
	draft             string // to be forgotten with the change
	base, sent, cadre *data.Cadre
	photo             []byte
	newPhoto          bool
	lists             []list
}

// list is one part of a writing. It holds the records three times: as they
// were read, as they are sent, and as they are written. After the save the
// last ones are as stored.
type list struct {
	kind                  *data.Kind
	stored, sent, records []any
}

// place is the position of a field on the page: the kind of record, the row,
// the field key.
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

// save writes everything that was changed as one change, then calls onSaved. A
// failure is shown and leaves the page as it is.
func (m *model) save(onSaved, onFailed func()) {
	w := m.writing()
	m.desk.WriteOr(m.doing(), w.write, func() {
		m.saved(w)
		onSaved()
	}, onFailed)
}

// writing gives every new record its ID at once: the draft knows it, whatever
// happens to its place before the change is written.
func (m *model) writing() *writing {
	w := &writing{
		draft: m.draft,
		base:  m.file.cadre, cadre: data.Clone(m.record()).(*data.Cadre),
		photo: m.photo, newPhoto: !bytes.Equal(m.photo, m.file.photo),
	}
	if w.base.ID == "" {
		w.cadre.ID = m.draft
	}
	w.sent = data.Clone(w.cadre).(*data.Cadre)
	for _, p := range m.parts() {
		l := list{kind: p.kind, stored: p.stored}
		for _, d := range p.filled() {
			if data.IDOf(d.Record) == "" {
				data.SetID(d.Record, data.NewID())
			}
			l.records = append(l.records, data.Clone(d.Record))
		}
		if p.changed() {
			l.number()
		}
		for _, record := range l.records {
			l.sent = append(l.sent, data.Clone(record))
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

func (w *writing) write(ctx context.Context, tx *store.Tx) error {
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
}

// writeCadre writes the fields the user changed. Afterwards w.cadre holds what
// is stored, with what others have changed since the page was opened.
func (w *writing) writeCadre(ctx context.Context, tx *store.Tx) (err error) {
	if w.newPhoto {
		if w.cadre.Photo, err = tx.Keep(ctx, w.photo); err != nil {
			return err
		}
	}
	if w.base.ID == "" {
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
	var edits []batch.Edit
	for _, record := range l.records {
		if err := l.kind.Field("cadre").SetValue(record, cadre); err != nil {
			return err
		}
		edits = append(edits, batch.Edit{Base: left[data.IDOf(record)], Record: record})
	}
	if err := batch.CheckRecords(ctx, tx, edits...); err != nil {
		return err
	}
	for _, record := range l.records {
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

// saved makes what was written the new base. The drafts stay, because the user
// may be typing in one; what others have changed since the page was opened comes
// into them.
func (m *model) saved(w *writing) {
	if m.draft != w.draft {
		return // another cadre is shown by now
	}
	m.file.cadre, m.file.photo, m.draft = w.cadre, w.photo, w.cadre.ID
	m.cadre.Follow(w.sent, w.cadre)
	for i, p := range m.parts() {
		l := w.lists[i]
		for _, d := range p.Drafts {
			if at := slices.IndexFunc(l.records, func(r any) bool { return data.IDOf(r) == data.IDOf(d.Record) }); at >= 0 {
				d.Follow(l.sent[at], l.records[at])
				adopt(d.Record, l.records[at])
			}
		}
		p.stored = l.records
	}
}

// adopt gives a record in the page what only saving settles.
func adopt(record, written any) {
	for _, key := range []string{"cadre", "sort"} {
		if f := data.KindOf(record).Field(key); f != nil {
			_ = f.SetValue(record, f.Value(written)) // a field holds what it gave
		}
	}
}
