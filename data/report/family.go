package report

import (
	"context"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// buildFamily builds the sheets by which family members are collected
// (家庭成员信息采集表), one for each cadre, with what is on record and room for
// what is not.
func buildFamily(ctx context.Context, o Order) (*paper.Paper, error) {
	people, err := o.cadres(ctx)
	if err != nil {
		return nil, err
	}
	p := o.paper("干部家庭成员信息采集表", o.subtitle(len(people)))
	p.Page = lyingList
	ids := make([]string, len(people))
	for i, one := range people {
		ids[i] = one.ID
	}
	found, err := store.Find[data.Family](ctx, o.Source.View, store.Where("cadre", ids))
	if err != nil {
		return nil, err
	}
	members := map[data.Ref][]*data.Family{}
	for _, m := range found {
		members[m.Cadre] = append(members[m.Cadre], m)
	}
	for i, one := range people {
		if i > 0 {
			p.Add(paper.PageBreak{})
		}
		p.Add(familySheet(one, one.known.Family(members[data.Ref(one.ID)])))
	}
	if len(people) > 0 {
		p.Add(remark("本表由干部本人核填；空白处据实补充，没有的填“无”。"))
	}
	return p, nil
}

func familySheet(p *person, members []*data.Family) paper.Table {
	table := paper.Table{
		Caption: joined("　", "姓名："+p.Name, "单位及职务："+p.facts["现任职务"]),
		Columns: []paper.Column{
			{Title: "类别", Share: 7},
			{Title: "称谓", Share: 7},
			{Title: "姓名", Share: 9},
			{Title: "出生年月", Share: 10},
			{Title: "政治面貌", Share: 10},
			{Title: "工作单位及职务", Share: 30, Align: paper.Left},
			{Title: "身份证号", Share: 18},
			{Title: "籍贯", Share: 9},
			{Title: "居住地", Share: 9},
			{Title: "国籍", Share: 7},
			{Title: "民族", Share: 7},
			{Title: "人员身份", Share: 9},
			{Title: "人员现状", Share: 9},
		},
	}
	const room = 8 // lines on a sheet, at least two of them empty
	for _, m := range members {
		state := ""
		if dead(m) {
			state = "已去世"
		}
		table.Rows = append(table.Rows, paper.Cells(relationClass(m.Relation), m.Relation, m.Name, long(m.Birth), m.Politics, m.Post,
			"", "", "", "", "", "", state))
	}
	for i := 0; i < 2 || len(table.Rows) < room; i++ {
		table.Rows = append(table.Rows, paper.Row{})
	}
	return table
}

// relationClass is the class of a relation, by which the sheet is ordered.
func relationClass(relation string) string {
	switch relation {
	case "丈夫", "妻子":
		return "配偶"
	case "父亲", "母亲", "继父", "继母", "养父", "养母":
		return "父母"
	case "":
		return ""
	}
	for _, child := range []string{"儿子", "女儿", "长子", "次子", "三子", "四子", "五子", "养子", "继子", "长女", "次女", "三女", "四女", "五女", "养女", "继女"} {
		if relation == child {
			return "子女"
		}
	}
	return "其他"
}
