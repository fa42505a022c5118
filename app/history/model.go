package history

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/data/store"
	"huoshui/data/trace"
)

// How much of the log the room shows. The page of a cadre and the command line
// tell the rest.
const (
	mostChanges = 2000
	mostRecords = 1000 // of one change
)

// model holds the data of the room without the window.
type model struct {
	desk *desk.Desk

	all    []store.Entry // the newest first
	shown  []store.Entry
	search string
	only   bool // those that deleted something

	chosen string // ID of a change, "" for none
	lines  []trace.Line

	reading, opening desk.Latest

	onListed func() // other changes are shown
	onOpened func() // what the chosen one did has been read
}

// read reads the newest changes.
func (m *model) read() {
	db := m.desk.Store
	desk.Ask(m.desk, &m.reading, func(ctx context.Context) ([]store.Entry, error) {
		return store.Recent(ctx, db, mostChanges)
	}, func(all []store.Entry) {
		m.all = all
		m.list()
	})
}

// find narrows the list to changes whose words hold all that was typed.
func (m *model) find(text string) {
	m.search = text
	m.list()
}

func (m *model) list() {
	words := strings.Fields(m.search)
	m.shown = nil
	for _, e := range m.all {
		told := e.Who + " " + e.What
		if m.only && !e.Removes || slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(told, w) }) {
			continue
		}
		m.shown = append(m.shown, e)
	}
	if m.entry() == nil {
		m.choose("")
	}
	m.onListed()
}

// sortBy orders the changes shown by a column of the list.
func (m *model) sortBy(column string, descending bool) {
	slices.SortStableFunc(m.shown, func(a, b store.Entry) int {
		order := 0
		switch column {
		case columnWhen:
			order = a.At.Compare(b.At)
		case columnWho:
			order = cmp.Compare(a.Who, b.Who)
		case columnWhat:
			order = cmp.Compare(a.What, b.What)
		case columnSize:
			order = cmp.Compare(a.Size, b.Size)
		}
		if descending {
			return -order
		}
		return order
	})
	m.onListed()
}

// entry is the change chosen; nil for none.
func (m *model) entry() *store.Entry {
	if i := slices.IndexFunc(m.shown, func(e store.Entry) bool { return e.ID == m.chosen }); i >= 0 {
		return &m.shown[i]
	}
	return nil
}

// choose reads what a change did.
func (m *model) choose(id string) {
	m.chosen, m.lines = id, nil
	m.onOpened()
	if id == "" {
		m.opening.Cancel()
		return
	}
	db := m.desk.Store
	desk.Ask(m.desk, &m.opening, func(ctx context.Context) ([]trace.Line, error) {
		rows, err := store.Rows(ctx, db, id, mostRecords)
		if err != nil {
			return nil, err
		}
		told, err := trace.Lines(ctx, db, store.Entry{Rows: rows})
		if err != nil {
			return nil, err
		}
		return told[0], nil
	}, func(lines []trace.Line) {
		m.lines = lines
		m.onOpened()
	})
}

// takeBack undoes the chosen change, which also brings back what it deleted.
// Where somebody has built on it, the desk says so and nothing happens.
func (m *model) takeBack(onDone func(what string)) {
	e := m.entry()
	if e == nil {
		return
	}
	what := e.What
	m.desk.TakeBack(e.ID, verb(*e)+"："+what, func() {
		m.read()
		onDone(what)
	})
}

// verb is the word for what taking a change back does.
func verb(e store.Entry) string {
	if e.Removes {
		return "找回"
	}
	return "撤销"
}
