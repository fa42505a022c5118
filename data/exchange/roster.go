package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/exchange/sheet"
)

// readRoster reads every row of a roster as the form of one person. What of the
// table is not taken in is told once for the file.
func (p *Proposal) readRoster(ctx context.Context, s source, known *people) {
	roster, err := sheet.ReadRoster(ctx, s.path)
	if err != nil {
		p.Refused = append(p.Refused, Refusal{File: s.name, Reason: strings.TrimSuffix(data.Sentence(err), "。")})
		return
	}
	if len(roster.Unknown) > 0 {
		p.Unread = append(p.Unread, Refusal{File: s.name, Reason: "这些列没有对应的项目，不导入：" + strings.Join(roster.Unknown, "、")})
	}
	ungraded := 0
	for _, row := range roster.People {
		item, refused := readRow(s.name, row, known, p.at)
		p.Refused = append(p.Refused, refused...)
		if item == nil {
			continue
		}
		p.Items = append(p.Items, item)
		if len(item.form.grades) == 0 && row.Says(sheet.SaysGrade)+row.Says(sheet.SaysGradeSince) != "" {
			ungraded++
		}
	}
	if ungraded > 0 {
		p.Unread = append(p.Unread, Refusal{File: s.name, Reason: fmt.Sprintf("有 %d 人只有职级或只有任现职级时间，这一项不导入", ungraded)})
	}
}

// readRow understands one row; nil when a cell of it has to be put right first,
// or when it has no people.
func readRow(file string, row *sheet.Person, known *people, at data.Month) (item *Item, refused []Refusal) {
	if len(row.Filled)+len(row.Faults) == 0 {
		return nil, nil // a remark below the table
	}
	if row.Cadre.Name == "" && len(row.Faults) == 0 {
		row.Faults = append(row.Faults, sheet.Fault{Column: "姓名", Sentence: "请填写“姓名”"})
	}
	if row.Number != "" && known.byID[row.Number] == nil {
		row.Faults = append(row.Faults, sheet.Fault{Column: "编号", Sentence: "没有这个编号的记录；新增的不填编号"})
	}
	for _, fault := range row.Faults {
		refused = append(refused, Refusal{File: file, Row: row.Line, Column: fault.Column, Reason: fault.Sentence})
	}
	if len(refused) > 0 {
		return nil, refused
	}
	f := &form{cadre: row.Cadre, roster: row, titles: splitTitles(row.Says(sheet.SaysPosts))}
	f.smooth()
	f.studies(row)
	f.dates(row, at)
	if err := f.problem(); err != nil {
		return nil, []Refusal{{File: file, Row: row.Line, Reason: err.Error()}}
	}
	return &Item{File: fmt.Sprintf("%s 第 %d 行", file, row.Line), Name: f.cadre.Name, form: f, Doubts: f.doubts}, nil
}

// smooth writes what rosters write otherwise than forms: the blank in a name of
// two characters, 汉 for 汉族, “无” for an ID number.
func (f *form) smooth() {
	c := &f.cadre
	c.Name = lrmx.NormalName(c.Name)
	if _, err := data.ListNamed("nation").Find(c.Nation + "族"); err == nil {
		c.Nation += "族"
	}
	field := data.CadreKind.Field("id_number")
	number, err := fromTag(field, c.IDNumber)
	if err != nil {
		f.doubts = append(f.doubts, fmt.Sprintf("%s%s，留空", field.Label, err))
		number = ""
	}
	c.IDNumber = number.(string)
}

// studies parts what stands in one cell of a roster: education and degree, and
// the schools of both.
func (f *form) studies(row *sheet.Person) {
	c := &f.cadre
	for _, s := range []struct {
		cell                              string
		education, degree, school, second *string
	}{
		{row.Says(sheet.SaysFullStudy), &c.FullEdu, &c.FullDegree, &c.FullSchool, &c.FullSchool2},
		{row.Says(sheet.SaysPartStudy), &c.PartEdu, &c.PartDegree, &c.PartSchool, &c.PartSchool2},
	} {
		for _, word := range strings.FieldsFunc(s.cell, func(r rune) bool { return strings.ContainsRune(" 　\n，,；;/", r) }) {
			if strings.HasSuffix(word, "士") {
				*s.degree = word
			} else {
				*s.education = word
			}
		}
		if first, second, two := strings.Cut(*s.school, "；"); two && *s.second == "" {
			*s.school, *s.second = first, second
		}
	}
}

