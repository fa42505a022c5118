package sample

import "huoshui/data"

// secondments are sent each spring: about this share of young middle staff and
// deputies, out of a hundred.
const seconded = 4

// second sends young people of departments to townships, and of townships to
// departments, beside their posts.
func (w *world) second() {
	if int(w.now)%100 != 3 || w.now < recordsFrom.Add(-24) {
		return
	}
	highest := gradeVice
	if w.options.Level == LevelCity {
		highest = gradeHead
	}
	for _, p := range w.active {
		u := p.seat.unit
		young := p.months(w.now) < 38*12 && !p.stopped && p.tenure(w.now) >= 12
		if !young || p.grade < gradeMiddle || p.grade > highest || !w.chance.percent(seconded) {
			continue
		}
		to := w.hostFor(u)
		if to == nil {
			continue
		}
		until := w.now.Add(12)
		if n := len(p.sides); n > 0 && p.sides[n-1].until.Since(w.now) > -24 {
			continue
		}
		p.sides = append(p.sides, side{unit: to, title: secondTitle(to), since: w.now, until: until})
	}
}

// recall ends a secondment that is still running; one that had hardly begun
// is as if it had not been.
func (p *person) recall(at data.Month) {
	n := len(p.sides)
	if n == 0 || p.sides[n-1].until <= at {
		return
	}
	p.sides[n-1].until = at
	if at.Since(p.sides[n-1].since) < 6 {
		p.sides = p.sides[:n-1]
	}
}

// hostFor is where somebody of the unit is sent.
func (w *world) hostFor(u *unit) *unit {
	var list []*unit
	for _, other := range w.units {
		base, office := other.township || other.words.Kind == countyKind, other.words.Kind == "22"
		if other.open(w.now) && base == (u.words.Kind[0] == '2') && (base || office) {
			list = append(list, other)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return pick(w.chance, list)
}

// secondTitle is the post a seconded cadre holds, with the form of the unit
// that name parts expand to.
func secondTitle(to *unit) string {
	switch {
	case to.township:
		return "{党委}委员、{副}（挂职）"
	case to.words.Kind == countyKind:
		return "委办公室副主任（挂职）"
	}
	return "副局长（挂职）"
}
