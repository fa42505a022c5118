package sample

import (
	"slices"

	"huoshui/data"
)

// recruited is the recruitment of a selected graduate, read off the education;
// nil for the others.
func (w *world) recruited(p *person) []any {
	if !p.selected {
		return nil
	}
	c := w.personal(p, 2101)
	school := p.study.first
	r := &data.Recruit{Cadre: w.cadreID(p), Year: p.work.Year(), Degree: "3", Kind: "2"}
	if p.study.second != nil {
		school, r.Degree = p.study.second, "2"
	}
	r.School, r.Elite = school.Name, school.Grade == "双一流"
	switch {
	case r.Elite && r.Year >= 2018 && c.percent(60):
		r.Kind = "1"
	case r.Degree == "2" && c.percent(25):
		r.Kind = "3"
	}
	return []any{r}
}

// talents are young people brought in by the programme each year and the top
// talents kept; some of the latter are on file.
func (pl *plan) talents() {
	c := pl.luck(luckSource)
	var units []*unit
	for _, u := range pl.units {
		if u.words.Size > 0 && !u.township && (u.words.Kind == "22" || u.words.Kind == "41" || u.words.Kind == "42") {
			units = append(units, u)
		}
	}
	if len(units) == 0 {
		return
	}
	for _, year := range pl.years() {
		for range c.between(8, 14) {
			pl.newTalent(c, pick(c, units), "1", year, year-c.between(26, 34))
		}
		for range c.between(9, 12) {
			pl.newTalent(c, pick(c, units), "2", year, year-c.between(29, 39))
		}
		pl.topOnFile(c, year)
	}
}

func (pl *plan) newTalent(c chance, u *unit, kind data.Code, year, born int) {
	male := c.percent(60)
	pl.add(&data.Talent{
		Name: pl.name(c, pl.surname(c), male, born), Kind: kind, Year: year, Birth: data.MakeMonth(born, c.between(1, 12)),
		Field: pick(c, pl.words.nurture.Talent.Fields), Unit: u.id,
	})
}

// topOnFile adds top talents who are on file: young, able and in service.
func (pl *plan) topOnFile(c chance, year int) {
	at := data.MakeMonth(year, 5)
	if at > pl.today.Month() {
		return
	}
	fit := slices.DeleteFunc(slices.Clone(pl.history.known), func(p *person) bool {
		s := p.seatAt(at)
		return s == nil || p.study.major == nil || p.ability < 1 || p.months(at) >= 38*12
	})
	for range min(3, len(fit)) {
		i := c.IntN(len(fit))
		p := fit[i]
		fit = slices.Delete(fit, i, i+1)
		pl.give(p, &data.Talent{
			Name: pl.nameOf(p), Cadre: pl.cadreID(p), Kind: "2", Year: year, Birth: p.birth,
			Field: p.study.major.Name, Unit: p.seatAt(at).unit.id,
		})
	}
}

// nameOf is the person's name, as the cadre record has it.
func (w *world) nameOf(p *person) string {
	if p.fixed != nil {
		return p.fixed.name
	}
	c := w.personal(p, 1)
	w.nation(c, p)
	return w.name(c, w.surname(c), p.male, p.birth.Year())
}

// rankCode is the code of a 职级 by its name; empty for the titles of before.
func rankCode(name string) data.Code {
	code, err := data.ListNamed("grade_rank").Find(name)
	if err != nil {
		return ""
	}
	return code
}

// ranked are the promotions in rank of those who hold one; a rank held after a
// punishment is none.
func (w *world) ranked(p *person) []any {
	var list []any
	for i := range p.path {
		st := &p.path[i]
		if st.seat == nil || !st.seat.class.nonleading || st.until != 0 && st.until <= ranksSince || st.since == p.punished {
			continue
		}
		if code := rankCode(st.seat.class.Name); code != "" {
			list = append(list, &data.Promotion{Cadre: w.cadreID(p), Grade: code, Since: max(st.since, ranksSince)})
		}
	}
	return list
}
