package scenario

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	teams "huoshui/data/team"
)

// outcome says in words what the moves would bring about.
func (w *Workspace) outcome() fyne.CanvasObject {
	o := w.model.outcome
	if o == nil {
		return kit.NewParagraph(w.model.why, kit.ColorSecondary)
	}
	parts := []fyne.CanvasObject{
		kit.NewParagraph(fmt.Sprintf("灯色（%s）：%s → %s", o.At, tally(o.Lights.Before), tally(o.Lights.After)), kit.ColorText),
	}
	parts = append(parts, w.told(o)...)
	return kit.Pile(6, append(parts, lines("变化的指标", figures(o), kit.ColorSecondary)...)...)
}

// told is what explains the lights of a plan, and what is to be done next.
func (w *Workspace) told(o *teams.Outcome) []fyne.CanvasObject {
	parts := lines("", shifts(o), kit.ColorSecondary)
	parts = append(parts, lines("须注意", conflicts(o, true), kit.ColorLightRed)...)
	parts = append(parts, lines("可斟酌", conflicts(o, false), kit.ColorDoubt)...)
	return append(parts, w.vacated(o)...)
}

func tally(n teams.Tally) string {
	return fmt.Sprintf("红 %d 黄 %d 绿 %d", n.Red, n.Yellow, n.Green)
}

func lines(title string, texts []string, color fyne.ThemeColorName) []fyne.CanvasObject {
	if len(texts) == 0 {
		return nil
	}
	var list []fyne.CanvasObject
	if title != "" {
		list = append(list, kit.NewParagraph(title, kit.ColorText))
	}
	return append(list, kit.NewParagraphSized(strings.Join(texts, "\n"), color, kit.SizeSmall))
}

// shifts are the teams whose light changes, with what then stands against them.
func shifts(o *teams.Outcome) []string {
	after := map[string]teams.Verdict{}
	for _, v := range o.After {
		after[v.Team] = v
	}
	var texts []string
	for _, s := range o.Lights.Teams {
		if !s.Better() && !s.Worse() {
			continue
		}
		v := after[string(s.Unit)]
		text := fmt.Sprintf("%s：%s → %s", v.Name, s.Before.Word(), s.After.Word())
		if len(v.Reasons) > 0 {
			text += "，" + v.Reasons[0].String()
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		texts = append(texts, "各班子灯色不变。")
	}
	return texts
}

// conflicts are what stands against the moves, or is to be weighed: one line
// for each cadre and rule.
func conflicts(o *teams.Outcome, hard bool) []string {
	type about struct{ cadre, rule string }
	var order []about
	said := map[about][]string{}
	for _, c := range o.Conflicts {
		if c.Hard != hard {
			continue
		}
		key := about{c.Cadre, c.Rule}
		if said[key] == nil {
			order = append(order, key)
		}
		said[key] = append(said[key], c.Said)
	}
	var texts []string
	for _, key := range order {
		texts = append(texts, fmt.Sprintf("%s　%s：%s", key.cadre, key.rule, strings.Join(said[key], "；")))
	}
	return texts
}

// goOn works on a team within a plan, be it the one at work or one compared
// with it.
func (w *Workspace) goOn(plan, unit string) {
	if plan == w.model.plan.ID {
		w.Begin(unit)
		return
	}
	w.ask(func() {
		w.model.load(plan)
		w.Begin(unit)
	})
}

// vacated are the posts left vacant, each a way to go on filling it.
func (w *Workspace) vacated(o *teams.Outcome) []fyne.CanvasObject {
	if len(o.Vacant) == 0 {
		return nil
	}
	list := []fyne.CanvasObject{kit.NewParagraph("调整后出缺的职位（点选接着补配）", kit.ColorText)}
	for _, v := range o.Vacant {
		text := fmt.Sprintf("%s%s（%s调出）", v.Unit.Short, v.Post.Name, v.By)
		if v.Post.Team {
			list = append(list, kit.NewLink(text, func() { w.goOn(o.Scenario.ID, v.Unit.ID) }))
		} else {
			list = append(list, kit.NewParagraphSized(text, kit.ColorSecondary, kit.SizeSmall))
		}
	}
	return list
}

func figures(o *teams.Outcome) []string {
	var texts []string
	for _, f := range o.Figures {
		texts = append(texts, fmt.Sprintf("%s：%s → %s %s", f.Before.Label, f.Before.Text(), f.After.Text(), f.Before.Definition.Unit()))
	}
	return texts
}
