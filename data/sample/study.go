package sample

import (
	"slices"

	"huoshui/data"
)

// finishes is the usual age at the end of full-time education.
var finishes = map[string]int{"高中": 18, "中专": 18, "大专": 21, "大学": 22, "研究生": 25}

// years is the length of the first course.
var years = map[string]int{"中专": 3, "大专": 3, "大学": 4, "研究生": 4}

// gradeOf says which grade of school teaches to which level.
var gradeOf = map[string][]string{
	"中专": {"中专"}, "大专": {"专科"}, "大学": {"本科", "双一流"}, "研究生": {"双一流", "本科"},
}

// educate gives the person a full-time education that ends in a summer.
func (w *world) educate(p *person, edu string, summer data.Month, fields []string) {
	p.study = study{edu: edu, end: summer}
	if edu == "高中" {
		return
	}
	c := w.chance
	first := edu
	start := summer.Add(-years[edu]*12 + 2)
	if edu == "研究生" {
		start = start.Add(-36)
		p.study.turn = summer.Add(-36 + 2)
		p.study.second = w.school("研究生", fields, "")
		first = "大学"
	}
	p.study.from = start
	best := ""
	if p.selected {
		best = "双一流"
	}
	p.study.first = w.school(first, fields, best)
	p.study.major = w.major(p.study.first, fields)
	if edu != "研究生" {
		return
	}
	p.study.further = p.study.major
	if !slices.Contains(p.study.second.Fields, p.study.major.Field) || c.percent(20) {
		p.study.further = w.major(p.study.second, fields)
	}
}

// school is one that teaches to the level and has one of the fields; best
// prefers a grade.
func (w *world) school(edu string, fields []string, best string) *school {
	var list []share[*school]
	for _, s := range w.words.schools.School {
		fits := len(fields) == 0 || slices.ContainsFunc(s.Fields, func(f string) bool { return slices.Contains(fields, f) })
		if !fits || !slices.Contains(gradeOf[edu], s.Grade) {
			continue
		}
		weight := s.Weight
		if s.Grade == best || edu == "研究生" && s.Grade == "双一流" {
			weight *= 5
		}
		list = append(list, share[*school]{s, weight})
	}
	if len(list) == 0 {
		return w.school(edu, nil, best)
	}
	return draw(w.chance, list)
}

func (w *world) major(at *school, fields []string) *major {
	var list []share[*major]
	for _, m := range w.words.schools.Major {
		if slices.Contains(at.Fields, m.Field) && (len(fields) == 0 || slices.Contains(fields, m.Field)) {
			list = append(list, share[*major]{m, m.Weight})
		}
	}
	if len(list) == 0 {
		return w.major(at, nil)
	}
	return draw(w.chance, list)
}

// further is the chance, out of a hundred, of a qualification in service.
var further = map[string]float64{"高中": 96, "中专": 94, "大专": 90, "大学": 16}

// studyOn decides on the education in service, begun some years into work.
func (w *world) studyOn(p *person) {
	c := w.chance
	if !c.percent(further[p.study.edu]) {
		return
	}
	from := data.MakeMonth(p.work.Year()+c.between(2, 7), pick(c, []int{3, 9}))
	var list []share[*partCourse]
	for _, course := range w.words.schools.Part {
		if slices.Contains(course.From, p.study.edu) && from.Year() < course.Before {
			list = append(list, share[*partCourse]{course, course.Weight})
		}
	}
	course := draw(c, list)
	if course == nil {
		return
	}
	p.part = part{course: course, from: from, to: from.Add(course.Years*12 - 2)}
	if int(p.part.from)%100 == 3 {
		p.part.to = from.Add(course.Years*12 - 3)
	}
}

// starting is the education with which people of a year come in.
func (w *world) starting(table []entryShares, year int) string {
	for _, row := range table {
		if year < row.Before {
			return draw(w.chance, shares(row.Shares))
		}
	}
	return "大学"
}
