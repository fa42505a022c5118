package team

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data/figure"
	teams "huoshui/data/team"
)

// term is the page of the plan for a change of term (换届配备计划). It shows the
// progress of each line and what the teams still lack. It also shows the
// minimum share of young cadres among the cadres promoted this year.
type term struct {
	room    *Workspace
	list    []teams.TermProgress
	floor   *kit.Paragraph
	planned *input.Text
	grid    *grid.Grid
	missing *grid.Grid
	panel   *kit.Panel
	content fyne.CanvasObject

	reading, counting desk.Latest
}

func newTerm(w *Workspace) *term {
	t := &term{room: w, floor: kit.NewParagraph("", kit.ColorText)}
	t.planned = input.NewNumber("本年还拟提拔重用（人）")
	t.planned.SetValue("10")
	t.planned.OnChanged = func(string) { t.count() }
	t.grid = grid.New([]grid.Column{
		{ID: "name", Title: "配备目标", Width: 240, Flexible: true, Unsorted: true},
		{ID: "where", Title: "口径", Width: 320, Flexible: true, Unsorted: true},
		{ID: "total", Title: "总数", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "need", Title: "应配", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "have", Title: "实配", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "missing", Title: "缺配", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
	}, grid.Rows(nil))
	t.grid.Empty = "还没有换届配备计划，在“选拔使用—换届配备计划”里登记。"
	t.grid.OnSelect = t.look
	t.missing = grid.New([]grid.Column{
		{ID: "team", Title: "班子", Width: 160, Unsorted: true},
		{ID: "total", Title: "总数", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "have", Title: "实配", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "missing", Title: "还缺", Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "who", Title: "已配", Width: 300, Flexible: true, Unsorted: true},
	}, grid.Rows(nil))
	t.missing.Empty = "各班子都不缺。"
	t.panel = kit.NewPanel("哪些班子还缺", nil, t.missing)
	head := kit.NewPanel("提拔重用中年轻干部的保底比例", nil, container.New(floorLine{}, t.floor, t.planned))
	t.content = container.NewBorder(head, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), kit.Above(0.45, t.grid, t.panel)))
	return t
}

// read reads how far the plan has come at the as-of month.
func (t *term) read() {
	db, at := t.room.desk.Store, t.room.desk.At
	desk.Ask(t.room.desk, &t.reading, func(ctx context.Context) ([]teams.TermProgress, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return nil, err
		}
		return teams.TermPlans(ctx, source, at)
	}, func(list []teams.TermProgress) {
		t.list = list
		var rows grid.Rows
		for _, p := range list {
			name := p.Plan.Name
			if p.Plan.Percent > 0 {
				name += fmt.Sprintf("（%d%%）", p.Plan.Percent)
			}
			rows = append(rows, []string{
				name, string(p.Plan.Condition), strconv.Itoa(p.Total), strconv.Itoa(p.Need), strconv.Itoa(p.Have), strconv.Itoa(p.Missing),
			})
		}
		t.grid.SetSource(rows)
		if len(rows) > 0 {
			t.grid.Select(0)
		}
	})
	t.count()
}

// look lists the teams of a line of the plan, those that miss somebody first.
func (t *term) look(row int) {
	if row < 0 || row >= len(t.list) {
		return
	}
	p := t.list[row]
	t.panel.SetTitle(p.Plan.Name + "：哪些班子还缺")
	var short, kept grid.Rows
	for _, team := range p.Teams {
		who := ""
		for i, m := range team.Who {
			if i > 0 {
				who += "、"
			}
			who += fmt.Sprintf("%s（%d岁）", m.Cadre.Name, m.Age)
		}
		cells := []string{team.Unit.Short, strconv.Itoa(team.Total), strconv.Itoa(team.Have), strconv.Itoa(team.Missing), who}
		if team.Missing > 0 {
			short = append(short, cells)
		} else {
			kept = append(kept, cells)
		}
	}
	t.missing.SetSource(append(short, kept...))
}

// count says where the floor stands.
func (t *term) count() {
	planned, _ := strconv.Atoi(t.planned.Value())
	db, at := t.room.desk.Store, t.room.desk.At
	desk.Ask(t.room.desk, &t.counting, func(ctx context.Context) (teams.Floor, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return teams.Floor{}, err
		}
		return teams.FloorAt(ctx, source, at, max(0, planned))
	}, func(f teams.Floor) {
		t.floor.SetText(floorText(f))
	})
}

func floorText(f teams.Floor) string {
	if f.NotYet {
		return "这一年的提拔重用" + f.Text() + "。"
	}
	if f.NoData {
		return "本年还没有提拔重用的记录。"
	}
	text := fmt.Sprintf("本年已提拔重用 %d 人，其中年轻干部 %d 人，占 %.1f%%；保底比例 %d%%（本单位设置）。", f.Denominator, f.Numerator, f.Percent(), f.Value.Floor)
	switch {
	case f.Planned == 0:
		return text
	case !f.Reachable:
		return text + fmt.Sprintf("再提拔 %d 人，即使都是年轻干部也达不到。", f.Planned)
	}
	return text + fmt.Sprintf("再提拔 %d 人，其中至少 %d 人须是年轻干部。", f.Planned, f.Young)
}

// floorLine places the sentence beside the number that the user can try.
type floorLine struct{}

func (floorLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 66) }

func (floorLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const field, gap = 230, 20
	o[0].Resize(fyne.NewSize(size.Width-field-gap, size.Height))
	o[1].Move(fyne.NewPos(size.Width-field, 0))
	o[1].Resize(fyne.NewSize(field, size.Height))
}
