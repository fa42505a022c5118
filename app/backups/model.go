package backups

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/store"
)

// model is the room without its window.
type model struct {
	desk  *desk.Desk
	place backup.Place

	copies []backup.Copy // the newest first
	chosen string        // path of a copy, "" for none
	inside *store.Inside // of the chosen one; nil until it has been read, and when it cannot be
	wrong  string        // why it cannot be read

	reading, looking, making desk.Latest

	onListChanged   func() // other copies are there
	onChosenChanged func() // another is chosen, or has been read
}

func newModel(d *desk.Desk) *model {
	return &model{desk: d, place: backup.Beside(d.Store.File()), onListChanged: func() {}, onChosenChanged: func() {}}
}

// read lists the copies.
func (m *model) read() {
	place := m.place
	desk.Ask(m.desk, &m.reading, func(context.Context) ([]backup.Copy, error) { return place.List() }, func(list []backup.Copy) {
		m.copies = list
		if m.row() < 0 {
			m.chosen = ""
			if len(list) > 0 {
				m.chosen = list[0].Path
			}
		}
		m.onListChanged()
		m.look()
	})
}

// row is where the chosen copy stands; -1 without one.
func (m *model) row() int {
	return slices.IndexFunc(m.copies, func(c backup.Copy) bool { return c.Path == m.chosen })
}

// choose looks into the copy in a row.
func (m *model) choose(row int) {
	if row >= 0 && row < len(m.copies) && m.copies[row].Path != m.chosen {
		m.chosen = m.copies[row].Path
		m.look()
	}
}

// look reads what is in the chosen copy, and whether it is sound.
func (m *model) look() {
	m.inside, m.wrong = nil, ""
	m.onChosenChanged()
	place, path := m.place, m.chosen
	if path == "" {
		m.looking.Cancel()
		return
	}
	desk.Try(&m.looking, m.desk.Run, func(ctx context.Context) (*store.Inside, error) { return place.Peek(ctx, path) },
		func(inside *store.Inside, err error) {
			m.inside, m.wrong = inside, data.Sentence(err)
			m.onChosenChanged()
		})
}

// sound reports whether the chosen copy can be put back.
func (m *model) sound() bool { return m.inside != nil && len(m.inside.Problems) == 0 }

// make makes a copy now.
func (m *model) make(onDone func()) {
	place, db, now := m.place, m.desk.Store, m.desk.Now()
	desk.Ask(m.desk, &m.making, func(ctx context.Context) (backup.Copy, error) { return place.Make(ctx, db, now) }, func(made backup.Copy) {
		m.chosen = made.Path
		m.read()
		onDone()
	})
}
