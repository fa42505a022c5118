package sample

import (
	"fmt"
	"iter"

	"huoshui/data"
)

// people yields each person's cadre record and the rows that belong to it, those
// of the papers first.
func (w *world) people() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, p := range w.persons {
			for i, record := range w.rows(p) {
				data.SetID(record, w.ids.of(firstPerson+p.serial*rowsPerPerson+i))
				if !yield(record) {
					return
				}
			}
			for i, record := range w.plan.growth(p) {
				data.SetID(record, w.ids.of(firstGrowth+p.serial*growthPerHead+i))
				if !yield(record) {
					return
				}
			}
		}
	}
}

// rows are all records of a person, the cadre first.
func (w *world) rows(p *person) []any {
	id := data.Ref(w.ids.of(firstPerson + p.serial*rowsPerPerson))
	cadre := w.cadre(p)
	rows := []any{cadre}
	for i, s := range w.resume(p) {
		rows = append(rows, &data.Resume{Cadre: id, Sort: i + 1, Since: s.since, Until: s.until, Text: data.Long(s.text)})
	}
	for _, f := range w.family(p, cadre.Name) {
		f.Cadre = id
		rows = append(rows, f)
	}
	for _, a := range w.appointments(p) {
		a.Cadre = id
		rows = append(rows, a)
	}
	for i := range p.reserve {
		r := w.member(&p.reserve[i])
		r.Cadre = id
		rows = append(rows, r)
	}
	return rows
}

// cadre is the person's main record.
func (w *world) cadre(p *person) *data.Cadre {
	c := w.personal(p, 1)
	cadre := &data.Cadre{
		Sex: sexOf(p.male), Birth: p.birth, Nation: w.nation(c, p), WorkStart: p.work,
		Health: "健康", IDNumber: p.idNumber, Selected: p.selected, Gone: p.left, Departure: p.gone,
		RetireMonth: p.retires(), AgeLimit: fmt.Sprintf("改革前任职年龄界限为%d岁", p.base()), Sample: true,
	}
	cadre.Name = w.name(c, w.surname(c), p.male, p.birth.Year())
	if p.fixed != nil {
		cadre.Name = p.fixed.name
	}
	if c.percent(1.5) && p.months(w.options.At) > 45*12 {
		cadre.Health = "一般"
	}
	cadre.NativePlace, cadre.BirthPlace, _ = w.places(p)
	if p.member(w.lastMonth(p)) {
		cadre.PartyJoined = p.party
	}
	cadre.OtherParty = p.other
	cadre.Photo = pick(c, w.photos[cadre.Sex])
	w.schoolFields(c, p, cadre)
	cadre.Rewards, cadre.Appraisals = w.rewards(p), w.appraisals(p)
	cadre.Prepare()
	return cadre
}

// schoolFields fills in education, degrees, professional title and speciality.
func (w *world) schoolFields(c chance, p *person, cadre *data.Cadre) {
	s := &p.study
	cadre.FullEdu = s.edu
	cadre.Speciality = "熟悉农村基层工作"
	if s.edu != "高中" {
		at, major := s.first, s.major
		if s.second != nil {
			at, major = s.second, s.further
		}
		cadre.FullSchool = schoolLine(at, major, s.edu)
		switch s.edu {
		case "大学":
			cadre.FullDegree = major.Bachelor
		case "研究生":
			cadre.FullDegree = major.Master
		}
		if cadre.FullDegree != "" {
			cadre.FullSchool2 = cadre.FullSchool
		}
		cadre.Speciality = "熟悉" + major.Good + pick(c, []string{"", "", "和农村基层工作", "和综合协调工作"})
		titles := w.words.words.Pro[major.Field]
		if len(titles) > 0 && c.percent(9) {
			cadre.ProTitle = pick(c, titles)
		}
	}
	if course := p.part.course; course != nil && p.part.to <= w.lastMonth(p) {
		cadre.PartEdu, cadre.PartDegree = course.Edu, course.Degree
		cadre.PartSchool = course.School + course.Major
		if course.Degree != "" {
			cadre.PartSchool2 = cadre.PartSchool
		}
	}
}

// member is a stay in the reserve as a record.
func (w *world) member(m *membership) *data.Reserve {
	r := &data.Reserve{
		Tier: m.tier, Found: m.found, Since: m.since, Until: m.until, Entry: m.entry, Exit: m.exit,
		Evidence: m.evidence, Approver: w.words.place.Committee + "常委会", Opened: data.Ref(w.ids.of(m.opened.serial)),
	}
	if m.closed != nil {
		r.Closed = data.Ref(w.ids.of(m.closed.serial))
	}
	return r
}
