package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/store"
	"huoshui/data/team"
)

// evaluated is what the last evaluation up to a month found, the worst first;
// where none was made, what the records say at the month.
type evaluated struct {
	round  *data.Evaluation
	before *data.Evaluation // the one before it; nil when there was none
	lights []*data.Light
	units  map[string]*data.Unit
	counts map[string]map[team.Color]int // by evaluation
	rounds []*data.Evaluation            // the oldest first

	pending string // which teams have no light at the month; empty when all have one
}

// evaluations reads the evaluations up to a month.
func evaluations(ctx context.Context, source figure.Source, at data.Month) (*evaluated, error) {
	e := &evaluated{units: map[string]*data.Unit{}, counts: map[string]map[team.Color]int{}}
	rounds, err := store.Find[data.Evaluation](ctx, source.View)
	if err != nil {
		return nil, err
	}
	e.rounds = slices.DeleteFunc(rounds, func(r *data.Evaluation) bool { return r.At > at })
	slices.SortStableFunc(e.rounds, func(a, b *data.Evaluation) int { return cmp.Compare(a.At, b.At) })
	units, err := store.Units(ctx, source.View, at)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		e.units[u.ID] = u
	}
	verdicts, err := team.Lights(ctx, source, at)
	if err != nil {
		return nil, err
	}
	e.pending = team.PendingText(verdicts)
	if len(e.rounds) == 0 {
		e.round = &data.Evaluation{Name: "尚无配备评价，按时点推算", At: at}
		e.take(team.Frozen(verdicts))
		return e, nil
	}
	e.round = e.rounds[len(e.rounds)-1]
	if len(e.rounds) > 1 {
		e.before = e.rounds[len(e.rounds)-2]
	}
	lights, err := store.Find[data.Light](ctx, source.View)
	e.take(lights)
	return e, err
}

// take counts the lights of all rounds and keeps those of the last.
func (e *evaluated) take(lights []*data.Light) {
	for _, l := range lights {
		round := string(l.Evaluation)
		if e.counts[round] == nil {
			e.counts[round] = map[team.Color]int{}
		}
		e.counts[round][team.Color(l.Color)]++
		if round == e.round.ID && e.units[string(l.Unit)] != nil {
			e.lights = append(e.lights, l)
		}
	}
	slices.SortFunc(e.lights, func(a, b *data.Light) int {
		x, y := e.units[string(a.Unit)], e.units[string(b.Unit)]
		return cmp.Or(cmp.Compare(a.Color, b.Color), cmp.Compare(x.Sort, y.Sort), cmp.Compare(x.Short, y.Short))
	})
}

// count is the number of teams of a colour in a round.
func (e *evaluated) count(round *data.Evaluation, color team.Color) int {
	return e.counts[round.ID][color]
}

var colors = []team.Color{team.Red, team.Yellow, team.Green}

// message says how many teams have which light, and what has changed.
func (e *evaluated) message() string {
	text := fmt.Sprintf("%d 个班子：红灯 %d、黄灯 %d、绿灯 %d", len(e.lights),
		e.count(e.round, team.Red), e.count(e.round, team.Yellow), e.count(e.round, team.Green))
	by := 0
	if e.before != nil {
		by = e.count(e.round, team.Red) - e.count(e.before, team.Red)
	}
	switch {
	case e.before == nil:
	case by > 0:
		text += fmt.Sprintf("，红灯较上次增加 %d 个", by)
	case by < 0:
		text += fmt.Sprintf("，红灯较上次减少 %d 个", -by)
	default:
		text += "，红灯与上次持平"
	}
	if e.pending != "" {
		text += "；" + e.pending
	}
	return text
}

// lightMap lists the teams with their lights for a slide.
func (e *evaluated) lightMap() []paper.Light {
	var list []paper.Light
	for _, l := range e.lights {
		reason, _, _ := strings.Cut(string(l.Reasons), "\n")
		list = append(list, paper.Light{
			Team: string(l.Unit), Name: e.units[string(l.Unit)].Short, Word: team.Color(l.Color).Word(), Note: reason,
		})
	}
	return list
}

// course shows the lights of the last rounds; nil when there were none.
func (e *evaluated) course() *paper.Chart {
	const most = 6
	rounds := e.rounds[max(0, len(e.rounds)-most):]
	if len(rounds) == 0 {
		return nil
	}
	c := &paper.Chart{Caption: "历次配备评价", Form: paper.Stacked, Unit: "个"}
	for _, r := range rounds {
		c.Labels = append(c.Labels, r.At.String())
	}
	for _, color := range colors {
		s := paper.Series{Name: color.Word() + "灯"}
		for _, r := range rounds {
			s.Values = append(s.Values, float64(e.count(r, color)))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// LightRounds shows how many teams had each light in the last rounds of
// evaluation.
func LightRounds(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	e, err := evaluations(ctx, source, at)
	if err != nil {
		return nil, err
	}
	return e.course(), nil
}

// belowRows is how many teams below target can be read from six metres.
const belowRows = 8

// below is the slide of the teams that miss most to meet their targets; nil when
// none does.
func (e *evaluated) below() *paper.Slide {
	lights := slices.DeleteFunc(slices.Clone(e.lights), func(l *data.Light) bool { return l.Missing == 0 })
	if len(lights) == 0 {
		return nil
	}
	slices.SortStableFunc(lights, func(a, b *data.Light) int {
		return cmp.Or(cmp.Compare(b.Missing, a.Missing), cmp.Compare(b.Unmet, a.Unmet))
	})
	missing := 0
	for _, l := range lights {
		missing += l.Missing
	}
	s := &paper.Slide{
		Title: fmt.Sprintf("%d 个班子未达配备目标，共缺配 %d 名", len(lights), missing),
		Table: &paper.Table{Columns: []paper.Column{
			{Title: "班子", Share: 20, Align: paper.Left},
			{Title: "灯色", Share: 8},
			{Title: "缺配", Share: 8, Align: paper.Right},
			{Title: "原因", Share: 64, Align: paper.Left},
		}},
	}
	for _, l := range lights[:min(belowRows, len(lights))] {
		reasons := strings.Split(string(l.Reasons), "\n")
		text := reasons[0]
		if len(reasons) > 1 {
			text += fmt.Sprintf("等 %d 项", len(reasons))
		}
		s.Table.Rows = append(s.Table.Rows, paper.Cells(e.units[string(l.Unit)].Short, team.Color(l.Color).Word(), fmt.Sprint(l.Missing), text))
	}
	if len(lights) > belowRows {
		s.Title += fmt.Sprintf("；缺配最多的 %d 个", belowRows)
	}
	return s
}
