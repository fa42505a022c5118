package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Match narrows Find to records whose field holds the value or, given a
// []string, one of the values.
type Match struct {
	Field string
	Value any
}

// Where makes a Match.
func Where(field string, value any) Match { return Match{Field: field, Value: value} }

// Get reads one record by ID; data.ErrNotFound when there is none.
func Get[T any](ctx context.Context, r View, id string) (*T, error) {
	found, err := Find[T](ctx, r, Where("id", id))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("store: get %s: %w", data.KindOf(*new(T)).Name, data.ErrNotFound)
	}
	return found[0], nil
}

// Find reads the records of a kind that meet every match, in their own order:
// by sort number, then by start, then by age of the record.
func Find[T any](ctx context.Context, r View, matches ...Match) ([]*T, error) {
	kind := data.KindOf(*new(T))
	var found []*T
	err := scan(ctx, r, kind, matches, func(record any) { found = append(found, record.(*T)) })
	return found, err
}

// FindKind is Find for a kind that is only known at run time.
func FindKind(ctx context.Context, r View, kind *data.Kind, matches ...Match) ([]any, error) {
	var found []any
	err := scan(ctx, r, kind, matches, func(record any) { found = append(found, record) })
	return found, err
}

// Bytes reads the bytes of a blob.
func Bytes(ctx context.Context, r View, name data.Blob) ([]byte, error) {
	rows, err := query.Rows(ctx, r, "SELECT bytes FROM blob WHERE name = ?", string(name))
	if err != nil {
		return nil, fmt.Errorf("store: blob: %w", err)
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("store: blob: %w", err)
		}
		return nil, fmt.Errorf("store: blob: %w", data.ErrNotFound)
	}
	var bytes []byte
	if err := rows.Scan(&bytes); err != nil {
		return nil, fmt.Errorf("store: blob: %w", err)
	}
	return bytes, nil
}

func scan(ctx context.Context, r View, kind *data.Kind, matches []Match, each func(record any)) error {
	statement, args := selection(kind, matches, "sort", "since", "id")
	rows, err := query.Rows(ctx, r, statement, args...)
	if err != nil {
		return fmt.Errorf("store: find %s: %w", kind.Name, err)
	}
	defer rows.Close()
	for rows.Next() {
		record, err := scanRow(rows, kind)
		if err != nil {
			return fmt.Errorf("store: find %s: %w", kind.Name, err)
		}
		each(record)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("store: find %s: %w", kind.Name, err)
	}
	return nil
}

func scanRow(rows query.Answer, kind *data.Kind) (any, error) {
	values := make([]any, len(kind.Fields)+1)
	targets := make([]any, len(values))
	for i := range values {
		targets[i] = &values[i]
	}
	if err := rows.Scan(targets...); err != nil {
		return nil, err
	}
	record := kind.New()
	id, ok := values[0].(string)
	if !ok {
		return nil, data.Refuse(damaged(unread), fmt.Errorf("the ID is a %T", values[0]))
	}
	data.SetID(record, id)
	for i := range kind.Fields {
		if err := kind.Fields[i].SetValue(record, values[i+1]); err != nil {
			return nil, data.Refuse(damaged(unread), err)
		}
	}
	return record, nil
}

// selection reads the records that meet the matches, ordered by those of the
// fields the kind has.
func selection(kind *data.Kind, matches []Match, by ...string) (string, []any) {
	var b strings.Builder
	b.WriteString("SELECT id")
	for i := range kind.Fields {
		b.WriteString(", " + kind.Fields[i].Key)
	}
	b.WriteString(" FROM " + kind.Name)
	var args []any
	for i, m := range matches {
		if m.Field != "id" && kind.Field(m.Field) == nil {
			panic("store: " + kind.Name + " has no field " + m.Field)
		}
		meets := " = ?"
		if _, several := m.Value.([]string); several {
			meets = " IN (SELECT value FROM json_each(?))" // one value, however many: SQLite takes few
		}
		b.WriteString([]string{" AND ", " WHERE "}[btoi(i == 0)] + m.Field + meets)
		args = append(args, bindable(m.Value))
	}
	order := slices.DeleteFunc(by, func(key string) bool { return key != "id" && kind.Field(key) == nil })
	b.WriteString(" ORDER BY " + strings.Join(order, ", "))
	return b.String(), args
}

// bindable turns the named types of our fields into what the driver knows.
func bindable(value any) any {
	switch v := value.(type) {
	case data.Ref:
		return string(v)
	case data.Code:
		return string(v)
	case data.Month:
		return int64(v)
	case bool:
		return int64(btoi(v))
	case []string:
		list, _ := json.Marshal(v) // strings always can be
		return string(list)
	}
	return value
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
