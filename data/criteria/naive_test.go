package criteria_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
)

// truth is what a condition says of a record: yes, no, or not known.
type truth int

const (
	no truth = iota
	unknown
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// holds is the meaning of a criterion, told without SQL.
func holds(c criteria.Criterion, of data.Cadre, book criteria.Book) truth {
	switch {
	case len(c.All) > 0:
		all := yes
		for _, part := range c.All {
			all = min(all, holds(part, of, book))
		}
		return all
	case len(c.Any) > 0:
		some := no
		for _, part := range c.Any {
			some = max(some, holds(part, of, book))
		}
		return some
	case c.Not != nil:
		return yes - holds(*c.Not, of, book)
	case c.Named != "":
		return holds(book[c.Named].Where, of, book)
	case c.Field != "":
		return meets(c, of)
	}
	return yes
}

// number and text are the fields the random criteria speak of; a number that
// is not known has ok false.
func number(field string, of data.Cadre) (n int, ok bool) {
	switch field {
	case "出生年月":
		return int(of.Birth), of.Birth != 0
	case "入党时间":
		return int(of.PartyJoined), of.PartyJoined != 0
	case "年龄":
		return month.Age(of.Birth), of.Birth != 0
	}
	panic(field)
}

func text(field string, of data.Cadre) string {
	switch field {
	case "姓名":
		return of.Name
	case "性别":
		return data.ListNamed("sex").Label(of.Sex)
	case "全日制学历":
		return of.FullEdu
	case "学历":
		return of.Education()
	case "学历层次":
		return data.ListNamed("schooling").Label(data.Code(min(class(of.FullEdu), class(of.PartEdu))))
	case "政治面貌":
		return of.Politics(month)
	case "奖惩情况":
		return string(of.Rewards)
	case "选调生":
		if of.Selected {
			return "是"
		}
		return "否"
	}
	panic(field)
}

func class(education string) string {
	if group := data.ListNamed("education").GroupOf(education); group != "" {
		return group
	}
	return "不详"
}

var numbers = map[string][]string{
	"出生年月": {"1980.01", "1985.01", "1990.01", "1990.02"},
	"入党时间": {"2010.07", "2011.01"},
	"年龄":   {"0", "35", "36", "37", "41"},
}

var texts = map[string][]string{
	"姓名":    {"王", "赵", "王一"},
	"性别":    {"男", "女"},
	"全日制学历": {"大学", "研究生", "大专", "函授"},
	"学历":    {"大学", "研究生", "大专", "中央党校大学"},
	"学历层次":  {"研究生", "大学本科", "大学专科"},
	"政治面貌":  {"中共党员", "民盟盟员", "群众"},
	"奖惩情况":  {"%", "_", "100%", "优_秀", "\\", "'", "无"},
	"选调生":   {"是", "否"},
}

func meets(c criteria.Criterion, of data.Cadre) truth {
	if _, ok := numbers[c.Field]; ok {
		return meetsNumber(c, of)
	}
	value := text(c.Field, of)
	switch c.Op {
	case criteria.Equal, criteria.In:
		return truthOf(slices.Contains(c.Values, value))
	case criteria.NotEqual, criteria.NotIn:
		return truthOf(!slices.Contains(c.Values, value))
	case criteria.Contains:
		return truthOf(strings.Contains(value, c.Values[0]))
	case criteria.NotContain:
		return truthOf(!strings.Contains(value, c.Values[0]))
	case criteria.Empty:
		return truthOf(value == "" || value == "不详")
	case criteria.NotEmpty:
		return truthOf(value != "" && value != "不详")
	}
	panic(c.Op)
}

func meetsNumber(c criteria.Criterion, of data.Cadre) truth {
	value, known := number(c.Field, of)
	if c.Op == criteria.Empty || c.Op == criteria.NotEmpty {
		return truthOf(known == (c.Op == criteria.NotEmpty))
	}
	if !known {
		return unknown
	}
	var wanted []int
	for _, v := range c.Values {
		n, _ := strconv.Atoi(strings.Replace(v, ".", "", 1))
		wanted = append(wanted, n)
	}
	in := slices.Contains(wanted, value)
	switch c.Op {
	case criteria.Equal, criteria.In:
		return truthOf(in)
	case criteria.NotEqual, criteria.NotIn:
		return truthOf(!in)
	case criteria.Less:
		return truthOf(value < wanted[0])
	case criteria.AtMost:
		return truthOf(value <= wanted[0])
	case criteria.More:
		return truthOf(value > wanted[0])
	case criteria.AtLeast:
		return truthOf(value >= wanted[0])
	}
	panic(c.Op)
}

// chance makes criteria and cadres.
type chance struct{ *rand.Rand }

func pick[T any](c chance, of []T) T { return of[c.IntN(len(of))] }

func (c chance) field(from map[string][]string) string {
	names := make([]string, 0, len(from))
	for name := range from {
		names = append(names, name)
	}
	slices.Sort(names)
	return pick(c, names)
}

func (c chance) criterion(depth int) criteria.Criterion {
	kind := c.IntN(8)
	if depth == 0 {
		kind = 4 + c.IntN(4)
	}
	switch kind {
	case 0, 1, 2:
		var parts []criteria.Criterion
		for range 2 + c.IntN(2) {
			parts = append(parts, c.criterion(depth-1))
		}
		if kind == 0 {
			return criteria.Criterion{Any: parts}
		}
		return criteria.Criterion{All: parts}
	case 3:
		inner := c.criterion(depth - 1)
		return criteria.Criterion{Not: &inner}
	case 4:
		if depth > 0 {
			return criteria.Meets(pick(c, []string{"甲", "乙", "丙"}))
		}
	}
	return c.condition()
}

func (c chance) condition() criteria.Criterion {
	from, ops := texts, []criteria.Op{criteria.Equal, criteria.NotEqual}
	if c.IntN(2) == 0 {
		from, ops = numbers, append(ops, criteria.Less, criteria.AtMost, criteria.More, criteria.AtLeast)
	}
	field := c.field(from)
	switch c.IntN(4) {
	case 0:
		return criteria.If(field, pick(c, []criteria.Op{criteria.In, criteria.NotIn}), pick(c, from[field]), pick(c, from[field]))
	case 1:
		if field != "选调生" { // always filled in
			return criteria.If(field, pick(c, []criteria.Op{criteria.Empty, criteria.NotEmpty}))
		}
	case 2:
		if field == "姓名" || field == "奖惩情况" || strings.HasSuffix(field, "学历") {
			return criteria.If(field, pick(c, []criteria.Op{criteria.Contains, criteria.NotContain}), pick(c, from[field]))
		}
	}
	return criteria.If(field, pick(c, ops), pick(c, from[field]))
}

// cadre makes somebody on or beside every edge the conditions speak of; each
// field may be empty.
func (c chance) cadre(i int) *data.Cadre {
	return &data.Cadre{
		ID:          fmt.Sprintf("%03d", i),
		Name:        pick(c, []string{"王", "赵", "王一", "李"}),
		Sex:         pick(c, []data.Code{"", "1", "2"}),
		Birth:       pick(c, []data.Month{0, 197912, 198001, 198412, 198501, 198505, 198506, 198507, 198912, 199001, 199002, 199006, 199007}),
		PartyJoined: pick(c, []data.Month{0, 0, 201006, 201007, 201101, month.Add(1)}),
		OtherParty:  pick(c, []string{"", "", "民盟盟员"}),
		FullEdu:     pick(c, []string{"", "大学", "研究生", "大专", "函授"}),
		PartEdu:     pick(c, []string{"", "", "大学", "中央党校大学", "研究生"}),
		Rewards:     pick(c, []data.Long{"", "无", "100%", "1000", "优_秀", "优秀", "a\\b", "o'k"}),
		Selected:    c.IntN(2) == 0,
	}
}

// The people a criterion finds in SQLite are those of whom it holds when told
// without SQL, whatever the criterion.
func TestSQLMeansWhatTheSentenceSays(t *testing.T) {
	c := chance{rand.New(rand.NewPCG(2026, 6))}
	var records []any
	var cadres []data.Cadre
	for i := range 150 {
		one := c.cadre(i)
		records, cadres = append(records, one), append(cadres, *one)
	}
	s := write(t, records...)
	book := criteria.Book{
		"甲": {Where: criteria.MustParse("年龄 < 37")},
		"乙": {Where: criteria.MustParse("非（入党时间 ≥ 2010.07 且 符合 甲）")},
		"丙": {Where: criteria.MustParse("符合 乙 或 奖惩情况 包含 100%")},
	}
	subject := criteria.SubjectNamed("cadre")
	var trees []criteria.Criterion
	var counts []int
	some := 0
	for range 1500 {
		tree := c.criterion(3)
		if again := criteria.MustParse(tree.String()); again.String() != tree.String() {
			t.Fatalf("%s reads back as %s", tree, again)
		}
		var want []string
		for _, one := range cadres {
			if holds(tree, one, book) == yes {
				want = append(want, one.ID)
			}
		}
		q := criteria.Query{Subject: subject, Where: tree, At: month, Book: book}
		got, err := q.IDs(t.Context(), s)
		if err != nil {
			t.Fatalf("%s: %v", tree, err)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%s\nSQL %v\nsays %v", tree, got, want)
		}
		if len(want) > 0 && len(want) < len(cadres) {
			some++
		}
		trees, counts = append(trees, tree), append(counts, len(want))
	}
	if some < 1000 {
		t.Errorf("only %d of the criteria tell people apart", some)
	}
	q := criteria.Query{Subject: subject, At: month, Book: book}
	for part := range slices.Chunk(trees, 100) {
		many, err := q.CountMany(t.Context(), s, part)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(many, counts[:len(part)]) {
			t.Errorf("counted in one pass %v, one by one %v", many, counts[:len(part)])
		}
		counts = counts[len(part):]
	}
}
