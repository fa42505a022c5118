package sample

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// responsibility is what the secretaries answer for: briefings, dispatch
// meetings, inspections, visits.
func (pl *plan) responsibility() {
	c := pl.luck(luckDuty)
	for _, year := range pl.years() {
		for _, b := range pl.words.duty.Briefing {
			pl.briefing(c, year, b)
		}
		for half := range 2 {
			pl.dispatches(c, year, half)
			pl.inspections(c, year, half)
		}
		pl.visits(c, year)
	}
}

// briefing is heard at a meeting of the standing committee; the one in autumn
// only in some years.
func (pl *plan) briefing(c chance, year int, b briefingWords) {
	held := workday(year, b.Month, c.between(8, 24))
	if !pl.past(held) || b.Month == 9 && !c.percent(60) {
		return
	}
	pl.add(&data.Briefing{
		Held: held, Meeting: pl.meeting(held.Month()),
		Topic: pl.say(c, b.Topic, year), Resolved: data.Long(pl.say(c, b.Resolved, year)),
	})
}

// meeting is the meeting of the standing committee in a month: about two a
// month, counted from the last change of term.
func (w *world) meeting(at data.Month) string {
	start := data.Month(0)
	for _, text := range w.words.place.Terms.Own {
		if m := mustMonth(text); m <= at {
			start = m
		}
	}
	congress := w.words.duty.Congress[fmt.Sprint(start.Year())]
	return fmt.Sprintf("%s%s委常委会第%d次会议", congress, w.words.place.Level, at.Since(start)*2+1)
}

// Shares out of a hundred of the bodies that hold their meeting of a
// half-year: nearly all by its end, and now most but not all.
const (
	heldByEnd = 98
	heldByNow = 91
)

func (pl *plan) dispatches(c chance, year, half int) {
	words := &pl.words.duty.Dispatch
	now := pl.today.Month()
	running := now.Year() == year && (int(now)%100-1)/6 == half
	if data.MakeDate(year, half*6+1, 1) > pl.today {
		return
	}
	for _, u := range pl.teams(data.MakeMonth(year, half*6+1), false) {
		held := workday(year, half*6+c.between(2, 6), c.between(3, 27))
		share := float64(heldByEnd)
		if running { // what is still to come has partly been brought forward
			share = heldByNow
			if held > pl.today {
				held = workday(year, c.between(half*6+1, int(now)%100), c.between(2, lastDay-2))
			}
		}
		times := one(c.percent(share)) + one(c.percent(12))
		for n := range times {
			day := held.Add(-18 * n)
			if n > 0 && day.Month() < data.MakeMonth(year, half*6+1) {
				continue
			}
			pl.add(&data.Dispatch{
				Unit: u.id, Held: day, Host: pl.head(u, day.Month()),
				Topic: pick(c, words.Topics), Note: data.Long(pick(c, words.Notes)),
			})
		}
	}
}

// inspections look at some units in each half-year; what was found earlier has
// been mended, what was found lately only in part.
func (pl *plan) inspections(c chance, year, half int) {
	words := &pl.words.duty.Inspection
	first := workday(year, 5+half*4, 10)
	if first.Add(12) > pl.today {
		return
	}
	units := pl.teams(first.Month(), false)
	for i, n := range c.Perm(len(units))[:min(len(units), 10)] {
		kind := c.IntN(len(words.Findings))
		held := workdayOf(first.Add(i))
		r := &data.Inspection{
			Unit: units[n].id, Held: held, Findings: data.Long(words.Findings[kind]),
			Team: pl.say(c, strings.ReplaceAll(words.Team, "{n}", []string{"一", "二", "三"}[i%3]), year),
		}
		mended := held.Add(c.between(30, 120))
		if pl.past(mended) && !(held.Month().Since(pl.today.Month()) > -9 && c.percent(35)) {
			r.Mended, r.Note = mended, data.Long(words.Mended[kind])
		}
		pl.add(r)
	}
}

func workdayOf(d data.Date) data.Date { return workday(int(d)/10000, int(d)/100%100, int(d)%100) }

// visits go to some units; twice a year those of an area come together.
func (pl *plan) visits(c chance, year int) {
	words := &pl.words.duty.Visit
	for n := range 14 {
		held := workday(year, 1+n*11/13, c.between(5, 27))
		units := pl.teams(held.Month(), false)
		u := pick(c, units)
		if !pl.past(held) {
			continue
		}
		pl.add(&data.Visit{
			Kind: "1", Held: held, Unit: u.id, Who: pl.leader(held.Month()),
			Topic: pick(c, words.Topics), Findings: data.Long(pick(c, words.Findings)),
		})
	}
	for _, month := range []int{4, 10} {
		held := workday(year, month, c.between(9, 22))
		towns := slices.DeleteFunc(pl.teams(held.Month(), false), func(u *unit) bool { return !u.township && u.words.Kind != countyKind })
		if !pl.past(held) || len(towns) == 0 {
			continue
		}
		pl.area(c, held, towns)
	}
}

// area holds an area meeting at each third of the townships.
func (pl *plan) area(c chance, held data.Date, towns []*unit) {
	words := &pl.words.duty.Visit
	size := (len(towns) + 2) / 3
	for i := 0; i < len(towns); i += size {
		var names []string
		for _, u := range towns[i:min(i+size, len(towns))] {
			names = append(names, u.short)
		}
		pl.add(&data.Visit{
			Kind: "2", Held: held, Unit: towns[i].id, Who: pl.leader(held.Month()), Units: strings.Join(names, "、"),
			Topic: pick(c, words.Area), Findings: data.Long(pick(c, words.Findings)),
		})
	}
}

// leader is who leads the department's work at a month: the head of the
// organization department.
func (pl *plan) leader(at data.Month) string {
	return pl.head(pl.history.units[pl.words.place.Level+"委组织部"], at)
}
