package team

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	teams "huoshui/data/team"
)

// showLedger shows the account of the team chosen.
func (w *Workspace) showLedger() {
	if w.content == nil {
		return
	}
	l := w.model.ledger
	if l == nil {
		w.side.SetTitle("")
		w.side.SetContent(kit.NewParagraph("在左边选一个班子看台账。", kit.ColorSecondary))
		return
	}
	var parts []fyne.CanvasObject
	parts = append(parts, kit.Row(10, kit.NewLightTag(light(l.Verdict.Color), ""),
		kit.Text(headLine(l), kit.ColorSecondary)))
	parts = append(parts, w.actions(l))
	parts = append(parts, reasons(l)...)
	parts = append(parts, w.posts(l))
	parts = append(parts, suggestions(l)...)
	parts = append(parts, section("结构", structure(l))...)
	parts = append(parts, section("到龄", retiring(l))...)
	parts = append(parts, section("短板", gaps(l))...)
	parts = append(parts, section("历次评价", past(l))...)
	parts = append(parts, section("调研分析", research(l))...)
	w.side.SetTitle(l.Team.Unit.Short + "班子　" + l.At.Chinese())
	w.side.SetContent(kit.Scroll(kit.Pile(10, parts...)))
}

func headLine(l *teams.Ledger) string {
	text := fmt.Sprintf("核定 %d　实配 %d　空缺 %d", l.Approved, l.Filled, l.Vacant)
	if l.MeanAge > 0 {
		text += "　平均 " + strconv.FormatFloat(l.MeanAge, 'f', 1, 64) + " 岁"
	}
	return text
}

func (w *Workspace) actions(l *teams.Ledger) fyne.CanvasObject {
	id := l.Team.Unit.ID
	return kit.Row(
		8, kit.NewPrimary("放入模拟调配", func() { w.OnCure(id) }),
		kit.NewButton("台账", func() { w.OnPaper("ledger", id) }),
		kit.NewButton("反馈函", func() { w.OnPaper("letter", id) }),
	)
}

// pendingCures say what gives a team its light.
var pendingCures = map[string]string{
	teams.NoTargets: "在“领导班子”的“目标与规则…”里采用或新建配备目标。",
	teams.Unchecked: "在“机构职位”里对照三定规定核对核定职数，把“核定职数待核”改为“否”。",
}

// reasons are what made the light, each with its rule and its cure.
func reasons(l *teams.Ledger) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, why := range l.Verdict.Pending {
		list = append(list, kit.NewParagraph(why+"，尚不评灯色。"+pendingCures[why], kit.ColorDoubt))
	}
	for _, r := range l.Verdict.Reasons {
		list = append(list, kit.NewParagraph(light(r.Color).Shape()+" "+r.String(), kit.ColorText))
		list = append(list, kit.NewParagraphSized("怎样消除："+r.Cure+"　依据："+r.Source, kit.ColorSecondary, kit.SizeSmall))
	}
	return list
}

// posts is the table of posts with who holds them.
func (w *Workspace) posts(l *teams.Ledger) fyne.CanvasObject {
	var rows grid.Rows
	var cadres []string
	for _, p := range l.Team.Posts {
		for _, m := range p.Holders {
			since := ""
			if m.Appointment.Since != 0 {
				since = m.Appointment.Since.String()
			}
			rows = append(rows, []string{p.Name, strings.TrimSpace(m.Cadre.Name + " " + age(m.Age)), since, remark(l, m)})
			cadres = append(cadres, m.Cadre.ID)
		}
		if n := p.Vacant(); n > 0 {
			rows = append(rows, []string{p.Name, fmt.Sprintf("空缺 %d", n), "", ""})
			cadres = append(cadres, "")
		}
	}
	g := grid.New([]grid.Column{
		{ID: "post", Title: "职位", Width: 128, Flexible: true, Unsorted: true},
		{ID: "name", Title: "姓名 年龄", Width: 90, Unsorted: true},
		{ID: "since", Title: "任现职", Width: 78, Unsorted: true},
		{ID: "note", Title: "备注", Width: 112, Unsorted: true},
	}, rows)
	g.MinRows = len(rows)
	g.Tone = func(row int, column string) fyne.ThemeColorName {
		if column == "name" && cadres[row] == "" {
			return kit.ColorDoubt
		}
		return ""
	}
	g.OnOpen = func(row int) {
		if cadres[row] != "" {
			w.desk.Shell.OpenCadre(cadres[row])
		}
	}
	return g
}

