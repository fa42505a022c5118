package unit

import (
	"context"
	"slices"
	"strconv"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// model holds the data of the room without the window: the tree of units, and
// the posts of the selected unit.
type model struct {
	desk   *desk.Desk
	match  input.Match
	search string
	ended  bool // also what does not exist at the month

	whole  answer
	tree   []*branch // as shown
	chosen string    // ID of the unit looked at, "" for none
	posts  []*seat   // of that unit
	total  seat      // of all units
	ready  bool

	onTreeChanged func() // the tree has changed
	onUnitChanged func() // another unit is looked at, or its posts have changed

	reading, naming desk.Latest
}

// seat is a post with its occupancy at the month and its holders.
type seat struct {
	*data.Post
	approved, filled, vacant int
	holders                  []holder
}

// holder is a person in a post. side is the word for a secondment or a
// part-time title; such a person does not count. It is empty for all others.
type holder struct {
	id, name string
	side     string
}

// answer is the data of the room at a month.
type answer struct {
	at    data.Month
	units []*data.Unit // as they are called at the month
	now   []*data.Unit // as they are stored
	past  []*data.UnitPast
	seats map[string][]*seat // by unit ID
	tree  []*branch
}

func newModel(d *desk.Desk) *model {
	return &model{desk: d, match: form.NewMatch(), onTreeChanged: func() {}, onUnitChanged: func() {}}
}

// read asks for everything again.
func (m *model) read() {
	at, db, ended := m.desk.At, m.desk.Store, m.ended
	desk.Ask(m.desk, &m.reading,
		func(ctx context.Context) (answer, error) { return readAll(ctx, db, at, ended) },
		func(a answer) {
			m.whole, m.ready = a, true
			m.count()
			m.narrow()
		})
}

func readAll(ctx context.Context, db store.View, at data.Month, ended bool) (answer, error) {
	a := answer{at: at, seats: map[string][]*seat{}}
	var err error
	if a.now, err = store.Find[data.Unit](ctx, db); err != nil {
		return a, err
	}
	if a.past, err = store.Find[data.UnitPast](ctx, db); err != nil {
		return a, err
	}
	a.units = data.UnitsAt(a.now, a.past, at)
	posts, err := store.Find[data.Post](ctx, db)
	if err != nil {
		return a, err
	}
	if err := a.fill(ctx, db, posts, ended); err != nil {
		return a, err
	}
	shown := slices.DeleteFunc(slices.Clone(a.units), func(u *data.Unit) bool { return !ended && !u.Exists(at) })
	a.tree = grow(shown)
	for _, b := range a.tree {
		for _, s := range a.seats[b.ID] {
			b.approved += s.approved
			b.filled += s.filled
		}
	}
	sum(a.tree)
	return a, nil
}

// fill counts who is in the posts. A post that does not exist at the month has
// no numbers.
func (a *answer) fill(ctx context.Context, db store.View, posts []*data.Post, ended bool) error {
	q := criteria.Query{Subject: criteria.SubjectNamed("职位"), At: a.at}
	ids, err := q.IDs(ctx, db)
	if err != nil {
		return err
	}
	cells, err := q.Cells(ctx, db, ids, "approved", "filled", "vacant")
	if err != nil {
		return err
	}
	now := make(map[string][]string, len(ids))
	for i, id := range ids {
		now[id] = cells[i]
	}
	for _, p := range posts {
		s := &seat{Post: p}
		if row := now[p.ID]; row != nil {
			s.approved, s.filled, s.vacant = number(row[0]), number(row[1]), number(row[2])
		} else if !ended {
			continue
		}
		a.seats[string(p.Unit)] = append(a.seats[string(p.Unit)], s)
	}
	return nil
}

// number reads a count as criteria write it.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// count adds up the posts of all units.
func (m *model) count() {
	m.total = seat{}
	for _, seats := range m.whole.seats {
		for _, s := range seats {
			m.total.approved += s.approved
			m.total.filled += s.filled
			m.total.vacant += s.vacant
		}
	}
}

// find narrows the tree to the units that match what was typed, by their names
// or by those of their posts.
func (m *model) find(text string) {
	m.search = text
	m.narrow()
}

func (m *model) showEnded(on bool) {
	m.ended = on
	m.read()
}

func (m *model) narrow() {
	m.tree = m.whole.tree
	if m.search != "" {
		m.tree = prune(m.whole.tree, m.matches)
	}
	if m.row() < 0 {
		m.chosen = m.first()
	}
	m.onTreeChanged()
	m.choose(m.chosen)
}

func (m *model) matches(b *branch) bool {
	names := []string{b.Short, b.Name}
	for _, u := range m.whole.now {
		if u.ID == b.ID {
			names = append(names, u.Short, u.Name)
		}
	}
	for _, p := range m.pastOf(b.ID) {
		names = append(names, p.Short, p.Name)
	}
	for _, s := range m.whole.seats[b.ID] {
		names = append(names, s.Name)
	}
	return slices.ContainsFunc(names, func(name string) bool { return m.match(input.Option{Text: name}, m.search) })
}

// first is the unit to begin with: the first that matches and is no folder.
func (m *model) first() string {
	for _, b := range m.tree {
		if b.Kind != data.UnitFolder && (m.search == "" || m.matches(b)) {
			return b.ID
		}
	}
	if len(m.tree) > 0 {
		return m.tree[0].ID
	}
	return ""
}

// row is the row of the unit looked at, -1 for none.
func (m *model) row() int {
	return slices.IndexFunc(m.tree, func(b *branch) bool { return b.ID == m.chosen })
}

// at is the unit in a row of the tree; nil for none.
func (m *model) at(row int) *branch {
	if row < 0 || row >= len(m.tree) {
		return nil
	}
	return m.tree[row]
}

// unit is the unit looked at; nil for none.
func (m *model) unit() *branch { return m.at(m.row()) }

// open looks at a unit, wherever it stands.
func (m *model) open(id string) {
	m.search, m.chosen = "", id
	m.read()
}

// choose looks at a unit of the tree.
func (m *model) choose(id string) {
	m.chosen = id
	m.posts = m.whole.seats[id]
	m.onUnitChanged()
	seats, at, db := m.posts, m.whole.at, m.desk.Store
	desk.Ask(m.desk, &m.naming,
		func(ctx context.Context) ([][]holder, error) { return readHolders(ctx, db, at, seats) },
		func(found [][]holder) {
			for i, s := range seats {
				s.holders = found[i]
			}
			m.onUnitChanged()
		})
}

// readHolders finds who is in each post at the month.
func readHolders(ctx context.Context, db store.View, at data.Month, seats []*seat) ([][]holder, error) {
	posts := make([]string, len(seats))
	for i, s := range seats {
		posts[i] = s.ID
	}
	held, err := store.Holders(ctx, db, at, posts...)
	found := make([][]holder, len(seats))
	for i, s := range seats {
		for _, h := range held[data.Ref(s.ID)] {
			found[i] = append(found[i], holder{id: h.Cadre.ID, name: h.Cadre.Name, side: aside[h.How]})
		}
	}
	return found, err
}

// aside marks the ways of holding a post that do not fill it.
var aside = map[data.Code]string{data.HowSecondment: "（挂）", data.HowConcurrent: "（兼）"}
