package unit

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit/grid"
	"huoshui/data"
)

func unitColumns() []grid.Column {
	return []grid.Column{
		{ID: "unit", Title: "机构", Width: 168, Flexible: true, Unsorted: true},
		{ID: "kind", Title: "类别", Width: 82, Unsorted: true},
		{ID: "filled", Title: "实配/核定", Width: 104, Align: fyne.TextAlignTrailing, Unsorted: true},
	}
}

// indent sets a unit off from the one it belongs to.
const indent = "　"

func (b *branch) cells() []string {
	kind := data.UnitKind.Field("kind").Text(b.Unit)
	if b.Kind == data.UnitFolder {
		kind = ""
	}
	numbers := ""
	if b.approved+b.filled > 0 {
		numbers = fmt.Sprintf("%d/%d", b.filled, b.approved)
	}
	return []string{strings.Repeat(indent, b.depth) + b.Short, kind, numbers}
}

// Columns of posts by key of the field where it is one.
const (
	columnHolders = "holders"
	columnFilled  = "filled"
	columnVacant  = "vacant"
)

func postColumns() []grid.Column {
	number := func(id, title string) grid.Column {
		return grid.Column{ID: id, Title: title, Width: 50, Align: fyne.TextAlignTrailing, Unsorted: true}
	}
	return []grid.Column{
		{ID: "name", Title: "职位名称", Width: 142, Flexible: true, Unsorted: true},
		{ID: "level", Title: "职务层次", Width: 96, Unsorted: true},
		{ID: "rank", Title: "正副职", Width: 66, Unsorted: true, Hidden: true},
		{ID: "managed", Title: "管理", Width: 50, Unsorted: true},
		{ID: "team", Title: "班子", Width: 50, Unsorted: true},
		{ID: "key", Title: "关键", Width: 50, Unsorted: true},
		{ID: "duty", Title: "岗位类别", Width: 96, Unsorted: true},
		number("approved", "核定"), number(columnFilled, "实配"), number(columnVacant, "空缺"),
		{ID: columnHolders, Title: "在任", Width: 92, Flexible: true, Unsorted: true},
	}
}

func (s *seat) cells() []string {
	text := func(key string) string { return data.PostKind.Field(key).Text(s.Post) }
	return []string{
		s.Name, text("level"), strings.TrimSuffix(text("rank"), "成员"), strings.TrimSuffix(text("managed"), "管理"),
		tick(s.Team), tick(s.Key), s.Duty, strconv.Itoa(s.approved), strconv.Itoa(s.filled), nonzero(s.vacant), s.names(),
	}
}

func (s *seat) names() string {
	var names []string
	for _, h := range s.holders {
		names = append(names, h.name+h.side)
	}
	return strings.Join(names, "、")
}

func tick(on bool) string {
	if on {
		return "✓"
	}
	return ""
}

func nonzero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