// dates reads since when the posts are held, and the rank in grade.
func (f *form) dates(row *sheet.Person, at data.Month) {
	month := func(what sheet.Says, label string) data.Month {
		m, err := row.Month(what)
		switch {
		case err != nil:
			f.doubts = append(f.doubts, fmt.Sprintf("%s%s，留空", label, err))
		case m > at:
			f.doubts = append(f.doubts, fmt.Sprintf("%s %s 晚于本月，留空", label, m))
			return 0
		}
		return m
	}
	f.since = month(sheet.SaysSince, labelSince)
	since := month(sheet.SaysGradeSince, "任现职级时间")
	if grade := gradeOf(row.Says(sheet.SaysGrade), f.titles); grade != "" && since != 0 {
		f.grades = []data.Promotion{{Grade: grade, Since: since}}
	}
}

// gradeOf is the rank in grade (职级) of a cell, or of a post that ends with one;
// empty for none.
func gradeOf(cell string, titles []string) data.Code {
	for _, item := range data.ListNamed("grade_rank").Items {
		ends := func(title string) bool { return strings.HasSuffix(title, item.Label) }
		if ends(cell) || cell == "" && slices.ContainsFunc(titles, ends) {
			return item.Code
		}
	}
	return ""
}

// rosterTitles are the titles of a row as forms write them, with the unit that
// stands in a column of its own or above the group. Those that mean a post the
// person holds are written as they are on record: rosters shorten them.
func (p *Proposal) rosterTitles(row *sheet.Person, target *person) []string {
	titles := splitTitles(row.Says(sheet.SaysPosts))
	if target != nil {
		if held := target.form(p.at).titles; tellsAll(row.Says(sheet.SaysPosts), held) {
			return held
		}
	}
	if len(titles) > 0 {
		titles[0] = p.withUnit(titles[0], row)
	}
	var all []string
	add := func(titles ...string) {
		for _, t := range titles {
			if !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	for _, title := range titles {
		if a := p.holds(target, title); a != nil {
			add(splitTitles(a.Title)...)
		} else {
			add(title)
		}
	}
	return all
}

// rosterWritten is how a row writes its titles, with the unit in front where it
// stands in a cell of its own; empty where the titles are more than the row says.
func rosterWritten(row *sheet.Person, titles []string) string {
	unit, _ := unitOf(row)
	said := data.WrittenTitle(row.Says(sheet.SaysPosts))
	for _, text := range []string{said, unit + said} {
		if data.SameTitles(text, joinTitles(titles)) {
			return text
		}
	}
	return ""
}

// holds finds the appointment of the person that a title means; nil for none.
func (p *Proposal) holds(target *person, title string) *data.Appointment {
	if target == nil {
		return nil
	}
	held := target.held(p.at)
	for _, a := range held {
		if slices.Contains(splitTitles(a.Title), title) {
			return nil // it is written so on record
		}
	}
	_, post := p.known.find(title)
	for _, a := range held {
		if p.known.bare(a.Title) == p.known.bare(title) || post != nil && string(a.Post) == post.ID {
			return a
		}
	}
	return nil
}

// unitOf is the unit a row names in a column of its own (beside), else the one
// written across the columns above it; empty for none.
func unitOf(row *sheet.Person) (unit string, beside bool) {
	if unit = row.Says(sheet.SaysUnit); unit != "" {
		return unit, true
	}
	return row.Band, false
}

// withUnit puts the unit before a post that does not say where it is.
func (p *Proposal) withUnit(title string, row *sheet.Person) string {
	unit, beside := unitOf(row)
	if unit == "" || !beside && !withoutUnit(title) {
		return title
	}
	place := p.known.office.Place
	if strings.Contains(title, unit) || strings.Contains(p.known.bare(title), p.known.bare(unit)) || place != "" && strings.HasPrefix(title, place) {
		return title
	}
	if known, _ := p.known.find(title); known != nil && !withoutUnit(title) {
		return title
	}
	return unit + title
}

// tellsAll reports a text that names all of the titles and nothing else, whatever
// stands between them.
func tellsAll(text string, titles []string) bool {
	longest := slices.SortedFunc(slices.Values(titles), func(a, b string) int { return len(b) - len(a) })
	text = strings.Join(strings.Fields(text), "")
	for _, title := range longest {
		before, after, found := strings.Cut(text, title)
		if !found {
			return false
		}
		text = before + "、" + after
	}
	return len(titles) > 0 && strings.Trim(text, "、，,；;") == ""
}
