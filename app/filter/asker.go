package filter

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

// Asker holds the fields for which the user can set conditions on a list, and
// opens the editor for one condition.
type Asker struct {
	Desk   *desk.Desk
	Fields []*criteria.Field // that can be asked for, in the order in which they are offered
	Check  func(criteria.Criterion) error
	// Recorded reports text fields whose values are few, so that one chooses
	// among those on record instead of typing them; Values reads them.
	Recorded func(f *criteria.Field) bool
	Values   func(ctx context.Context, f *criteria.Field) ([]string, error)

	offering desk.Latest
}

// field finds a field that can be asked for; nil when there is none.
func (a *Asker) field(name string) *criteria.Field {
	for _, f := range a.Fields {
		if f.Label == name || f.Key == name {
			return f
		}
	}
	return nil
}

// operator is a comparison, with the Chinese word for it.
type operator struct {
	op   criteria.Op
	word string
}

// operators lists the operators that make sense for a field, the likeliest
// first.
func (a *Asker) operators(f *criteria.Field) []operator {
	empty := []operator{{criteria.Empty, "为空"}, {criteria.NotEmpty, "不为空"}}
	choice := []operator{{criteria.In, "属于"}, {criteria.NotIn, "不属于"}}
	text := []operator{{criteria.Contains, "包含"}, {criteria.NotContain, "不包含"}, {criteria.Equal, "等于"}, {criteria.NotEqual, "不等于"}}
	switch f.Type {
	case data.TypeBool:
		return []operator{{criteria.Equal, "是否"}}
	case data.TypeInt:
		return []operator{
			{criteria.AtLeast, "≥"},
			{criteria.AtMost, "≤"},
			{criteria.More, "＞"},
			{criteria.Less, "＜"},
			{criteria.Equal, "等于"},
			{criteria.NotEqual, "不等于"},
		}
	case data.TypeMonth, data.TypeDate:
		return append([]operator{
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
	if f.List != "" || a.Recorded(f) {
		return slices.Concat(choice, text[:2], empty)
	}
	return slices.Concat(text, empty)
}

// many reports an operator that takes several values.
func many(op criteria.Op) bool { return op == criteria.In || op == criteria.NotIn }

// bare reports an operator that takes no value.
func bare(op criteria.Op) bool { return op == criteria.Empty || op == criteria.NotEmpty }

// offer asks for the values one can choose among for a field: its code list, or
// what stands in the records; none where one types.
func (a *Asker) offer(f *criteria.Field, offered func(values []string)) {
	if f.List != "" {
		offered(data.ListNamed(f.List).Labels())
		return
	}
	if !a.Recorded(f) {
		offered(nil)
		return
	}
	desk.Try(&a.offering, a.Desk.Run,
		func(ctx context.Context) ([]string, error) { return a.Values(ctx, f) },
		func(values []string, err error) {
			if err != nil {
				a.Desk.Shell.Fail(err)
			}
			offered(values)
		})
}

// Recorded returns the different values of a field in all rows of a query,
// without empty ones.
func Recorded(ctx context.Context, r store.View, q criteria.Query, field string) ([]string, error) {
	cells, err := q.Pivot(ctx, r, field, "")
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
func (a *Asker) condition(f *criteria.Field, op criteria.Op, values []string) (criteria.Criterion, error) {
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
	if f.Type == data.TypeMonth || f.Type == data.TypeDate {
		value, err := f.Parse(c.Values[0])
		if err != nil {
			return c, data.Refuse(err.Error()+"。", err)
		}
		c.Values[0] = f.Show(value)
	}
	return c, a.Check(c)
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
