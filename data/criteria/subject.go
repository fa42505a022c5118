package criteria

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// Subject is what a criterion is about: persons on file, holdings of a post,
// memberships of the reserve … Its rows are those that exist at the as-of
// month or, for things that happen, within the period that ends with it.
type Subject struct {
	Name    string // on the command line
	Label   string // Chinese name
	Counter string // 人, 个, 次
	Fields  []Field

	from string // FROM clause with :at and :from
	base string // condition for a row to exist
	id   string // what tells rows apart
	who  string // the cadre's ID; empty when rows are not about persons
	own  []string
}

// Field is what a subject can be asked for.
type Field struct {
	data.Field
	// Known names the field that tells how much of this number stands on records
	// of single people, where the rest is only known as a number; empty where
	// there is no such difference.
	Known string

	sql string // expression with :at and :from
}

// Field finds a field by label or key; nil when the subject lacks it.
func (s *Subject) Field(name string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Label == name || s.Fields[i].Key == name {
			return &s.Fields[i]
		}
	}
	return nil
}

// PeopleColumns are the fields that tell people apart in a list.
func PeopleColumns() []string {
	return []string{"姓名", "机构", "职位", "出生年月", "年龄"}
}

// Columns are the fields that tell rows apart in a list: what is written in the
// record itself or, where rows are more than one kind of record, who it is.
func (s *Subject) Columns() []string {
	switch {
	case s.own != nil:
		return s.own
	case s.Personal():
		return PeopleColumns()
	}
	return labels(s.Fields)
}

func labels(fields []Field) []string {
	list := make([]string, len(fields))
	for i := range fields {
		list[i] = fields[i].Label
	}
	return list
}

// Personal reports whether each row is about a cadre.
func (s *Subject) Personal() bool { return s.who != "" }

// Happens reports a subject of things that happen within a period, as against
// states that hold at a month.
func (s *Subject) Happens() bool { return strings.Contains(s.base, ":from") }

var subjects = slices.Concat(special, views(), plainSubjects())

// Subjects lists all subjects.
func Subjects() []*Subject { return subjects }

// SubjectNamed finds a subject by name or label; nil when there is none.
func SubjectNamed(name string) *Subject {
	for _, s := range subjects {
		if s.Name == name || s.Label == name {
			return s
		}
	}
	return nil
}

// active is the condition that the fact in a table's row holds at the as-of
// month: it has begun, and has not ended by then.
func active(alias string) string {
	return fmt.Sprintf("(%[1]s.since <= :at AND (%[1]s.until = 0 OR %[1]s.until > :at))", alias)
}

// within is the condition that a month falls in the period.
func within(column string) string {
	return fmt.Sprintf("(%[1]s >= :from AND %[1]s <= :at)", column)
}

const (
	// A posting on secondment (挂职) or a part-time title (兼任) is not the post
	// by which a person is counted.
	proper = "h.how NOT IN ('5', '6')"

	// The post a person is known by at the as-of month: the main one, else the
	// one held last.
	current = ` LEFT JOIN appointment h ON h.rowid = (SELECT a.rowid FROM appointment a
		WHERE a.cadre = c.id AND a.since <= :at AND (a.until = 0 OR a.until > :at) AND a.how NOT IN ('5', '6')
		ORDER BY a.main DESC, a.since DESC, a.id LIMIT 1)
	LEFT JOIN post p ON p.id = h.post LEFT JOIN unit u ON u.id = COALESCE(h.unit, p.unit)`

	// Whoever has left holds no post and no place in the reserve, even when
	// nobody has closed the record.
	stillHere = "(c.gone = 0 OR c.gone > :at)"

	onFile = "((c.gone = 0 OR c.gone > :at) AND (c.work_start = 0 OR c.work_start <= :at))"
)

