package report

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// formTitle is the title of the 任免审批表, its seven characters set apart.
const formTitle = "干 部 任 免 审 批 表"

// buildForms builds the 任免审批表 of cadres, two pages each.
func buildForms(ctx context.Context, o Order) (*paper.Paper, error) {
	layout, ok := formLayouts[orElse(o.Option, FormA4)]
	if !ok {
		return nil, noOption(o.Option)
	}
	a, err := o.agenda(ctx)
	if err == nil {
		err = o.photos(ctx, a.people)
	}
	if err != nil {
		return nil, err
	}
	p := &paper.Paper{Page: layout.front, Made: o.Written}
	for i, one := range a.people {
		if i > 0 {
			p.Add(paper.PageBreak{Page: &layout.front})
		}
		told, err := o.formOf(ctx, one)
		if err != nil {
			return nil, err
		}
		p.Add(layout.frontPage(told), paper.PageBreak{Page: &layout.back}, layout.backPage(told))
	}
	if len(a.people) == 0 {
		p = o.paper("干部任免审批表", o.subtitle(0))
	}
	return p, nil
}

// formText is a person as the form tells them.
type formText struct {
	*person
	resume             string
	rewards, appraisal string
	family             []*data.Family
}

func (o Order) formOf(ctx context.Context, p *person) (*formText, error) {
	own := store.Where("cadre", p.ID)
	resume, err := store.Find[data.Resume](ctx, o.Source.View, own)
	if err != nil {
		return nil, err
	}
	f := &formText{person: p, rewards: string(p.Rewards), appraisal: string(p.Appraisals)}
	var segments []data.ResumeSegment
	for _, r := range resume {
		segments = append(segments, data.ResumeSegment{From: r.Since, To: r.Until, Text: string(r.Text)})
	}
	f.resume = data.FormatResume(p.known.Resume(segments))
	family, err := store.Find[data.Family](ctx, o.Source.View, own)
	if err != nil {
		return nil, err
	}
	f.family = p.known.Family(family)
	if f.rewards == "" {
		f.rewards, err = o.rewardsOf(ctx, p)
	}
	if err == nil && f.appraisal == "" {
		f.appraisal, err = o.appraisalsOf(ctx, p)
	}
	return f, err
}

// rewardsOf tells rewards and punishments from their own records.
func (o Order) rewardsOf(ctx context.Context, p *person) (string, error) {
	rewards, err := store.Find[data.Reward](ctx, o.Source.View, store.Where("cadre", p.ID))
	if err != nil {
		return "", err
	}
	var lines []string
	for _, r := range rewards {
		if p.known.HasDay(r.Held) {
			lines = append(lines, r.Held.Month().Chinese()+"，获"+r.Name+"。")
		}
	}
	found, err := store.Find[data.Discipline](ctx, o.Source.View, store.Where("cadre", p.ID))
	for _, d := range found {
		if p.known.HasDay(d.Decided) {
			lines = append(lines, joined("，", d.Decided.Month().Chinese(), d.Who)+"给予"+data.ListNamed("discipline_kind").Label(d.Kind)+"。")
		}
	}
	return strings.Join(lines, "\n"), err
}

// appraisalsOf tells the appraisals of the last three years that have one.
func (o Order) appraisalsOf(ctx context.Context, p *person) (string, error) {
	found, err := store.Find[data.Appraisal](ctx, o.Source.View, store.Where("cadre", p.ID))
	if err != nil {
		return "", err
	}
	grades := map[int]string{}
	for _, a := range found {
		grades[a.Year] = data.ListNamed("appraisal_grade").Label(a.Grade)
	}
	var years []string
	same, last := true, ""
	now := p.known.Month.Year()
	for year := now - 3; year < now; year++ {
		if grades[year] == "" {
			continue
		}
		same = same && (last == "" || last == grades[year])
		last = grades[year]
		years = append(years, fmt.Sprint(year))
	}
	switch {
	case len(years) == 0:
		return "", nil
	case same && len(years) > 1:
		return strings.Join(years, "、") + "年年度考核均为" + last + "。", nil
	}
	var each []string
	for _, year := range years {
		var n int
		_, _ = fmt.Sscan(year, &n)
		each = append(each, year+"年年度考核为"+grades[n])
	}
	return strings.Join(each, "，") + "。", nil
}

// frontPage is the first page, from the name to the résumé.
func (l formLayout) frontPage(f *formText) paper.Form {
	form := paper.Form{Title: formTitle, TitleSize: l.titleSize, Columns: l.frontGrid, Size: l.size}
	third := pair("健康状况", f.Health)
	if l.retire {
		third = pair("到龄\n时间", f.retireAt())
	}
	form.Rows = append(form.Rows,
		heighten(l.name, wide("姓　名", 2), value(f.Name), label("性　别"), value(f.sex()), label("出生年月\n（　岁）"), value(f.bornAged()),
			paper.FormCell{Photo: f.photo, Rows: 4}),
		heighten(l.nation, wide("民　族", 2), value(f.Nation), label("籍　贯"), value(f.NativePlace), label("出生地"), value(f.BirthPlace)),
		heighten(l.party, append([]paper.FormCell{
			wide("入　党\n时　间", 2),
			value(strings.Replace(f.party(long), "；", "；\n", 1)), label("参加工\n作时间"), value(long(f.WorkStart)),
		}, third...)...),
		l.professions(f),
	)
	form.Rows = append(form.Rows, l.studies(f)...)
	for _, post := range []struct{ name, text string }{
		{"现 任 职 务", f.facts["现任职务"]}, {"拟 任 职 务", titles(f.posts)}, {"拟 免 职 务", titles(f.removed)},
	} {
		form.Rows = append(form.Rows, heighten(l.post, wide(post.name, 3), paper.FormCell{Text: post.text, Columns: 5, Align: paper.Left}))
	}
	form.Rows = append(form.Rows, heighten(l.resume, paper.FormCell{Text: "简历", Upright: true},
		paper.FormCell{Text: f.resume, Columns: 7, Align: paper.Left, Top: true, Hang: 9}))
	return form
}

