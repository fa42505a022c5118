package report

import (
	"strings"
	"unicode/utf8"

	"huoshui/data/paper"
)

// heighten makes a row of a form.
func heighten(height int, cells ...paper.FormCell) paper.FormRow {
	return paper.FormRow{Height: height, Cells: cells}
}

func label(text string) paper.FormCell { return paper.FormCell{Text: text} }
func value(text string) paper.FormCell { return paper.FormCell{Text: text} }
func wide(text string, columns int) paper.FormCell {
	return paper.FormCell{Text: text, Columns: columns}
}
func pair(name, text string) []paper.FormCell { return []paper.FormCell{label(name), value(text)} }

// longestSchool is how many characters of a school fit on one of the two lines;
// a longer one takes both.
const longestSchool = 12

// studyRows are the two rows of one way of studying. Education and degree stand
// in a row each; where there is no degree, both rows are one. A school for both
// is one cell, or in two lines when it is long: the school, then the subject.
func studyRows(name, education, degree, school, school2 string) [][]paper.FormCell {
	upper := []paper.FormCell{{Text: name, Rows: 2}}
	var lower []paper.FormCell
	if degree == "" || education == "" {
		upper = append(upper, paper.FormCell{Text: joined("", education, degree), Columns: 2, Rows: 2})
	} else {
		upper = append(upper, wide(education, 2))
		lower = append(lower, wide(degree, 2))
	}
	upper = append(upper, paper.FormCell{Text: "毕业院校\n系及专业", Rows: 2})
	line := func(text string, rows int) paper.FormCell {
		return paper.FormCell{Text: text, Columns: 2, Rows: rows, Align: paper.Left}
	}
	switch {
	case school2 != "" && school2 != school && school != "":
		upper, lower = append(upper, line(school, 1)), append(lower, line(school2, 1))
	case degree != "" && utf8.RuneCountInString(school) > longestSchool:
		first, rest := cutSchool(school)
		upper, lower = append(upper, line(first, 1)), append(lower, line(rest, 1))
	default:
		upper = append(upper, line(orElse(school, school2), 2))
	}
	return [][]paper.FormCell{upper, lower}
}

// cutSchool parts a long school from what was studied there, behind the last
// word for a school among the first characters that fit, else in the middle.
func cutSchool(text string) (school, subject string) {
	runes := []rune(text)
	cut := 0
	for _, word := range []string{"大学", "学院", "党校", "学校"} {
		if i := strings.LastIndex(string(runes[:min(len(runes), longestSchool+4)]), word); i >= 0 {
			cut = max(cut, utf8.RuneCountInString(text[:i])+2)
		}
	}
	if cut == 0 || cut == len(runes) {
		cut = (len(runes) + 1) / 2
	}
	return string(runes[:cut]), string(runes[cut:])
}
