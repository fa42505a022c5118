package roster

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit/grid"
	"huoshui/data/criteria"
)

// column is one column of the roster: a field of the subject 干部.
type column struct {
	field  string  // key of the field that is shown
	title  string  // shorter than the field's label where that saves room
	width  float32 // at the text size of the program
	sort   string  // field to sort by, where the shown text sorts badly
	right  bool    // months and numbers end at one line
	hidden bool    // until the user asks for it
	fills  bool    // takes the width that is left
}

// natural is the field of the order of the trade: by unit, by post, by name.
const natural = "order"

// columns stand in the order in which a roster is read aloud.
var columns = []column{
	{field: "name", title: "姓名", width: 82},
	{field: "sex", title: "性别", width: 58},
	{field: "title", title: "现任职务", width: 190, sort: natural, fills: true},
	{field: "birth", title: "出生年月", width: 92, right: true},
	{field: "age", title: "年龄", width: 60, right: true},
	{field: "education", title: "学历", width: 126, sort: "schooling"},
	{field: "level", title: "职务层次", width: 100},
	{field: "post_since", title: "任现职", width: 86, right: true},
	{field: "unit", title: "机构", width: 150, sort: natural, hidden: true},
	{field: "nation", title: "民族", width: 84, hidden: true},
	{field: "native_place", title: "籍贯", width: 110, hidden: true},
	{field: "politics", title: "政治面貌", width: 100, hidden: true},
	{field: "party_joined", title: "入党时间", width: 96, right: true, hidden: true},
	{field: "work_start", title: "参加工作时间", width: 124, right: true, hidden: true},
	{field: "degree", title: "学位层次", width: 96, hidden: true},
	{field: "full_school", title: "全日制院校系及专业", width: 190, hidden: true},
	{field: "pro_title", title: "专业技术职务", width: 126, hidden: true},
	{field: "level_since", title: "任现层次时间", width: 124, right: true, hidden: true},
	{field: "rank", title: "正副职", width: 80, hidden: true},
	{field: "managed", title: "管理权限", width: 100, hidden: true},
	{field: "in_reserve", title: "在储备库", width: 92, hidden: true},
	{field: "selected", title: "选调生", width: 80, hidden: true},
	{field: "health", title: "健康状况", width: 96, hidden: true},
	{field: "id_number", title: "身份证号", width: 180, hidden: true},
}

// fields lists what a row is read with, in the order of the columns.
func fields() []string {
	keys := make([]string, len(columns))
	for i, c := range columns {
		keys[i] = c.field
	}
	return keys
}

// order turns a click on a header into the order of the question. Equals stand
// in the order of the trade.
func order(field string, descending bool) []criteria.Order {
	by := field
	for _, c := range columns {
		if c.field == field && c.sort != "" {
			by = c.sort
		}
	}
	first := criteria.Order{Field: by, Descending: descending}
	if by == natural {
		return []criteria.Order{first}
	}
	return []criteria.Order{first, {Field: natural}}
}

// gridColumns describes the columns to the grid.
func gridColumns() []grid.Column {
	list := make([]grid.Column, len(columns))
	for i, c := range columns {
		list[i] = grid.Column{ID: c.field, Title: c.title, Width: c.width, Hidden: c.hidden, Flexible: c.fills}
		if c.right {
			list[i].Align = fyne.TextAlignTrailing
		}
	}
	return list
}
