package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/exchange"
)

// line is a title without a post, with the post that the import could create
// for it.
type line struct {
	exchange.Unsettled
	exchange.Suggestion
	on bool // to be made
}

// unsettled lists the titles to settle, unit by unit; first those that name
// none, because they need a person's eye. What the user made of a suggestion
// stays until the next import.
func (m *model) unsettled() []*line {
	var all []*line
	for _, u := range m.proposal.Unsettled() {
		l := m.lines[u.Title]
		if l == nil {
			l = &line{}
			l.Suggestion, l.on = m.proposal.Suggest(u.Title)
			m.lines[u.Title] = l
		}
		l.Unsettled = u
		all = append(all, l)
	}
	slices.SortStableFunc(all, func(a, b *line) int {
		x, y := &a.Suggestion, &b.Suggestion
		return cmp.Or(cmp.Compare(x.Unit.Kind, y.Unit.Kind), cmp.Compare(x.Unit.Short, y.Unit.Short),
			cmp.Compare(x.Post.Sort, y.Post.Sort), cmp.Compare(a.Title, b.Title))
	})
	return all
}

// marked counts the titles for which a post is to be made.
func (m *model) marked() int {
	n := 0
	for _, l := range m.unsettled() {
		if l.on {
			n++
		}
	}
	return n
}

// mark says for which titles posts are to be made. A title that names no unit
// needs one first.
func (m *model) mark(lines []*line, on bool) {
	for _, l := range lines {
		l.on = on && l.Suggestion.Unit.Short != ""
	}
	m.show(m.tab)
}

// settle says which post on record a title means.
func (m *model) settle(title, postID string) {
	m.proposal.Settle(title, postID)
	m.show(m.tab)
}

// changeLine takes over what the user made of a suggestion.
func (m *model) changeLine(l *line, s exchange.Suggestion) {
	l.Suggestion, l.on = s, true
	m.show(m.tab)
}

// create settles the marked titles to posts that the import will make.
func (m *model) create() {
	for _, l := range m.unsettled() {
		if !l.on {
			continue
		}
		if err := m.proposal.Create(l.Title, l.Suggestion); err != nil {
			m.desk.Shell.Fail(data.Refuse("“"+l.Title+"”："+data.Sentence(err), err))
			break
		}
	}
	m.show(m.tab)
}

// unsettle forgets what was settled and what is to be made.
func (m *model) unsettle() {
	m.proposal.Unsettle()
	clear(m.lines)
	m.show(tabUnsettled)
}

func lineColumns() []grid.Column {
	return []grid.Column{
		{ID: "on", Title: "新建", Width: 50, Unsorted: true},
		{ID: "title", Title: "文件中的现任职务", Width: 182, Flexible: true, Unsorted: true},
		{ID: "unit", Title: "机构", Width: 120, Flexible: true, Unsorted: true},
		{ID: "kind", Title: "类别", Width: 82, Unsorted: true},
		{ID: "post", Title: "职位", Width: 132, Flexible: true, Unsorted: true},
		{ID: "level", Title: "职务层次", Width: 98, Unsorted: true},
		{ID: "rank", Title: "正副职", Width: 80, Unsorted: true},
		{ID: "team", Title: "班子", Width: 50, Unsorted: true},
		{ID: "people", Title: "人数", Width: 50, Align: fyne.TextAlignTrailing, Unsorted: true},
	}
}

func (l *line) cells() []string {
	return []string{
		tick(l.on), l.Title, l.unitText(), text(data.UnitKind, "kind", &l.Suggestion.Unit), l.Post.Name,
		text(data.PostKind, "level", &l.Post), text(data.PostKind, "rank", &l.Post), tick(l.Post.Team), strconv.Itoa(len(l.People)),
	}
}

// unitText names the unit, with a plus sign before a new one.
func (l *line) unitText() string {
	unit := &l.Suggestion.Unit
	switch {
	case unit.Short == "":
		return "（没有认出）"
	case unit.ID == "":
		return "＋ " + unit.Short
	}
	return unit.Short
}

func tick(on bool) string {
	if on {
		return "✓"
	}
	return ""
}

func text(kind *data.Kind, key string, record any) string { return kind.Field(key).Text(record) }

// facts tell a suggestion field by field, label and text in turn.
func (l *line) facts() [][2]string {
	unit := &l.Suggestion.Unit
	facts := [][2]string{{"机构", unit.Short}}
	if unit.ID == "" && unit.Short != "" {
		facts = [][2]string{{"新机构", unit.Short}, {"全称", unit.Name}}
	}
	facts = append(facts, [2]string{"类别", text(data.UnitKind, "kind", unit)})
	for _, key := range []string{"name", "level", "rank", "managed", "duty", "approved"} {
		facts = append(facts, [2]string{data.PostKind.Field(key).Label, text(data.PostKind, key, &l.Post)})
	}
	var marks []string
	if l.Post.Team {
		marks = append(marks, "班子成员")
	}
	if l.Post.Key {
		marks = append(marks, "关键岗位")
	}
	return append(facts, [2]string{"计入", strings.Join(marks, "、")})
}
