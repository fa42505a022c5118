package team

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Suggestion is a post of a team that should be filled, the sort of cadre that
// the team lacks, and the cadres who fit (调整补充建议).
type Suggestion struct {
	Post      *Post  // vacant, or soon to be
	Why       string // why this one: 空缺1个, 张三2027.03到龄 …
	Profile   string // the sort of cadre the team needs, in words
	Prospects []Prospect
}

// Prospect is a cadre who could be given the post (建议人选). No hard rule of
// eligibility speaks against him as far as the records say; the score ranks by
// the soft rules.
type Prospect struct {
	Cadre     *data.Cadre
	Title     string // 现任职务
	Age       int
	InReserve bool
	Score     int // out of 100: the parts against their weights
	Parts     []Part
	For       []string // in words
	Against   []string // in words: soft rules broken, hard ones not known
	Checks    []rule.Answer
}

// Part is one part of a score, with its reason.
type Part struct {
	Name  string // 弥补短板, 岗位经历 …
	Score int
	Of    int    // its weight, a setting of the office
	Said  string // the data it rests on
}

const (
	pool      = 60 // cadres looked at closely for one post
	prospects = 5  // and put forward
)

// need is what a team lacks, as a question about a cadre.
type need struct {
	words string
	where criteria.Criterion
}

// suggester finds who could fill the posts of one team.
type suggester struct {
	*judge
	ctx      context.Context
	source   figure.Source
	ledger   *Ledger
	needs    []need
	settings []*data.Setting
	world    *rule.World
	bounds   rule.Bounds
	families map[data.Ref][]*data.Family
}

// suggest finds who could fill the posts of a team that need somebody.
func suggest(ctx context.Context, source figure.Source, j *judge, l *Ledger) ([]Suggestion, error) {
	s := &suggester{judge: j, ctx: ctx, source: source, ledger: l, needs: j.lacks(l.Team)}
	open := s.openings()
	if len(open) == 0 {
		return nil, nil
	}
	if err := s.read(); err != nil {
		return nil, err
	}
	for i := range open {
		var err error
		if open[i].Prospects, err = s.prospects(open[i].Post); err != nil {
			return nil, err
		}
	}
	return open, nil
}

// lacks are the needs of a team: unmet targets, and rules that ask for somebody
// who is not there.
func (j *judge) lacks(t *Team) []need {
	var list []need
	for i, target := range j.targets {
		if For(target, t.Unit) && j.stand(t, target, j.wanted[i]).Missing > 0 {
			list = append(list, need{Wording(j.wanted[i], target.Scope), j.wanted[i]})
		}
	}
	for i, r := range j.rules.List {
		if _, broken := j.broken(t, r, j.asks[i]); broken && r.least > 0 {
			words := strings.NewReplacer("补充1名", "", "选配1名", "", "选配", "", "优先", "", "{界限}", fmt.Sprint(r.Bound)).Replace(r.cure)
			list = append(list, need{words, j.asks[i]})
		}
	}
	return list
}

// openings are the posts to be filled: the vacant ones, those whose holder
// retires within a year, and where targets are missed without either, the one
// whose holder has been there the longest.
func (s *suggester) openings() []Suggestion {
	var words []string
	for _, n := range s.needs {
		if !slices.Contains(words, n.words) {
			words = append(words, n.words)
		}
	}
	profile := "结构较为合理，按岗位要求择优选配"
	if len(words) > 0 {
		profile = "优先选配：" + strings.Join(words, "；")
	}
	var list []Suggestion
	for _, p := range s.ledger.Team.Posts {
		if n := p.Vacant(); n > 0 {
			why := fmt.Sprintf("空缺%d个", n)
			if p.Managed == data.ManagedAbove {
				why += "，上级管理，供向上级建议"
			}
			list = append(list, Suggestion{Post: p, Why: why, Profile: profile})
			continue
		}
		for _, m := range p.Holders {
			if m.Proper() && m.Retires != 0 && m.Retires.Since(s.at) <= 12 {
				list = append(list, Suggestion{Post: p, Why: fmt.Sprintf("%s%s到龄，提前谋划接续", m.Cadre.Name, m.Retires), Profile: profile})
				break
			}
		}
	}
	if len(list) > 0 || len(s.needs) == 0 {
		return list
	}
	if m := s.longest(); m != nil {
		i := slices.IndexFunc(s.ledger.Team.Posts, func(p *Post) bool { return p.Post == m.Post })
		why := fmt.Sprintf("没有空缺；%s任现职%s，可结合交流调整", m.Cadre.Name, rule.Span(m.Months))
		list = append(list, Suggestion{Post: s.ledger.Team.Posts[i], Why: why, Profile: profile})
	}
	return list
}

// longest is the deputy who has been in post the longest and adds nothing that
// the team lacks; nil when nobody has been there for three years.
func (s *suggester) longest() *Member {
	var found *Member
	for _, m := range s.ledger.Team.Members() {
		if m.Proper() && m.Post.Rank != data.RankPrincipal && m.Months >= 36 && (found == nil || m.Months > found.Months) &&
			!slices.ContainsFunc(s.needs, func(n need) bool { return s.meets(n.where)(m) }) {
			found = m
		}
	}
	return found
}

// read reads what all posts of the team need.
func (s *suggester) read() (err error) {
	r := s.source.View
	if s.settings, err = store.Find[data.Setting](s.ctx, r); err != nil {
		return err
	}
	if s.world, err = rule.ReadWorld(s.ctx, r, s.at); err != nil {
		return err
	}
	s.bounds = rule.BoundsAt(s.settings, s.at)
	_, s.families, err = rule.Colleagues(s.ctx, s.source, data.Ref(s.ledger.Team.Unit.ID), s.at)
	return err
}

