package sample

import (
	"fmt"
	"strings"

	"huoshui/data"
)

// growth are the rows of a person beside the papers: what the department did
// with them, and what their life says about study, rewards and appraisals.
func (pl *plan) growth(p *person) []any {
	list := pl.awards(p)
	rows := pl.recruited(p)
	rows = append(rows, pl.posted(p)...)
	rows = append(rows, pl.rows[p]...)
	rows = append(rows, pl.hours(p)...)
	rows = append(rows, pl.rewarded(p, list)...)
	rows = append(rows, pl.disciplined(p, list)...)
	rows = append(rows, pl.ranked(p)...)
	return append(rows, pl.appraisalRows(p)...)
}

// blames are the punishments that a line of 奖惩情况 names.
func blames(text string) []data.Code {
	var list []data.Code
	if strings.Contains(text, "党内严重警告") {
		list = append(list, "02")
	}
	if strings.Contains(text, "记大过") {
		list = append(list, "08")
	}
	return list
}

// rewarded are the rewards of the form as records, word for word where the
// form names them.
func (pl *plan) rewarded(p *person, list []award) []any {
	var rows []any
	for _, a := range list {
		if a.blame {
			continue
		}
		r := &data.Reward{Cadre: pl.cadreID(p), Held: workday(a.at.Year(), int(a.at)%100, 15)}
		_, deed, _ := strings.Cut(a.text, "，")
		who, name, named := strings.Cut(strings.TrimPrefix(deed, "被"), "评为")
		switch {
		case named:
			r.Kind, r.Name, r.Who = "4", name, who
		case strings.HasSuffix(deed, "记三等功"):
			r.Kind, r.Name = "2", "三等功"
		default:
			r.Kind, r.Name = "1", fmt.Sprintf("%d年度考核优秀嘉奖", a.at.Year()-1)
		}
		rows = append(rows, r)
	}
	return rows
}

// appraisalGrades are the codes of the results a form may state.
var appraisalGrades = map[string]data.Code{
	resultGood: "1", resultCivil: "2", resultService: "2", resultPassed: "3", resultTrial: "5",
}

// appraisalRows are the yearly appraisals of the form, of the last three years.
func (pl *plan) appraisalRows(p *person) []any {
	first, until := pl.appraised(p)
	var rows []any
	for year := max(first, pl.from.Year()); year <= until; year++ {
		rows = append(rows, &data.Appraisal{Cadre: pl.cadreID(p), Year: year, Grade: appraisalGrades[pl.appraisal(p, year)]})
	}
	return rows
}
