package team

import (
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Team is a leadership team (领导班子) at a month: the posts of a unit that are
// marked as team posts, with their holders.
type Team struct {
	Unit  *data.Unit
	Posts []*Post // in their order
}

// Post is a post of a team with its holders at the month.
type Post struct {
	*data.Post
	Holders []*Member
}

// Member is a person who holds a post of a team at a month.
type Member struct {
	Appointment *data.Appointment
	Post        *data.Post
	Cadre       *data.Cadre
	Age         int        // full years; 0 when the birth is not known
	Retires     data.Month // 应到龄年月; zero when it is not known
	Trial       bool       // still on trial (试用期)
	Politics    string     // 政治面貌 in words
	Education   string     // highest education as written
	Schooling   string     // its class, as 大学本科; empty when not known
	Months      int        // in the post; 0 when its begin is not known
	Grassroots  int        // months in townships

	meets []bool // for each criterion the board was asked
}

// Proper reports an ordinary holding: neither on secondment (挂职) nor besides
// another post (兼任).
func (m *Member) Proper() bool { return m.Appointment.Proper() }

// Approved is the approved number of posts (核定职数).
func (t *Team) Approved() int {
	n := 0
	for _, p := range t.Posts {
		n += p.Approved
	}
	return n
}

// Filled counts the people with an ordinary holding of a post of the team,
// each person once (实配).
func (t *Team) Filled() int {
	return len(people(t.members(func(m *Member) bool { return m.Proper() })))
}

// Vacant is the number of approved places of the post without an ordinary
// holder.
func (p *Post) Vacant() int {
	held := 0
	for _, m := range p.Holders {
		held += one(m.Proper())
	}
	return max(0, p.Approved-held)
}

// Members lists everybody who holds a post, in the order of the posts. A
// person with two posts is listed twice.
func (t *Team) Members() []*Member { return t.members(func(*Member) bool { return true }) }

func (t *Team) members(take func(*Member) bool) []*Member {
	var list []*Member
	for _, p := range t.Posts {
		for _, m := range p.Holders {
			if take(m) {
				list = append(list, m)
			}
		}
	}
	return list
}

// people leaves each person once.
func people(list []*Member) []*Member {
	seen := map[string]bool{}
	var once []*Member
	for _, m := range list {
		if !seen[m.Cadre.ID] {
			seen[m.Cadre.ID] = true
			once = append(once, m)
		}
	}
	return once
}

// board is all teams at a month, and which of the criteria asked each member
// meets. It is read in a handful of queries, however many teams there are.
type board struct {
	at     data.Month
	rules  Rules
	teams  []*Team
	asked  map[string]int // index into Member.meets by sentence
	family map[data.Ref][]*data.Family
}

// read reads the teams at a month, or that of one unit alone.
func read(ctx context.Context, source figure.Source, unit string, at data.Month, rules Rules, asked []criteria.Criterion) (*board, error) {
	b := &board{at: at, rules: rules, asked: map[string]int{}}
	var once []criteria.Criterion
	for _, c := range asked {
		if _, known := b.asked[c.String()]; !known {
			b.asked[c.String()] = len(once)
			once = append(once, c)
		}
	}
	byPost, err := b.structure(ctx, source.View, unit)
	if err != nil {
		return nil, err
	}
	where := inTeam
	if unit != "" && len(b.teams) > 0 {
		where = criteria.And(where, criteria.If("机构", criteria.Equal, b.teams[0].Unit.Short))
	}
	members, err := b.holders(ctx, source, where, once)
	if err != nil {
		return nil, err
	}
	for _, m := range members {
		if p := byPost[m.Appointment.Post]; p != nil {
			m.Post = p.Post
			p.Holders = append(p.Holders, m)
		}
	}
	return b, nil
}

// structure reads the units and the posts of their teams, or one of them.
func (b *board) structure(ctx context.Context, r store.View, unit string) (map[data.Ref]*Post, error) {
	ofUnits, ofPosts := []store.Match{}, []store.Match{store.Where("team", true)}
	if unit != "" {
		ofUnits, ofPosts = append(ofUnits, store.Where("id", unit)), append(ofPosts, store.Where("unit", unit))
	}
	units, err := store.Units(ctx, r, b.at, ofUnits...)
	if err != nil {
		return nil, err
	}
	posts, err := store.Find[data.Post](ctx, r, ofPosts...)
	if err != nil {
		return nil, err
	}
	byPost, byUnit := map[data.Ref]*Post{}, map[data.Ref][]*Post{}
	for _, p := range posts {
		if p.Exists(b.at) {
			post := &Post{Post: p}
			byPost[data.Ref(p.ID)] = post
			byUnit[p.Unit] = append(byUnit[p.Unit], post)
		}
	}
	for _, u := range units {
		if list := byUnit[data.Ref(u.ID)]; len(list) > 0 && u.Exists(b.at) {
			b.teams = append(b.teams, &Team{Unit: u, Posts: list})
		}
	}
	return byPost, nil
}

// inTeam are the holdings of posts in teams.
var inTeam = criteria.If("班子成员", criteria.Equal, "是")

// holders reads who holds the posts of teams.
func (b *board) holders(ctx context.Context, source figure.Source, where criteria.Criterion, asked []criteria.Criterion) ([]*Member, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("holding"), Where: where, At: b.at, Book: source.Book}
	rows, err := q.Sift(ctx, source.View, asked, "应到龄年月", "试用期满年月", "政治面貌", "学历", "学历层次", "基层任职月数")
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	appointments, cadres, err := recordsOf(ctx, source.View, ids)
	if err != nil {
		return nil, err
	}
	var list []*Member
	for _, row := range rows {
		a := appointments[row.ID]
		m := &Member{
			Appointment: a, Cadre: cadres[string(a.Cadre)], Retires: month(row.Cells[0]), Trial: month(row.Cells[1]) > b.at,
			Politics: row.Cells[2], Education: row.Cells[3], Schooling: row.Cells[4], Grassroots: number(row.Cells[5]), meets: row.Meets,
		}
		if m.Cadre.Birth != 0 {
			m.Age = b.at.Age(m.Cadre.Birth)
		}
		if a.Since != 0 {
			m.Months = b.at.Since(a.Since)
		}
		list = append(list, m)
	}
	return list, nil
}

