package sample

import (
	"slices"

	"huoshui/data"
)

// postings beyond those that follow from careers: some young staff study for
// half a year at a department above.
func (pl *plan) postings() {
	c := pl.luck(luckSource + 100)
	sent := map[*person]bool{}
	for _, year := range pl.years() {
		from := data.MakeMonth(year, 3)
		until := from.Add(6)
		if from > pl.today.Month() {
			continue
		}
		fit := slices.DeleteFunc(slices.Clone(pl.history.known), func(p *person) bool {
			return sent[p] || p.months(from) >= 35*12 || p.gradeAt(from) > gradeMiddle || !p.serves(from, until) || p.away(from, until)
		})
		for range min(12, len(fit)) {
			i := c.IntN(len(fit))
			p := fit[i]
			fit = slices.Delete(fit, i, i+1)
			sent[p] = true
			r := &data.Posting{
				Cadre: pl.cadreID(p), Kind: "5", Sender: p.seatAt(from).unit.short, Post: pl.words.nurture.Posting.Study,
				Receiver: pick(c, pl.words.nurture.Posting.Above[pl.words.place.Level]), Level: p.seatAt(from).level, Since: from, Place: "22",
			}
			pl.finishPosting(c, r, until)
			pl.give(p, r)
		}
	}
}

// away reports a secondment within a span.
func (p *person) away(from, to data.Month) bool {
	return slices.ContainsFunc(p.sides, func(s side) bool { return s.since < to && (s.until == 0 || s.until > from) })
}

// finishPosting appraises a posting that is over; one that still runs has no end.
func (pl *plan) finishPosting(c chance, r *data.Posting, until data.Month) {
	grade, text := pick(c, []data.Code{"1", "2", "2", "2", "3"}), pick(c, pl.words.nurture.Posting.Appraisal)
	if until == 0 || until > pl.today.Month() {
		return
	}
	r.Until, r.Grade, r.Appraisal = until, grade, data.Long(text)
}

// posted are the postings that follow from a career: the secondments on
// record, and young leaders moved between departments and the units below.
// Nobody is posted to two places at once.
func (pl *plan) posted(p *person) []any {
	c := pl.personal(p, 2102)
	var list []any
	for i := range p.sides {
		list = append(list, pl.secondment(c, p, &p.sides[i]))
	}
	others := append(slices.Clone(list), pl.rows[p]...)
	for i := 1; i < len(p.path); i++ {
		before, now := &p.path[i-1], &p.path[i]
		if before.seat == nil || now.seat == nil || now.since < pl.from.Add(-24) || !pl.crosses(p, before, now) {
			continue
		}
		if until := growing(others, now); until > now.since {
			list = append(list, pl.exchanged(c, p, before, now, until))
		}
	}
	return list
}

// growing is the end of a posting that begins with a step of the career: after
// two years, with the post, or with the next posting; its beginning when
// another one is under way.
func growing(others []any, now *step) data.Month {
	until := now.since.Add(24)
	if now.until != 0 {
		until = min(until, now.until)
	}
	for _, record := range others {
		r, ok := record.(*data.Posting)
		switch {
		case !ok:
		case r.Since > now.since:
			until = min(until, r.Since)
		case r.Until == 0 || r.Until > now.since:
			return now.since
		}
	}
	return until
}

// below reports a unit at the level below: a township, or a county of a city.
func (u *unit) below() bool { return u.township || u.words.Kind == countyKind }

// crosses reports a young leader's move between a department and a unit below.
func (pl *plan) crosses(p *person, before, now *step) bool {
	from, to := before.seat, now.seat
	return to.managed == "2" && !to.class.nonleading && pl.young(p, now.since) && from.unit.below() != to.unit.below()
}

func (pl *plan) secondment(c chance, p *person, sd *side) *data.Posting {
	from := p.seatAt(sd.since)
	r := &data.Posting{
		Cadre: pl.cadreID(p), Kind: "2", Sender: from.unit.nameAt(sd.since), Receiver: sd.unit.nameAt(sd.since),
		Place: data.Code(sd.unit.words.Kind), Post: localTitle(sd.unit, sd.title, sd.since), Level: from.level,
		Mentor: pl.head(sd.unit, sd.since), Since: sd.since,
	}
	if sd.unit.below() {
		r.Kind = "4"
	}
	if sd.unit.words.Kind == countyKind { // the title begins within the name: 清源县 + 委办公室
		name := []rune(r.Receiver)
		r.Post = string(name[len(name)-1]) + r.Post
	}
	pl.finishPosting(c, r, sd.until)
	return r
}

// exchanged is a move of the career: down with a promotion, or in exchange at
// the same level.
func (pl *plan) exchanged(c chance, p *person, before, now *step, until data.Month) *data.Posting {
	r := &data.Posting{
		Cadre: pl.cadreID(p), Kind: "3", Sender: before.seat.unit.nameAt(now.since), Receiver: now.seat.unit.nameAt(now.since),
		Place: data.Code(now.seat.unit.words.Kind), Post: localTitle(now.seat.unit, now.seat.name, now.since),
		Principal: now.seat.rank == "1", Level: now.seat.level, Since: now.since,
	}
	if now.seat.unit.below() && now.rising() {
		r.Kind = "1"
	}
	if mentor := pl.head(now.seat.unit, now.since); mentor != pl.nameOf(p) {
		r.Mentor = mentor
	}
	pl.finishPosting(c, r, until)
	return r
}
