package sample

import (
	"slices"
)

// renew prepares the change of term of the townships: older leaders of
// departments make room, and township leaders who are older or have nearly
// served a term move to departments, change places with each other, or give up
// leadership.
func (w *world) renew() {
	for _, p := range slices.Clone(w.active) {
		c := p.seat.class
		age := c.leaveAge(p)
		if c.Managed == "2" && c.Term == "" && age > 0 && p.months(w.now) >= age-24 && w.chance.percent(50) {
			w.toOlder(p, c.Grade, leavingAge)
		}
	}
	var due []*person
	for _, p := range w.active {
		c := p.seat.class
		old, long := p.months(w.now) >= (c.Max+1)*12, p.tenure(w.now) >= 42 && w.chance.percent(70)
		if c.Term != "" && p.tenure(w.now) >= settled && (old || long) {
			due = append(due, p)
		}
	}
	slices.SortStableFunc(due, func(a, b *person) int { return int(a.birth - b.birth) })
	w.exchange(slices.DeleteFunc(due, w.relocate))
}

// relocate moves a township leader to a department, or failing that, when old
// enough, to a post without leadership.
func (w *world) relocate(p *person) bool {
	grade := p.seat.class.Grade
	return w.transfer(p) || p.months(w.now) >= (p.seat.class.Max+2)*12 && w.toOlder(p, grade, leavingAge)
}

// exchange lets township leaders of the same kind of post change places in a
// circle, three at a time.
func (w *world) exchange(due []*person) {
	for _, c := range w.ordered {
		var circle []*person
		for _, p := range due {
			if p.seat.class != c || p.stopped {
				continue
			}
			if circle = append(circle, p); len(circle) == 3 {
				w.turn(circle)
				circle = nil
			}
		}
	}
}

// turn gives each the seat of the next.
func (w *world) turn(circle []*person) {
	seats := make([]*seat, len(circle))
	for i, p := range circle {
		seats[i] = p.seat
		w.leave(p, leavingOther)
	}
	for i, p := range circle {
		w.take(p, seats[(i+1)%len(seats)], howLevel)
	}
}

// rotate moves some of those who have led the same unit for a term or longer
// to a free post of the same grade.
func (w *world) rotate() {
	for _, p := range slices.Clone(w.active) {
		c := p.seat.class
		if c.Managed == "2" && c.Grade >= gradeVice && !p.stopped && p.tenure(w.now) >= 60 && w.chance.percent(10) {
			w.transfer(p)
		}
	}
}

// transfer moves a person to a free post of the same grade in a department.
func (w *world) transfer(p *person) bool {
	for _, c := range w.ordered {
		if c.Grade != p.seat.class.Grade || c.Term != "" || c.Own || c.nonleading || c.Party != "" || c.Managed != "2" || p.seat.class.Own {
			continue
		}
		for _, s := range c.seats {
			if s.free() > 0 && s.unit.open(w.now) && w.eligible(p, s) {
				w.move(p, s)
				return true
			}
		}
	}
	return false
}