// near are the levels from which a post is filled: its own and the next below.
func near(level data.Code) []string {
	var labels []string
	for _, l := range []data.Code{level, rule.Below(level)} {
		if l != "" {
			labels = append(labels, data.ListNamed("level").Label(l))
		}
	}
	return labels
}

// prospects ranks those who could be given a post.
func (s *suggester) prospects(p *Post) ([]Prospect, error) {
	levels := near(p.Level)
	if len(levels) == 0 {
		return nil, nil
	}
	asked := []criteria.Criterion{criteria.If("在储备库", criteria.Equal, "是")}
	for _, n := range s.needs {
		asked = append(asked, n.where)
	}
	q := criteria.Query{
		Subject: criteria.SubjectNamed("cadre"), Where: criteria.If("职务层次", criteria.In, levels...), At: s.at, Book: s.source.Book,
	}
	rows, err := q.Sift(s.ctx, s.source.View, asked, "现任职务", "年龄", "应到龄年月")
	if err != nil {
		return nil, err
	}
	rows = s.likely(p, rows)
	ids := make([]string, len(rows))
	byID := map[string]criteria.Sifted{}
	for i, row := range rows {
		ids[i], byID[row.ID] = row.ID, row
	}
	cases, err := rule.Cases(s.ctx, s.source, s.world, ids, s.at)
	if err != nil {
		return nil, err
	}
	var list []Prospect
	for _, c := range cases {
		c.Post, c.Unit, c.Bounds, c.Families = p.Post, s.ledger.Team.Unit, s.bounds, s.families
		for _, m := range s.ledger.Team.Members() {
			c.Colleagues = append(c.Colleagues, m.Cadre)
		}
		if answers := c.Answers(); !rule.Barred(answers) && !left(c) {
			list = append(list, s.prospect(c, byID[c.Cadre.ID], answers))
		}
	}
	slices.SortStableFunc(list, func(a, b Prospect) int { return b.Score - a.Score })
	return list[:min(prospects, len(list))], nil
}

// left reports that somebody held the very post and gave it up: nobody is sent
// back to it.
func left(c rule.Case) bool {
	return slices.ContainsFunc(c.Appointments, func(a *data.Appointment) bool {
		return a.Post == data.Ref(c.Post.ID) && a.Until != 0 && a.Until <= c.At
	})
}

// likely keeps those worth a close look: nobody who is in the team already,
// unless the post is that of a principal; first who adds what the team lacks and
// who is in the reserve.
func (s *suggester) likely(p *Post, rows []criteria.Sifted) []criteria.Sifted {
	inside := map[string]bool{}
	for _, m := range s.ledger.Team.Members() {
		inside[m.Cadre.ID] = p.Rank != data.RankPrincipal || m.Post.Rank == data.RankPrincipal
	}
	rows = slices.DeleteFunc(rows, func(r criteria.Sifted) bool {
		retires := month(r.Cells[2])
		return inside[r.ID] || retires != 0 && retires <= s.at
	})
	promise := func(r criteria.Sifted) int {
		n := 0
		for _, meets := range r.Meets {
			n += one(meets)
		}
		return n + one(r.Meets[0])
	}
	slices.SortStableFunc(rows, func(a, b criteria.Sifted) int { return cmp.Compare(promise(b), promise(a)) })
	return rows[:min(pool, len(rows))]
}

// prospect scores somebody for a post and says for each part what it rests on.
func (s *suggester) prospect(c rule.Case, row criteria.Sifted, answers []rule.Answer) Prospect {
	p := Prospect{Cadre: c.Cadre, Title: row.Cells[0], Age: number(row.Cells[1]), InReserve: row.Meets[0], Checks: answers}
	p.add(s.needsPart(row))
	p.add(s.experiencePart(c))
	p.add(s.reservePart(row))
	p.add(s.appraisalPart(c))
	p.add(s.settledPart(c))
	p.add(s.rulesPart(answers))
	of := 0
	for _, part := range p.Parts {
		p.Score += part.Score
		of += part.Of
		if part.Score*2 >= part.Of && part.Score > 0 {
			p.For = append(p.For, part.Said)
		} else {
			p.Against = append(p.Against, part.Said)
		}
	}
	if of > 0 {
		p.Score = p.Score * 100 / of
	}
	p.Against = append(p.Against, s.costs(c.Cadre.ID)...)
	for _, a := range answers {
		switch {
		case a.State == rule.Broken:
			p.Against = append(p.Against, a.Rule+"："+a.Data)
		case a.State == rule.Unknown && a.Hard:
			p.Against = append(p.Against, a.Rule+"须核实："+a.Data)
		}
	}
	return p
}

// costs are what a cadre's leaving would mean to the team he is in now.
func (s *suggester) costs(cadre string) []string {
	var list []string
	for _, t := range s.teams {
		i := slices.IndexFunc(t.Members(), func(m *Member) bool { return m.Cadre.ID == cadre && m.Proper() })
		if i < 0 || t == s.ledger.Team {
			continue
		}
		if m := t.Members()[i]; m.Post.Rank == data.RankPrincipal {
			list = append(list, fmt.Sprintf("离开后%s%s空缺", t.Unit.Short, m.Post.Name))
		}
		for n, target := range s.targets {
			if !For(target, t.Unit) {
				continue
			}
			st := s.stand(t, target, s.wanted[n])
			if slices.ContainsFunc(st.Who, func(m *Member) bool { return m.Cadre.ID == cadre }) && st.Have-1 < st.Need {
				list = append(list, fmt.Sprintf("离开后%s“%s”缺%d名", t.Unit.Short, target.Name, st.Need-st.Have+1))
			}
		}
	}
	return list
}
