package choose

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Workspace is the room of the comparison.
type Workspace struct {
	// OnBack leads to where one came from.
	OnBack func()

	desk    *desk.Desk
	model   *model
	header  *kit.PageHeader
	vacancy *input.Choice
	table   *grid.Grid
	answers *grid.Grid
	who     *kit.Panel
	side    *fyne.Container
	content fyne.CanvasObject
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d), OnBack: func() {}}
	w.model.onChange = w.update
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.build()
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	w.model.read()
}

// Shows implements desk.Shower. Besides the candidates the room shows the
// persons that the ledger of the team suggests.
func (w *Workspace) Shows(c store.Changed) bool { return desk.TellsOfTeams(c) }

// Open shows a vacancy.
func (w *Workspace) Open(vacancy string) {
	w.Content()
	w.model.vacancy = vacancy
	w.model.read()
}

func (w *Workspace) build() {
	w.header = kit.NewPageHeader(
		"人选比选", "",
		kit.NewButton("返回", func() { w.OnBack() }),
		kit.NewButton("核查和理由…", w.askReason),
		kit.NewPrimary("选定", func() { w.model.decide() }),
	)
	w.vacancy = input.NewChoice("出缺职位", form.NewMatch())
	w.vacancy.OnChanged = w.model.choose
	w.table = grid.New(nil, grid.Rows(nil))
	w.table.OnCell = func(_ int, column string) { w.look(column) }
	w.table.OnOpen = func(int) { w.openCadre() }
	w.answers = grid.New([]grid.Column{
		{ID: "state", Title: "结论", Width: 78, Unsorted: true},
		{ID: "rule", Title: "规则", Width: 150, Unsorted: true},
		{ID: "data", Title: "记录", Width: 240, Flexible: true, Unsorted: true},
		{ID: "clause", Title: "条款", Width: 200, Flexible: true, Unsorted: true},
		{ID: "source", Title: "界限来源", Width: 140, Unsorted: true},
	}, grid.Rows(nil))
	w.answers.Tone = func(row int, column string) fyne.ThemeColorName {
		if column != "state" {
			return ""
		}
		return tone(w.shownAnswers()[row])
	}
	w.answers.OnOpen = w.tellAnswer
	w.who = kit.NewPanel("任职资格", kit.NewLink("看下一名人选", w.next), w.answers)
	w.side = kit.Pile(8)
	w.content = kit.NewPage(w.header, w.vacancy, kit.Above(0.55, w.table, w.who), kit.NewSidePanel(w.side))
}

func tone(a rule.Answer) fyne.ThemeColorName {
	switch {
	case a.State == rule.Broken && a.Hard:
		return kit.ColorLightRed
	case a.State == rule.Met:
		return kit.ColorGood
	}
	return kit.ColorDoubt
}

// update shows the vacancy looked at.
func (w *Workspace) update() {
	if w.content == nil {
		return
	}
	var choices []input.Option
	for _, v := range w.model.vacancies {
		choices = append(choices, input.Option{Value: v.id, Text: v.text})
	}
	w.vacancy.SetChoices(choices)
	w.vacancy.SetValue(w.model.vacancy)
	f := w.model.found
	w.table.Empty = "还没有人选，从右边的建议里加入。"
	if f == nil {
		w.header.SetSubtitle("还没有出缺的职位")
		w.table.Empty = "还没有出缺的职位，先在“选拔使用”里登记职位出缺。"
		w.table.Refresh()
		w.side.Objects = []fyne.CanvasObject{kit.NewParagraph("选一个出缺职位，这里列出建议人选和理由。", kit.ColorSecondary)}
		w.side.Refresh()
		return
	}
	subtitle := fmt.Sprintf("%d 名人选", len(f.comparison.Cadres))
	if w.model.youngMissing() {
		subtitle += "　还没有年轻干部列入比选"
	}
	w.header.SetSubtitle(subtitle)
	w.showTable(f)
	w.showAnswers()
	w.showSide(f)
}

// showTable lays the facts side by side.
func (w *Workspace) showTable(f *found) {
	columns := []grid.Column{{ID: "item", Title: "项目", Width: 142, Unsorted: true}}
	for i, c := range f.comparison.Table.Columns[1:] {
		title := c.Title
		if i == w.model.at {
			title = "▶ " + title
		}
		if f.candidates[f.comparison.Cadres[i]].Chosen {
			title += "（选定）"
		}
		columns = append(columns, grid.Column{ID: f.comparison.Cadres[i], Title: title, Width: 130, Flexible: true, Unsorted: true})
	}
	var rows grid.Rows
	for _, r := range slices.Concat(f.comparison.Checks, f.comparison.Table.Rows) {
		cells := make([]string, len(columns))
		for i := range columns {
			cells[i] = r.Cell(i).Text
		}
		rows = append(rows, cells)
	}
	eligible := make([]string, len(columns))
	eligible[0] = "任职资格"
	for i, cadre := range f.comparison.Cadres {
		if i+1 < len(eligible) {
			eligible[i+1] = verdict(f.answers[cadre])
		}
	}
	w.table.SetColumns(columns)
	if len(f.comparison.Cadres) == 0 {
		w.table.SetSource(grid.Rows(nil))
		return
	}
	w.table.SetSource(append(grid.Rows{eligible}, rows...))
}

