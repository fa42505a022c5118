package sample

import "huoshui/data"

// stay is a stretch of a career under one title.
type stay struct {
	step         *step
	title        string
	also         []string // titles of the seats that come with it
	since, until data.Month
	first, last  bool // of the step
}

// stays cuts a career into stretches of one title each.
func (w *world) stays(p *person) []stay {
	var list []stay
	for i := range p.path {
		st := &p.path[i]
		if st.seat == nil {
			list = append(list, stay{step: st, title: st.title, since: st.since, until: st.until, first: true, last: true})
			continue
		}
		end := st.until
		if end == 0 {
			end = w.options.At.Add(1)
		}
		cuts := renamings(st.seat, st.since, end)
		since := st.since
		for n := 0; n <= len(cuts); n++ {
			until := st.until
			if n < len(cuts) {
				until = cuts[n]
			}
			cut := stay{step: st, title: w.title(st.seat, since), since: since, until: until, first: n == 0, last: n == len(cuts)}
			for _, linked := range st.seat.linked {
				cut.also = append(cut.also, w.title(linked, since))
			}
			list = append(list, cut)
			since = until
		}
	}
	return list
}

// appointments are the posts and titles of a career. Headships that come with
// a seat in the standing committee, and secondments, stand beside the main post.
func (w *world) appointments(p *person) []*data.Appointment {
	var list []*data.Appointment
	for _, s := range w.stays(p) {
		if s.step.seat == nil {
			if p.outsider {
				list = append(list, &data.Appointment{Title: s.title, Main: true, Since: s.since, Until: s.until, Leaving: leavingOther})
			}
			continue
		}
		main := w.appointment(s)
		list = append(list, main)
		for i, linked := range s.step.seat.linked {
			also := *main
			also.Unit, also.Post = linked.unit.id, linked.id
			also.Title, also.Main, also.How = s.also[i], false, howAlso
			list = append(list, &also)
		}
	}
	for _, sd := range p.sides {
		a := &data.Appointment{
			Unit: sd.unit.id, Title: w.sideTitle(&sd), Since: sd.since, Until: sd.until, How: howSecond, Decided: decided(sd.since),
		}
		if sd.until != 0 {
			a.Leaving = leavingReturned
		}
		list = append(list, a)
	}
	return list
}

func (w *world) sideTitle(sd *side) string {
	return w.prefix(sd.unit, sd.since) + localTitle(sd.unit, sd.title, sd.since)
}

func (w *world) appointment(s stay) *data.Appointment {
	seat := s.step.seat
	a := &data.Appointment{
		Unit: seat.unit.id, Post: seat.id, Title: s.title, Main: true, Since: s.since, Until: s.until,
		How: s.step.how, Term: s.step.term && s.first, Leaving: s.step.leaving, Decided: decided(s.since),
	}
	if !s.first {
		a.How = howOther
	}
	if !s.last {
		a.Leaving = leavingElse
	}
	a.Document = w.document(s.since, seat.managed)
	return a
}

// decided is the day of the month on which the committee met: everybody moved
// in a month was decided on together.
func decided(at data.Month) data.Date {
	return data.MakeDate(at.Year(), int(at)%100, 4+int(mix(uint64(at))%22)) //nolint:gosec // positive
}

// paperNumber numbers the papers of a year in the order of its months.
func paperNumber(at data.Month, managed data.Code) int {
	return (int(at)%100-1)*4 + 1 + int(mix(uint64(at)*7+uint64(managed[0]))%4) //nolint:gosec // positive
}
