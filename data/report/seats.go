package report

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// touched is a unit an agenda changes, with the posts it changes there.
type touched struct {
	unit  *data.Unit
	seats []*seat
}

// seat is a post with who leaves it and who comes to it.
type seat struct {
	post           data.Ref // empty where only a title is known
	title          string
	leavers, comes []*person
}

// touches lists the units of an agenda in their own order, their posts in the
// order of the agenda.
func (o Order) touches(ctx context.Context, a *agenda) ([]*touched, error) {
	units, err := store.Units(ctx, o.Source.View, a.at)
	if err != nil {
		return nil, err
	}
	byID := map[data.Ref]*touched{}
	for _, p := range a.people {
		for _, c := range p.removed {
			s := seatOf(byID, c)
			s.leavers = append(s.leavers, p)
		}
		for _, c := range p.posts {
			s := seatOf(byID, c)
			s.comes = append(s.comes, p)
		}
	}
	var list []*touched
	for _, u := range units {
		if t := byID[data.Ref(u.ID)]; t != nil {
			t.unit = u
			list = append(list, t)
		}
	}
	if t := byID[""]; t != nil {
		t.unit = &data.Unit{Short: "未明确机构"}
		list = append(list, t)
	}
	return list, nil
}

func seatOf(byID map[data.Ref]*touched, c change) *seat {
	t := byID[c.unit]
	if t == nil {
		t = &touched{}
		byID[c.unit] = t
	}
	i := slices.IndexFunc(t.seats, func(s *seat) bool { return s.post == c.post && (c.post != "" || s.title == c.title) })
	if i < 0 {
		i = len(t.seats)
		t.seats = append(t.seats, &seat{post: c.post, title: c.title})
	}
	return t.seats[i]
}

// buildByUnit builds 调配情况（单位）: for each unit who leaves and where to, who
// comes and where from.
func buildByUnit(ctx context.Context, o Order) (*paper.Paper, error) {
	now := []column{
		columnName, columnSex, meetingBirth,
		told("现任职务", 96, paper.Left, func(p *person) string { return p.facts["现任职务"] }),
		told("政治面貌", 50, paper.Center, func(p *person) string { return p.Politics(p.at) }),
	}
	leaving := append(slices.Clone(now), told("去向", 96, paper.Left, func(p *person) string { return orElse(titles(p.posts), "免职") }))
	coming := append(slices.Clone(now), told("来源", 70, paper.Left, func(p *person) string { return p.facts["机构"] }))
	table := paper.Table{Columns: []paper.Column{{Title: "单位", Share: 66}, {Title: "机构性质", Share: 50}}}
	for _, c := range grouped("现状", slices.Clone(leaving)...) {
		table.Columns = append(table.Columns, c.Column)
	}
	table.Columns = append(table.Columns, paper.Column{Group: "拟任", Title: "任现职务", Share: 96, Align: paper.Left})
	for _, c := range grouped("拟任", slices.Clone(coming)...) {
		table.Columns = append(table.Columns, c.Column)
	}
	return o.bySeat(ctx, "干部调配情况（单位）", table, func(t *touched, s *seat, left, comes *person) []paper.Span {
		title := ""
		if comes != nil {
			title = s.title
		}
		row := []paper.Span{paper.Plain(t.unit.Short), paper.Plain(data.ListNamed("unit_kind").Label(t.unit.Kind))}
		return slices.Concat(row, side(leaving, left), []paper.Span{paper.Plain(title)}, side(coming, comes))
	})
}

// buildByPost builds 调配情况（岗位）: for each post who has it and who is to.
func buildByPost(ctx context.Context, o Order) (*paper.Paper, error) {
	own := []column{
		columnName, meetingBirth,
		told("全日制学历", 56, paper.Center, func(p *person) string { return p.FullEdu }),
		field("最高学历", 56, paper.Center, "学历"),
		blank("", "代表委员", 50), blank("", "备注", 50),
	}
	table := paper.Table{Columns: []paper.Column{{Title: "单位", Share: 66}, {Title: "拟任职务", Share: 120, Align: paper.Left}}}
	for _, group := range []string{"现状", "拟任"} {
		for _, c := range grouped(group, slices.Clone(own)...) {
			table.Columns = append(table.Columns, c.Column)
		}
	}
	return o.bySeat(ctx, "干部调配情况（岗位）", table, func(t *touched, s *seat, left, comes *person) []paper.Span {
		return slices.Concat([]paper.Span{paper.Plain(t.unit.Short), paper.Plain(s.title)}, side(own, left), side(own, comes))
	})
}

// side is one person's part of a row; blank for nobody.
func side(columns []column, p *person) []paper.Span {
	if p == nil {
		return make([]paper.Span, len(columns))
	}
	return listed(columns, p, 0).Cells
}

