// Package adjust is a round of the reserve (储备库调整): who leaves and who enters,
// side by side, written as one change.
package adjust

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Criteria by which the two sides are drawn up; both can be changed by the
// office under the same names.
const (
	overage    = "超龄在库"
	candidates = "可入库人选"
)

// line is one person on one of the two sides.
type line struct {
	id    string // of the membership, or of the cadre
	cadre data.Ref
	cells []string
	over  bool // no longer qualifies by age

	exit  *batch.Exit  // chosen to go out
	entry *batch.Entry // chosen to come in
}

// model is a round while the user prepares it.
type model struct {
	desk    *desk.Desk
	latest  desk.Latest
	members []*line
	others  []*line

	onChange func()
}

// read draws up both sides again; what was chosen is dropped.
func (m *model) read() {
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.latest, func(ctx context.Context) ([2][]*line, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return [2][]*line{}, err
		}
		members, err := membersOf(ctx, source, at)
		if err != nil {
			return [2][]*line{}, err
		}
		others, err := othersOf(ctx, source, at)
		return [2][]*line{members, others}, err
	}, func(sides [2][]*line) {
		m.members, m.others = sides[0], sides[1]
		m.onChange()
	})
}

func membersOf(ctx context.Context, source figure.Source, at data.Month) ([]*line, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("储备"), At: at, Book: source.Book}
	order := []criteria.Order{{Field: "储备层次"}, {Field: "出生年月"}}
	ids, err := q.IDs(ctx, source.View, order...)
	if err != nil {
		return nil, err
	}
	cells, err := q.Cells(ctx, source.View, ids, "姓名", "储备层次", "年龄", "入库年月", "现任职务")
	if err != nil {
		return nil, err
	}
	q.Where = criteria.Meets(overage)
	over, err := q.IDs(ctx, source.View)
	if err != nil {
		return nil, err
	}
	old := map[string]bool{}
	for _, id := range over {
		old[id] = true
	}
	var lines []*line
	for i, id := range ids {
		lines = append(lines, &line{id: id, cells: cells[i], over: old[id]})
	}
	// Those to be looked at stand first.
	slices.SortStableFunc(lines, func(a, b *line) int {
		switch {
		case a.over == b.over:
			return 0
		case a.over:
			return -1
		}
		return 1
	})
	return lines, nil
}

func othersOf(ctx context.Context, source figure.Source, at data.Month) ([]*line, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: criteria.Meets(candidates), At: at, Book: source.Book}
	ids, err := q.IDs(ctx, source.View, criteria.Order{Field: "order"})
	if err != nil {
		return nil, err
	}
	cells, err := q.Cells(ctx, source.View, ids, "姓名", "年龄", "职务层次", "学历", "现任职务")
	var lines []*line
	for i, id := range ids {
		lines = append(lines, &line{id: id, cadre: data.Ref(id), cells: cells[i]})
	}
	return lines, err
}

// letOut chooses members to go out for a reason; an empty reason keeps them.
func (m *model) letOut(rows []int, why data.Code, note string) {
	for _, row := range rows {
		l := m.members[row]
		l.exit = nil
		if why != "" {
			l.exit = &batch.Exit{Reserve: data.Ref(l.id), Why: why, Note: note}
		}
	}
	m.onChange()
}

// takeIn chooses candidates to come in; an empty tier leaves them out.
func (m *model) takeIn(rows []int, tier, found data.Code, why string) {
	for _, row := range rows {
		l := m.others[row]
		l.entry = nil
		if tier != "" {
			l.entry = &batch.Entry{Cadre: l.cadre, Tier: tier, Found: found, Why: why}
		}
	}
	m.onChange()
}

// plan is what has been chosen.
func (m *model) plan() (entries []batch.Entry, exits []batch.Exit) {
	for _, l := range m.others {
		if l.entry != nil {
			entries = append(entries, *l.entry)
		}
	}
	for _, l := range m.members {
		if l.exit != nil {
			exits = append(exits, *l.exit)
		}
	}
	return entries, exits
}

// memberRows and otherRows are the two sides as their tables show them.
func (m *model) memberRows() grid.Rows {
	var rows grid.Rows
	for _, l := range m.members {
		note := ""
		switch {
		case l.exit != nil:
			note = "出库：" + data.ListNamed("exit").Label(l.exit.Why)
		case l.over:
			note = "超龄"
		}
		rows = append(rows, append(append([]string{}, l.cells...), note))
	}
	return rows
}

func (m *model) otherRows() grid.Rows {
	var rows grid.Rows
	for _, l := range m.others {
		note := ""
		if l.entry != nil {
			note = "入" + data.ListNamed("tier").Label(l.entry.Tier) + "层次"
		}
		rows = append(rows, append(append([]string{}, l.cells...), note))
	}
	return rows
}

// round proposes the round's name and day.
func (m *model) round() *data.Round {
	now := m.desk.Now()
	return &data.Round{
		Name: fmt.Sprintf("%d 年度集中调整", now.Year()), Kind: data.RoundYearly,
		Held: data.DateOf(now),
	}
}

// save enters the round.
func (m *model) save(round data.Round, approver string) {
	entries, exits := m.plan()
	user := m.desk.User
	desk.Do(m.desk, desk.Job[struct{}]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) (struct{}, error) {
			return struct{}{}, batch.Adjust(ctx, s, user, round, approver, entries, exits)
		},
		OnDone: func(struct{}) {
			m.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("%s已登记：入库 %d 人，出库 %d 人。", round.Name, len(entries), len(exits)))
			m.read()
		},
	})
}
