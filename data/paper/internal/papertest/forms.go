package papertest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"

	"huoshui/data/paper"
)

// The pages of 任免审批表, front and back.
var (
	front = paper.Page{Width: 11907, Height: 16840, Top: 629, Right: 1134, Bottom: 680, Left: 1247, Unnumbered: true}
	back  = paper.Page{Width: 11907, Height: 16840, Top: 1621, Right: 1134, Bottom: 567, Left: 1191, Unnumbered: true}
)

// Resume makes a résumé of n lines. Every third line is too long for one
// printed line.
func Resume(n int) string {
	var lines []string
	for i := range n {
		line := fmt.Sprintf("%d.%02d--%d.%02d  清江县第%d镇党委委员、副镇长", 1980+i, i%12+1, 1981+i, i%12+1, i+1)
		if i%3 == 0 {
			line += "，县乡村振兴局党组成员、副局长，兼任县工业园区管理委员会副主任"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// Forms makes the 任免审批表 of one person on two pages with the longest records
// there are: the longest name and posts, and a résumé of n lines.
func Forms(n int) *paper.Paper {
	const name = "买买提吐尔逊·阿卜杜热合曼·" + Rare
	posts := strings.Repeat("清江县委常委、副县长，县发展和改革局党组书记、局长，县工业园区党工委书记；", 3)
	label := func(text string) paper.FormCell { return paper.FormCell{Text: text} }
	wide := func(text string, columns int) paper.FormCell {
		return paper.FormCell{Text: text, Columns: columns, Align: paper.Left}
	}
	row := func(height int, cells ...paper.FormCell) paper.FormRow {
		return paper.FormRow{Height: height, Cells: cells}
	}
	head := func(text string, columns int) paper.FormCell { return paper.FormCell{Text: text, Columns: columns} }
	first := paper.Form{
		Title: "干 部 任 免 审 批 表", Size: 14, Columns: []int{784, 236, 1305, 1063, 1302, 1315, 1330, 2058},
		Rows: []paper.FormRow{
			row(709, head("姓 名", 2), label(name), label("性 别"), label("男"), label("出生年月\n（38岁）"), label("1987.11"),
				paper.FormCell{Photo: Photo("jpeg", 400, 500), Rows: 4}),
			row(692, head("民 族", 2), label("维吾尔族"), label("籍 贯"), label("新疆巴音郭楞"), label("出生地"), label("新疆巴音郭楞")),
			row(680, head("入 党\n时 间", 2), label("2009.06"), label("参加工\n作时间"), label("2010.07"), label("健康状况"), label("健康")),
			row(709, head("专业技\n术职务", 2), head("高级农艺师", 2), label("熟悉专业\n有何专长"), head("农村经济管理、乡村规划", 2)),
			row(346, paper.FormCell{Text: "学 历\n学 位", Columns: 2, Rows: 4}, paper.FormCell{Text: "全日制\n教 育", Rows: 2},
				head("大学", 2), paper.FormCell{Text: "毕业院校\n系及专业", Rows: 2}, wide("中国人民大学农业与农村发展学院", 2)),
			row(346, head("农学学士", 2), wide("农林经济管理专业", 2)),
			row(346, paper.FormCell{Text: "在 职\n教 育", Rows: 2}, paper.FormCell{Columns: 2, Rows: 2},
				paper.FormCell{Text: "毕业院校\n系及专业", Rows: 2}, paper.FormCell{Columns: 2, Rows: 2}),
			row(346),
			row(709, head("现 任 职 务", 3), wide(posts, 5)),
			row(709, head("拟 任 职 务", 3), wide("清江县委副书记、县长候选人", 5)),
			row(709, head("拟 免 职 务", 3), wide(posts, 5)),
			row(7133, paper.FormCell{Text: "简历", Upright: true},
				paper.FormCell{Text: Resume(n), Columns: 7, Align: paper.Left, Top: true, Hang: 9}),
		},
	}
	second := paper.Form{
		Size: 14, Columns: []int{742, 1092, 1274, 574, 1008, 98, 784, 3849}, Foot: "填表人：李四",
		Rows: []paper.FormRow{
			row(1418, paper.FormCell{Text: "奖惩情况", Upright: true}, wide("2019年7月，获县优秀共产党员。", 7)),
			row(1021, label("年核\n度结\n考果"), wide("2023、2024、2025年年度考核均为优秀。", 7)),
			row(1361, paper.FormCell{Text: "任免理由", Upright: true}, wide("工作需要", 7)),
			row(646, paper.FormCell{Text: "家庭主要成员及重要社会关系", Upright: true, Rows: 8},
				label("称 谓"), label("姓 名"), label("年龄"), head("政 治\n面 貌", 2), head("工 作 单 位 及 职 务", 2)),
		},
	}
	for _, kin := range []string{"妻子", "儿子", "父亲", "母亲", "哥哥", "姐姐", ""} {
		second.Rows = append(second.Rows, row(697, label(kin), label(kin+name), label("36"), head("群众", 2), wide(posts, 2)))
	}
	second.Rows = append(second.Rows,
		row(1332, paper.FormCell{Text: "呈报单位", Upright: true, Rows: 2}, paper.FormCell{Text: "中共清江县委组织部", Columns: 7}),
		row(737, paper.FormCell{Text: "2026年7月1日　", Columns: 7, Align: paper.Right}),
		row(2019, paper.FormCell{Text: "审批机关意见", Upright: true}, paper.FormCell{Text: "（盖章）\n年　月　日　", Columns: 4, Align: paper.Right},
			paper.FormCell{Text: "行政机关任免意见", Upright: true, Columns: 2}, paper.FormCell{Text: "（盖章）\n年　月　日　", Align: paper.Right}))
	return &paper.Paper{Page: front, Made: made, Body: []paper.Block{first, paper.PageBreak{Page: &back}, second}}
}

// Mixed has pages of every kind: text with charts, a wide list with photos, and
// text again.
func Mixed() *paper.Paper {
	p := &paper.Paper{Title: "清江县年轻干部队伍分析", Sign: "中共清江县委组织部", Date: "2026年7月1日", Made: made}
	p.Add(paper.H(1, "一、总体情况"), paper.Text(filler(200)))
	for _, c := range Charts() {
		p.Add(c, paper.Text(filler(90)))
	}
	table := paper.Table{Caption: "提请讨论决定任免干部基本情况一览表", Columns: []paper.Column{
		{Title: "序号", Share: 1},
		{Title: "姓名", Share: 2},
		{Title: "照片", Share: 2},
		{Title: "现任职务", Share: 6, Align: paper.Left},
		{Title: "拟任职务", Share: 6, Align: paper.Left},
		{Title: "出生年月", Share: 2},
		{Title: "年龄", Share: 1, Align: paper.Right},
	}}
	for i := range 7 {
		table.Rows = append(table.Rows, paper.Row{Cells: []paper.Span{
			paper.Plain(fmt.Sprint(i + 1)), paper.Plain(fmt.Sprintf("张%c%03d", []rune(Rare)[i%3], i+1)),
			{Photo: Photo([]string{"png", "jpeg"}[i%2], 300+10*i, 400)},
			paper.Plain("镇党委副书记、政府镇长"), paper.Plain("镇党委书记"), paper.Plain("1987.03"), paper.Plain("39"),
		}})
	}
	lying, upright := paper.LyingA3, paper.Upright
	p.Add(paper.PageBreak{Page: &lying}, table, paper.Remark(paper.Plain("注：略。")),
		paper.PageBreak{Page: &upright}, paper.H(1, "二、下一步打算"), paper.Text(filler(120)))
	return p
}

// Photo draws a picture of a size in pixels, as a file of the given kind.
func Photo(kind string, width, height int) []byte {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			picture.Set(x, y, color.RGBA{R: uint8(x * 255 / width), G: uint8(y * 255 / height), B: 160, A: 255})
		}
	}
	var out bytes.Buffer
	encode := func() error { return jpeg.Encode(&out, picture, nil) }
	if kind == "png" {
		encode = func() error { return png.Encode(&out, picture) }
	}
	if err := encode(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
