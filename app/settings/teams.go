package settings

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/team"
)

const teamColumns = 4

// newTeams shows what makes the lights of teams and ranks who could be given a
// post, and the rules of the lights in force.
func (w *Workspace) newTeams() fyne.CanvasObject {
	var fields []input.Field
	for _, y := range data.YesSettings() {
		field := input.NewChoice(y.Key, nil, input.Option{Value: "是", Text: "是"}, input.Option{Value: "否", Text: "否"})
		w.fields[y.Key] = field
		fields = append(fields, field)
	}
	for _, n := range data.TeamSettings() {
		field := input.NewNumber(n.Key)
		w.fields[n.Key] = field
		fields = append(fields, field)
	}
	w.lights = grid.New([]grid.Column{
		{ID: "rule", Title: "预警规则", Width: 200, Unsorted: true},
		{ID: "light", Title: "灯色", Width: 100, Unsorted: true},
		{ID: "looks", Title: "查什么", Width: 420, Flexible: true, Unsorted: true},
		{ID: "source", Title: "依据", Width: 320, Unsorted: true},
	}, grid.Rows(nil))
	return under(kit.NewPanel("灯色和人选评分（都是本单位设置；各项评分为权重）", nil, input.NewForm(teamColumns, fields...)), w.lights)
}

// lightRows are the rules of the lights in force.
func lightRows(rules team.Rules) grid.Rows {
	var rows grid.Rows
	for _, r := range rules.List {
		light := map[team.Color]string{team.Red: "红灯", team.Yellow: "黄灯", "": "只进台账"}[r.Color]
		if r.Off {
			light = "未启用"
		}
		rows = append(rows, []string{r.Name(), light, r.Wording(), r.Source})
	}
	return rows
}
