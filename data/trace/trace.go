// Package trace describes changes of the log in words: which record, which
// field, from which value to which.
package trace

import (
	"context"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// Line is one field of one record in one change. A new or deleted record has
// one line for the whole record.
type Line struct {
	Kind   *data.Kind
	Record string // ID
	Name   string // how the record is called, with whose it is; empty for none
	Field  string // label; 新增 or 删除 for a whole record
	Before string
	After  string
}

// Lines says what each change did, in the order in which it was done.
// References are shown by the names that their records have now, or had when
// they were deleted.
func Lines(ctx context.Context, v store.View, entries ...store.Entry) ([][]Line, error) {
	var rows []store.EntryRow
	for _, e := range entries {
		rows = append(rows, e.Rows...)
	}
	names, err := readNames(ctx, v, rows)
	if err != nil {
		return nil, err
	}
	told := make([][]Line, len(entries))
	for i, e := range entries {
		for _, row := range e.Rows {
			told[i] = append(told[i], names.lines(row)...)
		}
	}
	return told, nil
}

func (n *names) lines(row store.EntryRow) []Line {
	line := Line{Kind: row.Kind, Record: row.Record, Name: n.called(row)}
	switch {
	case row.Before == nil:
		line.Field, line.After = "新增", n.summary(row.Kind, row.After)
		return []Line{line}
	case row.After == nil:
		line.Field, line.Before = "删除", n.summary(row.Kind, row.Before)
		return []Line{line}
	}
	var lines []Line
	for i := range row.Kind.Fields {
		f := &row.Kind.Fields[i]
		before, changed := row.Before[f.Key]
		if !changed || f.Hidden() {
			continue
		}
		one := line
		one.Field, one.Before, one.After = f.Label, n.show(f, before), n.show(f, row.After[f.Key])
		lines = append(lines, one)
	}
	return lines
}

// summary is a whole record in one line. Whose it is, and its place in a list,
// say nothing more.
func (n *names) summary(kind *data.Kind, values map[string]any) string {
	var parts []string
	for i := range kind.Fields {
		f := &kind.Fields[i]
		value, there := values[f.Key]
		if !there || f.Hidden() || f.Key == "sort" || f.Owner && f.Kind == data.CadreKind.Name {
			continue
		}
		if text := n.show(f, value); text != "" {
			parts = append(parts, f.Label+" "+text)
		}
	}
	return strings.Join(parts, "；")
}

// show is a value of the log as users read it: codes as labels, records by name.
func (n *names) show(f *data.Field, value any) string {
	if number, ok := value.(float64); ok { // as JSON has every number
		value = int64(number)
	}
	text := strings.ReplaceAll(f.Show(value), "\n", " ")
	switch {
	case text == "":
		return ""
	case f.Type == data.TypeRef:
		return n.of(f.Kind, text)
	case f.Type == data.TypeBlob:
		return "（照片）"
	}
	return text
}
