package report

import (
	"context"
	"fmt"
	"strings"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/team"
)

// buildLedger builds the account of a team (班子台账, 一个班子一本账).
func buildLedger(ctx context.Context, o Order) (*paper.Paper, error) {
	l, err := team.LedgerOf(ctx, o.Source, o.ID, o.At)
	if err != nil {
		return nil, err
	}
	p := &paper.Paper{Title: l.Team.Unit.Short + "领导班子台账", Subtitle: "时点：" + o.Source.Month(o.At), Page: lyingList, Made: o.Written}
	n := 0
	section := func(title string, blocks ...paper.Block) {
		n++
		p.Add(paper.H(1, chineseNumber(n)+"、"+title))
		p.Add(blocks...)
	}
	p.Add(ledgerState(l)...)
	section("班子成员", ledgerMembers(l))
	section("结构分析", ledgerStructure(l)...)
	if len(l.Standings) > 0 {
		section("对照配备目标", ledgerTargets(l))
	}
	section("五年内到龄", ledgerRetiring(l))
	section("短板和调整补充建议", ledgerAdvice(l)...)
	if len(l.Past)+len(l.Letters) > 0 {
		section("历次评价", ledgerPast(l))
	}
	p.Add(o.maker())
	return p, nil
}

// ledgerState says how many posts are filled, and the light with its reasons.
func ledgerState(l *team.Ledger) []paper.Block {
	text := fmt.Sprintf("班子核定职数 %d 名，实配 %d 名，空缺 %d 名", l.Approved, l.Filled, l.Vacant)
	if l.MeanAge > 0 {
		text += fmt.Sprintf("，平均年龄 %s 岁", oneDecimal(l.MeanAge))
	}
	if l.Verdict.Judged() {
		text += fmt.Sprintf("。按本单位配备目标和规则，评为%s灯", l.Verdict.Color.Word())
	} else {
		text += "。" + l.Verdict.Why() + "，尚不评灯色"
	}
	if l.Verdict.Unmet > 0 {
		text += fmt.Sprintf("，未达标 %d 项，缺配 %d 人", l.Verdict.Unmet, l.Verdict.Missing)
	}
	blocks := []paper.Block{paper.Text(text + "。")}
	for i, r := range l.Verdict.Reasons {
		blocks = append(blocks, paper.Text(fmt.Sprintf("%d. %s。%s", i+1, r, cure(r))))
	}
	return blocks
}

func cure(r team.Reason) string {
	if r.Cure == "" {
		return ""
	}
	return "改进：" + strings.TrimRight(r.Cure, "。") + "。"
}

// ledgerMembers lists the posts with their holders; a post with a place free has
// a line for it.
func ledgerMembers(l *team.Ledger) paper.Table {
	t := paper.Table{Columns: []paper.Column{
		{Title: "职位", Share: 22, Align: paper.Left},
		{Title: "核定", Share: 5},
		{Title: "姓名", Share: 8},
		{Title: "性别", Share: 4},
		{Title: "出生年月", Share: 9},
		{Title: "年龄", Share: 5},
		{Title: "政治面貌", Share: 8},
		{Title: "学历", Share: 10},
		{Title: "专业特长", Share: 24, Align: paper.Left},
		{Title: "任现职时间", Share: 9},
		{Title: "到龄年月", Share: 9},
		{Title: "备注", Share: 6},
	}}
	for _, post := range l.Team.Posts {
		name, approved := post.Name, fmt.Sprint(post.Approved)
		for _, m := range post.Holders {
			t.Rows = append(t.Rows, paper.Cells(name, approved, m.Cadre.Name, data.ListNamed("sex").Label(m.Cadre.Sex), long(m.Cadre.Birth),
				positive(m.Age), m.Politics, m.Education, m.Cadre.Speciality, long(m.Appointment.Since), long(m.Retires), memberNote(m)))
			name, approved = "", ""
		}
		for range post.Vacant() {
			t.Rows = append(t.Rows, paper.Cells(name, approved, "空缺"))
			name, approved = "", ""
		}
	}
	return t
}

// positive is a number, empty when it is not known.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func memberNote(m *team.Member) string {
	note := ""
	if !m.Proper() {
		note = data.ListNamed("how").Label(m.Appointment.How)
	}
	if m.Trial {
		note = joined("、", note, "试用期")
	}
	return note
}

// ledgerStructure tells the make-up of the team as a table, and its ages as
// a chart.
func ledgerStructure(l *team.Ledger) []paper.Block {
	t := paper.Table{Columns: []paper.Column{
		{Title: "项目", Share: 12}, {Title: "类别", Share: 14}, {Title: "人数", Share: 6}, {Title: "占比%", Share: 8}, {Title: "人员", Share: 60, Align: paper.Left},
	}}
	var ages paper.Chart
	for _, s := range l.Structure {
		label := s.Label
		var counts []float64
		for _, g := range s.Groups {
			share := ""
			if l.Filled > 0 {
				share = oneDecimal(100 * float64(len(g.Who)) / float64(l.Filled))
			}
			t.Rows = append(t.Rows, paper.Cells(label, g.Label, fmt.Sprint(len(g.Who)), share, memberNames(g.Who)))
			label = ""
			counts = append(counts, float64(len(g.Who)))
		}
		if s.Label == "年龄" && len(s.Groups) > 0 {
			ages = paper.Chart{Caption: "年龄结构", Form: paper.Bars, Unit: "人", Series: []paper.Series{{Name: "人数", Values: counts}}}
			for _, g := range s.Groups {
				ages.Labels = append(ages.Labels, g.Label)
			}
		}
	}
	if len(ages.Labels) == 0 {
		return []paper.Block{t}
	}
	return []paper.Block{t, ages}
}

