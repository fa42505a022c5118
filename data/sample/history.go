package sample

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// history is who held which post when, read off the careers, and the people a
// department deals with: those who lead, if only a section, and the reserve.
type history struct {
	terms map[*seat][]tenure
	known []*person
	units map[string]*unit
}

// tenure is the holding of a seat by a person.
type tenure struct {
	person       *person
	step         *step
	since, until data.Month // until 0: still held
}

func newHistory(w *world) *history {
	h := &history{terms: map[*seat][]tenure{}, units: map[string]*unit{}}
	for _, u := range w.units {
		h.units[u.short] = u
	}
	for _, p := range w.persons {
		leads := len(p.reserve) > 0
		for i := range p.path {
			st := &p.path[i]
			if st.seat == nil {
				continue
			}
			leads = leads || st.seat.class.Grade > gradeStaff || st.seat.managed == "2"
			if st.seat.managed == "3" {
				continue
			}
			held := tenure{p, st, st.since, st.until}
			h.terms[st.seat] = append(h.terms[st.seat], held)
			for _, linked := range st.seat.linked {
				h.terms[linked] = append(h.terms[linked], held)
			}
		}
		if leads {
			h.known = append(h.known, p)
		}
	}
	for _, list := range h.terms {
		slices.SortStableFunc(list, func(a, b tenure) int { return cmp.Compare(a.since, b.since) })
	}
	return h
}

// stepAt is the step of a month; nil when the person was not in service then.
func (p *person) stepAt(at data.Month) *step {
	for i := len(p.path) - 1; i >= 0; i-- {
		if st := &p.path[i]; st.since <= at {
			if st.until != 0 && st.until <= at {
				return nil
			}
			return st
		}
	}
	return nil
}

// seatAt is the seat held here at a month; nil when none.
func (p *person) seatAt(at data.Month) *seat {
	if st := p.stepAt(at); st != nil {
		return st.seat
	}
	return nil
}

// serves reports service here at both months and between.
func (p *person) serves(from, to data.Month) bool {
	return p.seatAt(from) != nil && (p.left == 0 || p.left > to)
}

// gradeAt is the highest grade reached by a month.
func (p *person) gradeAt(at data.Month) int {
	for g := grades - 1; g > 0; g-- {
		if p.reached[g] != 0 && p.reached[g] <= at {
			return g
		}
	}
	return gradeStaff
}

// reservedAt reports membership of the reserve at a month.
func (p *person) reservedAt(at data.Month) bool {
	return slices.ContainsFunc(p.reserve, func(m membership) bool {
		return m.since <= at && (m.until == 0 || m.until > at)
	})
}

// rises reports a promotion, or a move to a weightier post, within a span.
func (p *person) rises(from, to data.Month) bool {
	return slices.ContainsFunc(p.path, func(st step) bool { return st.rising() && st.since >= from && st.since <= to })
}

// moves reports any change of post within a span.
func (p *person) moves(from, to data.Month) bool {
	return slices.ContainsFunc(p.path, func(st step) bool { return st.since >= from && st.since <= to })
}

func (st *step) rising() bool { return st.how == howPromoted || st.how == howWeightier }

// team are those in the leadership team of a unit at a month, in the order of
// the seats.
func (h *history) team(u *unit, at data.Month) []*person {
	var list []*person
	for _, s := range u.seats {
		for _, t := range h.terms[s] {
			if t.since <= at && (t.until == 0 || t.until > at) {
				list = append(list, t.person)
			}
		}
	}
	return list
}

// head is who stands first in the team of a unit; empty when nobody does.
func (pl *plan) head(u *unit, at data.Month) string {
	if u == nil {
		return ""
	}
	if team := pl.history.team(u, at); len(team) > 0 {
		return pl.nameOf(team[0])
	}
	return ""
}

// teams are the units with a leadership team at a month; own includes the
// county's own four.
func (pl *plan) teams(at data.Month, own bool) []*unit {
	var list []*unit
	for _, u := range pl.units {
		four := u.words.Kind >= "11" && u.words.Kind <= "14"
		if len(u.seats) > 0 && u.open(at) && (own || !four) {
			list = append(list, u)
		}
	}
	return list
}

// unitID is the ID of the unit of that short name; empty when there is none.
func (pl *plan) unitID(short string) data.Ref {
	if u := pl.history.units[pl.replace.Replace(short)]; u != nil {
		return u.id
	}
	return ""
}

// youngAge is the age below which somebody counts as young on appointment.
func (w *world) youngAge() int {
	if w.options.Level == LevelCity {
		return 41
	}
	return 36
}

// young reports whether a person counts as young at a month.
func (w *world) young(p *person, at data.Month) bool { return p.months(at) < w.youngAge()*12 }
