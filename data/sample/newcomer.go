package sample

import (
	"math"
	"slices"
	"strings"

	"huoshui/data"
)

// newPerson is somebody of the usual mixture of people coming in that year.
func (w *world) newPerson(year int) *person {
	c := w.chance
	p := &person{serial: len(w.persons), ability: c.NormFloat64()}
	women := 15 + 20*min(max(float64(year-1985)/38, 0), 1)
	p.male = !c.percent(women)
	p.minority = c.percent(6)
	w.persons = append(w.persons, p)
	return p
}

// joinParty decides when the person joins the party, if ever.
func (w *world) joinParty(p *person, never float64) {
	c := w.chance
	if c.percent(never) {
		return
	}
	age := c.between(19, 27)
	if p.selected {
		age = c.between(19, 22)
	}
	p.party = data.MakeMonth(p.birth.Year()+age, pick(c, []int{5, 6, 6, 7, 11, 12}))
}

// graduate comes from school into the month, with a summer's leave at most.
func (w *world) graduate(at data.Month, selected bool, fields []string) *person {
	c := w.chance
	p := w.newPerson(at.Year())
	table := w.words.schools.Entry
	if selected {
		table, p.selected = w.words.schools.Selected, true
		p.ability += 0.7
	}
	edu := w.starting(table, at.Year())
	summer := data.MakeMonth(at.Year(), 7)
	p.birth = bornFor(c, summer, edu)
	w.educate(p, edu, summer, fields)
	if edu == "研究生" {
		p.ability += 0.3
	}
	p.work = at
	w.joinParty(p, 5)
	w.studyOn(p)
	return p
}

// bornFor is the birth of somebody who finishes that education in the summer.
func bornFor(c chance, summer data.Month, edu string) data.Month {
	age := finishes[edu]
	if c.percent(35) {
		age++
	}
	return summer.Add(-age*12 - c.between(0, 10))
}

// lateral has worked as a teacher, doctor or clerk before coming in.
func (w *world) lateral(at data.Month) *person {
	c := w.chance
	var list []share[*lateralJob]
	for _, l := range w.words.words.Lateral {
		list = append(list, share[*lateralJob]{l, l.Weight})
	}
	job := draw(c, list)
	p := w.newPerson(at.Year())
	summer := data.MakeMonth(at.Year()-c.between(3, 9), 7)
	edu := w.starting(w.words.schools.Entry, summer.Year())
	p.birth = bornFor(c, summer, edu)
	w.educate(p, edu, summer, job.Fields)
	p.work = summer.Add(c.between(0, 2))
	w.joinParty(p, 9)
	w.studyOn(p)
	p.path = []step{{title: w.fill(job.Title), since: p.work, until: at}}
	return p
}

// fill puts the names of the place into a phrase.
func (w *world) fill(phrase string) string {
	return w.fillFor(w.chance, phrase, w.words.place.Place)
}

// fillFor does so for a place that may be another one.
func (w *world) fillFor(c chance, phrase, place string) string {
	town, committee := place+"城郊镇", place+"委"
	if place == w.words.place.Place {
		town, committee = pick(c, w.towns), w.words.place.Committee
	}
	phrase = strings.ReplaceAll(phrase, "{镇}", town)
	phrase = strings.ReplaceAll(phrase, "{县}", place)
	return strings.ReplaceAll(phrase, "{委}", committee)
}

// leastStay is how long outsiders have been at each grade, in months: enough
// for the next by the rules.
var leastStay = [grades]int{60, 0, 42, 60, 60, 60, 48, 48}

