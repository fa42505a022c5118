package sheet

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"huoshui/data"
)

// Says is a text about a person in a column of a roster for which a cadre has
// no field.
type Says string

// What rosters say beside the fields of a cadre.
const (
	SaysNothing    Says = "serial"      // 序号, which tells nothing
	SaysPosts      Says = "posts"       // 现任职务, or 职务 beside 单位
	SaysUnit       Says = "unit"        // 单位
	SaysSince      Says = "since"       // 任现职时间
	SaysGrade      Says = "grade"       // 职级
	SaysGradeSince Says = "grade_since" // 任现职级时间
	SaysFullStudy  Says = "full_study"  // 学历学位 in one cell
	SaysPartStudy  Says = "part_study"
)

// rosterTitles are the headings of such columns; the first of a meaning counts.
var rosterTitles = []struct {
	says   Says
	titles []string
}{
	{SaysNothing, []string{"序号"}},
	{SaysPosts, []string{"现任职务", "现任职务全称", "职务", "现职务", "工作单位及职务", "现工作单位及职务", "现单位及职务", "单位及职务", "单位职务", "现任单位及职务"}},
	{SaysUnit, []string{"单位", "单位名称", "工作单位", "现工作单位", "所在单位", "机构"}},
	{SaysSince, []string{"任现职时间", "任现职务时间", "现职时间", "任现职年月", "任职时间", "任职年月"}},
	{SaysGrade, []string{"职级", "现任职级", "现职级"}},
	{SaysGradeSince, []string{"任现职级时间", "任职级时间", "现职级时间"}},
	{SaysFullStudy, []string{"全日制教育学历学位", "全日制学历学位"}},
	{SaysPartStudy, []string{"在职教育学历学位", "在职学历学位"}},
}

func rosterHeadings() headings {
	h := newHeadings(data.CadreKind)
	fields := map[Says]*data.Field{
		SaysSince: data.AppointmentKind.Field("since"), SaysGradeSince: data.PromotionKind.Field("since"), SaysGrade: data.PromotionKind.Field("grade"),
	}
	for _, one := range rosterTitles {
		for _, title := range one.titles {
			h.another(title, Column{Field: fields[one.says], role: roleSaid, says: one.says})
		}
	}
	return h
}

// Roster is a table of cadres (干部名册) as offices keep it, not compared with the
// records yet.
type Roster struct {
	File    string
	Unknown []string // headings nothing answers to
	People  []*Person
}

// Person is one row of a roster.
type Person struct {
	Line   int        // as the spreadsheet counts
	Number string     // ID of the record, where the program wrote the table itself
	Cadre  data.Cadre // what the cells say
	Filled []string   // keys of its fields that are filled in
	Band   string     // the unit written across the columns above, if any
	Faults []Fault    // cells that are not understood

	said map[Says]string
}

// Fault is an error in a cell, with the title of its column.
type Fault struct{ Column, Sentence string }

// Says is the text of the person's row under a heading, trimmed.
func (p *Person) Says(what Says) string { return p.said[what] }

// Month is the month in a cell; zero when it is empty. The error is a Chinese
// sentence.
func (p *Person) Month(what Says) (data.Month, error) {
	value, err := parse(data.AppointmentKind.Field("since"), p.said[what])
	if err != nil {
		return 0, err
	}
	return data.Month(value.(int64)), nil
}

// ReadRoster reads a roster in .xlsx. The columns may be in any order. A table
// without a column of names is refused.
func ReadRoster(ctx context.Context, path string) (*Roster, error) {
	h := rosterHeadings()
	t, err := readTable(ctx, path, data.CadreKind.Label, h)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Kind: data.CadreKind, Columns: t.columns}
	if p.fieldColumn(data.CadreKind.Title()) < 0 {
		return nil, data.Refuse("表里没有“姓名”一列，不是干部名册。", nil)
	}
	roster := &Roster{File: filepath.Base(path), Unknown: t.unknown}
	band := ""
	for i, cells := range t.body {
		if name, ok := t.bands[t.first+i]; ok {
			band = name
		}
		if blank(cells) {
			continue
		}
		roster.People = append(roster.People, readPerson(p, t.first+i, cells, band))
	}
	return roster, nil
}

// readPerson reads a row by the columns of a table.
func readPerson(p *Proposal, line int, cells []string, band string) *Person {
	for len(cells) < len(p.Columns) {
		cells = append(cells, "")
	}
	row := &Row{Line: line, Cells: cells[:len(p.Columns)]}
	p.parse(row)
	person := &Person{Line: line, Number: row.number, Band: band, said: map[Says]string{}}
	for f, value := range row.values {
		if err := f.SetValue(&person.Cadre, value); err != nil {
			row.flaw(p.fieldColumn(f), err.Error())
		}
		person.Filled = append(person.Filled, f.Key)
	}
	slices.Sort(person.Filled)
	for i, c := range p.Columns {
		if c.role == roleSaid {
			person.said[c.says] = strings.TrimSpace(row.Cells[i])
		}
	}
	for _, flaw := range append(row.parsed, row.Flaws...) {
		person.Faults = append(person.Faults, Fault{strings.Join(strings.Fields(p.Columns[flaw.Column].Title), ""), flaw.Sentence})
	}
	return person
}
