package sample

import (
	"slices"
)

// meetings are the months in which the committee usually decides on posts.
var meetings = []int{1, 4, 6, 9, 11}

// meet fills vacancies: the important posts first, so that those who rise
// leave room behind them within the same meeting.
func (w *world) meet() {
	term := w.lower[w.now] || w.own[w.now]
	if w.lower[w.now] {
		w.renew()
	}
	regular := term || slices.Contains(meetings, int(w.now)%100)
	if regular {
		w.rotate()
	}
	for _, c := range w.ordered {
		if c.Grade < gradeVice || c.nonleading || c.Managed == "3" {
			continue
		}
		for _, s := range c.seats {
			w.fillSeat(s, regular, term)
		}
	}
}

// patience is the number of meetings after which a seat nobody fits is filled
// from outside.
const patience = 3

func (w *world) fillSeat(s *seat, regular, term bool) {
	for tries := s.free(); tries > 0 && s.unit.open(w.now); tries-- {
		if !regular && s.stale < patience {
			return
		}
		if s.stale < patience && !w.chance.percent(w.readiness(s, term)) {
			continue
		}
		p := w.candidate(s)
		if p == nil {
			s.stale++
			continue
		}
		if p.seat == nil {
			w.enter(p, s)
			continue
		}
		w.move(p, s)
	}
}

// readiness is the chance, out of a hundred, that a vacancy is on the agenda:
// not every one is filled at once, least of all beside a change of term.
func (w *world) readiness(s *seat, term bool) float64 {
	switch electing := term && w.electing(s); {
	case electing && s.words.Key:
		return 100
	case electing:
		return 84
	case term:
		return 10 // departments wait until the townships are settled
	case s.words.Key:
		return 82
	}
	return 21
}

// candidate is who gets the seat; nil when nobody fits.
func (w *world) candidate(s *seat) *person {
	c := s.class
	var choices []share[*person]
	for _, from := range c.from {
		if p := w.best(from.of, s); p != nil {
			choices = append(choices, share[*person]{p, from.weight})
		}
	}
	room := len(w.active) < w.options.Cadres
	if room && (c.outside > 0 || s.stale >= patience) {
		choices = append(choices, share[*person]{nil, max(c.outside, 1)})
	}
	if len(choices) == 0 {
		return nil
	}
	if p := draw(w.chance, choices); p != nil {
		return p
	}
	return w.external(w.now, s)
}

// middle fills the posts within units each quarter.
func (w *world) middle() {
	if int(w.now)%3 != 0 {
		return
	}
	for _, u := range w.units {
		w.exchangeMiddle(u)
		for _, s := range u.mids {
			if s.free() == 0 || !u.open(w.now) || !w.chance.percent(80) {
				continue
			}
			for _, from := range s.class.from {
				if p := w.bestOf(s, from.of, u); p != nil {
					w.move(p, s)
					break
				}
			}
		}
	}
}

// exchangeMiddle lets those who have long held the same middle post of a unit
// change places (轮岗).
func (w *world) exchangeMiddle(u *unit) {
	circles := map[*class][]*person{}
	for _, s := range u.mids {
		for _, p := range s.holders {
			long, often := 60, 18.0
			if s.class.Grade >= gradeHead { // promotion requires two posts of them
				long, often = 36, 45
			}
			if p.tenure(w.now) >= long && w.chance.percent(often) {
				circles[s.class] = append(circles[s.class], p)
			}
		}
	}
	for _, c := range w.ordered {
		if len(circles[c]) > 1 {
			w.turn(circles[c])
		}
	}
}