func age(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// remark is what is worth knowing about a member at one glance.
func remark(l *teams.Ledger, m *teams.Member) string {
	if left := m.Retires.Since(l.At); m.Retires != 0 && left <= 36 {
		return m.Retires.String() + " 到龄"
	}
	switch {
	case m.Appointment.How == data.HowSecondment:
		return "挂职"
	case m.Appointment.How == data.HowConcurrent:
		return "兼任"
	case m.Trial:
		return "试用期"
	case m.Months >= 60:
		return fmt.Sprintf("任满 %d 年", m.Months/12)
	}
	return ""
}

// suggestions are the posts that need somebody, with who could be given them.
func suggestions(l *teams.Ledger) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, s := range l.Suggestions {
		list = append(list, kit.NewParagraph("补充建议："+s.Post.Name+"（"+s.Why+"）"+s.Profile, kit.ColorText))
		for i, p := range s.Prospects {
			if i == 3 {
				break
			}
			text := fmt.Sprintf("%d. %s　%d岁　%s　%d 分", i+1, p.Cadre.Name, p.Age, p.Title, p.Score)
			if p.InReserve {
				text += "　储备库"
			}
			if len(p.For) > 0 {
				text += "\n宜：" + strings.Join(p.For, "；")
			}
			if len(p.Against) > 0 {
				text += "\n须考虑：" + strings.Join(p.Against, "；")
			}
			list = append(list, kit.NewParagraphSized(text, kit.ColorSecondary, kit.SizeSmall))
		}
	}
	return list
}

// section is a part of the ledger under its title; nothing when it is empty.
func section(title string, lines []string) []fyne.CanvasObject {
	if len(lines) == 0 {
		return nil
	}
	return []fyne.CanvasObject{
		kit.NewParagraph(title, kit.ColorText),
		kit.NewParagraphSized(strings.Join(lines, "\n"), kit.ColorSecondary, kit.SizeSmall),
	}
}

func structure(l *teams.Ledger) []string {
	var lines []string
	for _, s := range l.Structure {
		var parts []string
		for _, g := range s.Groups {
			if len(g.Who) > 0 {
				parts = append(parts, fmt.Sprintf("%s %d", g.Label, len(g.Who)))
			}
		}
		lines = append(lines, s.Label+"："+strings.Join(parts, "　"))
	}
	return lines
}

func retiring(l *teams.Ledger) []string {
	var lines []string
	for _, r := range l.Retiring {
		lines = append(lines, fmt.Sprintf("%s　%s　%s（%d 年内）", r.At, r.Member.Cadre.Name, r.Member.Post.Name, r.Within))
	}
	return lines
}

func gaps(l *teams.Ledger) []string {
	var lines []string
	for _, g := range l.Gaps {
		lines = append(lines, g.String())
	}
	return lines
}

func past(l *teams.Ledger) []string {
	var lines []string
	for _, p := range l.Past {
		lines = append(lines, p.Evaluation.Name+"："+teams.Color(p.Light.Color).Word())
	}
	return lines
}

func research(l *teams.Ledger) []string {
	var lines []string
	for _, r := range l.Research {
		if r.Weak != "" || r.Suggestion != "" {
			lines = append(lines, fmt.Sprintf("%s　%s　建议：%s", r.Held, r.Weak, r.Suggestion))
		}
	}
	return lines[:min(len(lines), 4)]
}
