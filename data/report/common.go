package report

import (
	"fmt"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/paper"
)

// The pages of lists, with narrower margins than those of running text.
var (
	lyingList = paper.Page{Width: 16838, Height: 11906, Top: 1134, Right: 850, Bottom: 1134, Left: 850}
	wideList  = paper.Page{Width: 23811, Height: 16838, Top: 1134, Right: 850, Bottom: 1134, Left: 850} // A3
	tallList  = paper.Page{Width: 11906, Height: 16838, Top: 1418, Right: 1134, Bottom: 1418, Left: 1134}
)

// paper begins a paper in the office's name. Title is without the place.
func (o Order) paper(title, subtitle string) *paper.Paper {
	return &paper.Paper{Title: o.Source.Office.Place + title, Subtitle: subtitle, Made: o.Written}
}

// maker is the line of small print that says who made a table.
func (o Order) maker() paper.Note {
	line := "制表单位：" + o.Source.Office.Name
	if !o.Written.IsZero() {
		line += "　　制表日期：" + today(o.Written)
	}
	return paper.Remark(paper.Plain(line))
}

// remark is the small print below a table.
func remark(text string) paper.Note { return paper.Remark(paper.Plain("注：" + text)) }

// subtitle is the line below a list's title: its month, and how many it names.
func (o Order) subtitle(people int) string {
	return fmt.Sprintf("时点：%s　共 %d 人", o.Source.Month(o.At), people)
}

func noOption(option string) error {
	return data.Refuse(fmt.Sprintf("没有“%s”这种版式。", option), nil)
}

// long and short are the ways months are written: 1990.01 on rosters, 90.01 on
// papers for meetings.
func long(m data.Month) string { return m.String() }

func short(m data.Month) string {
	if m == 0 {
		return ""
	}
	return m.String()[2:]
}

// chineseDate is a day as running text writes it.
func chineseDate(d data.Date) string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", int(d)/10000, int(d)/100%100, int(d)%100)
}

// today is the day on which a paper is made.
func today(made time.Time) string {
	return fmt.Sprintf("%d年%d月%d日", made.Year(), made.Month(), made.Day())
}

// joined joins those of the texts that are there.
func joined(with string, texts ...string) string {
	var there []string
	for _, t := range texts {
		if t != "" {
			there = append(there, t)
		}
	}
	return strings.Join(there, with)
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
