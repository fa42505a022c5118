package sample

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// opening is a vacancy of a post managed here and how it was filled.
type opening struct {
	seat   *seat
	since  data.Month
	why    data.Code // of the leaving
	winner *tenure   // nil while the post is vacant
	losers []*person
}

// openings match each taking over of a post with the leaving before it: the
// first to leave is the first to be replaced.
func (pl *plan) openings() []*opening {
	var list []*opening
	for _, u := range pl.units {
		for _, s := range u.seats {
			if s.managed == "2" && s.rank != "" && !s.words.Linked {
				list = append(list, pl.openingsOf(s)...)
			}
		}
	}
	return list
}

func (pl *plan) openingsOf(s *seat) []*opening {
	terms := pl.history.terms[s]
	ends := slices.DeleteFunc(slices.Clone(terms), func(t tenure) bool { return t.until < recordsFrom })
	slices.SortStableFunc(ends, func(a, b tenure) int { return cmp.Compare(a.until, b.until) })
	var list []*opening
	held := 0 // at the beginning of the records
	for _, t := range terms {
		held += one(t.since < recordsFrom && (t.until == 0 || t.until >= recordsFrom))
	}
	free, next := s.approved-held, 0
	for i := range terms {
		t := &terms[i]
		if t.since < recordsFrom {
			continue
		}
		if free > 0 { // a post that nobody left in the records
			free--
			continue
		}
		if next < len(ends) && ends[next].until <= t.since {
			list = append(list, &opening{seat: s, since: ends[next].until, why: ends[next].step.leaving, winner: t})
			next++
		}
	}
	for _, left := range ends[next:] {
		list = append(list, &opening{seat: s, since: left.until, why: left.step.leaving})
	}
	return list
}

// otherMoves is the share out of a hundred of vacancies filled without
// promotion for which a comparison was held.
const otherMoves = 40

// choices records the vacancies, month by month, with the comparison of
// candidates and the vetting of those to be promoted. Posts given to somebody
// sent from elsewhere were not compared for here.
func (pl *plan) choices() {
	c := pl.luck(luckChoice)
	byMonth := map[data.Month][]*opening{}
	for _, o := range pl.openings() {
		if o.winner == nil {
			pl.vacant(c, o)
		} else if from := o.winner.since; from >= pl.from && o.winner.person.seatAt(from.Add(-1)) != nil {
			byMonth[o.winner.since] = append(byMonth[o.winner.since], o)
		}
	}
	for at := pl.from; at <= pl.today.Month(); at = at.Add(1) {
		var chosen, compared, winners []*person
		for _, o := range byMonth[at] {
			winners = append(winners, o.winner.person)
		}
		promoted := pl.promotedIn(at)
		for _, o := range byMonth[at] {
			if rising := o.winner.step.rising(); rising || c.percent(otherMoves) {
				o.losers = pl.rivals(c, o, at, append(winners, promoted...))
				compared = append(compared, o.losers...)
			}
		}
		chosen = losersOf(promoted, nil)
		losers := losersOf(compared, append(winners, chosen...))
		pl.vet(c, decided(at), chosen, losers[:min(len(losers), 1+len(chosen)/6)])
		for _, o := range byMonth[at] {
			if o.losers != nil || o.winner.step.rising() {
				pl.filled(c, o)
			}
		}
	}
	pl.exceptional()
}

// promotedIn are those promoted in a month to posts managed here.
func (pl *plan) promotedIn(at data.Month) []*person {
	var list []*person
	for _, p := range pl.history.known {
		for i := range p.path {
			if st := &p.path[i]; st.since == at && st.seat != nil && st.seat.managed == "2" && st.rising() {
				list = append(list, p)
			}
		}
	}
	return list
}

// vacant records a post that nobody holds now.
func (pl *plan) vacant(c chance, o *opening) {
	v := pl.vacancyOf(c, o)
	opened := max(workdayOf(pl.today.Add(-c.between(12, 60))), firstDay(o.since))
	compared := c.percent(45) && opened < pl.today.Add(-8)
	if compared || c.percent(30) {
		v.Opened = opened
	}
	id := pl.add(v)
	if !compared {
		return
	}
	day := workdayOf(opened.Add(5))
	for _, p := range pl.rivals(c, o, day.Month(), nil) {
		r := pl.nominee(c, id, p, day)
		r.Reason = data.Long(pl.words.nurture.Vacancy.Pending)
		pl.give(p, r)
	}
}

// firstDay is the first working day of a month on which a vacancy can be taken
// up.
func firstDay(at data.Month) data.Date { return workday(at.Year(), int(at)%100, 2) }

func (pl *plan) vacancyOf(c chance, o *opening) *data.Vacancy {
	words := &pl.words.nurture.Vacancy
	reason := words.Reasons[string(o.why)]
	if reason == "" {
		reason = words.Reasons["1"]
	}
	return &data.Vacancy{
		Post: o.seat.id, Since: o.since, Reason: reason, Below: pl.belowTarget(o.seat.unit, o.since),
		Note: data.Long(pick(c, words.Notes)),
	}
}

// belowTarget reports that a team has too few young members: fewer than three
// in ten of a township, or none elsewhere.
func (pl *plan) belowTarget(u *unit, at data.Month) bool {
	team, young := pl.history.team(u, at), 0
	for _, p := range team {
		young += one(pl.young(p, at))
	}
	return young == 0 || u.township && young*10 < len(team)*3
}

// filled records a vacancy that was filled, with those compared for it.
func (pl *plan) filled(c chance, o *opening) {
	v := pl.vacancyOf(c, o)
	v.Filled = decided(o.winner.since)
	v.Opened = max(workdayOf(v.Filled.Add(-c.between(24, 40))), firstDay(o.since))
	id := pl.add(v)
	day := max(workdayOf(v.Filled.Add(-c.between(17, 20))), v.Opened)
	win := pl.nominee(c, id, o.winner.person, day)
	win.Chosen, win.Reason = true, data.Long(pick(c, pl.words.nurture.Vacancy.Chosen))
	pl.give(o.winner.person, win)
	for _, p := range o.losers {
		r := pl.nominee(c, id, p, day)
		r.Reason = data.Long(pl.declined(c, p, o, day))
		pl.give(p, r)
	}
}

func (pl *plan) nominee(c chance, vacancy data.Ref, p *person, day data.Date) *data.Candidate {
	r := &data.Candidate{Vacancy: vacancy, Cadre: pl.cadreID(p), Compared: day, Young: pl.young(p, day.Month())}
	r.FileChecked, r.MattersChecked, r.DisciplineHeard, r.PetitionsChecked = true, true, true, true
	r.Source = pick(c, []data.Code{"2", "2", "3", "4"})
	if p.reservedAt(day.Month()) {
		r.Source = "1"
	}
	return r
}

// declined is why somebody compared was not chosen, by the facts.
func (pl *plan) declined(c chance, p *person, o *opening, day data.Date) string {
	words := &pl.words.nurture.Vacancy
	st := p.stepAt(day.Month())
	switch {
	case pl.flawed[p] != 0 && pl.flawed[p] <= decided(o.winner.since).Month():
		return words.Vetted
	case st != nil && day.Month().Since(st.since) < 24:
		return words.Short
	case pl.young(p, day.Month()) && p.gradeAt(day.Month()) < o.seat.class.Grade && c.percent(50):
		return words.Inexperienced
	case pl.young(p, day.Month()):
		return pick(c, words.Match)
	}
	return pick(c, words.Other)
}
