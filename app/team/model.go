// Package team is the room of the leadership teams (领导班子): the map of their
// lights at the as-of month or at a month ahead, and the ledger of one of them.
package team

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/figure"
	teams "huoshui/data/team"
)

// ahead is how many months the slider of the projection reaches.
const ahead = 60

// model is the room without its window.
type model struct {
	desk *desk.Desk

	month  int // months ahead of the as-of month; 0 for none
	color  teams.Color
	chosen string // id of the team whose ledger is shown

	now      []teams.Verdict // at the as-of month
	then     []teams.Verdict // at the month of the projection
	ledger   *teams.Ledger
	reading  desk.Latest
	opening  desk.Latest
	listed   func() // the map has changed
	detailed func() // another ledger is shown
}

func newModel(d *desk.Desk) *model {
	return &model{desk: d, listed: func() {}, detailed: func() {}}
}

// at is the month shown.
func (m *model) at() data.Month { return m.desk.At.Add(m.month) }

// read judges all teams anew, now and at the month shown.
func (m *model) read() {
	db, now, then := m.desk.Store, m.desk.At, m.at()
	type answer struct{ now, then []teams.Verdict }
	desk.Ask(&m.reading, m.desk.Run, func(ctx context.Context) (a answer, err error) {
		source, err := figure.Open(ctx, db, now)
		if err != nil {
			return a, err
		}
		if a.now, err = teams.Lights(ctx, source, now); err != nil || then == now {
			a.then = a.now
			return a, err
		}
		a.then, err = teams.Lights(ctx, source, then)
		return a, err
	}, func(a answer, err error) {
		if err != nil {
			m.desk.Shell.Fail(err)
			return
		}
		m.now, m.then = a.now, a.then
		if m.chosen == "" && len(m.then) > 0 {
			m.chosen = worst(m.then).Team
		}
		m.listed()
		m.open(m.chosen)
	})
}

// worst is the first team with the worst light: what one looks at first.
func worst(list []teams.Verdict) teams.Verdict {
	return slices.MinFunc(list, func(a, b teams.Verdict) int {
		if a.Color != b.Color {
			return int(a.Color[0]) - int(b.Color[0])
		}
		return b.Missing - a.Missing
	})
}

// project shows the teams so many months ahead.
func (m *model) project(months int) {
	if months != m.month {
		m.month = months
		m.read()
	}
}

// show narrows the map to one light; the same again shows all.
func (m *model) show(c teams.Color) {
	if m.color == c {
		c = ""
	}
	m.color = c
	m.listed()
}

// open reads the ledger of a team at the month shown.
func (m *model) open(id string) {
	m.chosen = id
	if id == "" {
		m.ledger = nil
		m.detailed()
		return
	}
	db, at, now := m.desk.Store, m.at(), m.desk.At
	desk.Ask(&m.opening, m.desk.Run, func(ctx context.Context) (*teams.Ledger, error) {
		source, err := figure.Open(ctx, db, now)
		if err != nil {
			return nil, err
		}
		return teams.LedgerOf(ctx, source, id, at)
	}, func(l *teams.Ledger, err error) {
		if err != nil {
			m.desk.Shell.Fail(err)
			return
		}
		m.ledger = l
		m.detailed()
	})
}

// groups are the plates of the map: teams by kind, those with the light asked
// for. A team whose light is not what it is now stands out.
func (m *model) groups() []kit.PlateGroup {
	before := map[string]teams.Color{}
	for _, v := range m.now {
		before[v.Team] = v.Color
	}
	var groups []kit.PlateGroup
	place := map[string]int{}
	for _, v := range m.then {
		if m.color != "" && v.Color != m.color {
			continue
		}
		group := data.ListNamed("unit_kind").GroupOf(v.Kind)
		i, ok := place[group]
		if !ok {
			i = len(groups)
			place[group] = i
			groups = append(groups, kit.PlateGroup{Title: group})
		}
		groups[i].Plates = append(groups[i].Plates, kit.Plate{
			ID: v.Team, Title: v.Name, Note: plateNote(v), Light: light(v.Color),
			Changed: before[v.Team] != "" && before[v.Team] != v.Color,
		})
	}
	for i := range groups {
		groups[i].Title += fmt.Sprintf("　%d", len(groups[i].Plates))
	}
	return groups
}

// plateNote is the shortest word on a team.
func plateNote(v teams.Verdict) string {
	switch {
	case v.Missing > 0:
		return fmt.Sprintf("%s　缺 %d 人", v.Color.Word(), v.Missing)
	case len(v.Reasons) > 0:
		return fmt.Sprintf("%s　%d 项", v.Color.Word(), len(v.Reasons))
	}
	return v.Color.Word()
}

func light(c teams.Color) kit.Light {
	switch c {
	case teams.Red:
		return kit.LightRed
	case teams.Yellow:
		return kit.LightAmber
	case teams.Green:
		return kit.LightGreen
	}
	return kit.LightNone
}
