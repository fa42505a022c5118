package report

import (
	"context"
	"fmt"

	"huoshui/data/paper"
)

// The layouts of the photo roster (照片名册).
const (
	PhotosOne  = "每行一人"
	PhotosFour = "每行四人"
)

var photoColumns = []column{
	{Column: paper.Column{Title: "序号", Share: 22}},
	{Column: paper.Column{Title: "照片", Share: 60}, photo: true},
	columnName,
	columnSex,
	columnNation,
	columnNative,
	told("出生年月\n（年龄）", 56, paper.Center, (*person).bornAged),
	columnParty,
	columnWork,
	told("学历学位", 56, paper.Left, func(p *person) string {
		return joined("\n", joined(" ", p.FullEdu, p.FullDegree), joined(" ", p.PartEdu, p.PartDegree))
	}),
	columnPost,
	columnSince,
}

// bornAged is the month of birth with the age below it, as forms print it.
func (p *person) bornAged() string {
	if p.Birth == 0 {
		return ""
	}
	return p.Birth.String() + "\n（" + p.age() + "岁）"
}

func buildPhotos(ctx context.Context, o Order) (*paper.Paper, error) {
	people, err := o.cadres(ctx)
	if err == nil {
		err = o.photos(ctx, people)
	}
	if err != nil {
		return nil, err
	}
	p := o.paper("干部照片名册", o.subtitle(len(people)))
	switch orElse(o.Option, PhotosOne) {
	case PhotosOne:
		p.Page = lyingList
		p.Add(listing(photoColumns, people))
	case PhotosFour:
		p.Add(fourInRow(people))
	default:
		return nil, noOption(o.Option)
	}
	return p, nil
}

// fourInRow sets people side by side, each with what tells them apart.
func fourInRow(people []*person) paper.Table {
	const across = 4
	table := paper.Table{Columns: make([]paper.Column, across)}
	for i, p := range people {
		if i%across == 0 {
			table.Rows = append(table.Rows, paper.Row{})
		}
		row := &table.Rows[len(table.Rows)-1]
		born := ""
		if p.Birth != 0 {
			born = fmt.Sprintf("%s（%s岁）", p.Birth, p.age())
		}
		row.Cells = append(row.Cells, paper.Span{Photo: p.photo, Text: joined("\n", p.Name, born, p.facts["现任职务"])})
	}
	return table
}