// bySeat is a wide table with a row for each person who leaves a post and each
// who comes to it, side by side.
func (o Order) bySeat(ctx context.Context, title string, table paper.Table, row func(t *touched, s *seat, left, comes *person) []paper.Span) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err != nil {
		return nil, err
	}
	units, err := o.touches(ctx, a)
	if err != nil {
		return nil, err
	}
	at := func(people []*person, i int) *person {
		if i < len(people) {
			return people[i]
		}
		return nil
	}
	for _, t := range units {
		for _, s := range t.seats {
			for i := range max(len(s.leavers), len(s.comes)) {
				table.Rows = append(table.Rows, paper.Row{Cells: row(t, s, at(s.leavers, i), at(s.comes, i))})
			}
		}
	}
	p := o.paper(title, a.subtitle(o))
	p.Page = wideList
	p.Add(table, o.maker())
	return p, nil
}

// buildChanges builds 变动汇总: the seats of the team of every unit touched, how
// many are filled before, and what is considered.
func buildChanges(ctx context.Context, o Order) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err != nil {
		return nil, err
	}
	units, err := o.touches(ctx, a)
	if err != nil {
		return nil, err
	}
	table := paper.Table{Columns: []paper.Column{
		{Title: "单位", Share: 14, Align: paper.Left},
		{Group: "班子职数", Title: "核定", Share: 6},
		{Group: "班子职数", Title: "实配", Share: 6},
		{Group: "班子职数", Title: "可用", Share: 6},
		{Title: "调配初步考虑", Share: 50, Align: paper.Left},
		{Title: "备注", Share: 10},
	}}
	for _, t := range units {
		counts := make([]string, 3)
		if t.unit.ID != "" {
			posts, err := o.teamPosts(ctx, t.unit.ID, a.at)
			if err != nil {
				return nil, err
			}
			approved, filled := seats(posts)
			counts = []string{fmt.Sprint(approved), fmt.Sprint(filled), fmt.Sprint(max(0, approved-filled))}
		}
		table.Rows = append(table.Rows, paper.Cells(append(append([]string{t.unit.Short}, counts...), t.wording())...))
	}
	p := o.paper("干部变动汇总表", a.subtitle(o))
	p.Page = lyingList
	p.Add(table, remark("职数为领导班子核定职数；实配不含挂职、兼任。"), o.maker())
	return p, nil
}

// teamPost is a post of a team at a month.
type teamPost struct {
	*data.Post
	filled int // without secondments and titles held besides another post
}

// teamPosts are the posts of a unit's team at a month, in their order.
func (o Order) teamPosts(ctx context.Context, unit string, at data.Month) ([]teamPost, error) {
	all, err := store.Find[data.Post](ctx, o.Source.View, store.Where("unit", unit), store.Where("team", true))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p *data.Post) bool { return !p.Exists(at) })
	ids := make([]string, len(all))
	for i, p := range all {
		ids[i] = p.ID
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("post"), At: at}
	cells, err := q.Cells(ctx, o.Source.View, ids, "实配")
	if err != nil {
		return nil, err
	}
	posts := make([]teamPost, len(all))
	for i, p := range all {
		posts[i].Post = p
		if posts[i].filled, err = strconv.Atoi(cells[i][0]); err != nil {
			return nil, fmt.Errorf("report: team post: %w", err)
		}
	}
	return posts, nil
}

// seats adds up the approved and the filled seats of posts.
func seats(posts []teamPost) (approved, filled int) {
	for _, p := range posts {
		approved, filled = approved+p.Approved, filled+p.filled
	}
	return approved, filled
}

// wording tells what is considered for a unit: who comes to which post and who
// leaves it.
func (t *touched) wording() string {
	var lines []string
	for _, s := range t.seats {
		for _, p := range s.comes {
			lines = append(lines, fmt.Sprintf("%s（现任%s）拟任%s", p.Name, orElse(p.facts["现任职务"], "无职务"), s.title))
		}
		for _, p := range s.leavers {
			if !slices.Contains(s.comes, p) {
				lines = append(lines, fmt.Sprintf("%s拟免%s", p.Name, s.title))
			}
		}
	}
	return strings.Join(lines, "；\n")
}

// buildInspection builds the plan of inspection (考察方案): by unit whom to look
// into; the rest is filled in by the office.
func buildInspection(ctx context.Context, o Order) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err != nil {
		return nil, err
	}
	var units []string
	byUnit := map[string][]string{}
	for _, p := range a.people {
		unit := orElse(p.facts["机构"], "未明确机构")
		if byUnit[unit] == nil {
			units = append(units, unit)
		}
		line := joined("，", p.Name, p.facts["现任职务"])
		if posts := titles(p.posts); posts != "" {
			line += "（拟任" + strings.ReplaceAll(posts, "\n", "、") + "）"
		}
		byUnit[unit] = append(byUnit[unit], line)
	}
	table := paper.Table{Columns: []paper.Column{
		{Title: "考察单位", Share: 12},
		{Title: "考察时间", Share: 10},
		{Title: "考察对象", Share: 36, Align: paper.Left},
		{Title: "民主测评、评议范围和要求", Share: 18},
		{Title: "个别谈话对象范围", Share: 16},
		{Title: "考察组成员", Share: 12},
		{Title: "备注", Share: 8},
	}}
	for _, unit := range units {
		table.Rows = append(table.Rows, paper.Cells(unit, "", strings.Join(byUnit[unit], "\n")))
	}
	p := o.paper("干部考察方案", a.subtitle(o))
	p.Page = lyingList
	p.Add(table, o.maker())
	return p, nil
}
