package report

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/paper"
)

// buildReserve builds the roster of the reserve (优秀年轻干部储备库名册) by tier: who is
// in it at the month, how they were found and since when. Who is in two tiers
// stands in one.
func buildReserve(ctx context.Context, o Order) (*paper.Paper, error) {
	facts := []string{"储备层次", "发现方式", "入库年月", "入库依据"}
	q := criteria.Query{Subject: criteria.SubjectNamed("reserve"), Where: o.Where, At: o.At, Book: o.Source.Book, Only: o.IDs}
	rows, err := q.Distinct(ctx, o.Source.View, facts...)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row[0]
	}
	people, err := o.persons(ctx, ids, o.known())
	if err != nil {
		return nil, err
	}
	tiers := map[string][]*person{}
	for i, p := range people {
		for k, label := range facts {
			p.facts[label] = rows[i][k+1]
		}
		tiers[p.facts["储备层次"]] = append(tiers[p.facts["储备层次"]], p)
	}
	table := listing(reserveColumns, nil)
	for _, tier := range data.ListNamed("tier").Labels() {
		if len(tiers[tier]) == 0 {
			continue
		}
		table.Rows = append(table.Rows, paper.Band(fmt.Sprintf("%s层次（%d 人）", tier, len(tiers[tier]))))
		for i, p := range tiers[tier] {
			table.Rows = append(table.Rows, listed(reserveColumns, p, i+1))
		}
	}
	p := o.paper("优秀年轻干部储备库名册", o.subtitle(len(people)))
	p.Page = lyingList
	p.Add(table)
	return p, nil
}

var reserveColumns = []column{
	{Column: paper.Column{Title: "序号", Share: 20}},
	columnName, columnSex,
	columnBirth,
	told("年龄", 22, paper.Center, (*person).age),
	columnNation, columnParty,
	field("学历", 34, paper.Center, "学历"),
	told("毕业院校及专业", 80, paper.Left, (*person).school),
	columnPost, columnLevel,
	field("发现方式", 34, paper.Center, "发现方式"),
	field("入库年月", 46, paper.Center, "入库年月"),
	field("入库依据", 84, paper.Left, "入库依据"),
}

// school is where the highest education is from.
func (p *person) school() string {
	if p.facts["学历"] == p.PartEdu && p.PartEdu != "" && p.PartEdu != p.FullEdu {
		return schoolOf(p.PartSchool, p.PartSchool2)
	}
	return schoolOf(p.FullSchool, p.FullSchool2)
}
