// Package meeting is the workspace of the meeting mode (会议演示): the slides of a
// committee meeting on the whole screen. Each number opens the list of its
// people.
package meeting

import (
	"huoshui/data/paper"
	"huoshui/data/report"
)

// spot is an area on a slide that the user can point at and open.
type spot struct {
	kind  spotKind
	index int
	id    string // of a figure, a team or a cadre; empty for a chart
}

type spotKind int

const (
	spotCard spotKind = iota
	spotChart
	spotLight
	spotRow
	spotCell
)

// level is a series of slides: the deck itself, or the slides opened from a
// slide of the level above.
type level struct {
	slides []paper.Slide
	rows   [][]string // ids of table rows, slide by slide
	at     int
	spot   int // the keyboard stands on it; -1 for none
}

// talk holds the position in the deck. It does not know the window.
type talk struct {
	deck   *paper.Deck
	levels []*level // the deck first, what was opened last
	black  bool     // the screen is dark for a moment

	// open asks for what stands behind a spot; it answers by dive.
	open func(spot)
	// onChange is called when something else is to be seen.
	onChange func()
}

func newTalk() *talk { return &talk{open: func(spot) {}, onChange: func() {}} }

// start shows a deck from its title slide.
func (t *talk) start(d *paper.Deck) {
	t.deck = d
	title := paper.Slide{Title: d.Title}
	t.levels = []*level{{slides: append([]paper.Slide{title}, d.Pages()...), spot: -1}}
	t.black = false
	t.onChange()
}

// again takes a deck of other numbers, and stays at the same place of it.
func (t *talk) again(d *paper.Deck) {
	at := 0
	if t.deck != nil {
		at = t.levels[0].at
	}
	t.start(d)
	t.goTo(at)
}

// top is the run of slides shown; nil before there is a deck.
func (t *talk) top() *level {
	if len(t.levels) == 0 {
		return nil
	}
	return t.levels[len(t.levels)-1]
}

// atTitle reports the title slide, which is drawn in a way of its own.
func (t *talk) atTitle() bool { return len(t.levels) == 1 && t.levels[0].at == 0 }

func (t *talk) slide() paper.Slide { return t.top().slides[t.top().at] }

// following is the slide after the one shown, and whether there is one.
func (t *talk) following() (paper.Slide, bool) {
	l := t.top()
	if l == nil || l.at+1 >= len(l.slides) {
		return paper.Slide{}, false
	}
	return l.slides[l.at+1], true
}

// turn goes on or back by so many slides.
func (t *talk) turn(by int) {
	if l := t.top(); l != nil {
		t.goTo(l.at + by)
	}
}

// goTo goes to a slide of the run shown, the first and the last at most.
func (t *talk) goTo(at int) {
	l := t.top()
	if l == nil {
		return
	}
	t.black = false
	l.at, l.spot = max(0, min(at, len(l.slides)-1)), -1
	t.onChange()
}

// toggleBlack darkens the screen, or lights it again.
func (t *talk) toggleBlack() {
	t.black = !t.black
	t.onChange()
}

// spots lists what can be opened on the slide shown, in reading order.
func (t *talk) spots() []spot {
	l := t.top()
	if l == nil || t.atTitle() {
		return nil
	}
	s := t.slide()
	var list []spot
	for i, c := range s.Cards {
		if c.Figure != "" {
			list = append(list, spot{spotCard, i, c.Figure})
		}
	}
	for i, c := range s.Charts {
		if hasFigures(c) {
			list = append(list, spot{kind: spotChart, index: i})
		}
	}
	for i, light := range s.Lights {
		list = append(list, spot{spotLight, i, light.Team})
	}
	list = append(list, cells(s.Table)...)
	if l.at < len(l.rows) {
		for i, id := range l.rows[l.at] {
			list = append(list, spot{spotRow, i, id})
		}
	}
	return list
}

// cells are the figures of a table.
func cells(t *paper.Table) []spot {
	var list []spot
	if t == nil {
		return nil
	}
	for r, row := range t.Rows {
		for i, cell := range row.Cells {
			if cell.Figure != "" {
				list = append(list, spot{spotCell, r*len(t.Columns) + i, cell.Figure})
			}
		}
	}
	return list
}

func hasFigures(c paper.Chart) bool {
	for _, s := range c.Series {
		for _, id := range s.Figures {
			if id != "" {
				return true
			}
		}
	}
	return false
}

// step moves the keyboard from spot to spot, round and round.
func (t *talk) step(by int) {
	l := t.top()
	n := len(t.spots())
	if n == 0 {
		return
	}
	if l.spot < 0 && by < 0 {
		l.spot = 0
	}
	l.spot = (l.spot + by + n) % n
	t.onChange()
}

// marked is the spot the keyboard stands on, and whether there is one.
func (t *talk) marked() (spot, bool) {
	l := t.top()
	if l == nil || l.spot < 0 {
		return spot{}, false
	}
	return t.spots()[l.spot], true
}

// enter opens the spot the keyboard stands on; without one it goes to the first.
func (t *talk) enter() {
	if s, ok := t.marked(); ok {
		t.open(s)
		return
	}
	t.step(1)
}

// dive shows what stands behind a spot.
func (t *talk) dive(d report.Drill) {
	if len(d.Slides) == 0 {
		return
	}
	t.levels = append(t.levels, &level{slides: d.Slides, rows: d.Rows, spot: -1})
	t.onChange()
}

// back closes what was opened last; false at the deck itself.
func (t *talk) back() bool {
	if t.black {
		t.toggleBlack()
		return true
	}
	if len(t.levels) < 2 {
		return false
	}
	t.levels = t.levels[:len(t.levels)-1]
	t.onChange()
	return true
}