// special are the subjects that are more than one kind of record.
var special = []*Subject{
	{
		Name: "cadre", Label: "干部", Counter: "人", id: "c.id", who: "c.id",
		from: "cadre c" + current, base: onFile,
		Fields: together(personFields(), postFields()),
	},
	{
		Name: "holding", Label: "任职", Counter: "人", id: "h.id", who: "c.id",
		from:   "appointment h JOIN cadre c ON c.id = h.cadre JOIN post p ON p.id = h.post JOIN unit u ON u.id = p.unit",
		base:   active("h") + " AND " + stillHere,
		Fields: together(personFields(), postFields()),
	},
	{
		Name: "appointing", Label: "新任职", Counter: "人", id: "h.id", who: "c.id",
		from:   "appointment h JOIN cadre c ON c.id = h.cadre JOIN post p ON p.id = h.post JOIN unit u ON u.id = p.unit",
		base:   within("h.since"),
		Fields: together(personFields(), postFields()),
	},
	{
		Name: "reserve", Label: "储备", Counter: "人", id: "r.id", who: "c.id",
		from: "reserve r JOIN cadre c ON c.id = r.cadre" + current, base: active("r") + " AND " + stillHere,
		Fields: together(reserveFields(), personFields(), postFields()),
	},
	{
		Name: "entering", Label: "入库", Counter: "人", id: "r.id", who: "c.id",
		from: "reserve r JOIN cadre c ON c.id = r.cadre" + current, base: within("r.since"),
		Fields: together(reserveFields(), personFields(), postFields()),
	},
	{
		Name: "leaving", Label: "出库", Counter: "人", id: "r.id", who: "c.id",
		from: "reserve r JOIN cadre c ON c.id = r.cadre" + current, base: within("r.until"),
		Fields: together(reserveFields(), personFields(), postFields()),
	},
	{
		Name: "round", Label: "储备库调整", Counter: "次", id: "r.id",
		from: "round r", base: within("(r.held / 100)"),
		Fields: append(kindFields(data.RoundKind, "r"), recordDue(data.RoundKind)...),
	},
	{
		Name: "post", Label: "职位", Counter: "个", id: "p.id",
		from: "post p JOIN unit u ON u.id = p.unit", base: active("p"),
		Fields: seatFields(),
	},
	{
		Name: "unit", Label: "机构", Counter: "个", id: "u.id",
		from: "unit u", base: active("u"),
		Fields: slices.Concat(kindFields(data.UnitKind, "u"), recordDue(data.UnitKind), teamFields()),
	},
}

func together(lists ...[]Field) []Field {
	var all []Field
	seen := map[string]bool{}
	for _, list := range lists {
		for _, f := range list {
			if !seen[f.Label] {
				seen[f.Label] = true
				all = append(all, f)
			}
		}
	}
	return all
}

// kindFields offers the described fields of a record, all but references.
func kindFields(kind *data.Kind, alias string) []Field {
	var fields []Field
	for _, f := range kind.Fields {
		if f.Hidden() || f.Type == data.TypeRef || f.Type == data.TypeBlob {
			continue
		}
		sql := alias + "." + f.Key
		if f.Type == data.TypeMonth || f.Type == data.TypeDate || f.NoZero {
			sql = "NULLIF(" + sql + ", 0)" // not known neither meets nor fails a comparison
		}
		fields = append(fields, Field{Field: f, sql: sql})
	}
	return fields
}

func computed(key, label string, typ data.Type, list, sql string) Field {
	return Field{Field: data.Field{Key: key, Label: label, Type: typ, List: list}, sql: sql}
}

func personFields() []Field {
	list := slices.Concat(kindFields(data.CadreKind, "c"), personDue(), pastFields())
	return append(
		list,
		computed("age", "年龄", data.TypeInt, "", "((:at - NULLIF(c.birth, 0)) / 100)"),
		computed("politics", "政治面貌", data.TypeText, "politics",
			"(CASE WHEN c.party_joined > 0 AND c.party_joined <= :at THEN '中共党员' WHEN c.other_party <> '' THEN c.other_party ELSE '群众' END)"),
		computed("education", "学历", data.TypeText, "education",
			"(CASE WHEN c.full_edu = '' OR c.part_edu <> '' AND "+schooling("c.part_edu")+" < "+schooling("c.full_edu")+" THEN c.part_edu ELSE c.full_edu END)"),
		computed("schooling", "学历层次", data.TypeCode, "schooling",
			"REPLACE(MIN("+schooling("c.full_edu")+", "+schooling("c.part_edu")+"), '9', '')"),
		computed("degree", "学位层次", data.TypeText, "",
			"(CASE WHEN "+holds("博士")+" THEN '博士' WHEN "+holds("硕士")+" THEN '硕士' WHEN "+holds("学士")+" THEN '学士' ELSE '' END)"),
		computed("in_reserve", "在储备库", data.TypeBool, "",
			"EXISTS (SELECT 1 FROM reserve x WHERE x.cadre = c.id AND "+active("x")+")"),
		computed("grade_rank", "职级", data.TypeCode, "grade_rank", gradeRank("grade")),
		computed("grade_since", "任现职级时间", data.TypeMonth, "", gradeRank("since")),
		computed("grassroots", "基层任职月数", data.TypeInt, "", grassroots),
		computed("has_resume", "有简历", data.TypeBool, "", "EXISTS (SELECT 1 FROM resume x WHERE x.cadre = c.id)"),
		computed("pinyin", "拼音", data.TypeText, "", "REPLACE(c.pinyin, ' ', '')"),
		computed("initials", "拼音首字母", data.TypeText, "", "c.initials"),
	)
}

