package team

import (
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// Plan is a trial placement with its moves, stored or not.
type Plan struct {
	Scenario *data.Scenario
	Moves    []*data.Move
}

// PlayAll computes the outcome of several plans. All are computed at the
// latest of their months, so that only their moves make them differ.
func PlayAll(ctx context.Context, s store.Reader, plans []Plan, progress data.Progress) ([]*Outcome, error) {
	var at data.Month
	for _, p := range plans {
		at = max(at, p.Scenario.At, since(p.Scenario))
	}
	var all []*Outcome
	for i, p := range plans {
		progress.Tell(i, len(plans), p.Scenario.Name)
		scenario := *p.Scenario
		scenario.At = at
		o, err := Play(ctx, s, &scenario, p.Moves)
		if err != nil {
			return nil, data.Refuse(fmt.Sprintf("“%s”不能推算：%s", p.Scenario.Name, data.Sentence(err)), err)
		}
		all = append(all, o)
	}
	return all, nil
}

// Line is one thing in which plans are compared: its value without a plan, and
// its value with each plan.
type Line struct {
	Label  string
	Before string
	After  []string // plan by plan
}

// Beside compares the outcomes of plans: first lights, then conflicts, then
// every figure that one of them changes.
func Beside(outcomes []*Outcome) []Line {
	if len(outcomes) == 0 {
		return nil
	}
	before := Count(outcomes[0].Before)
	count := func(label string, now string, of func(*Outcome) int) Line {
		l := Line{Label: label, Before: now}
		for _, o := range outcomes {
			l.After = append(l.After, fmt.Sprint(of(o)))
		}
		return l
	}
	after := func(of func(Tally) int) func(*Outcome) int {
		return func(o *Outcome) int { return of(Count(o.After)) }
	}
	conflicts := func(hard bool) func(*Outcome) int {
		return func(o *Outcome) int {
			return len(slices.DeleteFunc(slices.Clone(o.Conflicts), func(c Conflict) bool { return c.Hard != hard }))
		}
	}
	lines := []Line{
		count("调配动作", "", func(o *Outcome) int { return len(o.Moves) }),
		count("红灯班子", fmt.Sprint(before.Red), after(func(t Tally) int { return t.Red })),
		count("黄灯班子", fmt.Sprint(before.Yellow), after(func(t Tally) int { return t.Yellow })),
		count("绿灯班子", fmt.Sprint(before.Green), after(func(t Tally) int { return t.Green })),
		count("灯色变好的班子", "", func(o *Outcome) int { return o.Lights.Better }),
		count("灯色变差的班子", "", func(o *Outcome) int { return o.Lights.Worse }),
		count("须注意的事", "", conflicts(true)),
		count("可斟酌的事", "", conflicts(false)),
		count("调整后出缺的职位", "", func(o *Outcome) int { return len(o.Vacant) }),
	}
	return append(lines, figureLines(outcomes)...)
}

// figureLines are the figures that one of the plans changes; where another
// leaves one alone it stays what it is now.
func figureLines(outcomes []*Outcome) []Line {
	var lines []Line
	at := map[string]int{}
	for i, o := range outcomes {
		for _, f := range o.Figures {
			id := f.Before.Definition.ID
			n, known := at[id]
			if !known {
				n = len(lines)
				at[id] = n
				now := f.Before.Text()
				label := f.Before.Label + "（" + f.Before.Definition.Unit() + "）"
				lines = append(lines, Line{Label: label, Before: now, After: slices.Repeat([]string{now}, len(outcomes))})
			}
			lines[n].After[i] = f.After.Text()
		}
	}
	return lines
}
