package sample

import (
	"fmt"

	"huoshui/data"
)

// decisions are the papers behind the appointments: one for each month and
// each body that decided.
func (pl *plan) decisions() {
	type paper struct {
		at      data.Month
		managed data.Code
	}
	rising := map[paper]bool{}
	for _, p := range pl.history.known {
		for _, s := range pl.stays(p) {
			if s.step.seat == nil || s.since < recordsFrom || pl.words.place.Documents[string(s.step.seat.managed)] == "" {
				continue
			}
			key := paper{s.since, s.step.seat.managed}
			rising[key] = rising[key] || s.first && s.step.rising()
		}
	}
	c := pl.luck(luckChoice + 100)
	for at := recordsFrom; at <= pl.today.Month(); at = at.Add(1) {
		for _, managed := range []data.Code{"1", "2"} {
			promotes, known := rising[paper{at, managed}]
			if !known {
				continue
			}
			d := &data.Decision{Document: pl.document(at, managed), Decided: decided(at), Note: "上级决定，据来文登记"}
			if managed == "2" {
				d.Meeting, d.Due, d.Note = pl.meeting(at), 11, ""
				d.Present = d.Due - c.IntN(3)
				if promotes {
					d.Notice, d.NoticeEnds = d.Decided.Add(1), d.Decided.Add(8)
				}
			}
			pl.add(d)
		}
	}
}

// document is the number of the paper of a month.
func (w *world) document(at data.Month, managed data.Code) string {
	prefix := w.words.place.Documents[string(managed)]
	if prefix == "" {
		return ""
	}
	return fmt.Sprintf("%s〔%d〕%d号", prefix, at.Year(), paperNumber(at, managed))
}

// criteria are the few that the office has added to those of the program.
func (pl *plan) criteria() {
	for _, words := range pl.words.nurture.Criterion {
		pl.add(&data.Criterion{Name: words.Name, Subject: words.Subject, Condition: data.Long(words.Condition), Source: "本单位设置"})
	}
}

// termPlans are the plans for the last change of term and for the one ahead.
func (pl *plan) termPlans() {
	for _, text := range pl.words.place.Terms.Lower {
		term := mustMonth(text)
		if term.Since(pl.today.Month()) < -72 {
			continue
		}
		for _, words := range pl.words.nurture.TermPlan {
			if words.Level != pl.words.place.Level {
				continue
			}
			for _, kind := range words.Kinds {
				pl.add(&data.TermPlan{
					Term: term, Kind: data.Code(kind), Name: words.Name, Condition: data.Long(words.Condition),
					Percent: words.Percent, Note: "本单位换届工作方案，可改",
				})
			}
		}
		if term > pl.today.Month() {
			return
		}
	}
}

// exceptional are the cases in which somebody still rather young rose out of
// turn: from
// behind the first four of a team to the head of one, or staff straight into a
// team.
func (pl *plan) exceptional() {
	c := pl.luck(luckChoice + 200)
	count := map[data.Code]int{}
	for _, p := range pl.history.known {
		for i := 1; i < len(p.path); i++ {
			before, now := &p.path[i-1], &p.path[i]
			if before.seat == nil || now.seat == nil || now.since < pl.from || now.seat.managed != "2" || !now.rising() {
				continue
			}
			kind, reason := pl.outOfTurn(before.seat, now.seat), pl.words.nurture.Exceptional.Last
			if kind == "2" {
				reason = pl.words.nurture.Exceptional.Step
			}
			if kind == "" || count[kind] >= 4 || p.months(now.since) >= (pl.youngAge()+5)*12 || !c.percent(60) {
				continue
			}
			count[kind]++
			pl.give(p, &data.Exceptional{
				Cadre: pl.cadreID(p), Kind: kind, Held: decided(now.since), Was: pl.title(before.seat, now.since),
				Became: pl.title(now.seat, now.since), Reason: data.Long(reason), Result: pl.result(c, now),
			})
		}
	}
}

// outOfTurn is the kind of an exceptional case; empty for the usual way.
func (pl *plan) outOfTurn(from, to *seat) data.Code {
	switch {
	case to.rank == "1" && from.team && from.rank != "1" && from.sort > 4 && to.class.Grade > from.class.Grade:
		return "3"
	case to.team && to.class.Grade == gradeVice && from.class.Grade == gradeStaff:
		return "2"
	}
	return ""
}

// result is how somebody did in a post held for half a year at least.
func (pl *plan) result(c chance, now *step) data.Long {
	text := pick(c, pl.words.nurture.Exceptional.Results)
	if pl.today.Month().Since(now.since) < 6 {
		return ""
	}
	return data.Long(text)
}
