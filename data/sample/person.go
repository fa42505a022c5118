package sample

import "huoshui/data"

// person is a cadre as the simulation knows it; names, family and phrases are
// only invented when the records are read.
type person struct {
	serial   int
	male     bool
	minority bool
	selected bool
	outsider bool // came from another county or the city
	stopped  bool // leads nothing any more and will not be promoted
	birth    data.Month
	study    study
	part     part
	party    data.Month // 0: never joins
	other    string     // other party
	ability  float64
	work     data.Month // start of work
	path     []step
	sides    []side
	reserve  []membership
	grade    int
	reached  [grades]data.Month // when the grade was first held
	postsAt  [grades]int        // posts held at the grade
	seat     *seat
	left     data.Month
	gone     data.Code
	punished data.Month
	idNumber string
	fixed    *fixedName
}

// step is a piece of a career: a seat of ours, or a title elsewhere.
type step struct {
	seat         *seat
	title        string // elsewhere
	since, until data.Month
	how, leaving data.Code
	term         bool
}

// side is a secondment beside the post.
type side struct {
	unit         *unit
	title        string
	since, until data.Month
}

// study is the full-time education before work.
type study struct {
	edu             string
	first, second   *school // second: of the postgraduate
	major, further  *major
	from, turn, end data.Month // turn: from bachelor to postgraduate
}

// part is the education in service; course is nil when there is none.
type part struct {
	course   *partCourse
	from, to data.Month
}

// now is the step the person is in.
func (p *person) now() *step { return &p.path[len(p.path)-1] }

// tenure is the time in the present post, in months.
func (p *person) tenure(at data.Month) int { return at.Since(p.now().since) }

// arrived is the month in which service here began.
func (p *person) arrived() data.Month {
	for _, s := range p.path {
		if s.seat != nil {
			return s.since
		}
	}
	return p.work
}

// months is the age in months.
func (p *person) months(at data.Month) int { return at.Since(p.birth) }

// served is the time since the grade was first held; negative when never.
func (p *person) served(grade int, at data.Month) int {
	if p.reached[grade] == 0 {
		return -1
	}
	return at.Since(p.reached[grade])
}

// member reports membership of the party at the month.
func (p *person) member(at data.Month) bool { return p.party != 0 && p.party <= at }

// base is the retirement age before the reform of 2025.
func (p *person) base() int {
	if p.male || p.grade >= gradeDeputy {
		return 60
	}
	return 55
}

// retires is the month of retirement, with the gradual rise that began in
// 2025: one month later for every four (base 60 or 55), three years at most.
func (p *person) retires() data.Month {
	old := p.birth.Add(p.base() * 12)
	late := (old.Year()-2025)*12 + int(old)%100
	if late <= 0 {
		return old
	}
	return old.Add(min(36, (late+3)/4))
}

// schooling ranks education from 高中 upwards.
var schooling = map[string]int{"高中": 0, "中专": 1, "大专": 2, "大学": 3, "研究生": 4}

// college reports whether the person has 大专 or more by the month.
func (p *person) college(at data.Month) bool {
	return schooling[p.study.edu] >= schooling["大专"] || p.part.course != nil && p.part.to <= at
}

// reserved reports membership of the reserve at the end of the list.
func (p *person) reserved() *membership {
	if n := len(p.reserve); n > 0 && p.reserve[n-1].until == 0 {
		return &p.reserve[n-1]
	}
	return nil
}
