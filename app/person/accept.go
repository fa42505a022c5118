package person

import (
	"strings"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data/rule"
)

// visitFinding goes to the place a finding is about.
func (w *Workspace) visitFinding(f rule.Finding) { w.visit(place{f.Kind, f.Row, f.Field}) }

const reasonLines = 4

// askAccept asks why a finding is in order, then notes it so that it is not
// shown again. Without a reason nobody could tell later.
func (w *Workspace) askAccept(f rule.Finding) {
	reason := input.NewArea("认定理由", reasonLines)
	reason.SetPlaceHolder("如 档案最早记载为 1985.03，经县委组织部认定")
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "确认无误并说明", Text: f.Evidence + "。\n认定后不再提示；记录再有变化时重新核对。", Content: reason,
		Answers: []kit.Answer{
			{Text: "取消"},
			{Text: "确认无误", Do: func() bool {
				text := strings.TrimSpace(reason.Value())
				if text == "" {
					reason.SetProblem("请写明理由")
					return false
				}
				w.model.accept(f, text)
				return true
			}},
		},
	})
}
