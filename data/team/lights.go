package team

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Lights judges every team at a month by the targets and rules in force then,
// in the order of the units. For a month to come it is a projection.
func Lights(ctx context.Context, source figure.Source, at data.Month) ([]Verdict, error) {
	j, err := open(ctx, source, "", at)
	if err != nil {
		return nil, err
	}
	return j.verdicts(), nil
}

// Judge judges every team by given targets and rules instead of those in
// force.
func Judge(ctx context.Context, source figure.Source, at data.Month, targets []*data.Target, rules Rules) ([]Verdict, error) {
	j, err := newJudge(ctx, source, "", at, targets, rules)
	if err != nil {
		return nil, err
	}
	return j.verdicts(), nil
}

// Tally counts teams by light, and the teams that have none yet.
type Tally struct{ Red, Yellow, Green, Pending int }

// Count counts verdicts by light.
func Count(verdicts []Verdict) Tally {
	var t Tally
	for _, v := range verdicts {
		t.add(v.Color)
	}
	return t
}

func (t *Tally) add(c Color) {
	t.Red += one(c == Red)
	t.Yellow += one(c == Yellow)
	t.Green += one(c == Green)
	t.Pending += one(c == "")
}

// All is the number of teams.
func (t Tally) All() int { return t.Red + t.Yellow + t.Green + t.Pending }

// String is the tally in words. Teams without a light are named only when
// there are some.
func (t Tally) String() string {
	text := fmt.Sprintf("红 %d　黄 %d　绿 %d", t.Red, t.Yellow, t.Green)
	if t.Pending > 0 {
		text += fmt.Sprintf("　未评 %d", t.Pending)
	}
	return text
}

// Try counts the lights under other targets and rules. Nothing is stored.
func Try(ctx context.Context, source figure.Source, at data.Month, targets []*data.Target, rules Rules) (Tally, error) {
	verdicts, err := Judge(ctx, source, at, targets, rules)
	return Count(verdicts), err
}

// judge is the board with what it is judged by.
type judge struct {
	*board
	targets []*data.Target
	wanted  []criteria.Criterion // of each target
	asks    []criteria.Criterion // of each rule
}

// open reads the teams, or that of one unit, with the targets and rules in force.
func open(ctx context.Context, source figure.Source, unit string, at data.Month) (*judge, error) {
	targets, err := TargetsAt(ctx, source, at)
	if err != nil {
		return nil, err
	}
	rules, err := RulesAt(ctx, source, at)
	if err != nil {
		return nil, err
	}
	return newJudge(ctx, source, unit, at, targets, rules)
}

func newJudge(ctx context.Context, source figure.Source, unit string, at data.Month, targets []*data.Target, rules Rules) (*judge, error) {
	j := &judge{targets: targets}
	for _, t := range targets {
		where, err := criteria.Parse(string(t.Condition))
		if err != nil {
			return nil, data.Refuse(fmt.Sprintf("配备目标“%s”的口径有误：%s", t.Name, data.Sentence(err)), err)
		}
		j.wanted = append(j.wanted, where)
	}
	for _, r := range rules.List {
		j.asks = append(j.asks, r.Where())
	}
	var err error
	if j.board, err = read(ctx, source, unit, at, rules, slices.Concat(j.wanted, j.asks)); err != nil {
		return nil, err
	}
	return j, j.relatives(ctx, source)
}

func (j *judge) verdicts() []Verdict {
	list := make([]Verdict, len(j.teams))
	for i, t := range j.teams {
		list[i] = j.verdict(t)
	}
	return list
}

// verdict is the light of a team: that of the weightiest rule it does not keep,
// or the one its unmet targets make by their number. A team that cannot be judged
// yet has none.
func (j *judge) verdict(t *Team) Verdict {
	v := Verdict{Team: t.Unit.ID, Name: t.Unit.Short, Kind: data.ListNamed("unit_kind").Label(t.Unit.Kind), Color: Green}
	if v.Pending = j.pending(t); v.Pending != nil {
		v.Color = ""
		return v
	}
	for i, target := range j.targets {
		if !For(target, t.Unit) {
			continue
		}
		if s := j.stand(t, target, j.wanted[i]); s.Missing > 0 {
			v.Unmet++
			v.Missing += s.Missing
			v.Reasons = append(v.Reasons, s.reason(t, j.wanted[i]))
		}
	}
	byNumber := Green
	switch {
	case v.Unmet >= j.rules.Red:
		byNumber = Red
	case v.Unmet >= j.rules.Yellow:
		byNumber = Yellow
	}
	for i := range v.Reasons {
		v.Reasons[i].Color = byNumber
	}
	for i, r := range j.rules.List {
		if reason, broken := j.broken(t, r, j.asks[i]); broken && r.Color != "" {
			v.Reasons = append(v.Reasons, reason)
		}
	}
	for _, r := range v.Reasons {
		v.Color = min(v.Color, r.Color)
	}
	if v.Color == Green { // too few unmet targets to make a light are no reasons for one
		v.Reasons = nil
	}
	slices.SortStableFunc(v.Reasons, func(a, b Reason) int { return cmp.Compare(a.Color, b.Color) })
	return v
}

