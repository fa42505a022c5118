package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// segment is a line of the résumé.
type segment struct {
	since, until data.Month
	text         string
}

// remark is something done beside the post: a course, a secondment, service in
// a village.
type remark struct {
	from, to data.Month
	text     string
}

// resume writes a career in the official form: without gaps, each course and
// secondment noted in the segment in which it ended (录入规范).
func (w *world) resume(p *person) []segment {
	list := studySegments(p)
	named := false
	for _, s := range w.stays(p) {
		text := strings.Join(append([]string{s.title}, s.also...), "、")
		if p.selected && s.step.seat != nil && !named {
			text, named = text+"（选调生）", true
		}
		list = append(list, segment{s.since, s.until, text})
	}
	for _, r := range w.remarks(p) {
		i := slices.IndexFunc(list, func(s segment) bool {
			return s.until == 0 || r.to != 0 && r.to <= s.until
		})
		if i < 0 {
			continue
		}
		list[i].text += r.in(list[i])
	}
	return list
}

// in is the remark as it stands in a segment: in the line when it lies wholly
// within, on a line of its own when it began before.
func (r remark) in(s segment) string {
	switch {
	case r.from < s.since:
		return fmt.Sprintf("\n（%s--%s%s）", r.from, r.to, r.text)
	case r.to == 0:
		return fmt.Sprintf("（其间：%s起%s）", r.from, r.text)
	}
	return fmt.Sprintf("（其间：%s--%s%s）", r.from, r.to, r.text)
}

// studySegments is the full-time education, and the months of waiting for work
// after it.
func studySegments(p *person) []segment {
	s := &p.study
	if s.from == 0 {
		return nil
	}
	var list []segment
	if s.turn == 0 {
		list = append(list, segment{s.from, s.end, schoolLine(s.first, s.major, s.edu) + "学习"})
	} else {
		list = append(
			list, segment{s.from, s.turn, schoolLine(s.first, s.major, "大学") + "学习"},
			segment{s.turn, s.end, schoolLine(s.second, s.further, "大学") + "硕士研究生学习"},
		)
	}
	switch gap := p.work.Since(s.end); {
	case gap == 1: // leaving school and starting work are one move
		list[len(list)-1].until = p.work
	case gap > 1 && p.work.Year() < 2000:
		list = append(list, segment{s.end, p.work, "待分配"})
	case gap > 1:
		list = append(list, segment{s.end, p.work, "待业"})
	}
	return list
}

// schoolLine is school, department and major as the form has them.
func schoolLine(s *school, m *major, edu string) string {
	if edu == "大专" || edu == "中专" {
		return s.Name + m.Short + "专业"
	}
	return s.Name + m.College + m.Name + "专业"
}

// remarks are all things done beside the posts up to now, in order.
func (w *world) remarks(p *person) []remark {
	var list []remark
	if c := p.part.course; c != nil && p.part.to <= w.lastMonth(p) {
		what := "在职学习"
		if data.ListNamed("education").GroupOf(c.Edu) == "1" {
			what = "在职研究生学习"
		}
		list = append(list, remark{p.part.from, p.part.to, "在" + c.School + c.Major + what})
	}
	if p.selected && p.work >= 201007 && p.work.Add(30) <= w.lastMonth(p) {
		village := pick(w.personal(p, 5), w.words.words.Rewards["village"])
		list = append(list, remark{p.work.Add(2), p.work.Add(26), "任" + village + "党支部书记助理"})
	}
	for i := range p.sides {
		sd := &p.sides[i]
		list = append(list, remark{sd.since, sd.until, "挂职任" + strings.TrimSuffix(w.sideTitle(sd), "（挂职）")})
	}
	slices.SortStableFunc(list, func(a, b remark) int { return cmp.Compare(a.from, b.from) })
	return list
}

// lastMonth is the month up to which a person's papers go.
func (w *world) lastMonth(p *person) data.Month {
	if p.left != 0 {
		return p.left
	}
	return w.options.At
}
