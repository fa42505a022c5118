package report

import (
	"context"

	"huoshui/data/paper"
)

// The grid of the civil servants' register form (公务员登记表); no official sizes
// are known, so that these only follow its order.
var (
	registerPage = paper.Page{Width: 11906, Height: 16838, Top: 1134, Right: 1247, Bottom: 850, Left: 1247, Unnumbered: true}
	registerGrid = []int{1300, 1240, 1300, 1240, 1300, 1240, 1780}
)

const (
	registerTitle  = "公务员登记表"
	registerSize   = 12
	registerHeight = 680
)

// buildRegister builds the register form of cadres, two pages each. What is
// decided when they are registered stays empty.
func buildRegister(ctx context.Context, o Order) (*paper.Paper, error) {
	people, err := o.cadres(ctx)
	if err == nil {
		err = o.photos(ctx, people)
	}
	if err != nil {
		return nil, err
	}
	p := &paper.Paper{Page: registerPage, Made: o.Written}
	for i, one := range people {
		if i > 0 {
			p.Add(paper.PageBreak{})
		}
		f, err := o.formOf(ctx, one)
		if err != nil {
			return nil, err
		}
		p.Add(registerFront(f), paper.PageBreak{}, registerBack(f))
	}
	return p, nil
}

func registerFront(f *formText) paper.Form {
	line := func(cells ...paper.FormCell) paper.FormRow { return heighten(registerHeight, cells...) }
	left := func(text string, columns int) paper.FormCell {
		return paper.FormCell{Text: text, Columns: columns, Align: paper.Left}
	}
	study := func(name, education, degree, school string) []paper.FormCell {
		return []paper.FormCell{label(name), wide(joined("\n", education, degree), 2), label("毕业院校\n系及专业"), left(school, 2)}
	}
	full := study("全日制\n教　育", f.FullEdu, f.FullDegree, schoolOf(f.FullSchool, f.FullSchool2))
	part := study("在　职\n教　育", f.PartEdu, f.PartDegree, schoolOf(f.PartSchool, f.PartSchool2))
	return paper.Form{
		Title: registerTitle, TitleSize: 22, Columns: registerGrid, Size: registerSize,
		Rows: []paper.FormRow{
			line(label("姓　名"), value(f.Name), label("性　别"), value(f.sex()), label("出生年月"), value(long(f.Birth)), paper.FormCell{Photo: f.photo, Rows: 4}),
			line(label("籍　贯"), value(f.NativePlace), label("民　族"), value(f.Nation), label("政治面貌"), value(f.Politics(f.at))),
			line(label("健康状况"), value(f.Health), label("参加工作\n时　　间"), value(long(f.WorkStart)), label("现职务\n层　次"), value(f.facts["职务层次"])),
			line(label("身份证号"), wide(f.IDNumber, 5)),
			line(label("现工作单位\n及职务"), left(f.facts["现任职务"], 6)),
			line(append([]paper.FormCell{{Text: "学　历\n学　位", Rows: 2}}, full...)...),
			line(part...),
			line(label("登记后\n所任职务"), wide("", 2), label("登记后\n所定级别"), wide("", 3)),
			heighten(7600, paper.FormCell{Text: "工作简历", Upright: true}, paper.FormCell{Text: f.resume, Columns: 6, Align: paper.Left, Top: true, Hang: 9}),
		},
	}
}

func registerBack(f *formText) paper.Form {
	form := paper.Form{Columns: []int{1300, 8100}, Size: registerSize}
	for _, row := range []struct {
		name, text string
		height     int
		seal       bool
	}{
		{"何时受过\n何种奖惩", f.rewards, 2600, false},
		{"所在机关\n意　　见", "", 2600, true},
		{"审核机关\n意　　见", "", 2600, true},
		{"审批机关\n意　　见", "", 2600, true},
		{"备　注", "", 1600, false},
	} {
		cell := paper.FormCell{Text: row.text, Align: paper.Left}
		if row.seal {
			cell = paper.FormCell{Text: "（盖章）　　\n年　　月　　日　", Align: paper.Right}
		}
		form.Rows = append(form.Rows, heighten(row.height, label(row.name), cell))
	}
	return form
}
