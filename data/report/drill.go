package report

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// Drill is what the user can open in a meeting from a figure, a cadre or a
// team: more slides, and for each row of their tables the next Drill.
type Drill struct {
	Slides []paper.Slide
	Rows   [][]string // ids of the rows' cadres, slide by slide; nil when rows open nothing
}

// drillColumns are the columns of a list of people.
var drillColumns = []paper.Column{
	{Title: "序号", Share: 6},
	{Title: "姓名", Share: 11, Align: paper.Left},
	{Title: "现任职务", Share: 44, Align: paper.Left},
	{Title: "出生年月", Share: 13},
	{Title: "年龄", Share: 8},
	{Title: "学历", Share: 18, Align: paper.Left},
}

// DrillFigure lists the people or rows that a figure counts.
func DrillFigure(ctx context.Context, source figure.Source, d *figure.Definition, at data.Month) (Drill, error) {
	if source.NotYet(d, at) {
		slide := paper.Slide{
			Section: "名单", Title: d.Title(source.Office) + "：" + figure.NotYet, Table: &paper.Table{Columns: drillColumns}, Note: d.Wording(),
		}
		return Drill{Slides: []paper.Slide{slide}}, nil
	}
	if !d.Subject.Personal() {
		return drillRecords(ctx, source, d, at)
	}
	rows, err := source.Who(ctx, d, at, "姓名", "现任职务", "出生年月", "年龄", "学历")
	return paged(d.Title(source.Office), d.Wording(), "人", drillColumns, rows, true), err
}

// drillRecords lists records that are not about people, by the fields that say
// most: those a list of the kind shows first.
func drillRecords(ctx context.Context, source figure.Source, d *figure.Definition, at data.Month) (Drill, error) {
	const most = 5
	columns := []paper.Column{{Title: "序号", Share: 6}}
	var fields []string
	for _, f := range d.Subject.Fields {
		if f.Type == data.TypeLong || f.Type == data.TypeBool || len(fields) == most {
			continue
		}
		fields = append(fields, f.Label)
		columns = append(columns, paper.Column{Title: f.Label, Share: 18, Align: paper.Left})
	}
	rows, err := source.Who(ctx, d, at, fields...)
	return paged(d.Title(source.Office), d.Wording(), d.Unit(), columns, rows, false), err
}

// paged parts rows, each with its id before its cells, among slides.
func paged(title, wording, unit string, columns []paper.Column, rows [][]string, open bool) Drill {
	var d Drill
	title = fmt.Sprintf("%s：%d %s", title, len(rows), unit)
	for start := 0; start == 0 || start < len(rows); start += paper.RowsOnSlide {
		table := &paper.Table{Columns: columns}
		var ids []string
		for i, row := range rows[start:min(start+paper.RowsOnSlide, len(rows))] {
			table.Rows = append(table.Rows, paper.Cells(append([]string{fmt.Sprint(start + i + 1)}, row[1:]...)...))
			ids = append(ids, row[0])
		}
		d.Slides = append(d.Slides, paper.Slide{Section: "名单", Title: title, Table: table, Note: wording})
		if open {
			d.Rows = append(d.Rows, ids)
		}
	}
	return d
}

// DrillCadre shows a cadre's growth file as slides.
func DrillCadre(ctx context.Context, source figure.Source, id string, at data.Month) (Drill, error) {
	lines, err := storyAt(ctx, source, data.CadreKind, id, at)
	if err != nil {
		return Drill{}, err
	}
	name, intro, err := growthHead(ctx, source, data.CadreKind, id, at)
	if err != nil {
		return Drill{}, err
	}
	return paged(name+"成长档案", intro, "条", storyColumns, storyRows(lines), false), nil
}

// storyColumns are the columns of a timeline.
var storyColumns = []paper.Column{
	{Title: "序号", Share: 6}, {Title: "年月", Share: 20}, {Title: "事项", Share: 56, Align: paper.Left}, {Title: "来源", Share: 18},
}

// storyRows are the lines of a timeline, for paged.
func storyRows(lines []criteria.Line) [][]string {
	var rows [][]string
	for _, l := range lines {
		rows = append(rows, []string{"", growthMonth(l), l.Text, l.Kind.Label})
	}
	return rows
}

// teamColumns are the columns of a team's members.
var teamColumns = []paper.Column{
	{Title: "序号", Share: 6},
	{Title: "职位", Share: 30, Align: paper.Left},
	{Title: "姓名", Share: 12, Align: paper.Left},
	{Title: "出生年月", Share: 13},
	{Title: "年龄", Share: 8},
	{Title: "学历", Share: 18, Align: paper.Left},
	{Title: "任现职时间", Share: 13},
}

// DrillTeam shows a team: its members, then the records about it.
func DrillTeam(ctx context.Context, source figure.Source, unit string, at data.Month) (Drill, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("unit"), At: at, Everyone: true}
	found, err := q.Cells(ctx, source.View, []string{unit}, "简称")
	if err != nil || found[0] == nil {
		return Drill{}, err
	}
	name := found[0][0]
	q = criteria.Query{
		Subject: criteria.SubjectNamed("holding"), At: at, Book: source.Book,
		Where: criteria.And(criteria.If("机构", criteria.Equal, name), criteria.If("班子成员", criteria.Equal, "是")),
	}
	rows, err := q.Distinct(ctx, source.View, "职位", "姓名", "出生年月", "年龄", "学历", "任现职时间")
	if err != nil {
		return Drill{}, err
	}
	d := paged(name+"班子", "班子成员，时点 "+source.Month(at), "人", teamColumns, rows, true)
	lines, err := storyAt(ctx, source, data.UnitKind, unit, at)
	if err != nil {
		return Drill{}, err
	}
	story := paged(name+"工作记录", "", "条", storyColumns, storyRows(lines), false)
	d.Slides = append(d.Slides, story.Slides...)
	return d, nil
}
