package home

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/team"
)

// lights counts the lights of the teams at the month and in the last settled
// round.
type lights struct {
	now   team.Tally
	why   string // why some teams have no light yet; empty when all have one
	round string // name of the round; empty without one
	was   team.Tally
}

func readLights(ctx context.Context, db store.View, source figure.Source, at data.Month) (lights, error) {
	verdicts, err := team.Lights(ctx, source, at)
	if err != nil {
		return lights{}, err
	}
	l := lights{now: team.Count(verdicts), why: team.PendingText(verdicts)}
	round, err := team.LastRound(ctx, db, at)
	if err != nil || round == nil {
		return l, err
	}
	frozen, err := team.LightsOf(ctx, db, round.ID)
	l.round, l.was = round.Name, team.Shifted(nil, frozen).After
	return l, err
}

func (l lights) teams() int { return l.now.All() }

// text says how many teams there are, and how many have no light.
func (l lights) text() string {
	lit := l.now
	lit.Pending = 0 // why says how many they are
	text := fmt.Sprintf("%d 个班子　%s", l.teams(), lit)
	if l.why != "" {
		text += "　" + l.why
	}
	return text
}

// since says what has changed since the last round.
func (l lights) since() string {
	if l.round == "" {
		return "还没有定稿的评价"
	}
	return fmt.Sprintf("较%s：红 %s　黄 %s　绿 %s", l.round,
		shifted(l.now.Red-l.was.Red), shifted(l.now.Yellow-l.was.Yellow), shifted(l.now.Green-l.was.Green))
}

func shifted(n int) string {
	if n == 0 {
		return "不变"
	}
	return signed(float64(n), 0)
}

// stack draws the lights as one bar.
func (l lights) stack() chart.StackData {
	part := func(n int, light kit.Light) chart.Datum {
		return chart.Datum{Value: float64(n), Text: fmt.Sprint(n), Hint: fmt.Sprintf("%s灯 %d 个", light.Word(), n)}
	}
	return chart.StackData{
		Parts: []chart.StackPart{
			{Name: kit.LightRed.Word(), Color: kit.LightRed.Color()},
			{Name: kit.LightAmber.Word(), Color: kit.LightAmber.Color()},
			{Name: kit.LightGreen.Word(), Color: kit.LightGreen.Color()},
		},
		Rows: []chart.StackRow{{Values: []chart.Datum{
			part(l.now.Red, kit.LightRed), part(l.now.Yellow, kit.LightAmber), part(l.now.Green, kit.LightGreen),
		}}},
	}
}

// newLights is the panel of the lights; a part of the bar leads to its teams.
func (w *Workspace) newLights() fyne.CanvasObject {
	w.lamps = chart.NewStacked(chart.StackData{})
	w.lamps.OnTap = func(_, part int) { w.OnTeams(team.Color(fmt.Sprint(part + 1))) }
	w.lampText = kit.TextSized("", kit.ColorSecondary, kit.SizeSmall)
	w.lampSince = kit.TextSized("", kit.ColorSecondary, kit.SizeSmall)
	all := kit.NewQuietLink("进入班子 ›", func() { w.OnTeams("") })
	return kit.NewPanel("班子配备预警", all, container.NewBorder(nil, kit.Pile(2, w.lampText, w.lampSince), nil, nil, w.lamps))
}
