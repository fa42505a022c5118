package report

import (
	"context"
	"slices"

	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// The layouts of the roster: the usual order of columns, and the one that goes
// on from birth and tells titles and ranks.
const (
	RosterUsual  = "常用列序"
	RosterTitles = "含职称列序"
)

// field is a column that tells a fact of a person as it stands.
func field(title string, share float64, align paper.Align, label string) column {
	return told(title, share, align, func(p *person) string { return p.facts[label] })
}

// told is a column that tells what a function says of a person.
func told(title string, share float64, align paper.Align, tell func(*person) string) column {
	return column{Column: paper.Column{Title: title, Share: share, Align: align}, tell: tell}
}

// grouped puts columns under one title.
func grouped(group string, columns ...column) []column {
	for i := range columns {
		columns[i].Group = group
	}
	return columns
}

// The columns rosters share; their widths are about points of small print.
var (
	columnName    = told("姓名", 39, paper.Center, func(p *person) string { return p.Name })
	columnPost    = field("现任职务", 104, paper.Left, "现任职务")
	columnSex     = told("性别", 18, paper.Center, (*person).sex)
	columnNation  = told("民族", 28, paper.Center, func(p *person) string { return p.Nation })
	columnNative  = told("籍贯", 47, paper.Center, func(p *person) string { return p.NativePlace })
	columnBirth   = told("出生年月", 46, paper.Center, func(p *person) string { return long(p.Birth) })
	columnWork    = told("参加工作时间", 46, paper.Center, func(p *person) string { return long(p.WorkStart) })
	columnParty   = told("入党时间", 46, paper.Center, func(p *person) string { return p.party(long) })
	columnSince   = field("任现职时间", 46, paper.Center, "任现职时间")
	columnLevel   = field("任现职务层次时间", 46, paper.Center, "任现层次时间")
	columnGrade   = field("任现职级时间", 46, paper.Center, "任现职级时间")
	columnRemarks = told("备注", 24, paper.Left, func(*person) string { return "" })
	columnsFull   = grouped("全日制教育",
		told("学历学位", 36, paper.Left, func(p *person) string { return joined(" ", p.FullEdu, p.FullDegree) }),
		told("毕业院校及专业", 67, paper.Left, func(p *person) string { return schoolOf(p.FullSchool, p.FullSchool2) }))
	columnsPart = grouped("在职教育",
		told("学历学位", 36, paper.Left, func(p *person) string { return joined(" ", p.PartEdu, p.PartDegree) }),
		told("毕业院校及专业", 67, paper.Left, func(p *person) string { return schoolOf(p.PartSchool, p.PartSchool2) }))
)

// rosterColumns are the columns of the cadre roster (干部名册) by layout.
var rosterColumns = map[string][]column{
	RosterUsual: slices.Concat(
		[]column{columnName, columnPost, columnSex, columnNation, columnNative}, columnsFull, columnsPart,
		[]column{columnBirth, columnWork, columnParty, columnSince, columnLevel, columnRemarks},
	),
	RosterTitles: slices.Concat(
		[]column{columnName, columnPost, columnSex, columnNation, columnBirth, columnNative, columnWork, columnParty}, columnsFull, columnsPart,
		[]column{
			told("职称", 31, paper.Center, func(p *person) string { return p.ProTitle }),
			columnSince, columnLevel, columnGrade, columnRemarks,
		},
	),
}

func buildRoster(ctx context.Context, o Order) (*paper.Paper, error) {
	columns, ok := rosterColumns[orElse(o.Option, RosterUsual)]
	if !ok {
		return nil, noOption(o.Option)
	}
	people, err := o.byUnits(ctx)
	if err != nil {
		return nil, err
	}
	p := o.paper("干部名册", o.subtitle(len(people)))
	p.Page = lyingList
	p.Add(byUnit(columns, people))
	return p, nil
}

// byUnit is a list of people with the name of each unit above its own.
func byUnit(columns []column, people []*person) paper.Table {
	table := listing(columns, nil)
	band := ""
	for i, p := range people {
		if unit := p.facts["机构"]; i == 0 || unit != band {
			band = unit
			table.Rows = append(table.Rows, paper.Band(orElse(unit, "未明确机构")))
		}
		table.Rows = append(table.Rows, listed(columns, p, i+1))
	}
	return table
}

// Roster builds the cadre roster of the people that a query finds, by unit, in
// the order of units and posts.
func Roster(ctx context.Context, source figure.Source, q criteria.Query) (*paper.Paper, error) {
	ids, err := q.People(ctx, source.View, criteria.Order{Field: "order"})
	if err != nil {
		return nil, err
	}
	return buildRoster(ctx, Order{Source: source, At: q.At, IDs: orNone(ids)})
}