// professions is the fourth row: titles and specialities, and since 2025 health.
func (l formLayout) professions(f *formText) paper.FormRow {
	if l.retire {
		return heighten(l.pro, wide("健康\n状况", 2), value(f.Health), label("专业技\n术职务"), value(f.ProTitle),
			label("熟悉专业\n有何专长"), value(f.Speciality))
	}
	return heighten(l.pro, wide("专业技\n术职务", 2), paper.FormCell{Text: f.ProTitle, Columns: 2},
		label("熟悉专业\n有何专长"), paper.FormCell{Text: f.Speciality, Columns: 2})
}

// studies are the four rows of education, two for each way of studying.
func (l formLayout) studies(f *formText) []paper.FormRow {
	full := studyRows("全日制\n教　育", f.FullEdu, f.FullDegree, f.FullSchool, f.FullSchool2)
	part := studyRows("在　职\n教　育", f.PartEdu, f.PartDegree, f.PartSchool, f.PartSchool2)
	full[0] = append([]paper.FormCell{{Text: "学　历\n学　位", Columns: 2, Rows: 4}}, full[0]...)
	var rows []paper.FormRow
	for _, cells := range append(full, part...) {
		rows = append(rows, heighten(l.study, cells...))
	}
	return rows
}

// backPage is the second page, from rewards to the seals.
func (l formLayout) backPage(f *formText) paper.Form {
	form := paper.Form{Columns: l.backGrid, Size: l.size, Foot: "填表人：" + f.FilledBy}
	long := func(name, text string, height int) paper.FormRow {
		return heighten(height, paper.FormCell{Text: name, Upright: true}, paper.FormCell{Text: text, Columns: 7, Align: paper.Left})
	}
	form.Rows = append(form.Rows,
		long("奖惩情况", f.rewards, l.rewards),
		heighten(l.appraisal, label("年核\n度结\n考果"), paper.FormCell{Text: f.appraisal, Columns: 7, Align: paper.Left}),
		long("任免理由", orElse(string(f.Reason), f.note), l.cause),
	)
	form.Rows = append(form.Rows, l.families(f)...)
	const date = "年　　月　　日"
	form.Rows = append(form.Rows,
		heighten(l.reporter, paper.FormCell{Text: "呈报单位", Upright: true, Rows: 2},
			paper.FormCell{Text: joined("\n", string(f.Reporter), date) + "　", Columns: 7, Rows: 2, Align: paper.Right}),
		heighten(l.reported),
		heighten(l.seal, paper.FormCell{Text: "审批机关意见", Upright: true},
			paper.FormCell{Text: "（盖章）　　\n" + date + "　", Columns: 4, Align: paper.Right},
			wide("行任\n政免\n机意\n关见", 2),
			paper.FormCell{Text: "（盖章）　　\n" + date + "　", Align: paper.Right}))
	return form
}

// families are the rows of the family: as many as the form has, more of less
// height when there are more people.
func (l formLayout) families(f *formText) []paper.FormRow {
	count := max(familyRows, len(f.family))
	rows := []paper.FormRow{heighten(l.familyHead, paper.FormCell{Text: "家庭主要成员及重要社会关系", Upright: true, Rows: count + 1},
		label("称谓"), label("姓　名"), label("年龄"), wide("政　治\n面　貌", 2), wide("工 作 单 位 及 职 务", 2))}
	for i := range count {
		m := &data.Family{}
		if i < len(f.family) {
			m = f.family[i]
		}
		rows = append(rows, heighten(l.family*familyRows/count, value(m.Relation), value(m.Name), value(familyAge(m, f.at)),
			paper.FormCell{Text: m.Politics, Columns: 2}, paper.FormCell{Text: m.Post, Columns: 2, Align: paper.Left}))
	}
	return rows
}

// deceased are the words by which a form says that somebody is dead; no age is
// printed then. Source: the form editor's list.
var deceased = []string{"去世", "死亡", "逝世", "已逝", "已故"}

func dead(m *data.Family) bool {
	return slices.ContainsFunc(deceased, func(word string) bool { return strings.Contains(m.Post, word) })
}

func familyAge(m *data.Family, at data.Month) string {
	if m.Birth == 0 || m.Birth > at || dead(m) {
		return ""
	}
	return fmt.Sprint(at.Age(m.Birth))
}

// retireAt is 到龄时间 as the form of 2025 prints it: the month, and below it the
// age reached by then.
func (p *person) retireAt() string {
	m := p.RetireMonth
	if m == 0 {
		m, _ = data.ParseMonth(p.facts["应到龄年月"])
	}
	if m == 0 || p.Birth == 0 {
		return long(m)
	}
	months := m.Since(p.Birth)
	age := fmt.Sprintf("%d岁", months/12)
	if months%12 > 0 {
		age += fmt.Sprintf("%d个月", months%12)
	}
	return m.String() + "\n（" + age + "）"
}
