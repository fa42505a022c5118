// Package team is the workspace of the leadership teams (领导班子): the lights of
// all teams at the as-of month or a later month, and the ledger of one team.
package team

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/figure"
	teams "huoshui/data/team"
)

// ahead is how many months the slider of the projection reaches.
const ahead = 60

// model holds the data of the room without the window.
type model struct {
	desk *desk.Desk

	month  int // months ahead of the as-of month; 0 for none
	color  teams.Color
	chosen string // id of the team whose ledger is shown

	now             []teams.Verdict // at the as-of month
	then            []teams.Verdict // at the month of the projection
	round           string          // the last round settled by the as-of month; empty without one
	was             []*data.Light   // in that round
	ledger          *teams.Ledger
	reading         desk.Latest
	opening         desk.Latest
	onMapChanged    func() // the map has changed
	onLedgerChanged func() // another ledger is shown
}

func newModel(d *desk.Desk) *model {
	return &model{desk: d, onMapChanged: func() {}, onLedgerChanged: func() {}}
}

// at is the month shown.
func (m *model) at() data.Month { return m.desk.At.Add(m.month) }

// read judges all teams again, now and at the month shown.
func (m *model) read() {
	db, now, then := m.desk.Store, m.desk.At, m.at()
	type answer struct {
		now, then []teams.Verdict
		round     string
		was       []*data.Light
	}
	desk.Ask(m.desk, &m.reading, func(ctx context.Context) (a answer, err error) {
		source, err := figure.Open(ctx, db, now)
		if err != nil {
			return a, err
		}
		if round, err := teams.LastRound(ctx, db, now); err != nil {
			return a, err
		} else if round != nil {
			a.round = round.Name
			if a.was, err = teams.LightsOf(ctx, db, round.ID); err != nil {
				return a, err
			}
		}
		if a.now, err = teams.Lights(ctx, source, now); err != nil || then == now {
			a.then = a.now
			return a, err
		}
		a.then, err = teams.Lights(ctx, source, then)
		return a, err
	}, func(a answer) {
		m.now, m.then, m.round, m.was = a.now, a.then, a.round, a.was
		if m.chosen == "" && len(m.then) > 0 {
			m.chosen = worst(m.then).Team
		}
		m.onMapChanged()
		m.open(m.chosen)
	})
}

// worst is the first team with the worst light, those without one behind: what one
// looks at first.
func worst(list []teams.Verdict) teams.Verdict {
	return slices.MinFunc(list, func(a, b teams.Verdict) int {
		switch {
		case a.Color == b.Color:
		case a.Judged() && b.Judged():
			return strings.Compare(string(a.Color), string(b.Color))
		case a.Judged():
			return -1
		default:
			return 1
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
	m.onMapChanged()
}

// open reads the ledger of a team at the month shown.
func (m *model) open(id string) {
	m.chosen = id
	if id == "" {
		m.ledger = nil
		m.onLedgerChanged()
		return
	}
	db, at := m.desk.Store, m.at()
	desk.Ask(m.desk, &m.opening, func(ctx context.Context) (*teams.Ledger, error) {
		return teams.OpenLedger(ctx, db, id, at)
	}, func(l *teams.Ledger) {
		m.ledger = l
		m.onLedgerChanged()
	})
}

// before is what the lights shown are held against: those of the last round, or,
// ahead, those of now.
func (m *model) before() map[string]teams.Color {
	before := map[string]teams.Color{}
	if m.month == 0 {
		for _, l := range m.was {
			before[string(l.Unit)] = teams.Color(l.Color)
		}
		return before
	}
	for _, v := range m.now {
		before[v.Team] = v.Color
	}
	return before
}

// summary counts the lights shown, and what has changed since the last round.
func (m *model) summary() string {
	text := fmt.Sprintf("%d 个　%s", len(m.then), teams.Count(m.then))
	if m.month > 0 || m.round == "" {
		return text
	}
	c := teams.Shifted(m.was, teams.Frozen(m.now))
	return text + fmt.Sprintf("　较%s：变好 %d　变差 %d", m.round, c.Better, c.Worse)
}

// groups are the plates of the map: teams by kind, those with the light asked
// for. A team whose light is not what it was stands out.
func (m *model) groups() []kit.PlateGroup {
	before := m.before()
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
		plate := kit.Plate{ID: v.Team, Title: v.Name, Note: plateNote(v), Light: light(v.Color)}
		if was := before[v.Team]; was != "" && v.Judged() && was != v.Color {
			plate.Changed, plate.Note = true, was.Word()+"→"+plate.Note
		}
		groups[i].Plates = append(groups[i].Plates, plate)
	}
	for i := range groups {
		groups[i].Title += fmt.Sprintf("　%d", len(groups[i].Plates))
	}
	return groups
}

// plateNote is the shortest word on a team.
func plateNote(v teams.Verdict) string {
	switch {
	case !v.Judged():
		return v.Why()
	case v.Missing > 0:
		return fmt.Sprintf("%s 缺 %d 人", v.Color.Word(), v.Missing)
	case len(v.Reasons) > 0:
		return fmt.Sprintf("%s %d 项", v.Color.Word(), len(v.Reasons))
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
