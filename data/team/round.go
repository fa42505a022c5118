package team

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Freeze settles a round of evaluation (配备评价): it stores the lights of all
// teams at a month with their reasons, as one change. Teams without a light
// are left out. It returns the ID of the round. Two rounds cannot have the
// same name.
func Freeze(ctx context.Context, s *store.Store, who string, round data.Evaluation) (string, error) {
	if err := data.EvaluationKind.Problem(&round); err != nil {
		return "", data.Refuse(err.Error()+"，没有保存。", nil)
	}
	if round.At > s.Now() {
		return "", data.Refuse(round.At.Chinese()+"还没有到，灯色只是推演，不能定稿；请改用当月或以前的评价时点。", nil)
	}
	known, err := store.Find[data.Evaluation](ctx, s, store.Where("name", round.Name))
	if err != nil {
		return "", err
	}
	if len(known) > 0 {
		return "", data.Refuse(fmt.Sprintf("已有名为“%s”的评价批次，请换一个名称。", round.Name), nil)
	}
	source, err := figure.Open(ctx, s, round.At)
	if err != nil {
		return "", err
	}
	verdicts, err := Lights(ctx, source, round.At)
	if err != nil {
		return "", err
	}
	if len(verdicts) == 0 {
		return "", data.Refuse("还没有班子可评价，请先建立机构和班子职位。", nil)
	}
	lights := Frozen(verdicts)
	if len(lights) == 0 {
		return "", data.Refuse("各班子都还不能评价："+verdicts[0].Why()+"。请先设配备目标、核对核定职数。", nil)
	}
	act := store.Act{Who: who, What: fmt.Sprintf("配备评价：%d 个班子", len(lights))}
	_, err = s.Change(ctx, act, func(tx *store.Tx) error {
		if err := tx.Add(ctx, &round); err != nil {
			return err
		}
		for _, l := range lights {
			l.Evaluation = data.Ref(round.ID)
			if err := tx.Add(ctx, l); err != nil {
				return err
			}
		}
		return nil
	})
	return round.ID, err
}

// light is a verdict as a round keeps it.
func (v Verdict) light() *data.Light {
	lines := make([]string, len(v.Reasons))
	for i, r := range v.Reasons {
		lines[i] = r.String()
	}
	return &data.Light{
		Unit: data.Ref(v.Team), Color: data.Code(v.Color), Unmet: v.Unmet, Missing: v.Missing,
		Reasons: data.Long(strings.Join(lines, "\n")),
	}
}

// Shift is the difference of a team's light between two rounds.
type Shift struct {
	Unit          data.Ref
	Before, After Color // empty where the round does not know the team
}

// Better reports that the light is better.
func (s Shift) Better() bool { return s.Before != "" && s.After != "" && s.After > s.Before }

// Worse reports that the light is worse.
func (s Shift) Worse() bool { return s.Before != "" && s.After != "" && s.After < s.Before }

// Shifts are the differences between two rounds.
type Shifts struct {
	Before, After Tally
	Teams         []Shift // every team of either, in the order of the later one
	Better, Worse int
}

// Shifted compares two rounds by their lights.
func Shifted(before, after []*data.Light) Shifts {
	was := map[data.Ref]Color{}
	var s Shifts
	for _, l := range before {
		was[l.Unit] = Color(l.Color)
		s.Before.add(Color(l.Color))
	}
	for _, l := range after {
		s.After.add(Color(l.Color))
		s.Teams = append(s.Teams, Shift{l.Unit, was[l.Unit], Color(l.Color)})
		delete(was, l.Unit)
	}
	for _, l := range before {
		if was[l.Unit] != "" {
			s.Teams = append(s.Teams, Shift{Unit: l.Unit, Before: Color(l.Color)})
		}
	}
	for _, t := range s.Teams {
		s.Better += one(t.Better())
		s.Worse += one(t.Worse())
	}
	return s
}

// LightsOf are the lights of a round.
func LightsOf(ctx context.Context, r store.View, round string) ([]*data.Light, error) {
	return store.Find[data.Light](ctx, r, store.Where("evaluation", round))
}

// Frozen turns verdicts into the lights that a round would store, to compare
// them with a round. Teams without a light are left out.
func Frozen(verdicts []Verdict) []*data.Light {
	var list []*data.Light
	for _, v := range verdicts {
		if v.Judged() {
			list = append(list, v.light())
		}
	}
	return list
}

