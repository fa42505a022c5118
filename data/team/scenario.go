package team

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Outcome is the effect of a trial placement (调配方案): lights and figures before
// and after, conflicts of its moves, and the posts they leave vacant.
type Outcome struct {
	Scenario      *data.Scenario
	Moves         []*data.Move // in their order
	At            data.Month   // the month looked at
	Before, After []Verdict
	Lights        Shifts
	Figures       []FigureShift // those the moves change
	Conflicts     []Conflict
	Vacant        []Vacated // posts left vacant, to be filled in turn (链式空缺)
}

// FigureShift is a figure that differs.
type FigureShift struct{ Before, After figure.Value }

// Conflict is a reason against a move, or something to consider before it.
type Conflict struct {
	Step  int // of the move; 0 for none in particular
	Cadre string
	Rule  string // 亲属回避, 影响期, 重复安排 …
	Said  string
	Hard  bool
}

// Vacated is a post that has fewer people than approved after the moves.
type Vacated struct {
	Post *data.Post
	Unit *data.Unit
	By   string // who leaves it
}

// Overlay calls do with the records as they would be after the moves of a
// scenario, written as Apply writes them. Nothing is stored.
func Overlay(ctx context.Context, s store.Reader, scenario *data.Scenario, moves []*data.Move, at data.Month, do func(figure.Source) error) error {
	return s.Trial(ctx, func(tx *store.Tx) error {
		if _, err := batch.Carry(ctx, tx, draft(scenario), lines(moves)); err != nil {
			return err
		}
		source, err := figure.Open(ctx, tx, at)
		if err != nil {
			return err
		}
		return do(source)
	})
}

// draft is the document a scenario is tried with.
func draft(s *data.Scenario) batch.Document {
	since := since(s)
	return batch.Document{Document: "调配方案", Decided: data.MakeDate(since.Year(), int(since)%100, 1), Since: since}
}

// since is the month from which the moves of a scenario count.
func since(s *data.Scenario) data.Month {
	if s.Since != 0 {
		return s.Since
	}
	return s.At
}

// lines are the moves of a scenario as a document has them.
func lines(moves []*data.Move) []batch.Move {
	list := make([]batch.Move, len(moves))
	for i, m := range moves {
		list[i] = batch.Move{Cadre: m.Cadre, Ends: m.Leaves, Post: m.Post, How: m.How}
	}
	return list
}

// MovesOf are the moves of a scenario in their order.
func MovesOf(ctx context.Context, r store.View, scenario string) ([]*data.Move, error) {
	moves, err := store.Find[data.Move](ctx, r, store.Where("scenario", scenario))
	slices.SortStableFunc(moves, func(a, b *data.Move) int { return cmp.Compare(a.Step, b.Step) })
	return moves, err
}

// Play computes the outcome of the moves at the month of the scenario. The
// moves need not be stored, so a window can show the effect of a trial at
// once.
func Play(ctx context.Context, s store.Reader, scenario *data.Scenario, moves []*data.Move) (*Outcome, error) {
	o := &Outcome{Scenario: scenario, Moves: moves, At: max(scenario.At, since(scenario))}
	if len(moves) == 0 {
		return nil, data.Refuse("方案还没有调配动作；请先把人选放到职位上。", nil)
	}
	now, err := figure.Open(ctx, s, o.At)
	if err != nil {
		return nil, err
	}
	if o.Before, err = Lights(ctx, now, o.At); err != nil {
		return nil, err
	}
	before, err := now.Compute(ctx, aboutTeams(), o.At)
	if err != nil {
		return nil, err
	}
	p := player{ctx: ctx, Outcome: o, since: since(scenario)}
	if err := p.read(now); err != nil {
		return nil, err
	}
	err = Overlay(ctx, s, scenario, moves, o.At, func(then figure.Source) error {
		if o.After, err = Lights(ctx, then, o.At); err != nil {
			return err
		}
		after, err := then.Compute(ctx, aboutTeams(), o.At)
		if err != nil {
			return err
		}
		for i := range after {
			if before[i].Text() != after[i].Text() {
				o.Figures = append(o.Figures, FigureShift{before[i], after[i]})
			}
		}
		return p.judge(then)
	})
	if err != nil {
		return nil, err
	}
	o.Lights = Shifted(Frozen(o.Before), Frozen(o.After))
	return o, nil
}

// aboutTeams are the figures that moves can change: of who holds which post.
func aboutTeams() []*figure.Definition {
	holding, post := criteria.SubjectNamed("holding"), criteria.SubjectNamed("post")
	return slices.DeleteFunc(slices.Clone(figure.Definitions()), func(d *figure.Definition) bool {
		return d.Subject != holding && d.Subject != post
	})
}

// player finds what stands against the moves of a scenario.
type player struct {
	*Outcome
	ctx    context.Context
	since  data.Month
	cases  map[data.Ref]rule.Case
	posts  map[data.Ref]*data.Post
	units  map[data.Ref]*data.Unit
	bounds rule.Bounds
}

// read reads who is moved as things stand before the moves.
func (p *player) read(source figure.Source) error {
	r := source.View
	world, err := rule.ReadWorld(p.ctx, r, p.since)
	if err != nil {
		return err
	}
	settings, err := store.Find[data.Setting](p.ctx, r)
	if err != nil {
		return err
	}
	p.posts, p.units, p.bounds = world.Posts, world.Units, rule.BoundsAt(settings, p.since)
	var ids []string
	for _, m := range p.Moves {
		ids = append(ids, string(m.Cadre))
	}
	cases, err := rule.Cases(p.ctx, source, world, ids, p.since)
	p.cases = map[data.Ref]rule.Case{}
	for _, c := range cases {
		p.cases[data.Ref(c.Cadre.ID)] = c
	}
	return err
}

