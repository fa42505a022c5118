package sample

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// rivals are those compared with the one who was chosen, as things stood the
// month before: three at most and, unless the chosen one is young, at least one
// of them young when anybody young fits at all.
func (pl *plan) rivals(c chance, o *opening, at data.Month, busy []*person) []*person {
	before := at.Add(-1)
	var fit []*person
	for _, p := range pl.history.known {
		if pl.flawed[p] == 0 && pl.fits(p, o.seat, before) && !slices.Contains(busy, p) {
			fit = append(fit, p)
		}
	}
	n := min(c.between(2, 4), len(fit))
	order := map[*person]float64{}
	for _, p := range fit {
		order[p] = p.ability + float64(one(p.reservedAt(before))) + 1.5*c.NormFloat64()
	}
	slices.SortStableFunc(fit, func(a, b *person) int { return cmp.Compare(order[b], order[a]) })
	list := slices.Clone(fit[:n])
	young := func(p *person) bool { return pl.young(p, at) }
	if o.winner != nil && young(o.winner.person) || n == 0 || slices.ContainsFunc(list, young) {
		return list
	}
	if i := slices.IndexFunc(fit, young); i >= 0 {
		list[n-1] = fit[i]
	}
	return list
}

// fits reports whether the person could have been given the seat at a month:
// the right grade long enough, the right sex and age, settled, in the party
// where the post asks for it, not frozen.
func (pl *plan) fits(p *person, s *seat, at data.Month) bool {
	st := p.stepAt(at)
	if st == nil || st.seat == nil || st.seat == s || st.seat.class.nonleading || at.Since(st.since) < settled || p.left == at.Add(1) {
		return false
	}
	to, grade := s.class, p.gradeAt(at)
	if grade > to.Grade || grade < to.Grade-1 && (to.Grade != gradeVice || grade != gradeStaff) {
		return false
	}
	if to.Own && st.seat.unit != s.unit || grade < to.Grade && !p.enough(to.Grade, at) {
		return false
	}
	sex, member := s.sex(), p.member(at.Add(-12))
	if sex != "" && sex != sexOf(p.male) || !s.ageFits(p.months(at)/12) || member == (to.Party == "党外") {
		return false
	}
	return p.retires().Since(at) >= 36 && !pl.frozenAt(p, at)
}
