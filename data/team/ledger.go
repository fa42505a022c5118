package team

import (
	"cmp"
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Ledger is the account of one team at a month (一个班子一本账). All of it is
// computed from records; for a month to come it is a projection (推演).
type Ledger struct {
	At        data.Month
	Verdict   Verdict
	Team      *Team // posts with their holders
	Approved  int   // 核定职数
	Filled    int   // 实配: people, not on secondment and not besides another post
	Vacant    int   // 空缺
	MeanAge   float64
	Structure []Structure
	Standings []Standing   // every target meant for the team, met or not
	Retiring  []Retirement // within five years, the next one first
	Gaps      []Reason     // weak points (短板), which make no light
	Past      []Past       // frozen lights, the oldest first
	Letters   []*data.Letter
	Research  []*data.Research // the latest first

	Suggestions []Suggestion // how to mend what is missing
}

// Structure counts the members of a team by one trait.
type Structure struct {
	Label  string // 年龄, 性别, 政治面貌, 学历, 任现职年限, 乡镇工作经历
	Groups []Group
}

// Group is the members with one value of a trait.
type Group struct {
	Label string
	Who   []*Member
}

// Retirement is a member who retires.
type Retirement struct {
	Member *Member
	At     data.Month
	Within int // years: 1, 3 or 5
}

// Past is the light of a team in a settled round of evaluation.
type Past struct {
	Evaluation *data.Evaluation
	Light      *data.Light
}

// LedgerOf makes the account of one team at a month. A unit without a team is
// refused.
func LedgerOf(ctx context.Context, source figure.Source, unit string, at data.Month) (*Ledger, error) {
	j, err := open(ctx, source, "", at) // who leaves another team is missed there
	if err != nil {
		return nil, err
	}
	l, err := j.account(ctx, source, unit)
	if err != nil {
		return nil, err
	}
	l.Suggestions, err = suggest(ctx, source, j, l)
	return l, err
}

// OpenLedger opens the records and makes the account of one team. Use LedgerOf
// when the records are open already.
func OpenLedger(ctx context.Context, r store.View, unit string, at data.Month) (*Ledger, error) {
	source, err := figure.Open(ctx, r, at)
	if err != nil {
		return nil, err
	}
	return LedgerOf(ctx, source, unit, at)
}

// Account is the ledger of one team without suggestions. It reads nothing
// about the other teams, so hundreds of ledgers can be made in one go.
func Account(ctx context.Context, source figure.Source, unit string, at data.Month) (*Ledger, error) {
	j, err := open(ctx, source, unit, at)
	if err != nil {
		return nil, err
	}
	return j.account(ctx, source, unit)
}

func (j *judge) account(ctx context.Context, source figure.Source, unit string) (*Ledger, error) {
	team := j.team(unit)
	if team == nil {
		return nil, data.Refuse("这个机构没有班子职位，不建台账；请先在“机构职位”里把职位标为班子成员。", data.ErrNotFound)
	}
	l := j.ledger(team, source.Book)
	return l, l.story(ctx, source.View)
}

// ledger is what the members of a team say.
func (j *judge) ledger(t *Team, book criteria.Book) *Ledger {
	l := &Ledger{At: j.at, Verdict: j.verdict(t), Team: t, Approved: t.Approved(), Filled: t.Filled()}
	for _, p := range t.Posts {
		l.Vacant += p.Vacant()
	}
	for i, target := range j.targets {
		if For(target, t.Unit) {
			l.Standings = append(l.Standings, j.stand(t, target, j.wanted[i]))
		}
	}
	for i, r := range j.rules.List {
		if gap, broken := j.broken(t, r, j.asks[i]); broken && r.Color == "" {
			l.Gaps = append(l.Gaps, gap)
		}
	}
	own := people(t.members((*Member).Proper))
	l.Structure = structureOf(own, book)
	l.MeanAge, _ = j.at.MeanAge(births(own))
	for _, m := range own {
		if left := m.Retires.Since(j.at); m.Retires != 0 && left <= 60 {
			within := 5
			switch {
			case left <= 12:
				within = 1
			case left <= 36:
				within = 3
			}
			l.Retiring = append(l.Retiring, Retirement{m, m.Retires, within})
		}
	}
	slices.SortStableFunc(l.Retiring, func(a, b Retirement) int { return cmp.Compare(a.At, b.At) })
	return l
}

// births are the months in which members were born; zero where it is not known.
func births(list []*Member) []data.Month {
	months := make([]data.Month, len(list))
	for i, m := range list {
		months[i] = m.Cadre.Birth
	}
	return months
}

// structureOf groups members by the office's own bands and the code lists.
// Empty groups are kept for the bands, so that one sees where nobody stands.
func structureOf(list []*Member, book criteria.Book) []Structure {
	labels := func(codes string) []string { return data.ListNamed(codes).Labels() }
	return []Structure{
		{"年龄", byBand(list, book.Section("统计年龄段"), func(m *Member) int { return m.Age })},
		{"性别", byValue(list, labels("sex"), func(m *Member) string { return data.ListNamed("sex").Label(m.Cadre.Sex) })},
		{"政治面貌", byValue(list, labels("politics"), func(m *Member) string { return m.Politics })},
		{"学历", byValue(list, labels("schooling"), func(m *Member) string { return m.Schooling })},
		{"任现职年限", byBand(list, book.Section("年限段"), func(m *Member) int { return m.Months })},
		{"乡镇工作经历", byValue(list, []string{"有", "无"}, func(m *Member) string {
			if m.Grassroots > 0 {
				return "有"
			}
			return "无"
		})},
	}
}

func byBand(list []*Member, bands []criteria.Saved, of func(*Member) int) []Group {
	var groups []Group
	for _, band := range bands {
		span, ok := criteria.SpanOf(band.Subject, band.Where)
		if !ok {
			continue
		}
		g := Group{Label: band.Name}
		for _, m := range list {
			if span.Holds(int64(of(m))) {
				g.Who = append(g.Who, m)
			}
		}
		groups = append(groups, g)
	}
	return groups
}

func byValue(list []*Member, order []string, of func(*Member) string) []Group {
	who := map[string][]*Member{}
	for _, m := range list {
		v := of(m)
		if v == "" {
			v = "未填"
		}
		if len(who[v]) == 0 && !slices.Contains(order, v) {
			order = append(slices.Clone(order), v)
		}
		who[v] = append(who[v], m)
	}
	var groups []Group
	for _, label := range order {
		if len(who[label]) > 0 {
			groups = append(groups, Group{label, who[label]})
		}
	}
	return groups
}

// story adds what was found out about the team before: settled lights, letters
// and research up to the month.
func (l *Ledger) story(ctx context.Context, r store.View) error {
	of := store.Where("unit", l.Team.Unit.ID)
	rounds, err := store.Find[data.Evaluation](ctx, r)
	if err != nil {
		return err
	}
	byID := map[data.Ref]*data.Evaluation{}
	for _, e := range rounds {
		byID[data.Ref(e.ID)] = e
	}
	lights, err := store.Find[data.Light](ctx, r, of)
	if err != nil {
		return err
	}
	for _, light := range lights {
		if e := byID[light.Evaluation]; e != nil && e.At <= l.At {
			l.Past = append(l.Past, Past{e, light})
		}
	}
	slices.SortStableFunc(l.Past, func(a, b Past) int { return cmp.Compare(a.Evaluation.At, b.Evaluation.At) })
	if l.Letters, err = store.Find[data.Letter](ctx, r, of); err != nil {
		return err
	}
	l.Letters = slices.DeleteFunc(l.Letters, func(x *data.Letter) bool { return x.Issued.Month() > l.At })
	slices.SortStableFunc(l.Letters, func(a, b *data.Letter) int { return cmp.Compare(b.Issued, a.Issued) })
	if l.Research, err = store.Find[data.Research](ctx, r, of); err != nil {
		return err
	}
	l.Research = slices.DeleteFunc(l.Research, func(x *data.Research) bool { return x.Held.Month() > l.At })
	slices.SortStableFunc(l.Research, func(a, b *data.Research) int { return cmp.Compare(b.Held, a.Held) })
	return nil
}
