package criteria

import (
	"fmt"
	"strconv"
	"strings"

	"huoshui/data"
)

// deepestNames keeps saved criteria that refer to each other from going round.
const deepestNames = 8

// compile turns a criterion into a SQL condition with ? for the values.
// Columns come from the subject's own list, never from the text.
func (q asked) compile(c Criterion, names int) (string, []any, error) {
	switch {
	case len(c.All) > 0:
		return q.join(c.All, " AND ", names)
	case len(c.Any) > 0:
		return q.join(c.Any, " OR ", names)
	case c.Not != nil:
		sql, args, err := q.compile(*c.Not, names)
		return "NOT (" + sql + ")", args, err
	case c.Named != "":
		return q.named(c.Named, names)
	case c.Field != "":
		return q.condition(c)
	}
	return "TRUE", nil, nil
}

func (q asked) join(parts []Criterion, with string, names int) (string, []any, error) {
	var texts []string
	var args []any
	for _, part := range parts {
		sql, more, err := q.compile(part, names)
		if err != nil {
			return "", nil, err
		}
		texts, args = append(texts, sql), append(args, more...)
	}
	return "(" + strings.Join(texts, with) + ")", args, nil
}

func (q asked) named(name string, names int) (string, []any, error) {
	if names >= deepestNames {
		return "", nil, data.Refuse(fmt.Sprintf("口径“%s”互相引用，层数太多。", name), nil)
	}
	saved, ok := q.Book[name]
	if !ok {
		return "", nil, data.Refuse(fmt.Sprintf("没有名为“%s”的口径。", name), nil)
	}
	return q.compile(saved.Where, names+1)
}

func (q asked) condition(c Criterion) (string, []any, error) {
	f := q.Subject.Field(c.Field)
	if f == nil {
		return "", nil, q.unknown(c.Field)
	}
	switch c.Op {
	case Empty, NotEmpty:
		return q.empty(f, c.Op), nil, nil
	case Contains, NotContain:
		return q.contains(f, c)
	}
	if sql := q.asOf(f, c); sql != "" {
		return sql, nil, nil
	}
	args := make([]any, len(c.Values))
	for i, text := range c.Values {
		value, err := f.parse(text)
		if err != nil {
			return "", nil, data.Refuse(fmt.Sprintf("“%s”的值不对：%s。", f.Label, err), nil)
		}
		args[i] = value
	}
	marks := "?" + strings.Repeat(", ?", len(args)-1)
	switch c.Op {
	case In:
		return q.column(f) + " IN (" + marks + ")", args, nil
	case NotIn:
		return q.column(f) + " NOT IN (" + marks + ")", args, nil
	case Less, AtMost, More, AtLeast:
		if !f.ordered() {
			return "", nil, data.Refuse(fmt.Sprintf("“%s”不分大小先后，不能用“%s”，请用“属于”。", f.Label, c.Op), nil)
		}
		fallthrough
	case Equal, NotEqual:
		return q.column(f) + " " + sqlOps[c.Op] + " ?", args, nil
	}
	return "", nil, data.Refuse(fmt.Sprintf("“%s”是不认识的比较。", c.Op), nil)
}

var sqlOps = map[Op]string{Equal: "=", NotEqual: "<>", Less: "<", AtMost: "<=", More: ">", AtLeast: ">="}

// AsOf stands for the as-of month among the values: 完成日期 ≤ 时点.
const AsOf = "时点"

// asOf compares a month or day with the as-of month; empty when the condition
// is another one. A day is compared by its month.
func (q asked) asOf(f *Field, c Criterion) string {
	op, simple := sqlOps[c.Op]
	if !simple || len(c.Values) != 1 || c.Values[0] != AsOf {
		return ""
	}
	switch f.Type {
	case data.TypeMonth:
		return q.column(f) + " " + op + " :at"
	case data.TypeDate:
		return "(" + q.column(f) + " / 100) " + op + " :at"
	}
	return ""
}

// ordered reports a field of numbers or times. Codes of ranks fall as ranks
// rise, so that “职务层次 ≥ 乡科级副职” would find what nobody means by it.
func (f *Field) ordered() bool {
	return f.Type == data.TypeInt || f.Type == data.TypeMonth || f.Type == data.TypeDate
}

func (q asked) empty(f *Field, op Op) string {
	sql := "COALESCE(" + q.column(f) + ", '') = ''"
	switch f.Type {
	case data.TypeInt, data.TypeBool, data.TypeMonth, data.TypeDate:
		sql = q.column(f) + " IS NULL"
	}
	if op == NotEmpty {
		return "NOT (" + sql + ")"
	}
	return sql
}

// contains looks for text as it is written: % and _ mean themselves.
func (q asked) contains(f *Field, c Criterion) (string, []any, error) {
	switch f.Type {
	case data.TypeText, data.TypeLong:
	default:
		return "", nil, data.Refuse(fmt.Sprintf("“%s”不是文字，不能用“%s”。", f.Label, c.Op), nil)
	}
	sql := q.engine.contains(q.column(f))
	if c.Op == NotContain {
		sql = "NOT (" + sql + ")"
	}
	return sql, []any{c.Values[0]}, nil
}

// parse reads a value; a number may be any, not only what the field may hold.
func (f *Field) parse(text string) (any, error) {
	if f.Type == data.TypeInt {
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("“%s”不是整数", text)
		}
		return int64(n), nil
	}
	return f.Parse(text)
}
