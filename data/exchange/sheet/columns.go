// Package sheet writes records of any kind to .xlsx tables and reads them
// back. It uses only the description of the kind: columns may be in any order,
// references are names, and the user sees what would change before it is
// written. A block pasted from a spreadsheet is read the same way.
package sheet

import (
	"strings"
	"unicode"

	"huoshui/data"
)

// role is what a column says of a record.
type role int

const (
	roleField  role = iota // the value of a field
	roleNumber             // the record's own ID, to find it again
	rolePerson             // the ID number of the cadre a field refers to
	roleSaid               // what a roster says of a person and no field of a cadre holds
	roleNone               // nothing we know
)

// Column is one column of a table of records.
type Column struct {
	Title string
	Field *data.Field // of the record; nil for its own number
	role  role
	says  Says
}

// numberTitle heads the column of the records' own IDs.
const numberTitle = "编号"

// Columns are the columns of the tables of a kind: its fields as described;
// behind a reference to a cadre the ID number, because names are not unique;
// and the number of the record.
func Columns(kind *data.Kind) []Column {
	var list []Column
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if f.Hidden() || f.Type == data.TypeBlob {
			continue
		}
		list = append(list, Column{Title: f.Label, Field: f})
		if f.Type == data.TypeRef && f.Kind == data.CadreKind.Name {
			list = append(list, Column{Title: data.CadreKind.Field("id_number").Label, Field: f, role: rolePerson})
		}
	}
	return append(list, Column{Title: numberTitle, role: roleNumber})
}

// Key names a column for code that arranges columns itself.
func (c Column) Key() string {
	switch c.role {
	case roleNumber:
		return "id"
	case rolePerson:
		return c.Field.Key + ".id_number"
	case roleSaid:
		return string(c.says)
	case roleNone:
		return ""
	}
	return c.Field.Key
}

// aliases are other words for a label, as rosters and the forms of the trade
// write them.
var aliases = map[string]string{
	"名字": "姓名", "干部姓名": "姓名", "出生日期": "出生年月", "出生时间": "出生年月", "出生": "出生年月",
	"身份证": "身份证号", "身份证号码": "身份证号", "公民身份号码": "身份证号", "公民身份证号": "身份证号",
	"入党年月": "入党时间", "入党日期": "入党时间", "加入中共时间": "入党时间",
	"工作时间": "参加工作时间", "参加工作年月": "参加工作时间", "参加工作日期": "参加工作时间", "参工时间": "参加工作时间",
	"全日制教育学历": "全日制学历", "在职教育学历": "在职学历", "全日制教育学位": "全日制学位", "在职教育学位": "在职学位",
	"全日制毕业院校系及专业": "全日制学历院校系及专业", "在职毕业院校系及专业": "在职学历院校系及专业",
	"全日制教育毕业院校系及专业": "全日制学历院校系及专业", "在职教育毕业院校系及专业": "在职学历院校系及专业",
	"全日制教育毕业院校及专业": "全日制学历院校系及专业", "在职教育毕业院校及专业": "在职学历院校系及专业",
	"专业技术职称": "专业技术职务", "职称": "专业技术职务", "专长": "熟悉专业有何专长", "健康": "健康状况",
	"单位": "机构", "单位名称": "机构", "任职时间": "任职年月", "免职时间": "免职年月", "记录编号": "编号", "id": "编号",
	"开始时间": "起", "起始年月": "起", "开始年月": "起", "结束时间": "止", "终止年月": "止", "结束年月": "止",
	"时间": "日期", "年份": "年度", "备注": "说明",
}

// plain is a heading without what does not tell headings apart: blanks, stars,
// remarks in brackets, line breaks.
func plain(title string) string {
	title = strings.NewReplacer("（", "(", "）", ")", "﹡", "*", "＊", "*").Replace(title)
	if open := strings.LastIndex(title, "("); open > 0 && strings.HasSuffix(strings.TrimSpace(title), ")") {
		title = title[:open]
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' || r == ':' || r == '：' {
			return -1
		}
		return r
	}, title))
}

// headings finds columns by their titles.
type headings map[string]Column

func newHeadings(kind *data.Kind) headings {
	h := headings{}
	for _, c := range Columns(kind) {
		for _, name := range []string{plain(c.Title), whole(c.Title)} {
			h.another(name, c)
		}
	}
	for _, c := range Columns(kind) { // a table about people calls them by 姓名
		if c.role == roleField && c.Field.Type == data.TypeRef && c.Field.Kind == data.CadreKind.Name {
			h.another(data.CadreKind.Title().Label, c)
		}
	}
	return h
}

// another lets a column be headed by another title, unless that is taken.
func (h headings) another(title string, c Column) {
	if _, taken := h[title]; !taken {
		h[title] = c
	}
}

// whole is a heading with its brackets, which are part of some labels:
// 党委（党组）.
func whole(title string) string { return plain(title + "()") }

// find is the column a title heads.
func (h headings) find(title string) (Column, bool) {
	for _, name := range []string{whole(title), plain(title)} {
		if c, ok := h[name]; ok {
			return c, true
		}
		if c, ok := h[plain(aliases[name])]; ok && aliases[name] != "" {
			return c, true
		}
	}
	return Column{}, false
}

// read takes a row for a heading; known is how many of its titles have columns.
func (h headings) read(row []string) (columns []Column, unknown []string, known int) {
	seen := map[string]bool{}
	for _, title := range row {
		c, ok := h.find(title)
		switch {
		case ok && !seen[c.Key()]:
			seen[c.Key()] = true
			known++
		case strings.TrimSpace(title) != "":
			unknown = append(unknown, strings.TrimSpace(title))
			fallthrough
		default:
			c = Column{Title: strings.TrimSpace(title), role: roleNone}
		}
		c.Title = strings.TrimSpace(title)
		columns = append(columns, c)
	}
	return columns, unknown, known
}
