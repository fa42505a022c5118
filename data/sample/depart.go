package sample

import "huoshui/data"

// depart takes those off the books who retire, move away, resign or die.
func (w *world) depart() {
	kept := w.active[:0]
	for _, p := range w.active {
		if why := w.departing(p); why != "" {
			w.quit(p, why)
			continue
		}
		kept = append(kept, p)
	}
	clear(w.active[len(kept):])
	w.active = kept
}

// Monthly chances out of a hundred thousand.
const (
	dies         = 5
	movesAway    = 50
	leadersAway  = 210
	resignsYoung = 45
	rarest       = 5000 // nothing here is likelier than that
)

// departing is why the person leaves this month; empty when not.
func (w *world) departing(p *person) data.Code {
	if p.retires() <= w.now {
		return goneRetired
	}
	n := w.chance.IntN(100000)
	switch {
	case n >= rarest:
		return ""
	case n < dies:
		return goneDied
	case p.seat.class.Away > 0:
		if p.tenure(w.now) >= 36 && n < p.seat.class.Away*1000 {
			return goneMoved
		}
		return ""
	case p.stopped || p.tenure(w.now) < 18:
		return ""
	}
	return p.drawn(n, p.months(w.now)/12)
}

// drawn is whether a younger person is drawn away, to another place or out of
// the service.
func (p *person) drawn(n, age int) data.Code {
	switch {
	case p.grade >= gradeVice && age < 46 && n < leadersAway:
		return goneMoved
	case p.grade < gradeVice && age < 36 && n < movesAway:
		return goneMoved
	case p.grade < gradeVice && age < 34 && n >= movesAway && n < movesAway+resignsYoung:
		return goneResigned
	}
	return ""
}

// giveUp moves people to posts without leadership: leaders who have reached the
// age for it or were punished, and older staff to a higher 职级.
func (w *world) giveUp() {
	for _, p := range w.active {
		if p.stopped {
			continue
		}
		if c := p.seat.class; c.Managed == "3" {
			w.settle(p, c)
		} else if c.Leave < 60 {
			w.stepDown(p, c)
		}
	}
}

// stepDown lets a leader of a post managed here give up leadership: by age, by
// own choice some years before retirement, or after a punishment.
func (w *world) stepDown(p *person, c *class) {
	switch n := w.chance.IntN(100000); {
	case p.months(w.now) >= c.leaveAge(p)+p.serial%9:
		w.toOlder(p, c.Grade, leavingAge)
	case p.tenure(w.now) >= 60 && n < 1400 && w.retiring(p, 11*12):
		w.toOlder(p, c.Grade, leavingOther)
	case p.tenure(w.now) > 14 && n >= 1400 && n < 1422 && w.now > recordsFrom:
		if w.toOlder(p, c.Grade-1, leavingPunished) {
			p.punished = w.now
		}
	}
}

// settle gives older staff and heads within units a 职级 each half-year.
func (w *world) settle(p *person, c *class) {
	if int(w.now)%100 != 6 && int(w.now)%100 != 12 {
		return
	}
	switch {
	case c.Grade > gradeStaff && w.retiring(p, 9*12) && w.chance.percent(15):
		w.toOlder(p, c.Grade, leavingOther)
	case c.Grade == gradeStaff && p.served(gradeStaff, w.now) > 150 && p.months(w.now) > 40*12 && w.chance.percent(12):
		w.toOlder(p, gradeStaff, leavingElse)
	}
}

// toOlder gives a person a post without leadership of the unit, when one is
// free; leadership is then over.
func (w *world) toOlder(p *person, grade int, why data.Code) bool {
	class := w.older[grade]
	if class == nil {
		class = w.older[gradeStaff]
	}
	for _, s := range p.seat.unit.older {
		if s.class == class && s.free() > 0 {
			w.leave(p, why)
			w.take(p, s, howOther)
			p.stopped = true
			return true
		}
	}
	return false
}