// judge looks at each move with the teams as they are after all of them.
func (p *player) judge(then figure.Source) error {
	given := map[data.Ref]int{}
	for i, m := range p.Moves {
		c, known := p.cases[m.Cadre]
		post := p.posts[m.Post]
		if !known || post == nil {
			continue
		}
		if given[m.Cadre]++; given[m.Cadre] == 2 {
			p.add(i, c.Cadre.Name, "重复安排", "方案中安排了两个以上职位", true)
		}
		c.Post, c.Unit, c.Bounds = post, p.units[post.Unit], p.bounds
		if post.Team {
			var err error
			if c.Colleagues, c.Families, err = rule.Colleagues(p.ctx, then, post.Unit, p.At); err != nil {
				return err
			}
		}
		for _, a := range c.Answers() {
			if a.State == rule.Broken {
				p.add(i, c.Cadre.Name, a.Rule, a.Data, a.Hard)
			}
		}
		p.acquainted(i, c)
	}
	return p.seats(then)
}

func (p *player) add(i int, cadre, ruleName, said string, hard bool) {
	step := i + 1
	if p.Moves[i].Step != 0 {
		step = p.Moves[i].Step
	}
	p.Conflicts = append(p.Conflicts, Conflict{step, cadre, ruleName, said, hard})
}

// acquainted points out whom in the new team somebody shares a home or a school
// with; it is to be known, not forbidden. That many are from here goes without
// saying.
func (p *player) acquainted(i int, c rule.Case) {
	var home, school []string
	local := data.PlaceStem(c.Place)
	for _, other := range c.Colleagues {
		if other.ID == c.Cadre.ID {
			continue
		}
		native := c.Cadre.NativePlace
		if native != "" && native == other.NativePlace && (local == "" || !strings.Contains(native, local)) {
			home = append(home, other.Name)
		}
		if c.Cadre.FullSchool != "" && c.Cadre.FullSchool == other.FullSchool {
			school = append(school, other.Name)
		}
	}
	if len(home) > 0 {
		p.add(i, c.Cadre.Name, "同乡", fmt.Sprintf("与%s籍贯同为%s", strings.Join(home, "、"), c.Cadre.NativePlace), false)
	}
	if len(school) > 0 {
		p.add(i, c.Cadre.Name, "同学", fmt.Sprintf("与%s同为%s毕业", strings.Join(school, "、"), c.Cadre.FullSchool), false)
	}
}

// seats finds posts with more people than approved, and those left vacant.
func (p *player) seats(then figure.Source) error {
	postOf := map[data.Ref]data.Ref{} // of the appointments the moves end
	var touched []string
	for _, m := range p.Moves {
		touched = append(touched, string(m.Post))
		for _, a := range p.cases[m.Cadre].Appointments {
			if data.Ref(a.ID) == m.Leaves {
				postOf[m.Leaves] = a.Post
				touched = append(touched, string(a.Post))
			}
		}
	}
	holders, err := store.Holders(p.ctx, then.View, p.At, touched...)
	if err != nil {
		return err
	}
	count := func(post data.Ref) int { return store.Filled(holders[post]) }
	over := map[data.Ref]bool{}
	for i, m := range p.Moves {
		c := p.cases[m.Cadre]
		if post := p.posts[m.Post]; post != nil && c.Cadre != nil && count(m.Post) > post.Approved && !over[m.Post] {
			over[m.Post] = true
			p.add(i, c.Cadre.Name, "超职数", fmt.Sprintf("%s%s核定%d职，调整后%d人", p.units[post.Unit].Short, post.Name, post.Approved, count(m.Post)), true)
		}
		if post := p.posts[postOf[m.Leaves]]; post != nil && c.Cadre != nil && count(data.Ref(post.ID)) < post.Approved {
			p.Vacant = append(p.Vacant, Vacated{post, p.units[post.Unit], c.Cadre.Name})
		}
	}
	return nil
}

// Apply carries out a scenario after the committee has decided: its moves
// become a decision, as if they had been entered as an appointment document,
// and the scenario keeps the decision's ID. All of it is one change. When
// there is a warning about an appointment, nothing is written and the error is
// a batch.Doubt.
func Apply(ctx context.Context, s *store.Store, who, scenario string, doc batch.Document) (change string, err error) {
	sc, err := store.Get[data.Scenario](ctx, s, scenario)
	if err != nil {
		return "", err
	}
	if sc.Decision != "" {
		return "", data.Refuse("这个方案已经执行，不能再执行一次。", nil)
	}
	moves, err := MovesOf(ctx, s, scenario)
	if err != nil {
		return "", err
	}
	if len(moves) == 0 {
		return "", data.Refuse("方案还没有调配动作；请先把人选放到职位上。", nil)
	}
	act := store.Act{Who: who, What: fmt.Sprintf("执行调配方案：%d 项", len(moves))}
	return s.Change(ctx, act, func(tx *store.Tx) error {
		if err := batch.Check(ctx, tx, doc.From(), lines(moves)); err != nil {
			return err
		}
		decision, err := batch.Carry(ctx, tx, doc, lines(moves))
		if err != nil {
			return err
		}
		carried := *sc
		carried.Decision = decision
		return tx.Merge(ctx, sc, &carried)
	})
}
