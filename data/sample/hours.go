package sample

import (
	"fmt"

	"huoshui/data"
)

// courses are the classes of a year that everybody goes to who owes hours;
// nil are those not yet begun.
type courses struct {
	online, seminar, evening, office *data.Class
	rotation                         [3]*data.Class
}

// common opens the classes of a year for all who owe hours: a course online in
// spring, three rounds of rotation training, a seminar for those at 处级; and in
// autumn, for those who have too few, another course online and one for the
// newly appointed.
func (pl *plan) common(year int) *courses {
	run := func(name string, kind, mode data.Code, month, day, days, hours int) *data.Class {
		start := workday(year, month, day)
		base := pl.base(0, start)
		if mode == "3" {
			base = ""
		}
		return pl.open(data.Class{
			Name: fmt.Sprintf("%d年%s", year, name), Kind: kind, Mode: mode, Base: base,
			Start: start, Finish: workdayOf(start.Add(days)), Hours: hours,
		})
	}
	list := &courses{
		online:  run("干部网络培训（上半年）", "4", "3", 3, 10, 100, 50),
		seminar: run("处级领导干部专题研讨班", "4", "1", 4, 20, 3, 24),
		evening: run("干部网络培训（下半年）", "4", "3", 9, 8, 35, 50),
		office:  run("新任职干部培训班", "6", "1", 10, 12, 4, 40),
	}
	for i := range list.rotation {
		list.rotation[i] = run(fmt.Sprintf("科级以上干部轮训班（第%d期）", i+1), "4", "1", 5, 6+7*i, 4, 40)
	}
	return list
}

// About so many fall short of their hours this year, out of those known to owe
// any; of the years that are over, so many out of a hundred.
const (
	shortNow    = 24
	shortBefore = 0.8
)

// shortShare is the share, out of a hundred, of those who fall short this year.
func (pl *plan) shortShare() float64 {
	owing := 0
	for _, p := range pl.history.known {
		owing += one(owedAt(p, pl.today.Month()) > 0)
	}
	return min(100*shortNow/float64(max(owing, 1)), 6)
}

// hours are a person's seats in the classes that everybody goes to.
func (pl *plan) hours(p *person) []any {
	var list []any
	for _, year := range pl.years() {
		list = append(list, pl.hoursOf(p, year)...)
	}
	return list
}

func (pl *plan) hoursOf(p *person, year int) []any {
	c := pl.personal(p, 2000+uint64(year)) //nolint:gosec // positive
	all, total := pl.courses[year], pl.earned[p][year]
	share := shortBefore
	if year == pl.today.Month().Year() {
		share = pl.shorts
	}
	short := c.percent(share)
	var list []any
	attend := func(class *data.Class, least int) {
		if class == nil || total >= least && least > 0 || !pl.owes(p, class, least) {
			return
		}
		s := &data.Seat{Class: data.Ref(class.ID), Cadre: pl.cadreID(p), Hours: class.Hours, Result: "2"}
		if class.Finish == 0 {
			s.Hours, s.Result = 0, ""
		} else if c.percent(4) {
			s.Result = "1"
		}
		total += s.Hours
		list = append(list, s)
	}
	away := pl.earned[p][year] >= 320 // in the class of young cadres
	if !away && !c.percent(5) {
		attend(all.online, 0)
	}
	if !away && !short && !c.percent(3) {
		attend(all.rotation[p.serial%3], 0)
	}
	if all.seminar != nil && owedAt(p, all.seminar.Start.Month()) > 90 {
		attend(all.seminar, 0)
	}
	if !short {
		need := owedAt(p, min(data.MakeMonth(year, 10), pl.today.Month()))
		attend(all.evening, need)
		attend(all.office, need)
	}
	return list
}

// owes reports whether the person owes hours when a class begins and serves
// until it is over; one who is to catch up owes them in any case.
func (pl *plan) owes(p *person, class *data.Class, least int) bool {
	start := class.Start.Month()
	return p.serves(start, max(start, class.Finish.Month())) && (least > 0 || owedAt(p, start) > 0)
}

// owedAt are the hours owed by the post held at a month.
func owedAt(p *person, at data.Month) int {
	if s := p.seatAt(at); s != nil {
		return owed(s.level)
	}
	return 0
}
