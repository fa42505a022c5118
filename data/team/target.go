package team

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Standing compares a team with one target.
type Standing struct {
	Target  *data.Target
	Total   int // of which the share is taken: approved posts or people; 0 for a number
	Need    int // 应配
	Have    int // 实配
	Who     []*Member
	Missing int // 缺配; 0 when the target is met
}

// TargetsAt are the targets in force at a month.
func TargetsAt(ctx context.Context, source figure.Source, at data.Month) ([]*data.Target, error) {
	all, err := store.Find[data.Target](ctx, source.View)
	return data.InForce(all, at), err
}

// For reports whether a target applies to a unit: to this unit alone, or to
// its kind.
func For(t *data.Target, u *data.Unit) bool {
	return t.Unit != "" && string(t.Unit) == u.ID || t.Unit == "" && t.Kind == u.Kind
}

// stand judges a team by a target. Of a share the number needed is rounded up:
// 30% of 9 posts are 3 (配备目标：应配 = 总数×比例，进一取整).
func (b *board) stand(team *Team, t *data.Target, where criteria.Criterion) Standing {
	s := Standing{Target: t, Need: t.Number}
	approved, filled := 0, b.counted(team, t.Scope, where)
	for _, p := range team.Posts {
		if inScope(p.Post, t.Scope) {
			approved += p.Approved
		}
	}
	if t.Measure == data.MeasureShare {
		s.Total = approved
		if t.Base == data.BaseFilled {
			s.Total = len(filled)
		}
		s.Need = ceil(s.Total * t.Percent)
	} else if approved == 0 && len(filled) == 0 {
		s.Need = 0 // the unit has no posts the target could ask for
	}
	meets := b.meets(where)
	for _, m := range filled {
		if meets(m) {
			s.Who = append(s.Who, m)
		}
	}
	s.Have = len(s.Who)
	s.Missing = max(0, s.Need-s.Have)
	return s
}

// counted are the people of a team that a criterion is put to, each once.
func (b *board) counted(team *Team, scope data.Code, where criteria.Criterion) []*Member {
	list := people(team.members(func(m *Member) bool { return inScope(m.Post, scope) && b.counts(m, where) }))
	if scope != data.ScopeDeputies {
		return list
	}
	heads := map[string]bool{} // who is a principal is no deputy, whatever else he holds
	for _, m := range team.Members() {
		heads[m.Cadre.ID] = heads[m.Cadre.ID] || m.Post.Rank == data.RankPrincipal && b.counts(m, where)
	}
	return slices.DeleteFunc(list, func(m *Member) bool { return heads[m.Cadre.ID] })
}

func inScope(p *data.Post, scope data.Code) bool {
	switch scope {
	case data.ScopePrincipals:
		return p.Rank == data.RankPrincipal
	case data.ScopeDeputies:
		return p.Rank != data.RankPrincipal
	}
	return true
}

// reason explains a target that is not met.
func (s Standing) reason(team *Team, where criteria.Criterion) Reason {
	said := fmt.Sprintf("应配%d名，实配%d名", s.Need, s.Have)
	switch {
	case s.Target.Measure != data.MeasureShare:
	case s.Target.Base == data.BaseFilled:
		said = fmt.Sprintf("班子%d人，%s", s.Total, said)
	default:
		said = fmt.Sprintf("核定%d职，%s", s.Total, said)
	}
	if s.Have > 0 {
		said += "：" + names(s.Who)
	}
	return Reason{
		Rule: s.Target.Name, Source: s.Target.Source, Data: said, Missing: fmt.Sprintf("缺%d名", s.Missing),
		Cure: fmt.Sprintf("补充%d名%s%s", s.Missing, Wording(where, s.Target.Scope), team.room(s.Target.Scope)), Color: Yellow,
	}
}

// room says which posts are free for a cure.
func (t *Team) room(scope data.Code) string {
	var free []string
	for _, p := range t.Posts {
		if n := p.Vacant(); n > 0 && inScope(p.Post, scope) {
			free = append(free, fmt.Sprintf("%s%d个", p.Name, n))
		}
	}
	if len(free) == 0 {
		return "；没有空缺，须结合调整"
	}
	return "；可用空缺：" + strings.Join(free, "、")
}

// Wording says in the words of the trade which people a criterion finds:
// 不满36岁的女干部.
func Wording(where criteria.Criterion, scope data.Code) string {
	who := map[data.Code]string{data.ScopePrincipals: "正职", data.ScopeDeputies: "副职"}[scope]
	if who == "" {
		who = "干部"
	}
	parts := where.All
	if len(parts) == 0 {
		parts = []criteria.Criterion{where}
	}
	before := ""
	for _, c := range parts {
		switch {
		case c.Field == "年龄" && c.Op == criteria.Less:
			before += "不满" + c.Values[0] + "岁的"
		case c.Field == "年龄" && c.Op == criteria.AtMost:
			before += c.Values[0] + "岁及以下的"
		case c.Field == "性别" && c.Op == criteria.Equal:
			who = c.Values[0] + who
		default:
			before += "符合“" + c.String() + "”的"
		}
	}
	return before + who
}
