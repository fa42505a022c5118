package sample

import (
	"cmp"
	"fmt"
	"slices"

	"huoshui/data"
)

// round is an adjustment of the reserve.
type round struct {
	serial int
	name   string
	held   data.Date
	kind   data.Code
}

// membership is a stay in the reserve.
type membership struct {
	tier           data.Code
	found          data.Code
	grade          int // held on entry
	since, until   data.Month
	entry          string
	exit           data.Code
	evidence       string
	opened, closed *round
}

// Exits used here, from the list 出库情形.
const (
	exitPromoted data.Code = "01"
	exitAge      data.Code = "02"
	exitPunished data.Code = "04"
	exitStyle    data.Code = "06"
	exitMoved    data.Code = "07"
	exitOwnWish  data.Code = "08"
	exitElse     data.Code = "99"
)

func exitFor(gone data.Code) data.Code {
	switch gone {
	case goneMoved:
		return exitMoved
	case goneResigned:
		return exitOwnWish
	}
	return exitElse
}

func (r *membership) close(at data.Month, why data.Code, evidence string, by *round) {
	r.until, r.exit, r.evidence, r.closed = at, why, evidence, by
}

// tierRule says who belongs to a tier: the grades from and to, the age above
// which one leaves, and the share of all cadres it holds.
type tierRule struct {
	tier     data.Code
	low      int
	high     int
	age      int
	perMille int
}

// tiers are the reserve's tiers, from the highest.
func (w *world) tiers() []tierRule {
	if w.options.Level == LevelCity {
		return []tierRule{{"1", gradeChief, gradeChief, 45, 12}, {"2", gradeHead, gradeDeputy, 40, 55}, {"3", gradeStaff, gradeVice, 33, 60}}
	}
	return []tierRule{{"2", gradeHead, gradeHead, 42, 25}, {"3", gradeStaff, gradeVice, 35, 100}}
}

// The reserve begins in 2021; the yearly adjustment is held in September, and
// now and then one in spring.
const (
	reserveFrom  = data.Month(202101)
	yearlyMonth  = 9
	betweenMonth = 4
)

// adjustReserve holds a round when one is due.
func (w *world) adjustReserve() {
	year, month := w.now.Year(), int(w.now)%100
	if w.now < reserveFrom || month != yearlyMonth && (month != betweenMonth || year%2 == 1) {
		return
	}
	r := &round{
		serial: 1<<20 + len(w.rounds), kind: "1", name: fmt.Sprintf("%d年度集中调整", year),
		held: data.MakeDate(year, month, 12+year%10),
	}
	if month == betweenMonth {
		r.kind, r.name = "2", fmt.Sprintf("%d年平时调整", year)
	}
	w.rounds = append(w.rounds, r)
	for _, p := range w.active {
		if m := p.reserved(); m != nil {
			w.review(p, m, r)
		}
	}
	if r.kind == "2" {
		return
	}
	for _, t := range w.tiers() {
		w.recruit(t, r)
	}
}

// review lets a member go who has been promoted, is too old, was punished or
// has not come up to expectations.
func (w *world) review(p *person, m *membership, r *round) {
	var rule tierRule
	for _, t := range w.tiers() {
		if t.tier == m.tier {
			rule = t
		}
	}
	tierName := data.ListNamed("tier").Label(m.tier)
	switch {
	case p.punished >= m.since:
		m.close(w.now, exitPunished, "受党纪政务处分，影响期内", r)
	case p.grade > m.grade && p.grade >= gradeVice:
		m.close(w.now, exitPromoted, "已提拔任"+data.ListNamed("level").Label(levelOf[p.grade]), r)
	case p.months(w.now) >= (rule.age+1)*12:
		m.close(w.now, exitAge, fmt.Sprintf("超过%s干部%d岁年龄要求", tierName, rule.age), r)
	case p.stopped:
		m.close(w.now, exitElse, "转任职级，不再担任领导职务", r)
	case w.chance.percent(2):
		m.close(w.now, exitStyle, "经研判，现岗位工作实绩一般", r)
	case w.chance.percent(0.7):
		m.close(w.now, exitOwnWish, "本人提出书面申请", r)
	}
}

// entries are the grounds for taking somebody in, by 发现方式.
var entries = []share[[2]string]{
	{[2]string{"1", "年轻干部专项调研推荐"}, 45},
	{[2]string{"2", "年度考核、任职考察中发现"}, 20},
	{[2]string{"3", "所在单位党委（党组）推荐"}, 22},
	{[2]string{"4", "年度考核优秀"}, 8},
	{[2]string{"5", "选调生跟踪培养"}, 5},
}

// recruit fills a tier with the ablest of those who are young enough.
func (w *world) recruit(t tierRule, r *round) {
	room := w.options.Cadres * t.perMille / 1000
	var fit []*person
	for _, p := range w.active {
		if m := p.reserved(); m != nil {
			if m.tier == t.tier {
				room--
			}
			continue
		}
		if p.grade >= t.low && p.grade <= t.high && w.promising(p, t) {
			fit = append(fit, p)
		}
	}
	slices.SortStableFunc(fit, func(a, b *person) int { return cmp.Compare(b.promise(), a.promise()) })
	for _, p := range fit[:max(min(room, len(fit)), 0)] {
		ground := draw(w.chance, entries)
		p.reserve = append(p.reserve, membership{
			tier: t.tier, found: data.Code(ground[0]), grade: p.grade, since: w.now, entry: ground[1], opened: r,
		})
	}
}

// promising reports whether the person may enter the tier.
func (w *world) promising(p *person, t tierRule) bool {
	young := p.months(w.now) < t.age*12
	fresh := true
	if n := len(p.reserve); n > 0 {
		last := p.reserve[n-1]
		fresh = last.until < w.now && (last.exit == exitPromoted || last.exit == exitAge && last.tier != t.tier)
	}
	return young && fresh && !p.stopped && p.member(w.now) && p.served(gradeStaff, w.now) >= 24 && p.college(w.now)
}

// promise ranks candidates of a tier: ability, and a little for rank reached.
func (p *person) promise() float64 { return p.ability + 0.5*float64(p.grade) }
