package rule

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// ladder are the levels one rises through, the highest first.
var ladder = []data.Code{
	data.LevelProvinceHead, data.LevelProvinceDeputy, data.LevelBureauHead, data.LevelBureauDeputy,
	data.LevelCountyHead, data.LevelCountyDeputy, data.LevelSectionHead, data.LevelSectionDeputy, data.LevelStaff,
}

// judges are the judgements by the name they have in eligibility.toml. An empty
// state means that the rule does not apply.
var judges map[string]func(c Case, bound int) (State, string)

func init() { // not in the declaration: the judgements themselves ask for the rules
	judges = map[string]func(c Case, bound int) (State, string){
		"work": Case.workYears, "grassroots": Case.grassroots, "posts": Case.postsBelow,
		"deputy": Case.deputyToHead, "head": Case.headToDeputy, "section_head": Case.sectionHead, "section_deputy": Case.sectionDeputy,
		"leap": Case.leap, "education": Case.schooling, "training": Case.trainingHours, "party": Case.member, "standing": Case.partyYears,
		"influence": Case.influenced, "appraisal": Case.appraised, "quality": Case.quality, "notice": Case.noticed,
		"settled": Case.settled, "fifteen": Case.sameLevel, "home": Case.fromHere, "kin": Case.kin, "retire": Case.retiring,
	}
}

// rises reports a promotion: the post is of a higher level than any held so far.
func (c Case) rises() bool {
	highest := c.highest()
	return c.Post.Level != "" && (highest == "" || c.Post.Level < highest)
}

// highest is the highest level held by the month; empty when none is known.
func (c Case) highest() data.Code {
	var highest data.Code
	for _, a := range c.held() {
		if level := c.levelOf(a); level != "" && (highest == "" || level < highest) {
			highest = level
		}
	}
	return highest
}

// held are the posts begun by the month in their own right, not on secondment.
func (c Case) held() []*data.Appointment {
	var list []*data.Appointment
	for _, a := range c.Appointments {
		if a.Since != 0 && a.Since <= c.At && a.Proper() {
			list = append(list, a)
		}
	}
	return list
}

func (c Case) levelOf(a *data.Appointment) data.Code {
	if p := c.World.Posts[a.Post]; p != nil {
		return p.Level
	}
	return ""
}

// stretch is a stretch of months, the last not included.
type stretch struct{ from, to data.Month }

// stretchOf is the time a fact lasted up to the month.
func (c Case) stretchOf(since, until data.Month) stretch {
	if until == 0 || until > c.At {
		until = c.At
	}
	return stretch{since, until}
}

// months adds stretches up, each month once.
func months(list []stretch) int {
	slices.SortFunc(list, func(a, b stretch) int { return int(a.from) - int(b.from) })
	total, end := 0, data.Month(0)
	for _, s := range list {
		from := max(s.from, end)
		if s.to > from {
			total += s.to.Since(from)
			end = s.to
		}
	}
	return total
}

// at is the time spent at a level or above it.
func (c Case) atLevel(level data.Code) []stretch {
	var list []stretch
	for _, a := range c.held() {
		if l := c.levelOf(a); l != "" && l <= level {
			list = append(list, c.stretchOf(a.Since, a.Until))
		}
	}
	return list
}

// atGrades is the time spent in ranks (职级) from one to another, both included.
func (c Case) atGrades(from, to data.Code) []stretch {
	list := beside[data.Promotion](c.Person, data.PromotionKind)
	list = slices.DeleteFunc(list, func(p *data.Promotion) bool { return p.Since > c.At })
	slices.SortFunc(list, func(a, b *data.Promotion) int { return int(a.Since) - int(b.Since) })
	var found []stretch
	for i, p := range list {
		until := data.Month(0)
		if i+1 < len(list) {
			until = list[i+1].Since
		}
		if p.Grade >= from && p.Grade <= to {
			found = append(found, c.stretchOf(p.Since, until))
		}
	}
	return found
}

// nameless reports a post in office whose level nobody knows, so that time
// which is missing may lie in it.
func (c Case) nameless() bool {
	return slices.ContainsFunc(c.held(), func(a *data.Appointment) bool { return c.levelOf(a) == "" })
}

// enough judges a number of months against a bound.
func (c Case) enough(what string, have, bound int) (State, string) {
	said := fmt.Sprintf("%s%s，应满%s", what, Span(have), Span(bound))
	switch {
	case have >= bound:
		return Met, said
	case c.nameless():
		return Unknown, said + "；有职务未对应职位，层次不明"
	}
	return Broken, said
}

// Span is a number of months in years and months.
func Span(months int) string {
	switch years, rest := months/12, months%12; {
	case years == 0:
		return fmt.Sprintf("%d个月", rest)
	case rest == 0:
		return fmt.Sprintf("%d年", years)
	default:
		return fmt.Sprintf("%d年%d个月", years, rest)
	}
}

func (c Case) workYears(bound int) (State, string) {
	switch start := c.Cadre.WorkStart; {
	case !c.rises() || c.Post.Level < data.LevelCountyHead || c.Post.Level > data.LevelCountyDeputy:
		return "", ""
	case start == 0:
		return Unknown, "参加工作时间未填"
	default:
		return c.plain("参加工作", c.At.Since(start), bound)
	}
}

