package sample

import (
	"cmp"
	"fmt"
	"slices"

	"huoshui/data"
)

// training sets up the bases, the hours owed and the classes with their seats.
func (pl *plan) training() {
	for _, b := range pl.words.lessons.Base {
		base := &data.Base{
			Name: pl.replace.Replace(b.Name), Place: pl.replace.Replace(b.Place),
			Kind: data.Code(b.Kind), Since: mustMonth(b.Since), Until: mustMonth(b.Until),
		}
		if base.Until > pl.today.Month() {
			base.Until = 0
		}
		pl.add(base)
		pl.bases = append(pl.bases, base)
	}
	for _, level := range []data.Code{"1A21", "1A22", "1A31", "1A32", "1A41", "1A42"} {
		pl.add(&data.Quota{Level: level, Hours: owed(level), Source: pl.words.lessons.Quota.Source, Since: data.MakeMonth(pl.from.Year(), 1)})
	}
	pl.oldClasses()
	c := pl.luck(luckStudy)
	for _, year := range pl.years() {
		pl.youngClasses(c, year)
		pl.courses[year] = pl.common(year)
	}
}

// owed are the hours of a level in a year; none below 乡科级副职.
func owed(level data.Code) int {
	switch {
	case level <= "1A32":
		return 110
	case level <= "1A42":
		return 90
	}
	return 0
}

// oldClasses are those of before, of which only the number of people is known.
func (pl *plan) oldClasses() {
	words := &pl.words.lessons.Old
	for _, old := range words.Class {
		start := mustDate(old.Start)
		if start.Month() >= pl.from || !pl.past(start) {
			continue
		}
		pl.add(&data.Class{
			Name: old.Name, Kind: data.Code(old.Kind), Mode: data.Code(old.Mode), Base: pl.base(0, start), Host: pl.host(),
			Start: start, Finish: mustDate(old.Finish), Hours: old.Hours, Heads: old.Heads, Source: pl.replace.Replace(words.Source),
		})
	}
}

// mustDate reads a day of the asset files.
func mustDate(text string) data.Date {
	d, err := data.ParseDate(text)
	if err != nil {
		panic("sample: " + err.Error())
	}
	return d
}

// base is one of the bases if it is in use on the day, else the party school.
func (pl *plan) base(n int, day data.Date) data.Ref {
	b := pl.bases[n%len(pl.bases)]
	if b.Since > day.Month() || b.Until != 0 && b.Until <= day.Month() {
		b = pl.bases[0]
	}
	return data.Ref(b.ID)
}

func (pl *plan) host() string { return pl.words.place.Committee + "组织部" }

// open opens a class; its last day is only known once it is over. Nil when it
// begins in the future.
func (pl *plan) open(class data.Class) *data.Class {
	if !pl.past(class.Start) {
		return nil
	}
	class.Finish, class.Host = pl.done(class.Finish), pl.host()
	pl.classes[pl.add(&class)] = &class
	return &class
}

// youngClasses are the classes for which people are chosen by name: the classes
// of young cadres in spring and autumn, two on special subjects, one on skills.
func (pl *plan) youngClasses(c chance, year int) {
	words := &pl.words.lessons.Classes
	for season, name := range []string{"春季", "秋季"} {
		start := workday(year, 3+season*6, 4)
		class := pl.open(data.Class{
			Name: fmt.Sprintf("%d年%s中青年干部培训班", year, name), Kind: "1", Mode: "1", Base: pl.base(0, start),
			Start: start, Finish: workdayOf(start.Add(60)), Hours: 320,
		})
		pl.seat(c, class, c.between(30, 42), gradeStaff, 38+season*4)
	}
	for i, month := range []int{4, 6, 10} {
		start := workday(year, month, 14)
		phrase, kind := words.Special[(year+i)%len(words.Special)], data.Code("2")
		if i == 2 {
			phrase, kind = words.Skill[year%len(words.Skill)], "3"
		}
		class := pl.open(data.Class{
			Name: pl.say(c, phrase, year), Kind: kind, Mode: data.Code(fmt.Sprint(2 + i%3)), Base: pl.base(year+i, start),
			Start: start, Finish: workdayOf(start.Add(4)), Hours: 40,
		})
		pl.seat(c, class, c.between(28, 40), gradeStaff, 36)
	}
}

// seat fills a class with young people in post: those in the reserve first,
// and nobody twice in a class of that kind.
func (pl *plan) seat(c chance, class *data.Class, n, least, age int) {
	if class == nil {
		return
	}
	start := class.Start.Month()
	end := start.Add(2)
	fit := pl.pool(class, least, age*12, start, end)
	order := map[*person]float64{}
	for _, p := range fit {
		order[p] = p.promise() + 2*float64(one(p.reservedAt(start))) + c.NormFloat64()
	}
	slices.SortStableFunc(fit, func(a, b *person) int { return cmp.Compare(order[b], order[a]) })
	for i, p := range fit[:min(n, len(fit), max(2, pl.options.Cadres/25))] {
		s := &data.Seat{Class: data.Ref(class.ID), Cadre: pl.cadreID(p)}
		pl.finishSeat(c, class, s)
		if class.Kind == "1" && i < 4 {
			s.Post = []string{"班长", "学习委员", "组织委员", "纪律委员"}[i]
		}
		pl.give(p, s)
		pl.earn(p, start.Year(), s.Hours)
	}
}

// pool are the known people who may take a seat of a class.
func (pl *plan) pool(class *data.Class, least, months int, start, end data.Month) []*person {
	seated := map[*person]bool{}
	for p, rows := range pl.rows {
		for _, row := range rows {
			if s, ok := row.(*data.Seat); ok && pl.excludes(s, class) {
				seated[p] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(pl.history.known), func(p *person) bool {
		g := p.gradeAt(start)
		return seated[p] || p.months(start) >= months || g < least || g > gradeHead+one(pl.options.Level == LevelCity) ||
			p.stopped || p.served(gradeStaff, start) < 24 || !p.serves(start, end)
	})
}

// excludes reports that a seat keeps its holder out of a class: one class of
// young cadres is enough for a life, and one can sit in one class at a time.
func (pl *plan) excludes(s *data.Seat, class *data.Class) bool {
	other := pl.classes[s.Class]
	if class.Kind == "1" && other.Kind == "1" {
		return true
	}
	return other.Start.Month().Add(2) >= class.Start.Month() && class.Start.Month().Add(2) >= other.Start.Month()
}

// finishSeat gives a seat its result, once the class is over.
func (pl *plan) finishSeat(c chance, class *data.Class, s *data.Seat) {
	if class.Finish == 0 {
		return
	}
	s.Hours, s.Result = class.Hours, "2"
	switch n := c.IntN(100); {
	case n < 12:
		s.Result, s.Note = "1", data.Long(pick(c, pl.words.lessons.Classes.Notes))
	case n < 14:
		s.Hours, s.Result = class.Hours/2, "3"
	case n < 40:
		s.Note = data.Long(pick(c, pl.words.lessons.Classes.Notes))
	}
}

func (pl *plan) earn(p *person, year, hours int) {
	if pl.earned[p] == nil {
		pl.earned[p] = map[int]int{}
	}
	pl.earned[p][year] += hours
}
