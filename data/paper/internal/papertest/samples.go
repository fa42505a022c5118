// Package papertest holds what the tests of all renderers need: sample papers,
// and the office programs to open them with.
package papertest

import (
	"fmt"
	"math"
	"strings"
	"time"

	"huoshui/data/paper"
)

// Rare are characters of people's names beyond GB 2312: of GBK, of extension A
// and of extension E.
const Rare = "䶮㛃𬭎"

// made is a fixed time, so that samples are the same on every run.
var made = time.Date(2026, time.July, 1, 9, 30, 0, 0, time.UTC)

// Report is a work report of several pages: headings of every level, figures,
// a table and a signature.
func Report() *paper.Paper {
	p := &paper.Paper{
		Classification: "机密★1年",
		Title:          "清江县发现培养选拔优秀年轻干部\n工作情况的报告",
		Subtitle:       "（时点：2026年6月）",
		Sign:           "中共清江县委组织部",
		Date:           "2026年7月1日",
		Made:           made,
	}
	p.Add(
		paper.Addressee("县委常委会："),
		paper.Para(
			paper.Plain("目前，全县共有县管党政正职"), paper.Chip("m0.principals", "86"),
			paper.Plain("人，其中“85后”"), paper.Chip("m0.principals85", "23"),
			paper.Plain("人，占"), paper.Chip("m0.share85", "26.7%"), paper.Plain("。")),
	)
	for i, title := range []string{"一、组织领导", "二、培养锻炼", "三、选拔使用"} {
		p.Add(paper.H(1, title), paper.H(2, "（一）压实责任"), paper.H(3, "1. 定期研究"), paper.H(4, "（1）常委会听取汇报"))
		p.Add(paper.Text(filler(260 + 40*i)))
		p.Add(paper.H(2, "（二）"+Rare+"等同志的经验"), paper.Text(filler(200)))
	}
	p.Add(Staffing(), paper.Remark(paper.Plain("注：职数为核定数，年龄算至2026年6月。")))
	p.Add(paper.PageBreak{}, paper.H(1, "四、下一步打算"), paper.Text(filler(120)))
	return p
}

// Prose is a paper of running text only, many pages long. It has no
// punctuation, so that only the width of a line decides where it ends.
func Prose() *paper.Paper {
	p := &paper.Paper{Title: "调研报告", Made: made}
	for range 8 {
		p.Add(paper.Text(strings.Repeat("优秀年轻干部", 70)))
	}
	return p
}

// Staffing is a small table with grouped columns and figures in its cells.
func Staffing() paper.Table {
	return paper.Table{
		Caption: "表1　年轻干部配备情况",
		Columns: []paper.Column{
			{Title: "班子类别", Share: 3, Align: paper.Left},
			{Title: "班子数", Share: 1.5, Align: paper.Right},
			{Title: "人数", Group: "35岁左右正职", Share: 1.5, Align: paper.Right},
			{Title: "占比", Group: "35岁左右正职", Share: 1.5, Align: paper.Right},
			{Title: "人数", Group: "30岁左右副职", Share: 1.5, Align: paper.Right},
			{Title: "占比", Group: "30岁左右副职", Share: 1.5, Align: paper.Right},
			{Title: "评价", Share: 1.2},
		},
		Rows: []paper.Row{
			{Cells: []paper.Span{
				paper.Plain("乡镇（街道）"), paper.Chip("teams.town", "18"), paper.Chip("m4.town", "6"),
				paper.Plain("33.3%"), paper.Plain("21"), paper.Plain("19.4%"), paper.Plain("绿"),
			}},
			paper.Cells("县直部门", "42", "5", "11.9%", "17", "12.6%", "黄"),
			paper.Cells("县属企业", "6", "0", "0.0%", "2", "9.5%", "红"),
		},
	}
}

