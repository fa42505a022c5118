package person

import (
	"bytes"
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// file is everything stored about one cadre, with the units and posts whose
// names the page shows.
type file struct {
	cadre        *data.Cadre
	resume       []*data.Resume
	family       []*data.Family
	appointments []*data.Appointment
	photo        []byte
	history      []tracedEntry
	kept         *store.Draft // what was not saved the last time
	units        []*data.Unit
	posts        []*data.Post

	beside   map[*data.Kind][]any // records that are checked, and kept elsewhere
	world    *rule.World
	accepted []*data.Accepted
	story    []criteria.Line
}

// part is a list of the cadre's records that the user edits on the same page.
type part struct {
	*form.Rows
	kind   *data.Kind
	stored []any // as they were read
}

// model holds the data of the page: the file of one cadre as stored, and the
// drafts of its records.
type model struct {
	desk   *desk.Desk
	latest desk.Latest

	file         file
	cadre        *form.Draft
	photo        []byte
	resume       *part
	family       *part
	appointments *part
	draft        string // under which ID what is not saved is kept

	onOpen func() // another file, or the same one read again
	onEdit func() // something in the drafts has changed

	onFollow func() // the file was read again, and the drafts go on from it

	onHistory func() // the history was read again
	onNames   func() // units and posts were read again
}

func newModel(d *desk.Desk) *model {
	m := &model{desk: d, onOpen: func() {}, onFollow: func() {}, onEdit: func() {}, onHistory: func() {}, onNames: func() {}}
	m.resume = m.newPart(data.ResumeKind)
	m.family = m.newPart(data.FamilyKind)
	m.appointments = m.newPart(data.AppointmentKind)
	m.resume.Paste = m.pasteResume
	m.take(file{cadre: &data.Cadre{}})
	return m
}

func (m *model) newPart(kind *data.Kind) *part {
	return &part{kind: kind, Rows: &form.Rows{New: kind.New, OnChanged: func() { m.onEdit() }}}
}

func (m *model) parts() []*part { return []*part{m.resume, m.family, m.appointments} }

// id is the ID of the cadre; empty for one not saved yet.
func (m *model) id() string { return m.file.cadre.ID }

// open reads a file and shows it.
func (m *model) open(id string) {
	s, at := m.desk.Store, m.desk.At
	m.ask(func(ctx context.Context) (file, error) {
		f, err := read(ctx, s, id, at)
		if err == nil {
			err = m.desk.Look(ctx, store.Look{Deed: store.Opened, Kind: data.CadreKind, Record: id, Count: 1})
		}
		return f, err
	})
}

// openNew starts a new file at once, because the user types into the empty
// form with the next key. The names of units and posts are read afterwards.
func (m *model) openNew() {
	m.take(file{cadre: &data.Cadre{}, units: m.file.units, posts: m.file.posts})
	m.onOpen()
	s, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.latest, func(ctx context.Context) (file, error) {
		var names file
		return names, names.readNames(ctx, s, at)
	}, func(names file) {
		m.file.units, m.file.posts = names.units, names.posts
		m.onNames()
	})
}

// ask shows the file that work reads, unless another was asked for since.
func (m *model) ask(work func(context.Context) (file, error)) {
	desk.Ask(m.desk, &m.latest, work, func(f file) {
		if f.cadre.ID == m.id() && m.dirty() {
			return // read again, and typed into meanwhile: what was typed counts
		}
		m.take(f)
		m.onOpen()
	})
}

// take makes drafts of a file.
func (m *model) take(f file) {
	m.file = f
	m.draft = f.cadre.ID
	if m.draft == "" {
		m.draft = data.NewID()
	}
	m.resume.stored = records(f.resume)
	m.family.stored = records(f.family)
	m.appointments.stored = records(f.appointments)
	m.discard()
}

