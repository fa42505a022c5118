package sample

// waiting is the share of vacancies that wait another month for the summer's
// graduates.
const waiting = 90

// hire brings in people for those who left: graduates in summer, others at any
// time. In the last year every gap is closed, so that the number is exact.
func (w *world) hire() {
	month := int(w.now) % 100
	gap := w.options.Cadres - len(w.active)
	if w.now < w.options.At {
		gap -= w.staleSeats()
	}
	summer := month >= 7 && month <= 10
	for ; gap > 0; gap-- {
		if !summer && w.now < w.options.At.Add(-1) && w.chance.percent(waiting) {
			continue
		}
		if !w.hireOne(summer && !w.chance.percent(12)) {
			return
		}
	}
}

// staleSeats is the number of seats that wait for somebody from outside.
func (w *world) staleSeats() int {
	n := 0
	for _, c := range w.ordered {
		if c.Grade < gradeVice || c.nonleading || c.Managed == "3" {
			continue
		}
		for _, s := range c.seats {
			if s.stale >= patience && s.unit.open(w.now) {
				n += s.free()
			}
		}
	}
	return n
}

// hireOne gives one newcomer a staff post; false when there is none free.
func (w *world) hireOne(fresh bool) bool {
	selected := fresh && w.now.Year() >= 2004 && int(w.now)%100 <= 8 && w.chance.percent(float64(10+2*min(w.now.Year()-2004, 14)))
	s := w.vacancy(fresh, selected)
	if s == nil {
		return false
	}
	var p *person
	if fresh {
		var fields []string
		if w.chance.percent(60) {
			fields = s.unit.words.Fields
		}
		p = w.graduate(w.now, selected, fields)
	} else {
		p = w.lateral(w.now)
	}
	w.enter(p, s)
	return true
}

// vacancy is a staff post that is free: selected graduates begin in townships,
// other graduates more often there than not.
func (w *world) vacancy(fresh, selected bool) *seat {
	var list []share[*seat]
	for _, u := range w.units {
		if u.staff == nil || !u.open(w.now) || u.staff.free() <= 0 {
			continue
		}
		weight := u.staff.free()
		if u.township && fresh {
			weight *= 2
		}
		if selected && !u.township {
			weight = 0
		}
		list = append(list, share[*seat]{u.staff, weight})
	}
	if s := draw(w.chance, list); s != nil || !selected {
		return s
	}
	return w.vacancy(fresh, false)
}