// Roster is a cadre roster (干部名册) of n people on landscape pages.
func Roster(n int) *paper.Paper {
	table := paper.Table{Columns: []paper.Column{
		{Title: "姓名", Share: 853},
		{Title: "现任职务", Share: 2324, Align: paper.Left},
		{Title: "性别", Share: 397},
		{Title: "民族", Share: 397},
		{Title: "籍贯", Share: 800},
		{Title: "学历学位", Group: "全日制教育", Share: 850},
		{Title: "毕业院校及专业", Group: "全日制教育", Share: 1500, Align: paper.Left},
		{Title: "学历学位", Group: "在职教育", Share: 850},
		{Title: "毕业院校及专业", Group: "在职教育", Share: 1300, Align: paper.Left},
		{Title: "出生\n年月", Share: 900},
		{Title: "参加工\n作时间", Share: 900},
		{Title: "入党\n时间", Share: 900},
		{Title: "任现职\n时间", Share: 900},
		{Title: "任现职\n级时间", Share: 900},
		{Title: "备注", Share: 700, Align: paper.Left},
	}}
	for i := range n {
		if i%9 == 0 {
			table.Rows = append(table.Rows, paper.Band(fmt.Sprintf("第%d镇党委政府", i/9+1)))
		}
		table.Rows = append(table.Rows, paper.Cells(fmt.Sprintf("张%c%03d", []rune(Rare)[i%3], i+1),
			"镇党委副书记、政府镇长，县工业园区管委会副主任", "男", "汉", "河北正定", "大学学士", "河北农业大学农学专业", "研究生",
			"省委党校经济管理专业", "1987.03", "2010.07", "2009.06", "2023.11", "2021.04", ""))
	}
	return &paper.Paper{
		Title: "清江县县管干部名册", Subtitle: "（2026年6月）", Made: made, Landscape: true,
		Body: []paper.Block{table, paper.Remark(paper.Plain("说明：按机构、班子、人员序排列。"))},
	}
}

// Charts are charts of every form, one of them with an unknown value.
func Charts() []paper.Chart {
	unknown := math.NaN()
	return []paper.Chart{
		{
			Caption: "图1　乡镇（街道）年轻干部", Form: paper.Bars, Unit: "人",
			Labels: []string{"城关镇", "石桥乡", "清江街道", Rare + "镇"},
			Series: []paper.Series{
				{Name: "35岁左右正职", Values: []float64{2, 1, 3, unknown}, Figures: []string{"m4.town", "", "", ""}},
				{Name: "30岁左右副职", Values: []float64{4, 2, 0, 1}},
			},
		},
		{
			Caption: "图2　学历构成", Form: paper.Stacked, Unit: "人", Labels: []string{"乡镇", "部门", "企业"},
			Series: []paper.Series{
				{Name: "研究生", Values: []float64{12, 31, 5}},
				{Name: "大学", Values: []float64{88, 140, 22}},
				{Name: "大专及以下", Values: []float64{9, 4, 7}},
			},
		},
		{
			Caption: "图3　占比变化", Form: paper.Lines, Unit: "%", Labels: []string{"2022年", "2023年", "2024年", "2025年", "2026年"},
			Series: []paper.Series{
				{Name: "正职", Values: []float64{15.2, 16.84, unknown, 21, 23.3}},
				{Name: "副职", Values: []float64{20, 22.5, 24, 26.1, 28}},
			},
		},
		{
			Caption: "图4　发现方式", Form: paper.Donut, Unit: "人", Labels: []string{"专题调研", "年度考核", "单位推荐", "选调生", "其他"},
			Series: []paper.Series{{Name: "人数", Values: []float64{46, 31, 25, 12, 3}}},
		},
		{
			Caption: "图5　年龄结构", Form: paper.Pyramid, Unit: "人",
			Labels: []string{"30岁以下", "31–35岁", "36–40岁", "41–45岁", "46–50岁", "51–55岁", "56岁以上"},
			Series: []paper.Series{
				{Name: "男", Values: []float64{6, 14, 25, 38, 41, 30, 12}},
				{Name: "女", Values: []float64{9, 16, 19, 17, 12, 8, 0}},
			},
		},
	}
}

// filler is n characters of running text.
func filler(n int) string {
	const sentence = "坚持事业为上、以事择人，把培养选拔优秀年轻干部放在领导班子和干部队伍建设全局中通盘谋划，完善日常发现、动态管理、适时使用的工作机制。"
	text := []rune(strings.Repeat(sentence, n/len([]rune(sentence))+1))
	return string(text[:n-1]) + "。"
}