// plain judges months that are known for certain.
func (c Case) plain(what string, have, bound int) (State, string) {
	said := fmt.Sprintf("%s%s，应满%s", what, Span(have), Span(bound))
	if have < bound {
		return Broken, said
	}
	return Met, said
}

// rural are the words by which a line of a résumé tells of work at the base.
var rural = []string{"镇", "乡", "街道", "村", "社区"}

// grassroots adds up work in townships and villages, as posts, as missions and
// as the résumé tells it.
func (c Case) grassroots(bound int) (State, string) {
	if !c.rises() || c.Post.Level < data.LevelCountyHead || c.Post.Level > data.LevelCountyDeputy {
		return "", ""
	}
	var list []stretch
	for _, r := range c.Resume {
		first, _, _ := strings.Cut(string(r.Text), "\n")
		if r.Since != 0 && r.Since <= c.At && !strings.Contains(first, "学习") &&
			slices.ContainsFunc(rural, func(w string) bool { return strings.Contains(first, w) }) {
			list = append(list, c.stretchOf(r.Since, r.Until))
		}
	}
	for _, a := range c.held() {
		last := c.At // of the service: a town may have become a street, or a bureau
		if a.Until != 0 && a.Until <= c.At {
			last = a.Until.Add(-1)
		}
		if c.World.town(a.Unit, last) {
			list = append(list, c.stretchOf(a.Since, a.Until))
		}
	}
	for _, s := range beside[data.Sent](c.Person, data.SentKind) {
		if s.Kind == data.SentToVillage && s.Since <= c.At {
			list = append(list, c.stretchOf(s.Since, s.Until))
		}
	}
	if len(c.Resume) == 0 && months(list) < bound {
		return Unknown, "没有简历，基层工作经历无从计算"
	}
	return c.plain("任职、简历和驻村记录中的基层工作", months(list), bound)
}

// Below is the next level below one.
func Below(level data.Code) data.Code {
	if i := slices.Index(ladder, level); i >= 0 && i+1 < len(ladder) {
		return ladder[i+1]
	}
	return ""
}

func (c Case) postsBelow(bound int) (State, string) {
	if !c.rises() || c.Post.Level == "" || c.Post.Level > data.LevelCountyDeputy {
		return "", ""
	}
	posts := map[data.Ref]bool{}
	for _, a := range c.held() {
		if c.levelOf(a) == Below(c.Post.Level) {
			posts[a.Post] = true
		}
	}
	said := fmt.Sprintf("在%s任职过%d个职位，一般%d个以上", data.ListNamed("level").Label(Below(c.Post.Level)), len(posts), bound)
	switch {
	case len(posts) >= bound:
		return Met, said
	case c.nameless():
		return Unknown, said + "；有职务未对应职位，层次不明"
	}
	return Broken, said
}

func (c Case) deputyToHead(bound int) (State, string) {
	if !c.rises() || c.Post.Level != data.LevelCountyHead && c.Post.Level != data.LevelBureauHead {
		return "", ""
	}
	return c.enough("任副职", months(c.atLevel(Below(c.Post.Level))), bound)
}

func (c Case) headToDeputy(bound int) (State, string) {
	switch {
	case !c.rises():
		return "", ""
	case c.Post.Level == data.LevelBureauDeputy:
		return c.enough("任县处级正职", months(c.atLevel(data.LevelCountyHead)), bound)
	case c.Post.Level == data.LevelCountyDeputy:
		return c.enough("任乡科级正职（含一级、二级主任科员）", months(slices.Concat(c.atLevel(data.LevelSectionHead), c.atGrades(data.GradeHighest, data.GradeSection2))), bound)
	}
	return "", ""
}

func (c Case) sectionHead(bound int) (State, string) {
	if !c.rises() || c.Post.Level != data.LevelSectionHead {
		return "", ""
	}
	return c.enough("任乡科级副职（含三级、四级主任科员）", months(slices.Concat(c.atLevel(data.LevelSectionDeputy), c.atGrades(data.GradeHighest, data.GradeSection4))), bound)
}

func (c Case) sectionDeputy(bound int) (State, string) {
	if !c.rises() || c.Post.Level != data.LevelSectionDeputy {
		return "", ""
	}
	have := months(c.atGrades(data.GradeHighest, data.GradeStaffHigher))
	said := fmt.Sprintf("任一级科员及以上职级%s，应满%s", Span(have), Span(bound))
	switch {
	case have >= bound:
		return Met, said
	case len(beside[data.Promotion](c.Person, data.PromotionKind)) == 0:
		return Unknown, fmt.Sprintf("没有职级记录；任科员层次%s", Span(months(c.atLevel(data.LevelStaff))))
	}
	return Broken, said
}

func (c Case) leap(bound int) (State, string) {
	to, from := slices.Index(ladder, c.Post.Level), slices.Index(ladder, c.highest())
	if !c.rises() || to < 0 {
		return "", ""
	}
	if from < 0 {
		return Unknown, "现任职务层次不明"
	}
	label := data.ListNamed("level").Label
	said := fmt.Sprintf("由%s任%s", label(c.highest()), label(c.Post.Level))
	if from-to > bound {
		return Broken, said
	}
	return Met, said
}
