package report

import "huoshui/data/paper"

// paper begins a paper in the office's name. Title is without the place.
func (o Order) paper(title, subtitle string) *paper.Paper {
	return &paper.Paper{Title: o.Source.Office.Place + title, Subtitle: subtitle}
}

// remark is the small print below a table.
func remark(text string) paper.Note { return paper.Remark(paper.Plain("注：" + text)) }

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
