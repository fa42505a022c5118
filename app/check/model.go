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

// row is one finding with the person it is about.
type row struct {
	cadre *data.Cadre
	rule.Finding
}

// tally is how often a rule has found something.
type tally struct {
	rule  string
	count int
}

// model is what there is to look at again, without its window.
type model struct {
	desk    *desk.Desk
	asking  desk.Latest
	version int64 // of the store when it was last checked
	store   *store.Store
	month   data.Month
	changed func()

	all    []row
	people int
	only   string // the rule shown; empty for all
}

// read checks all records anew, unless nothing has changed since.
func (m *model) read() {
	s, version, month := m.desk.Store, m.desk.Store.Version(), data.MonthOf(m.desk.Now())
	if s == m.store && version == m.version && month == m.month {
		return
	}
	desk.Ask(m.desk, &m.asking,
		func(ctx context.Context) ([]rule.PersonFindings, error) { return rule.CheckAll(ctx, s, month, nil) },
		func(persons []rule.PersonFindings) {
			m.store, m.version, m.month = s, version, month
			m.take(persons)
			m.changed()
		})
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