// LastRound is the last round settled up to a month; nil when there is none.
func LastRound(ctx context.Context, r store.View, at data.Month) (*data.Evaluation, error) {
	all, err := store.Find[data.Evaluation](ctx, r)
	var last *data.Evaluation
	for _, e := range all {
		if e.At <= at && (last == nil || e.At >= last.At) {
			last = e
		}
	}
	return last, err
}

// Issue says how the letters of a round are sent.
type Issue struct {
	Series string    // 文号 with {号} for the running number: 清组函〔2026〕{号}号
	First  int       // number of the first letter
	Issued data.Date // 发函日期
	Colors []Color   // which teams get one; nil for all
}

// IssueLetters makes the feedback letters (点对点反馈函) of a round as one change,
// one for the secretary of each team. A letter that asks for a remedy must be
// answered within the days that the office has set. Teams that have their
// letter of the round already are left out.
func IssueLetters(ctx context.Context, s *store.Store, who, round string, o Issue) ([]*data.Letter, error) {
	lights, err := LightsOf(ctx, s, round)
	if err != nil {
		return nil, err
	}
	if !o.Issued.Valid() || !strings.Contains(o.Series, "{号}") || o.First < 1 {
		return nil, data.Refuse("请填写发函日期、文号（{号}处为顺序号）和起始号。", nil)
	}
	sent, err := store.Find[data.Letter](ctx, s, store.Where("evaluation", round))
	if err != nil {
		return nil, err
	}
	settings, err := store.Find[data.Setting](ctx, s)
	if err != nil {
		return nil, err
	}
	secretaries, err := Secretaries(ctx, s, o.Issued.Month())
	if err != nil {
		return nil, err
	}
	var letters []*data.Letter
	for _, l := range lights {
		has := slices.ContainsFunc(sent, func(x *data.Letter) bool { return x.Unit == l.Unit })
		if has || o.Colors != nil && !slices.Contains(o.Colors, Color(l.Color)) {
			continue
		}
		letter := &data.Letter{
			Evaluation: data.Ref(round), Unit: l.Unit, Secretary: secretaries[l.Unit], Issued: o.Issued,
			Number: strings.ReplaceAll(o.Series, "{号}", fmt.Sprint(o.First+len(letters))),
		}
		if Color(l.Color) != Green {
			letter.Due = o.Issued.Add(data.LetterDays.At(settings, o.Issued.Month()))
		}
		letters = append(letters, letter)
	}
	if len(letters) == 0 {
		return nil, data.Refuse("这一批次的反馈函都已发出。", nil)
	}
	act := store.Act{Who: who, What: fmt.Sprintf("发出反馈函 %d 份", len(letters))}
	_, err = s.Change(ctx, act, func(tx *store.Tx) error {
		for _, l := range letters {
			if err := tx.Add(ctx, l); err != nil {
				return err
			}
		}
		return nil
	})
	return letters, err
}

// Secretaries are the people who answer for the teams at a month, by unit: the
// first principal in the order of posts, or else the first member.
func Secretaries(ctx context.Context, r store.View, at data.Month) (map[data.Ref]string, error) {
	source, err := figure.Open(ctx, r, at)
	if err != nil {
		return nil, err
	}
	b, err := read(ctx, source, "", at, Rules{}, nil)
	if err != nil {
		return nil, err
	}
	secretaries := map[data.Ref]string{}
	for _, t := range b.teams {
		members := t.members(func(m *Member) bool { return m.Appointment.How != data.HowSecondment })
		i := slices.IndexFunc(members, func(m *Member) bool { return m.Post.Rank == data.RankPrincipal })
		if len(members) > 0 {
			secretaries[data.Ref(t.Unit.ID)] = members[max(0, i)].Cadre.Name
		}
	}
	return secretaries, nil
}

// LetterState is the state of a letter on a day: 已答复, 逾期未答复, 待答复, 已回执 when it
// asks for no answer, 待回执.
func LetterState(l *data.Letter, on data.Date) string {
	by := func(d data.Date) bool { return d != 0 && d <= on }
	switch {
	case by(l.Answered):
		return "已答复"
	case l.Due != 0 && l.Due < on:
		return "逾期未答复"
	case !by(l.Back):
		return "待回执"
	case l.Due != 0:
		return "待答复"
	}
	return "已回执"
}
