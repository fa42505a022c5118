package check

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// row is one finding with its cadre.
type row struct {
	cadre *data.Cadre
	rule.Finding
}

// tally is the number of findings of one rule.
type tally struct {
	rule  string
	count int
}

// checked says which records were checked and for which month.
type checked struct {
	store   store.View
	version int64
	month   data.Month
}

// model holds the findings without the window.
type model struct {
	desk     *desk.Desk
	asking   desk.Latest
	checked  // last
	onChange func()

	all    []row
	people int
	only   string // the rule shown; empty for all
}

// read checks all records again, unless nothing has changed since.
func (m *model) read() {
	db, month := m.desk.Store, data.MonthOf(m.desk.Now())
	known := m.checked
	desk.Ask(m.desk, &m.asking,
		func(ctx context.Context) (answer, error) {
			now := checked{db, db.Version(), month}
			if now == known {
				return answer{checked: now}, nil
			}
			persons, err := rule.CheckAll(ctx, db, month, nil)
			return answer{now, persons, true}, err
		},
		func(a answer) {
			if a.anew {
				m.checked = a.checked
				m.take(a.persons)
				m.onChange()
			}
		})
}

// answer is the result of a check. anew is false when the records had not
// changed and no check was needed.
type answer struct {
	checked
	persons []rule.PersonFindings
	anew    bool
}

func (m *model) take(persons []rule.PersonFindings) {
	m.all, m.people = nil, len(persons)
	for _, p := range persons {
		for _, f := range p.Findings {
			m.all = append(m.all, row{p.Cadre, f})
		}
	}
	if !slices.ContainsFunc(m.all, func(r row) bool { return r.Rule == m.only }) {
		m.only = ""
	}
}

// rows are the findings of the rule chosen.
func (m *model) rows() []row {
	if m.only == "" {
		return m.all
	}
	return slices.DeleteFunc(slices.Clone(m.all), func(r row) bool { return r.Rule != m.only })
}

// tallies are the rules that have found something, the most frequent first.
func (m *model) tallies() []tally {
	counts := map[string]int{}
	for _, r := range m.all {
		counts[r.Rule]++
	}
	var list []tally
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, tally{name, counts[name]})
	}
	slices.SortStableFunc(list, func(a, b tally) int { return cmp.Compare(b.count, a.count) })
	return list
}