// external comes from another county or from above to fill a seat; the career
// before is invented backwards.
func (w *world) external(at data.Month, s *seat) *person {
	c := w.chance
	stages := outsideStages(c, s.class)
	age := int(s.class.idealAge(at)*12) + c.between(-30, 40)
	edu := w.starting(w.words.schools.Entry, at.Year()-age/12+22)
	if edu == "高中" {
		edu = "中专"
	}
	least := 0
	for i, g := range stages {
		least += stayAt(stages, i, g)
	}
	age = max(age, (finishes[edu]+1)*12+least+6)
	p := w.newPerson(at.Year() - age/12 + 22)
	if sex := s.sex(); sex != "" {
		p.male = sex == "1"
	}
	summer := data.MakeMonth(at.Add(-age).Year()+finishes[edu], 7)
	p.birth = summer.Add(-finishes[edu]*12 - c.between(0, 10))
	w.educate(p, edu, summer, nil)
	p.work, p.outsider = summer, true
	p.ability = math.Abs(p.ability) + 0.3
	for !p.college(at) || p.study.edu == "大专" && p.part.course == nil {
		w.studyOn(p)
	}
	w.outsideParty(p, s.class)
	w.careerElsewhere(p, s.class, stages, at)
	return p
}

// outsideStages are the grades held elsewhere on the way to the class: up to
// the grade below, or at the same grade already. From 乡科级正职 on two posts are
// held at each grade, as promotion asks for.
func outsideStages(c chance, to *class) []int {
	top := to.Grade
	if to.Grade >= gradeVice && c.percent(65) {
		top--
	}
	stages := []int{gradeStaff}
	for g := gradeVice; g <= top; g++ {
		stages = append(stages, g)
		if g >= gradeHead && g < to.Grade {
			stages = append(stages, g)
		}
	}
	return stages
}

func (w *world) outsideParty(p *person, to *class) {
	if to.Party == "党外" {
		p.party, p.other = 0, pick(w.chance, []string{"民盟", "民革", "农工党", "无党派", "无党派"})
		return
	}
	w.joinParty(p, 0)
	p.party = min(p.party, p.work.Add(36))
}

// careerElsewhere shares the years since the start of work among the stages.
func (w *world) careerElsewhere(p *person, to *class, stages []int, at data.Month) {
	c := w.chance
	slack := at.Since(p.work)
	for i, g := range stages {
		slack -= stayAt(stages, i, g)
	}
	since := p.work
	job := w.outsideJob(to, nil, stages[len(stages)-1])
	for i, g := range stages {
		stay := stayAt(stages, i, g)
		if extra := max(slack, 0) / (len(stages) - i); extra > 0 {
			more := c.between(extra/2, extra)
			stay, slack = stay+more, slack-more
		}
		until := since.Add(stay)
		if i == len(stages)-1 || until > at {
			until = at
		}
		if i > 0 && (stages[i-1] == g || job.Titles[key(g)] == "") {
			job = w.outsideJob(to, job, g)
		}
		p.path = append(p.path, step{title: job.Titles[key(g)], since: since, until: until})
		p.note(g, since)
		since = until
	}
}

// stayAt is the least time of a stage; two posts at one grade share it.
func stayAt(stages []int, i, grade int) int {
	if i > 0 && stages[i-1] == grade || i+1 < len(stages) && stages[i+1] == grade {
		return leastStay[grade] / 2
	}
	return leastStay[grade]
}

func key(grade int) string { return string(rune('0' + grade)) }

// outsideJob is a line of work elsewhere that has the grade and is not avoid.
func (w *world) outsideJob(to *class, avoid *outsideJobs, grade int) *outsideJobs {
	var special, list []*outsideJobs
	for _, job := range w.words.place.Outside {
		if job == avoid || job.Titles[key(grade)] == "" {
			continue
		}
		if len(job.Only) == 0 {
			list = append(list, job)
		} else if slices.Contains(job.Only, to.Name) {
			special = append(special, job)
		}
	}
	if len(special) > 0 {
		return pick(w.chance, special)
	}
	return pick(w.chance, list)
}

// note remembers that a post of the grade was taken up.
func (p *person) note(grade int, at data.Month) {
	for g := grade; g >= 0 && p.reached[g] == 0; g-- {
		p.reached[g] = at
	}
	p.postsAt[grade]++
	p.grade = max(p.grade, grade)
}
