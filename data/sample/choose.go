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
	to, at := s.class, w.now
	if p.stopped || p.tenure(at) < settled || to.Grade > p.grade+1 && (to.Grade != gradeVice || p.grade != gradeStaff) {
		return false
	}
	if to.Grade > p.grade && !p.enough(to.Grade, at) {
		return false
	}
	age := p.months(at) / 12
	limit := to.Max
	if s.unit.words.Young {
		limit = 33 + to.Grade
	}
	if limit > 0 && age > limit || age < to.Min && !s.unit.words.Young || w.retiring(p, 36) {
		return false
	}
	if sex := s.sex(); sex != "" && sexOf(p.male) != sex {
		return false
	}
	if to.Party == "党外" {
		return p.other != "" || p.party == 0 && age >= 30
	}
	return to.Grade < gradeVice || p.member(at.Add(-12))
}

// retiring reports whether retirement is nearer than that many months.
func (w *world) retiring(p *person, months int) bool { return p.retires().Since(w.now) < months }

// score says how well a person fits a seat: ability, closeness to the ideal
// age, time in the present post, and what the team lacks.
func (w *world) score(p *person, s *seat) float64 {
	c := s.class
	score := 1.1*p.ability + 0.6*w.chance.NormFloat64()
	ideal := c.idealAge(w.now)
	if c.Term != "" && w.now.Year() >= 2021 {
		ideal += 1.5
		if w.electing(s) {
			ideal -= 1.5 + 0.3*float64(w.now.Year()-2015) // when young people are placed
		}
	}
	if s.unit.words.Young {
		ideal = float64(26 + 2*c.Grade)
	}
	away := float64(p.months(w.now))/12 - ideal
	if away < 0 {
		away = -away * 0.7
	}
	tenure := p.tenure(w.now)
	if c.Grade > p.grade {
		score -= 0.22 * away
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
