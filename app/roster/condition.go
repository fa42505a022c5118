package roster

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// asked lists the fields one can set a condition on. Order and pinyin serve
// sorting and the search line; months as typed into a form are no condition.
func asked() []*criteria.Field {
	leave := []string{natural, "pinyin", "initials", "age_as_of", "filled_at", "photo"}
	subject := criteria.SubjectNamed("cadre")
	var list []*criteria.Field
	for i := range subject.Fields {
		if f := &subject.Fields[i]; !slices.Contains(leave, f.Key) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b *criteria.Field) int { return rankOf(a) - rankOf(b) })
	return list
}

// often are the fields most conditions are about; they stand first.
var often = []string{
	"age", "birth", "level", "unit_kind", "unit", "title", "duty", "post_since", "level_since", "education", "schooling",
	"politics", "sex", "nation", "managed", "team", "rank", "in_reserve", "selected", "degree",
}

func rankOf(f *criteria.Field) int {
	if i := slices.Index(often, f.Key); i >= 0 {
		return i
	}
	return len(often)
}

// comparison is an operator with the word a clerk reads.
type comparison struct {
	op   criteria.Op
	word string
}

// comparisons lists the operators that make sense for a field, the likeliest
// first.
func comparisons(f *criteria.Field) []comparison {
	empty := []comparison{{criteria.Empty, "为空"}, {criteria.NotEmpty, "不为空"}}
	choice := []comparison{{criteria.In, "属于"}, {criteria.NotIn, "不属于"}}
	text := []comparison{{criteria.Contains, "包含"}, {criteria.NotContain, "不包含"}, {criteria.Equal, "等于"}, {criteria.NotEqual, "不等于"}}
	switch f.Type {
	case data.TypeBool:
		return []comparison{{criteria.Equal, "是否"}}
	case data.TypeInt:
		return []comparison{
			{criteria.AtLeast, "≥"},
			{criteria.AtMost, "≤"},
			{criteria.More, "＞"},
			{criteria.Less, "＜"},
			{criteria.Equal, "等于"},
			{criteria.NotEqual, "不等于"},
		}
	case data.TypeMonth, data.TypeDate:
		return append([]comparison{
			{criteria.AtLeast, "不早于"},
			{criteria.AtMost, "不晚于"},
			{criteria.More, "晚于"},
			{criteria.Less, "早于"},
			{criteria.Equal, "等于"},
		}, empty...)
	case data.TypeCode:
		return slices.Concat(choice, empty)
	case data.TypeLong:
		return slices.Concat(text[:2], empty)
	}
	if f.List != "" || slices.Contains(recorded, f.Key) {
		return slices.Concat(choice, text[:2], empty)
	}
	return slices.Concat(text, empty)
}

// recorded are text fields whose values are few, so that one chooses among
// those on record instead of typing them.
var recorded = []string{"unit", "duty", "degree", "native_place"}

// many reports an operator that takes several values.
func many(op criteria.Op) bool { return op == criteria.In || op == criteria.NotIn }

// bare reports an operator that takes no value.
func bare(op criteria.Op) bool { return op == criteria.Empty || op == criteria.NotEmpty }

// offer asks for the values one can choose among for a field: its code list, or
// what stands in the records; none where one types.
func (m *model) offer(f *criteria.Field, offered func(values []string)) {
	if f.List != "" {
		offered(data.ListNamed(f.List).Labels())
		return
	}
	if !slices.Contains(recorded, f.Key) {
		offered(nil)
		return
	}
	db, at := m.desk.Store, m.query.At
	desk.Ask(&m.offering, m.desk.Run,
		func(ctx context.Context) ([]string, error) {
			if f.Key == "unit" {
				return units(ctx, db, at)
			}
			return values(ctx, db, at, f.Key)
		},
		func(values []string, err error) {
			if err != nil {
				m.desk.Shell.Fail(err)
			}
			offered(values)
		})
}

// units lists the short names of the units there are, in their order.
func units(ctx context.Context, db *store.Store, at data.Month) ([]string, error) {
	found, err := store.Find[data.Unit](ctx, db)
	var names []string
	seen := map[string]bool{}
	for _, u := range found {
		if u.Since <= at && (u.Until == 0 || u.Until > at) && !seen[u.Short] {
			seen[u.Short] = true
			names = append(names, u.Short)
		}
	}
	return names, err
}

// values lists what stands in a field of all cadres.
func values(ctx context.Context, db *store.Store, at data.Month, field string) ([]string, error) {
	all := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at}
	cells, err := all.Pivot(ctx, db, field, "")
	var list []string
	for _, c := range cells {
		if c.Row != "" {
			list = append(list, c.Row)
		}
	}
	return list, err
}

// condition makes a condition of what was entered. The error is a sentence for
// the place where the values stand.
func (m *model) condition(f *criteria.Field, op criteria.Op, values []string) (criteria.Criterion, error) {
	c := criteria.If(f.Label, op)
	if bare(op) {
		return c, nil
	}
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			c.Values = append(c.Values, v)
		}
	}
	if len(c.Values) == 0 {
		return c, data.Refuse("还没有填写“"+f.Label+"”的值。", nil)
	}
	if f.Type == data.TypeMonth {
		month, err := data.ParseMonth(c.Values[0])
		if err != nil {
			return c, data.Refuse(err.Error()+"。", err)
		}
		c.Values[0] = month.String()
	}
	return c, m.check(c)
}

// chipText is a condition as it stands on a chip: long lists are cut to the
// first values and their number.
func chipText(c criteria.Criterion) string {
	const most = 3
	if n := len(c.Values); n > most {
		short := c
		short.Values = c.Values[:2]
		return fmt.Sprintf("%s 等 %d 项", short, n)
	}
	text := []rune(c.String())
	if len(text) > 40 {
		return string(text[:38]) + "…"
	}
	return string(text)
}
