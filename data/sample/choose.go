package sample

import "huoshui/data"

// enough is the time in months at the grade below that the rules ask for
// (任职年限); practice is a little slower than the rule.
func (p *person) enough(grade int, at data.Month) bool {
	switch grade {
	case gradeMiddle:
		return p.served(gradeStaff, at) >= 36
	case gradeVice:
		least := 60 // 二级科员两年、一级科员三年
		if p.study.edu == "研究生" {
			least = 40
		}
		return p.served(gradeStaff, at) >= least && p.college(at)
	case gradeHead, gradeChief, gradeBureauChief:
		return p.served(grade-1, at) >= 26 && (grade == gradeHead || p.postsAt[grade-1] >= 2)
	case gradeDeputy, gradeBureauDeputy:
		return p.served(grade-1, at) >= 37 && p.postsAt[grade-1] >= 2
	}
	return true
}

// settled is the time in months somebody stays in a post before being moved.
const settled = 13

// eligible reports whether the person may be given the seat.
func (w *world) eligible(p *person, s *seat) bool {
	to := s.class
	if p.stopped || p.tenure(w.now) < settled || !p.next(to.Grade) || w.retiring(p, 36) {
		return false
	}
	if to.Grade > p.grade && !p.enough(to.Grade, w.now) {
		return false
	}
	sex := s.sex()
	return (sex == "" || sexOf(p.male) == sex) && s.ageFits(p.months(w.now)/12) && w.partyFits(p, to)
}

// next reports whether the grade is the person's own, or the next above it;
// staff may become 乡科级副职 without having led a section.
func (p *person) next(grade int) bool {
	return grade <= p.grade+1 || grade == gradeVice && p.grade == gradeStaff
}

// ageFits reports whether somebody of the age may be newly appointed.
func (s *seat) ageFits(age int) bool {
	if s.unit.words.Young {
		return age <= 33+s.class.Grade
	}
	return age >= s.class.Min && (s.class.Max == 0 || age <= s.class.Max)
}

// partyFits reports whether the person may hold a post of the class as a member
// of the party, or as none.
func (w *world) partyFits(p *person, to *class) bool {
	if to.Party == "党外" {
		return p.other != "" || p.party == 0 && p.months(w.now) >= 30*12
	}
	return to.Grade < gradeVice || p.member(w.now.Add(-12))
}

// retiring reports whether retirement is nearer than that many months.
func (w *world) retiring(p *person, months int) bool { return p.retires().Since(w.now) < months }

// score says how well a person fits a seat: ability, closeness to the ideal
// age, time in the present post, and what the team lacks.
func (w *world) score(p *person, s *seat) float64 {
	c := s.class
	score := 1.1*p.ability + 0.6*w.chance.NormFloat64()
	ideal, strict := c.idealAge(w.now), 0.22
	if c.Term != "" {
		ideal, strict = w.termAge(s, ideal)
	}
	if s.unit.words.Young {
		ideal = float64(26 + 2*c.Grade)
	}
	away := float64(p.months(w.now))/12 - ideal
	if away < 0 {
		away = -away * 0.7
	}
	tenure := p.tenure(w.now)
	if how(p.seat.class, c) != howLevel {
		score -= strict * away
		if p.reserved() != nil {
			score += 1.1
		}
	} else {
		score += 0.02*float64(min(tenure, 72)) - 0.08*away
	}
	if tenure < 24 {
		score -= 1.2
	}
	if p.seat.unit == s.unit {
		score += 0.5
	}
	if c.Grade >= gradeVice && c.Term != "" {
		score += s.unit.wants(p, w.now)
	}
	return score
}

// termAge is the ideal age, and how strictly it is kept, for a post that is
// filled at changes of term: since 2016 that is when young people are placed,
// and the years between see more experienced ones.
func (w *world) termAge(s *seat, ideal float64) (age, strict float64) {
	year := float64(w.now.Year())
	switch {
	case year < 2016:
		return ideal, 0.22
	case w.electing(s):
		return ideal - 0.35*(year-2013), 0.22 + 0.02*(year-2016)
	case s.class.Rank == "1":
		return ideal + 5.5, 0.3
	}
	return ideal + 3, 0.22
}

// wants is what the person would add that a township team lacks: a woman, and
// in recent years somebody of thirty or less.
func (u *unit) wants(p *person, at data.Month) float64 {
	women, young := 0, 0
	for _, s := range u.seats {
		for _, h := range s.holders {
			if !h.male {
				women++
			}
			if h.months(at) < 31*12 {
				young++
			}
		}
	}
	want := 0.0
	if women == 0 && !p.male {
		want += 1.5
	}
	if young == 0 && at.Year() >= 2019 && p.months(at) < 30*12 {
		want += 1.5
	}
	return want
}

// sampled is about how many people of a class are looked at for one seat.
const sampled = 300

// best is the best candidate among the holders of a class, or nil.
func (w *world) best(from *class, s *seat) *person {
	if s.class.Own {
		return w.bestOf(s, from, s.unit)
	}
	stride := from.size()/sampled + 1
	skip := w.chance.IntN(stride)
	var found *person
	top := 0.0
	for _, other := range from.seats {
		for ; skip < len(other.holders); skip += stride {
			p := other.holders[skip]
			if other == s || !w.eligible(p, s) {
				continue
			}
			if score := w.score(p, s); found == nil || score > top {
				found, top = p, score
			}
		}
		skip -= len(other.holders)
	}
	return found
}

// bestOf is the best candidate of a class within a unit.
func (w *world) bestOf(s *seat, from *class, u *unit) *person {
	var found *person
	top := 0.0
	look := func(other *seat) {
		if other == nil || other.class != from || other == s {
			return
		}
		for _, p := range other.holders {
			if !w.eligible(p, s) {
				continue
			}
			if score := w.score(p, s); found == nil || score > top {
				found, top = p, score
			}
		}
	}
	for _, other := range u.seats {
		look(other)
	}
	for _, other := range u.mids {
		look(other)
	}
	look(u.staff)
	return found
}
