package roster

import (
	"context"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/pivot"
	"huoshui/data/store"
)

// model holds the roster without the window: the conditions, the order, and
// the selected cadre.
type model struct {
	desk *desk.Desk

	filter.Conditions // all of them must hold

	scope      *scope
	search     string
	sorted     string
	descending bool

	list  *filter.Pages
	total int
	book  criteria.Book
	query criteria.Query // behind list

	chosen string // ID of the cadre at the side, "" for none
	person person

	onListChanged  func() // the list has changed
	onRowsLoaded   func() // rows of the list have arrived
	onCadreChanged func() // the cadre at the side has changed

	listing, asking desk.Latest
}

func newModel(d *desk.Desk) *model {
	m := &model{desk: d, sorted: "title"}
	m.Check, m.OnChanged = m.check, m.restart
	m.list = filter.NewPages(nil, nil, nil, d.Run)
	return m
}

// show lists the people behind a query alone; conditions added later narrow it.
func (m *model) show(title string, q criteria.Query) {
	m.scope = newScope(title, q, m.desk.At)
	m.Parts, m.search = nil, ""
	m.restart()
}

// leaveScope goes back to all cadres; the conditions stay.
func (m *model) leaveScope() {
	m.scope = nil
	m.restart()
}

// find narrows the list to those who match the words typed.
func (m *model) find(text string) {
	m.search = strings.TrimSpace(text)
	m.restart()
}

// sortBy orders the list by a column.
func (m *model) sortBy(column string, descending bool) {
	m.sorted, m.descending = column, descending
	m.restart()
}

// clear takes everything away that narrows the list.
func (m *model) clear() {
	m.scope, m.Parts, m.search = nil, nil, ""
	m.restart()
}

// narrowed reports whether something narrows the list.
func (m *model) narrowed() bool { return m.scope != nil || len(m.Parts) > 0 || m.search != "" }

// check reports what a cadre cannot be asked.
func (m *model) check(c criteria.Criterion) error {
	return criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: c, At: m.desk.At, Book: m.book}.Check()
}

// restart lists others, or in another order, and stands on the first.
func (m *model) restart() {
	m.chosen = ""
	m.read()
}

// read asks for the list again.
func (m *model) read() {
	m.scope = m.scope.at(m.desk.At)
	q := question{
		store: m.desk.Store, month: m.desk.At, scope: m.scope,
		where: criteria.And(m.Where(), matching(m.search)), order: order(m.sorted, m.descending),
	}
	desk.Ask(m.desk, &m.listing, q.ask, func(a answer) {
		m.take(a)
	})
}

// take shows an answer. The cadre at the side stays if still listed, else the
// first one stands there, so that Enter opens what one has found.
func (m *model) take(a answer) {
	db := m.desk.Store
	list := filter.NewPages(a.ids, a.first, func(ctx context.Context, ids []string) ([][]string, error) {
		return a.query.Cells(ctx, db, ids, fields()...)
	}, m.desk.Run)
	list.OnLoaded = func() {
		if m.list == list {
			m.onRowsLoaded()
		}
	}
	list.OnFailed = m.desk.Shell.Fail
	m.list, m.total, m.book, m.query = list, a.total, a.book, a.query
	if m.row() < 0 {
		m.chosen = m.at(0)
	}
	m.onListChanged()
	m.choose(m.chosen)
}

// row finds the row of the cadre at the side, -1 for none.
func (m *model) row() int { return slices.Index(m.list.IDs, m.chosen) }

// at returns the ID of the cadre in a row, "" for none.
func (m *model) at(row int) string {
	if row < 0 || row >= len(m.list.IDs) {
		return ""
	}
	return m.list.IDs[row]
}

// ids returns the cadres in some rows.
func (m *model) ids(rows []int) []string {
	list := make([]string, 0, len(rows))
	for _, row := range rows {
		list = append(list, m.list.IDs[row])
	}
	return list
}

// choose shows a cadre at the side.
func (m *model) choose(id string) {
	m.chosen = id
	if id == "" {
		m.person = person{}
		m.onCadreChanged()
		return
	}
	db, query := m.desk.Store, m.query
	desk.Ask(m.desk, &m.asking,
		func(ctx context.Context) (person, error) { return readPerson(ctx, db, query, id) },
		func(p person) {
			if m.chosen == id {
				m.person = p
				m.onCadreChanged()
			}
		})
}

// saved lists the saved criteria over cadres that are no ready lists, and the
// bands a table is grouped by, by name.
func (m *model) saved() []criteria.Saved {
	leave := append(criteria.ListSections(), pivot.SectionBands, pivot.SectionSpans)
	var list []criteria.Saved
	for _, s := range m.book.Sorted() {
		if s.Subject.Name == "cadre" && !slices.Contains(leave, s.Section) {
			list = append(list, s)
		}
	}
	return list
}

// save keeps the conditions in force under a name.
func (m *model) save(name, source string) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return data.Refuse("口径要有名称。", nil)
	}
	if _, taken := m.book[name]; taken {
		return data.Refuse("已有名为“"+name+"”的口径，请换一个名称。", nil)
	}
	c := &data.Criterion{Name: name, Subject: "干部", Condition: data.Long(m.Where().String()), Source: strings.TrimSpace(source)}
	m.desk.Write("存为口径", func(ctx context.Context, tx *store.Tx) error { return tx.Add(ctx, c) }, func() {
		m.desk.Shell.Say(kit.NoticeGood, "已存为口径“"+name+"”，在“常用口径”里可以找到。")
		m.read()
	})
	return nil
}