// discard makes drafts of what is stored, whatever was typed.
func (m *model) discard() {
	m.photo = m.file.photo
	m.cadre = form.NewDraft(data.Clone(m.file.cadre))
	for _, p := range m.parts() {
		p.Drafts = nil
		for _, record := range p.stored {
			p.Drafts = append(p.Drafts, form.NewDraft(data.Clone(record)))
		}
	}
}

// readHistory reads what the log says, without touching the drafts.
func (m *model) readHistory() {
	s, id := m.desk.Store, m.id()
	desk.Ask(m.desk, &m.latest,
		func(ctx context.Context) ([]tracedEntry, error) { return readHistory(ctx, s, id) },
		func(entries []tracedEntry) {
			m.file.history = entries
			m.onHistory()
		})
}

func records[T any](list []*T) []any {
	all := make([]any, len(list))
	for i, r := range list {
		all[i] = r
	}
	return all
}

func read(ctx context.Context, s store.View, id string, at data.Month) (file, error) {
	var f file
	var err error
	if f.cadre, err = store.Get[data.Cadre](ctx, s, id); err != nil {
		return f, err
	}
	of := store.Where("cadre", id)
	if f.resume, err = store.Find[data.Resume](ctx, s, of); err != nil {
		return f, err
	}
	if f.family, err = store.Find[data.Family](ctx, s, of); err != nil {
		return f, err
	}
	if f.appointments, err = store.Find[data.Appointment](ctx, s, of); err != nil {
		return f, err
	}
	if err = f.readBeside(ctx, s, id, at); err != nil {
		return f, err
	}
	if f.cadre.Photo != "" {
		if f.photo, err = store.Bytes(ctx, s, f.cadre.Photo); err != nil {
			return f, err
		}
	}
	if f.history, err = readHistory(ctx, s, id); err != nil {
		return f, err
	}
	if err = f.readKept(ctx, s); err != nil {
		return f, err
	}
	return f, f.readNames(ctx, s, at)
}

func (f *file) readKept(ctx context.Context, s store.View) error {
	drafts, err := store.Drafts(ctx, s, draftKind)
	for i := range drafts {
		if drafts[i].ID == f.cadre.ID {
			f.kept = &drafts[i]
		}
	}
	return err
}

// readNames reads the units, as they are called at a month, and the posts.
func (f *file) readNames(ctx context.Context, s store.View, at data.Month) (err error) {
	if f.units, err = store.Units(ctx, s, at); err != nil {
		return err
	}
	f.posts, err = store.Find[data.Post](ctx, s)
	return err
}

// record is the cadre as it stands in the page.
func (m *model) record() *data.Cadre { return m.cadre.Record.(*data.Cadre) }

// dirty reports whether anything differs from what is stored.
func (m *model) dirty() bool {
	return m.cadreChanged() || slices.ContainsFunc(m.parts(), (*part).changed)
}

func (m *model) cadreChanged() bool {
	return m.cadre.Faulty() || !data.Equal(m.record(), m.file.cadre) || !bytes.Equal(m.photo, m.file.photo)
}

// changed reports whether rows were added, removed, moved or edited.
func (p *part) changed() bool {
	filled := p.filled()
	if len(filled) != len(p.stored) {
		return true
	}
	for i, d := range filled {
		if d.Faulty() || data.IDOf(d.Record) != data.IDOf(p.stored[i]) || !data.Equal(d.Record, p.stored[i]) {
			return true
		}
	}
	return false
}

// filled leaves out rows in which nothing stands.
func (p *part) filled() []*form.Draft {
	empty := p.kind.New()
	return slices.DeleteFunc(slices.Clone(p.Drafts), func(d *form.Draft) bool {
		return data.IDOf(d.Record) == "" && !d.Faulty() && data.Equal(d.Record, empty)
	})
}

// rows gives the records of a part as they stand in the page.
func rows[T any](p *part) []*T {
	var list []*T
	for _, d := range p.Drafts {
		list = append(list, d.Record.(*T))
	}
	return list
}
