package sample

import (
	"fmt"

	"huoshui/data"
)

// halfYear is how long an admonition freezes a person for selection, in months.
const halfYear = 6

// admonish writes down the admonitions of each year, and some of the last
// months, of leaders who stayed where they were while frozen by them.
func (pl *plan) admonish() {
	c := pl.luck(luckCare)
	words := &pl.words.nurture.Discipline
	last := pl.today.Month()
	for at := pl.from.Add(2); at <= last; at = at.Add(1) {
		lately := last.Since(at) < 5
		if !lately && int(at)%5 != 3 {
			continue
		}
		day := workday(at.Year(), int(at)%100, c.between(3, lastDay))
		p := pl.someLeader(c, at, func(p *person) bool {
			return !p.moves(at.Add(-1), at.Add(halfYear)) && pl.frozen[p] == 0 && p.punished == 0 && p.serves(at, min(at.Add(halfYear), last))
		})
		if p == nil {
			continue
		}
		matter := pick(c, words.Admonition)
		pl.frozen[p] = at
		pl.give(p, &data.Discipline{
			Cadre: pl.cadreID(p), Kind: "11", Decided: day, Ends: endOf(day, halfYear), Who: pl.replace.Replace(words.Who), Matter: data.Long(matter),
		})
		pl.notify(c, p, "1", "4", day.Add(-c.between(20, 50)), day)
		pl.talk(p, "5", day)
	}
}

// endOf is the last day of a period of so many months from a day on.
func endOf(day data.Date, months int) data.Date {
	to := day.Month().Add(months)
	return data.MakeDate(to.Year(), int(to)%100, int(day)%100).Add(-1)
}

// someLeader is one of the known leaders at a month who pass; nil when nobody
// does.
func (pl *plan) someLeader(c chance, at data.Month, pass func(p *person) bool) *person {
	var fit []*person
	for _, p := range pl.history.known {
		if s := p.seatAt(at); s != nil && s.managed == "2" && !s.class.nonleading && pass(p) {
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return pick(c, fit)
}

// talk records a talk held by the head of the organization department, unless
// it still lies ahead.
func (pl *plan) talk(p *person, kind data.Code, day data.Date) {
	if !pl.past(day) || p.seatAt(day.Month()) == nil {
		return
	}
	pl.give(p, &data.Talk{
		Cadre: pl.cadreID(p), Held: day, Kind: kind, Who: pl.leader(day.Month()), Content: data.Long(pl.words.nurture.Talk.Contents[string(kind)]),
	})
}

// notify records information received and, once it is handled, the result.
func (pl *plan) notify(c chance, p *person, channel, handling string, received, handled data.Date) {
	words := &pl.words.nurture.Notice
	n := &data.Notice{
		Cadre: pl.cadreID(p), Channel: data.Code(channel), Received: received, Matter: data.Long(words.Matters[channel]),
		Who: pl.officer(c, received.Month()),
	}
	if pl.past(handled) {
		n.Handling, n.Handled, n.Result = data.Code(handling), handled, data.Long(words.Results[handling])
	}
	pl.give(p, n)
}

// officer is somebody of the organization department at a month.
func (pl *plan) officer(c chance, at data.Month) string {
	u := pl.history.units[pl.words.place.Level+"委组织部"]
	if u == nil {
		return ""
	}
	team := pl.history.team(u, at)
	if len(team) == 0 {
		return ""
	}
	return pl.nameOf(pick(c, team))
}

// care is the rest of what is done for and with people: notices, tolerance of
// errors, talks.
func (pl *plan) care() {
	c := pl.luck(luckCare + 100)
	for _, year := range pl.years() {
		pl.tolerate(c, year)
		for n := range 24 {
			pl.informed(c, year, 1+n/2)
		}
		pl.talks(c, year)
	}
}

// informed is one piece of information that came in in a month, about a leader.
func (pl *plan) informed(c chance, year, month int) {
	received := workday(year, month, c.between(3, 22))
	handled := workdayOf(received.Add(c.between(20, 150)))
	channel, handling := fmt.Sprint(c.between(1, 5)), pick(c, []string{"1", "2", "2", "3", "3"})
	p := pl.someLeader(c, received.Month(), func(*person) bool { return true })
	if p == nil || !pl.past(received) {
		return
	}
	pl.notify(c, p, channel, handling, received, handled)
	if handling == "1" {
		pl.talk(p, "3", handled)
	}
}

// tolerate finds one case in most years in which an error is tolerated.
func (pl *plan) tolerate(c chance, year int) {
	words := &pl.words.nurture.Tolerance
	held := workday(year, c.between(4, 9), c.between(3, 24))
	if !pl.past(held) {
		return
	}
	p := pl.someLeader(c, held.Month(), func(p *person) bool { return p.punished == 0 && pl.frozen[p] == 0 })
	if p == nil {
		return
	}
	n := year % len(words.Matters)
	pl.give(p, &data.Tolerance{
		Cadre: pl.cadreID(p), Held: held, Matter: data.Long(words.Matters[n]),
		Finding: []data.Code{"1", "1", "2", "1"}[n], Effect: words.Effects[n],
	})
}

// talks of a year: with everybody newly appointed to a post managed here, with
// members of the reserve, with some of the others.
func (pl *plan) talks(c chance, year int) {
	for _, p := range pl.history.known {
		for i := range p.path {
			st := &p.path[i]
			if st.since.Year() == year && st.seat != nil && st.seat.managed == "2" && st.rising() {
				pl.talk(p, "2", workdayOf(decided(st.since).Add(c.between(4, 9))))
			}
		}
		day := workday(year, c.between(1, 12), c.between(3, 24))
		s := p.seatAt(min(day.Month(), pl.today.Month()))
		switch {
		case s == nil:
		case p.reservedAt(day.Month()) && c.percent(80):
			pl.talk(p, "4", day)
		case s.managed == "2" && c.percent(18):
			pl.talk(p, "1", day)
		}
	}
}

// frozenAt reports that a person may not be put forward at a month.
func (pl *plan) frozenAt(p *person, at data.Month) bool {
	if p.punished != 0 && p.punished <= at {
		return true
	}
	from := pl.frozen[p]
	return from != 0 && from <= at.Add(1) && at <= from.Add(halfYear)
}

// disciplined are the punishments on record, with the periods of the rules:
// 党内严重警告 and 记大过 both freeze for eighteen months.
func (pl *plan) disciplined(p *person, list []award) []any {
	words := &pl.words.nurture.Discipline
	var rows []any
	for _, a := range list {
		if !a.blame {
			continue
		}
		day := workday(a.at.Year(), int(a.at)%100, 3)
		for _, kind := range blames(a.text) {
			rows = append(rows, &data.Discipline{
				Cadre: pl.cadreID(p), Kind: kind, Decided: day, Ends: endOf(day, 18),
				Who: pl.replace.Replace(words.Commission), Matter: data.Long(a.text + "。"),
			})
		}
	}
	return rows
}
