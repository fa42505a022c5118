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
	leadersAway  = 150
	resignsYoung = 45
	rarest       = 5000 // nothing here is likelier than that
)

// departing is why the person leaves this month; empty when not.
func (w *world) departing(p *person) data.Code {
	if p.retires() <= w.now {
		return goneRetired
	}
	n := w.chance.IntN(100000)
	if n >= rarest {
		return ""
	}
	if n < dies {
		return goneDied
	}
	c := p.seat.class
	if c.Away > 0 {
		if p.tenure(w.now) >= 36 && n < c.Away*1000 {
			return goneMoved
		}
		return ""
	}
	age := p.months(w.now) / 12
	switch {
	case p.stopped || p.tenure(w.now) < 18:
		return ""
	case p.grade >= gradeVice && age < 46 && n < leadersAway:
		return goneMoved
	case p.grade < gradeVice && age < 36 && n < movesAway:
		return goneMoved
	case p.grade < gradeVice && age < 34 && n >= movesAway && n < movesAway+resignsYoung:
		return goneResigned
	}
	return ""
}

// giveUp moves leaders who have reached the age for it, or were punished, to
// posts without leadership, and long-serving staff to a higher 职级.
func (w *world) giveUp() {
	halfYear := int(w.now)%100 == 6 || int(w.now)%100 == 12
	for _, p := range w.active {
		if p.stopped {
			continue
		}
		c := p.seat.class
		age := c.leaveAge(p)
		switch {
		case age > 0 && c.Leave < 60 && p.months(w.now) >= age+p.serial%9:
			w.toOlder(p, c.Grade, leavingAge)
		case c.Managed == "2" && w.now > recordsFrom && p.tenure(w.now) > 14 && w.chance.IntN(100000) < 22:
			if w.toOlder(p, c.Grade-1, leavingPunished) {
				p.punished = w.now
			}
		case c.Managed == "2" && c.Leave < 60 && w.retiring(p, 11*12) && p.tenure(w.now) >= 60 && w.chance.IntN(1000) < 8:
			w.toOlder(p, c.Grade, leavingOther)
		case halfYear && c.Managed == "3" && c.Grade >= gradeMiddle && w.retiring(p, 9*12) && w.chance.percent(15):
			w.toOlder(p, c.Grade, leavingOther)
		case halfYear && c.Grade == gradeStaff && p.served(gradeStaff, w.now) > 150 && p.months(w.now) > 40*12 && w.chance.percent(12):
			w.toOlder(p, gradeStaff, leavingElse)
		}
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