// gradeRank is a column of the rank in grade (职级) somebody has at the month: of
// the last promotion up to then.
func gradeRank(column string) string {
	return "(SELECT g." + column + " FROM promotion g WHERE g.cadre = c.id AND g.since <= :at ORDER BY g.since DESC, g.grade LIMIT 1)"
}

// grassroots counts the months somebody has served in townships, in office or
// sent to a village. Earlier work that stands in the résumé alone is not counted.
var grassroots = fmt.Sprintf(`(SELECT COALESCE(SUM(months), 0) FROM (
	SELECT %[1]s AS months FROM appointment b JOIN unit v ON v.id = b.unit
		WHERE b.cadre = c.id AND v.kind IN ('31', '32', '33') AND b.how <> '6' AND b.since > 0 AND b.since <= :at
	UNION ALL
	SELECT %[1]s FROM sent b WHERE b.cadre = c.id AND b.kind = '1' AND b.since <= :at))`,
	"("+monthIndex("CASE WHEN b.until = 0 OR b.until > :at THEN :at ELSE b.until END")+" - "+monthIndex("b.since")+")")

// schooling is the class of an education as written: 1 研究生 … 6 初中及以下, 9
// when it is none of the list.
func schooling(column string) string {
	var b strings.Builder
	b.WriteString("(CASE " + column)
	for _, item := range data.ListNamed("education").Items {
		fmt.Fprintf(&b, " WHEN '%s' THEN '%s'", item.Label, item.Group)
	}
	b.WriteString(" ELSE '9' END)")
	return b.String()
}

func holds(degree string) string {
	return fmt.Sprintf("(c.full_degree LIKE '%%%[1]s' OR c.part_degree LIKE '%%%[1]s')", degree)
}

func postFields() []Field {
	levelSince := `(SELECT MIN(a.since) FROM appointment a JOIN post q ON q.id = a.post
			WHERE a.cadre = c.id AND q.level = p.level AND a.since <= :at AND a.since > 0)`
	return append(
		postDue(),
		computed("level_months", "任现层次月数", data.TypeInt, "", "-"+until(levelSince)),
		computed("title", "现任职务", data.TypeText, "", `COALESCE((SELECT GROUP_CONCAT(t.title, '、') FROM
			(SELECT a.title FROM appointment a WHERE a.cadre = c.id AND `+active("a")+` ORDER BY a.main DESC, a.since, a.id) t), '')`),
		computed("post", "职位", data.TypeText, "", "COALESCE(p.name, h.title, '')"),
		computed("unit", "机构", data.TypeText, "", "COALESCE(u.short, '')"),
		computed("unit_kind", "机构类别", data.TypeCode, "unit_kind", "COALESCE(u.kind, '')"),
		computed("level", "职务层次", data.TypeCode, "level", "COALESCE(p.level, '')"),
		computed("rank", "正副职", data.TypeCode, "rank", "COALESCE(p.rank, '')"),
		computed("managed", "管理权限", data.TypeCode, "managed", "COALESCE(p.managed, '')"),
		computed("team", "班子成员", data.TypeBool, "", "COALESCE(p.team, 0)"),
		computed("key_post", "关键岗位", data.TypeBool, "", "COALESCE(p.key, 0)"),
		computed("duty", "岗位类别", data.TypeText, "", "COALESCE(p.duty, '')"),
		computed("how", "任职方式", data.TypeCode, "how", "COALESCE(h.how, '')"),
		computed("term", "换届", data.TypeBool, "", "COALESCE(h.term, 0)"),
		computed("post_since", "任现职时间", data.TypeMonth, "", "NULLIF(h.since, 0)"),
		computed("age_then", "任职时年龄", data.TypeInt, "", "((NULLIF(h.since, 0) - NULLIF(c.birth, 0)) / 100)"),
		computed("before_period", "时段前已任职", data.TypeBool, "", "(h.since < :from)"),
		computed("level_since", "任现层次时间", data.TypeMonth, "", levelSince),
		computed("order", "机构排序", data.TypeText, "",
			"PRINTF('%06d%06d%s', COALESCE(u.sort, 999999), COALESCE(p.sort, 999999), c.pinyin)"),
	)
}

func reserveFields() []Field { return kindFields(data.ReserveKind, "r") }

func seatFields() []Field {
	filled := "(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND " + proper + " AND " + active("h") + ")"
	return append(kindFields(data.PostKind, "p"),
		computed("unit", "机构", data.TypeText, "", "u.short"),
		computed("unit_kind", "机构类别", data.TypeCode, "unit_kind", "u.kind"),
		computed("filled", "实配", data.TypeInt, "", filled),
		computed("vacant", "空缺", data.TypeInt, "", "MAX(0, p.approved - "+filled+")"),
		computed("vacant_months", "空缺月数", data.TypeInt, "", vacantMonths()),
	)
}
