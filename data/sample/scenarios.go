package sample

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// trials is the number of vacant posts a trial placement fills.
const trials = 4

// scenarios are two ways of filling the same vacant posts, and the figures the
// office has made for itself.
func (pl *plan) scenarios() {
	c := pl.luck(luckScenario)
	now := pl.today.Month()
	vacant := slices.DeleteFunc(pl.openings(), func(o *opening) bool { return o.winner != nil })
	slices.SortStableFunc(vacant, func(a, b *opening) int { return cmp.Compare(b.seat.class.Order, a.seat.class.Order) })
	for n, words := range pl.words.duty.Scenario {
		id := pl.add(&data.Scenario{
			Name: words.Name, At: now.Add(2), Since: now.Add(1), Note: data.Long(pl.replace.Replace(words.Note)),
		})
		var busy []*person
		for _, o := range vacant {
			if len(busy) == trials {
				break
			}
			if p := pl.successor(o.seat, now, n > 0, busy); p != nil {
				busy = append(busy, p)
				pl.moves(id, len(busy), p, o.seat, pick(c, pl.words.duty.ScenarioWords.Reason))
			}
		}
		if p := pl.retiring(now, busy); p != nil {
			pl.moves(id, len(busy)+1, p, nil, pl.words.duty.ScenarioWords.Retire)
		}
	}
	for _, f := range pl.words.duty.OwnFigure {
		pl.add(&data.OwnFigure{
			Name: f.Name, Subject: f.Subject, Condition: data.Long(f.Condition), Whole: data.Long(f.Whole), Share: f.Share, Note: data.Long(f.Note),
		})
	}
}

// successor is the ablest who fits a post, or the youngest.
func (pl *plan) successor(s *seat, at data.Month, youngest bool, busy []*person) *person {
	var best *person
	for _, p := range pl.history.known {
		if pl.flawed[p] != 0 || !pl.fits(p, s, at) || slices.Contains(busy, p) {
			continue
		}
		if best == nil || youngest && p.birth > best.birth || !youngest && p.ability > best.ability {
			best = p
		}
	}
	return best
}

// retiring is the first in a leading post here who retires within a year.
func (pl *plan) retiring(at data.Month, busy []*person) *person {
	for _, p := range pl.history.known {
		s := p.seatAt(at)
		if s != nil && s.team && s.managed == "2" && p.retires().Since(at) <= 12 && !slices.Contains(busy, p) {
			return p
		}
	}
	return nil
}

// moves adds one step of a trial placement to the rows of the person; without
// a seat it only takes the person out of the present one.
func (pl *plan) moves(scenario data.Ref, step int, p *person, to *seat, why string) {
	m := &data.Move{Scenario: scenario, Step: step, Cadre: pl.cadreID(p), Leaves: pl.presentPost(p), Note: data.Long(why)}
	if to != nil {
		m.Post, m.How = to.id, how(p.seat.class, to.class)
	}
	pl.give(p, m)
}

// presentPost is the ID of the appointment by which a person is in post now.
func (pl *plan) presentPost(p *person) data.Ref {
	before := 1 + len(pl.resume(p)) + len(pl.family(p, pl.nameOf(p))) // as people yields them
	for i, a := range pl.appointments(p) {
		if a.Main && a.Until == 0 {
			return data.Ref(pl.ids.of(firstPerson + p.serial*rowsPerPerson + before + i))
		}
	}
	return ""
}