// broken reports whether a team does not keep a rule, and how.
func (j *judge) broken(t *Team, r Rule, where criteria.Criterion) (Reason, bool) {
	if r.Off || len(r.kinds) > 0 && !slices.Contains(r.kinds, string(t.Unit.Kind)) {
		return Reason{}, false
	}
	all := j.counted(t, r.scope, where)
	var who string
	count := 0
	switch r.check {
	case "vacant":
		who = t.headless()
	case "kin":
		who = strings.Join(j.kin(t), "；")
	case "older":
		who = t.older(r.Bound)
	default:
		meets := j.meets(where)
		hit := slices.DeleteFunc(slices.Clone(all), func(m *Member) bool { return !meets(m) })
		count, who = len(hit), names(hit)
		if !r.breaks(count, len(all)) {
			return Reason{}, false
		}
	}
	if r.check != "" && who == "" {
		return Reason{}, false
	}
	fill := strings.NewReplacer("{数}", strconv.Itoa(count), "{人}", strconv.Itoa(len(all)), "{界限}", strconv.Itoa(r.Bound), "{名单}", who)
	reason := Reason{Rule: r.Name(), Source: r.Source, Data: fill.Replace(r.data), Cure: fill.Replace(r.cure), Color: r.Color}
	if r.least > 0 {
		reason.Missing = fmt.Sprintf("缺%d名", r.least-count)
	}
	return reason, true
}

// breaks reports whether a number of people out of all does not keep the rule.
// Of an empty team there is nothing to say but that its posts are vacant.
func (r Rule) breaks(count, all int) bool {
	switch {
	case all == 0:
		return false
	case r.share:
		return count*100 >= r.Bound*all
	case r.least > 0:
		return count < r.least
	}
	return r.most && count > 0
}

// headless names the principals' posts that nobody fills. Who fills one besides
// another post does lead the team; who is there on secondment does not.
func (t *Team) headless() string {
	var posts []string
	for _, p := range t.Posts {
		led := slices.ContainsFunc(p.Holders, func(m *Member) bool { return m.Appointment.How != data.HowSecondment })
		if p.Rank == data.RankPrincipal && p.Approved > 0 && !led {
			posts = append(posts, p.Name)
		}
	}
	return strings.Join(posts, "、")
}

// older names the deputies who are so many years older than every principal, or
// more.
func (t *Team) older(years int) string {
	oldest := data.Month(0)
	for _, m := range t.Members() {
		if b := m.Cadre.Birth; m.Post.Rank == data.RankPrincipal && b != 0 && (oldest == 0 || b < oldest) {
			oldest = b
		}
	}
	return names(people(t.members(func(m *Member) bool {
		return oldest != 0 && m.Proper() && m.Post.Rank == data.RankDeputy && m.Cadre.Birth != 0 && oldest.Since(m.Cadre.Birth) >= years*12
	})))
}

// relatives reads the families of the members, when a rule asks for them.
func (j *judge) relatives(ctx context.Context, source figure.Source) error {
	if !slices.ContainsFunc(j.rules.List, func(r Rule) bool { return r.check == "kin" && !r.Off }) {
		return nil
	}
	var ids []string
	for _, t := range j.teams {
		for _, m := range t.Members() {
			ids = append(ids, m.Cadre.ID)
		}
	}
	found, err := store.Find[data.Family](ctx, source.View, store.Where("cadre", ids))
	j.family = map[data.Ref][]*data.Family{}
	for _, f := range found {
		j.family[f.Cadre] = append(j.family[f.Cadre], f)
	}
	return err
}

// kin are the relatives in one team, by the names and births in the family
// records.
func (b *board) kin(t *Team) []string {
	list := people(t.Members())
	var found []string
	for i, m := range list {
		for _, other := range list[i+1:] {
			if relation := rule.Related(m.Cadre, b.family[data.Ref(m.Cadre.ID)], other.Cadre, b.family[data.Ref(other.Cadre.ID)]); relation != "" {
				found = append(found, fmt.Sprintf("%s、%s（%s）", m.Cadre.Name, other.Cadre.Name, relation))
			}
		}
	}
	return found
}
