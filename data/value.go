package data

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Value is the field's value as the database keeps it: int64 for numbers,
// months, days and booleans, string for the rest, nil for an empty reference.
func (f *Field) Value(record any) any {
	v := f.of(record)
	switch f.Type {
	case TypeInt, TypeMonth, TypeDate:
		return v.Int()
	case TypeBool:
		if v.Bool() {
			return int64(1)
		}
		return int64(0)
	case TypeRef:
		if v.String() == "" {
			return nil
		}
	}
	return v.String()
}

// SetValue sets the field from a value as Value gives it or JSON carries it. A
// value of another type, which only a damaged file has, is an error.
func (f *Field) SetValue(record, value any) error {
	v := f.of(record)
	switch x := value.(type) {
	case nil:
		v.SetZero()
		return nil
	case int64:
		switch v.Kind() {
		case reflect.Bool:
			v.SetBool(x != 0)
			return nil
		case reflect.Int:
			v.SetInt(x)
			return nil
		}
	case float64:
		return f.SetValue(record, int64(x))
	case []byte:
		return f.SetValue(record, string(x))
	case string:
		if v.Kind() == reflect.String {
			v.SetString(x)
			return nil
		}
	}
	return fmt.Errorf("data: field %s cannot hold %T", f.Key, value)
}

// Text is the field as a user reads it; a reference gives the bare ID, which
// the caller replaces by a name.
func (f *Field) Text(record any) string { return f.Show(f.Value(record)) }

// Show is a stored value as a user reads it.
func (f *Field) Show(value any) string {
	switch x := value.(type) {
	case nil:
		return ""
	case int64:
		switch f.Type {
		case TypeMonth:
			return Month(x).String()
		case TypeDate:
			return Date(x).String()
		case TypeBool:
			if x != 0 {
				return "是"
			}
			return "否"
		}
		if x == 0 && f.NoZero {
			return ""
		}
		return strconv.FormatInt(x, 10)
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	case []byte:
		return f.Show(string(x))
	case string:
		if f.Type == TypeCode {
			return ListNamed(f.List).Label(Code(x))
		}
		return x
	}
	return fmt.Sprint(value)
}

// Parse turns what a clerk types, or a file carries, into a stored value. Line
// ends within a text of one line are left out. The error is a Chinese sentence; references are not resolved here.
func (f *Field) Parse(text string) (any, error) {
	if text = strings.TrimSpace(lineEnds.Replace(text)); f.Type != TypeLong {
		text = oneLine.Replace(text)
	}
	if why := TextProblem(text, f.Type == TypeLong); why != "" {
		return nil, fmt.Errorf("“%s”里%s", f.Label, why)
	}
	switch f.Type {
	case TypeMonth:
		m, err := ParseMonth(text)
		return int64(m), err
	case TypeDate:
		d, err := ParseDate(text)
		return int64(d), err
	case TypeInt:
		if text == "" {
			return int64(0), nil
		}
		n, err := strconv.ParseInt(halfDigits(text), 10, 32)
		if err != nil {
			return nil, fmt.Errorf("“%s”不是整数", text)
		}
		return n, f.inRange(n)
	case TypeBool:
		switch text {
		case "是", "1", "true", "√":
			return int64(1), nil
		case "", "否", "0", "false":
			return int64(0), nil
		}
		return nil, fmt.Errorf("“%s”应为“是”或“否”", text)
	case TypeCode:
		c, err := ListNamed(f.List).Find(text)
		return string(c), err
	case TypeRef:
		if text == "" {
			return nil, nil
		}
	}
	if f.Max > 0 && utf8.RuneCountInString(text) > f.Max {
		return nil, fmt.Errorf("“%s”最多 %d 个字", f.Label, f.Max)
	}
	return text, nil
}

// SetText sets the field from text by Parse; on error the record is unchanged.
func (f *Field) SetText(record any, text string) error {
	value, err := f.Parse(text)
	if err != nil {
		return err
	}
	return f.SetValue(record, value)
}

func (f *Field) of(record any) reflect.Value {
	return reflect.Indirect(reflect.ValueOf(record)).Field(f.index)
}