func memberNames(list []*team.Member) string {
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = m.Cadre.Name
	}
	return strings.Join(names, "、")
}

func ledgerTargets(l *team.Ledger) paper.Table {
	t := paper.Table{Columns: []paper.Column{
		{Title: "目标", Share: 30, Align: paper.Left},
		{Title: "应配", Share: 7},
		{Title: "实配", Share: 7},
		{Title: "缺配", Share: 7},
		{Title: "符合人员", Share: 25, Align: paper.Left},
		{Title: "依据", Share: 24, Align: paper.Left},
	}}
	for _, s := range l.Standings {
		t.Rows = append(t.Rows, paper.Cells(s.Target.Name, fmt.Sprint(s.Need), fmt.Sprint(s.Have), fmt.Sprint(s.Missing), memberNames(s.Who), s.Target.Source))
	}
	return t
}

// ledgerRetiring lists who retires within one, three and five years.
func ledgerRetiring(l *team.Ledger) paper.Block {
	if len(l.Retiring) == 0 {
		return paper.Text("五年内没有到龄的班子成员。")
	}
	t := paper.Table{Columns: []paper.Column{
		{Title: "期限", Share: 10},
		{Title: "姓名", Share: 10},
		{Title: "职位", Share: 40, Align: paper.Left},
		{Title: "出生年月", Share: 10},
		{Title: "年龄", Share: 6},
		{Title: "到龄年月", Share: 10},
	}}
	for _, r := range l.Retiring {
		t.Rows = append(t.Rows, paper.Cells(chineseNumber(r.Within)+"年内", r.Member.Cadre.Name, r.Member.Post.Name, long(r.Member.Cadre.Birth),
			positive(r.Member.Age), long(r.At)))
	}
	return t
}

// ledgerAdvice tells weak points, what the last research has found, and whom the
// team needs.
func ledgerAdvice(l *team.Ledger) []paper.Block {
	var blocks []paper.Block
	for _, g := range l.Gaps {
		blocks = append(blocks, paper.Text("短板："+g.String()+"。"+cure(g)))
	}
	if len(l.Research) > 0 {
		r := l.Research[0]
		adopted := "尚未采纳"
		if r.Adopted != 0 && r.Adopted.Month() <= l.At {
			adopted = chineseDate(r.Adopted) + "采纳"
		}
		for _, part := range []struct{ name, text string }{{"运行情况", string(r.State)}, {"短板", string(r.Weak)}, {"建议", string(r.Suggestion)}} {
			if part.text != "" {
				blocks = append(blocks, paper.Text(fmt.Sprintf("%s调研%s：%s", chineseDate(r.Held), part.name, part.text)))
			}
		}
		if r.Suggestion != "" {
			blocks = append(blocks, paper.Text("建议"+adopted+"。"))
		}
	}
	for _, s := range l.Suggestions {
		text := fmt.Sprintf("%s（%s）：%s", s.Post.Name, s.Why, s.Profile)
		var names []string
		for _, p := range s.Prospects {
			names = append(names, fmt.Sprintf("%s（%s）", p.Cadre.Name, orElse(p.Title, "无职务")))
		}
		if len(names) > 0 {
			text += "；可供考虑的人选：" + strings.Join(names, "、")
		}
		blocks = append(blocks, paper.Text(text+"。"))
	}
	if len(blocks) == 0 {
		blocks = append(blocks, paper.Text("没有记录短板和建议。"))
	}
	return blocks
}

// ledgerPast lists the frozen lights, the latest first, with the letter of each.
func ledgerPast(l *team.Ledger) paper.Table {
	t := paper.Table{Columns: []paper.Column{
		{Title: "评价批次", Share: 18},
		{Title: "时点", Share: 8},
		{Title: "灯色", Share: 6},
		{Title: "未达标", Share: 6},
		{Title: "缺配", Share: 6},
		{Title: "原因", Share: 36, Align: paper.Left},
		{Title: "反馈函", Share: 20, Align: paper.Left},
	}}
	for i := range l.Past {
		past := l.Past[len(l.Past)-1-i]
		var letters []string
		for _, letter := range l.Letters {
			if string(letter.Evaluation) == past.Evaluation.ID {
				letters = append(letters, letterState(letter, l.At))
			}
		}
		t.Rows = append(t.Rows, paper.Cells(past.Evaluation.Name, past.Evaluation.At.String(), data.ListNamed("light").Label(past.Light.Color),
			fmt.Sprint(past.Light.Unmet), fmt.Sprint(past.Light.Missing), string(past.Light.Reasons), strings.Join(letters, "\n")))
	}
	return t
}

// letterState says where a letter stands at the end of a month.
func letterState(l *data.Letter, at data.Month) string {
	return joined("，", l.Number, l.Issued.String()+" 发出", team.LetterState(l, data.MakeDate(at.Year(), int(at)%100, 31)))
}