// recordsOf reads appointments and whom they are of, by ID.
func recordsOf(ctx context.Context, r store.View, ids []string) (map[string]*data.Appointment, map[string]*data.Cadre, error) {
	appointments, cadres := map[string]*data.Appointment{}, map[string]*data.Cadre{}
	found, err := store.Find[data.Appointment](ctx, r, store.Where("id", ids))
	if err != nil {
		return nil, nil, err
	}
	var persons []string
	for _, a := range found {
		appointments[a.ID] = a
		persons = append(persons, string(a.Cadre))
	}
	known, err := store.Find[data.Cadre](ctx, r, store.Where("id", persons))
	for _, c := range known {
		cadres[c.ID] = c
	}
	return appointments, cadres, err
}

// meets gives whether a member meets a criterion the board was asked.
func (b *board) meets(c criteria.Criterion) func(*Member) bool {
	i := b.asked[c.String()]
	return func(m *Member) bool { return m.meets[i] }
}

// counts reports whether a member counts for a criterion: in his own right,
// unless the criterion itself asks how the post is held; on trial, when the
// office counts those.
func (b *board) counts(m *Member, c criteria.Criterion) bool {
	return (m.Proper() || asksHow(c)) && (!m.Trial || b.rules.TrialCounts)
}

// asksHow reports a criterion that speaks of 任职方式 itself.
func asksHow(c criteria.Criterion) bool {
	if c.Not != nil && asksHow(*c.Not) {
		return true
	}
	return c.Field == "任职方式" || slices.ContainsFunc(c.All, asksHow) || slices.ContainsFunc(c.Any, asksHow)
}

func (b *board) team(unit string) *Team {
	for _, t := range b.teams {
		if t.Unit.ID == unit {
			return t
		}
	}
	return nil
}
