package team

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// TermProgress is the progress of one line of the plan for a change of term
// (换届配备计划), over all units to which it applies.
type TermProgress struct {
	Plan    *data.TermPlan
	Kinds   []data.Code // units of which kinds: lines of the same name are one
	Total   int         // people in the posts the plan speaks of
	Need    int         // 应配
	Have    int         // 实配
	Missing int         // 缺配
	Who     []*Member
	Teams   []TermTeam // in the order of the units
}

// TermTeam is the part of one team in a line of the plan.
type TermTeam struct {
	Unit        *data.Unit
	Total, Have int
	Who         []*Member
	Missing     int // against the plan's share, were it kept by every team
}

// aboutPosts are the fields that say which posts a plan speaks of; what else its
// condition asks is what it wants of the people in them.
var aboutPosts = []string{"机构", "机构类别", "职位", "班子成员", "岗位类别", "正副职", "职务层次", "管理权限", "关键岗位"}

// TermPlans computes the progress of the plan for the change of term at a
// month: of the last change, or, before the first one, of the next. It is nil
// when there is no plan.
func TermPlans(ctx context.Context, source figure.Source, at data.Month) ([]TermProgress, error) {
	plans, err := store.Find[data.TermPlan](ctx, source.View)
	if err != nil || len(plans) == 0 {
		return nil, err
	}
	return TermPlansOf(ctx, source, termOf(plans, at), at)
}

// termOf is the term a month works for: the next one on the plan within a year,
// else the last, else the first.
func termOf(plans []*data.TermPlan, at data.Month) data.Month {
	var last, next data.Month
	for _, p := range plans {
		switch {
		case p.Term <= at:
			last = max(last, p.Term)
		case next == 0 || p.Term < next:
			next = p.Term
		}
	}
	if next != 0 && (last == 0 || next.Since(at) <= 12) {
		return next
	}
	return last
}

// TermPlansOf computes the progress of the plan for one change of term at a
// month.
func TermPlansOf(ctx context.Context, source figure.Source, term, at data.Month) ([]TermProgress, error) {
	plans, err := store.Find[data.TermPlan](ctx, source.View, store.Where("term", term))
	if err != nil {
		return nil, err
	}
	var list []TermProgress
	var posts, whole []criteria.Criterion
	for _, p := range plans {
		if i := slices.IndexFunc(list, func(x TermProgress) bool { return x.Plan.Name == p.Name && x.Plan.Condition == p.Condition }); i >= 0 {
			list[i].Kinds = append(list[i].Kinds, p.Kind)
			continue
		}
		where, err := criteria.Parse(string(p.Condition))
		if err != nil {
			return nil, data.Refuse(fmt.Sprintf("换届配备计划“%s”的口径有误：%s", p.Name, data.Sentence(err)), err)
		}
		list = append(list, TermProgress{Plan: p, Kinds: []data.Code{p.Kind}})
		posts, whole = append(posts, postsOnly(where)), append(whole, where)
	}
	rules, err := RulesAt(ctx, source, at)
	if err != nil {
		return nil, err
	}
	b, err := read(ctx, source, "", at, rules, slices.Concat(posts, whole))
	if err != nil {
		return nil, err
	}
	for i := range list {
		b.progress(&list[i], posts[i], whole[i])
	}
	return list, nil
}

// postsOnly keeps the parts of a condition that say which posts are meant.
func postsOnly(where criteria.Criterion) criteria.Criterion {
	parts := where.All
	if len(parts) == 0 {
		parts = []criteria.Criterion{where}
	}
	return criteria.And(slices.DeleteFunc(slices.Clone(parts), func(c criteria.Criterion) bool {
		return !slices.Contains(aboutPosts, c.Field)
	})...)
}

// progress fills in one line of the plan.
func (b *board) progress(p *TermProgress, posts, whole criteria.Criterion) {
	among, meets := b.meets(posts), b.meets(whole)
	for _, t := range b.teams {
		if !slices.Contains(p.Kinds, t.Unit.Kind) {
			continue
		}
		part := TermTeam{Unit: t.Unit}
		for _, m := range people(t.members(func(m *Member) bool { return b.counts(m, whole) && among(m) })) {
			part.Total++
			if meets(m) {
				part.Have++
				part.Who = append(part.Who, m)
			}
		}
		part.Missing = max(0, ceil(part.Total*p.Plan.Percent)-part.Have)
		p.Total, p.Have, p.Who = p.Total+part.Total, p.Have+part.Have, append(p.Who, part.Who...)
		p.Teams = append(p.Teams, part)
	}
	p.Need = p.Plan.Number
	if p.Plan.Percent > 0 {
		p.Need = ceil(p.Total * p.Plan.Percent)
	}
	p.Missing = max(0, p.Need-p.Have)
}

// Short lists the teams of a line that miss their share by most, worst first.
func (p TermProgress) Short() []TermTeam {
	list := slices.DeleteFunc(slices.Clone(p.Teams), func(t TermTeam) bool { return t.Missing == 0 })
	slices.SortStableFunc(list, func(a, b TermTeam) int { return cmp.Compare(b.Missing, a.Missing) })
	return list
}

// ceil rounds hundredths up to a whole number (应配：进一取整).
func ceil(hundredths int) int { return (hundredths + 99) / 100 }