// verdict is eligibility in a word.
func verdict(answers []rule.Answer) string {
	broken, unknown := 0, 0
	for _, a := range answers {
		switch {
		case a.State == rule.Broken && a.Hard:
			broken++
		case a.State != rule.Met:
			unknown++
		}
	}
	switch {
	case broken > 0:
		return fmt.Sprintf("不符合 %d 项", broken)
	case unknown > 0:
		return fmt.Sprintf("符合，%d 项须斟酌", unknown)
	}
	return "符合"
}

// look shows the eligibility of the candidate in a column.
func (w *Workspace) look(column string) {
	for i, cadre := range w.model.found.comparison.Cadres {
		if cadre == column && i != w.model.at {
			w.model.at = i
			w.update()
		}
	}
}

func (w *Workspace) shownAnswers() []rule.Answer {
	if w.model.found == nil {
		return nil
	}
	return w.model.found.answers[w.model.cadre()]
}

func (w *Workspace) showAnswers() {
	var rows grid.Rows
	for _, a := range w.shownAnswers() {
		rows = append(rows, []string{string(a.State), a.Rule, a.Data, a.Clause, a.Source})
	}
	title := "任职资格"
	if w.model.cadre() != "" {
		title = w.model.name(w.model.at) + "的任职资格　逐条写明条款、记录和界限来源"
	}
	w.who.SetTitle(title)
	w.answers.SetSource(rows)
}

// showSide offers who could be put forward as well.
func (w *Workspace) showSide(f *found) {
	parts := []fyne.CanvasObject{kit.NewParagraph("建议人选", kit.ColorText)}
	if f.vacancy.Note != "" {
		parts = append(parts, kit.NewParagraphSized("选配意图："+string(f.vacancy.Note), kit.ColorSecondary, kit.SizeSmall))
	}
	for _, p := range f.suggested {
		source := data.SourceAppraisals
		if p.InReserve {
			source = data.SourceReserve
		}
		head := fmt.Sprintf("%s　%d岁　%d 分", p.Cadre.Name, p.Age, p.Score)
		tile := kit.NewTile(head, p.Title, func() { w.model.add(p.Cadre.ID, p.InReserve, source) })
		parts = append(parts, tile)
		for _, part := range p.Parts {
			parts = append(parts, kit.NewParagraphSized(fmt.Sprintf("%s %d/%d　%s", part.Name, part.Score, part.Of, part.Said), kit.ColorSecondary, kit.SizeSmall))
		}
	}
	if len(f.suggested) == 0 {
		parts = append(parts, kit.NewParagraphSized("没有别的建议人选；其他人在“比选人选”里登记。", kit.ColorSecondary, kit.SizeSmall))
	} else {
		parts = append(parts, kit.NewParagraphSized("点一个人列入比选。分数由各项相加，权重是本单位设置。", kit.ColorSecondary, kit.SizeSmall))
	}
	w.side.Objects = parts
	w.side.Refresh()
}

func (w *Workspace) openCadre() {
	if id := w.model.cadre(); id != "" {
		w.desk.Shell.OpenCadre(id)
	}
}

// next looks at the next candidate, after the last at the first.
func (w *Workspace) next() {
	if f := w.model.found; f != nil && len(f.comparison.Cadres) > 0 {
		w.look(f.comparison.Cadres[(w.model.at+1)%len(f.comparison.Cadres)])
	}
}

// tellAnswer shows an answer in full.
func (w *Workspace) tellAnswer(row int) {
	if list := w.shownAnswers(); row >= 0 && row < len(list) {
		a := list[row]
		kit.Ask(w.desk.Shell.Canvas(), kit.Question{
			Title:   a.Rule + "　" + string(a.State),
			Text:    fmt.Sprintf("记录：%s\n条款：%s\n界限来源：%s", a.Data, a.Clause, a.Source),
			Answers: []kit.Answer{{Text: "关闭"}},
		})
	}
}

// askReason asks which of the four checks the candidate looked at has passed
// (凡提四必), and why that one was, or was not, chosen.
func (w *Workspace) askReason() {
	cadre := w.model.cadre()
	if cadre == "" {
		w.desk.Shell.Say(kit.NoticeInfo, "先点选一名人选。")
		return
	}
	base := w.model.found.candidates[cadre]
	c := *base
	reason := input.NewArea("理由", 4)
	reason.SetValue(string(c.Reason))
	reason.Help = "年轻干部未选定的，必须写明"
	checks := []*bool{&c.FileChecked, &c.MattersChecked, &c.DisciplineHeard, &c.PetitionsChecked}
	var fields []input.Field
	for i, label := range []string{"档案已审核", "个人事项报告已核查", "纪检监察意见已听取", "信访举报已核查"} {
		field := input.NewChoice(label, nil, input.Option{Value: "是", Text: "是"}, input.Option{Text: "否"})
		if *checks[i] {
			field.SetValue("是")
		}
		fields = append(fields, field)
	}
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: w.model.name(w.model.at) + "的核查情况和比选理由", Content: kit.Pile(10, input.NewForm(2, fields...), reason),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "保存", Do: func() bool {
			c.Reason = data.Long(reason.Value())
			for i, field := range fields {
				*checks[i] = field.Value() == "是"
			}
			w.model.write("核查情况和比选理由", "已保存。", revision{base, &c})
			return true
		}}},
		OnCancel: func() {},
	})
}
