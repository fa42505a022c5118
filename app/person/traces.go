package person

import (
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// trace is one line of the history: one field of one record in one change.
type trace struct{ when, who, what, record, field, before, after string }

// traces tell every change to the file, the newest first. Who and when stand
// in the first line of a change only.
func (m *model) traces() []trace {
	var all []trace
	for _, entry := range m.file.history {
		head := trace{when: entry.At.Local().Format("2006.01.02 15:04"), who: entry.Who, what: entry.What}
		for _, row := range entry.Rows {
			for _, t := range m.file.rowTraces(row) {
				t.when, t.who, t.what = head.when, head.who, head.what
				all = append(all, t)
				head = trace{}
			}
		}
	}
	return all
}

// rowTraces tells what one change did to one record.
func (f *file) rowTraces(row store.EntryRow) []trace {
	switch {
	case row.Before == nil:
		return []trace{{record: row.Kind.Label, field: "新增", after: f.summary(row.Kind, row.After)}}
	case row.After == nil:
		return []trace{{record: row.Kind.Label, field: "删除", before: f.summary(row.Kind, row.Before)}}
	}
	var lines []trace
	for i := range row.Kind.Fields {
		field := &row.Kind.Fields[i]
		before, changed := row.Before[field.Key]
		after := row.After[field.Key]
		if changed && !field.Hidden() {
			lines = append(lines, trace{record: row.Kind.Label, field: field.Label, before: f.show(field, before), after: f.show(field, after)})
		}
	}
	return lines
}

// summary is a whole record in one line.
func (f *file) summary(kind *data.Kind, values map[string]any) string {
	var parts []string
	for i := range kind.Fields {
		field := &kind.Fields[i]
		value, there := values[field.Key]
		if !there || field.Hidden() || field.Key == "sort" || field.Key == "cadre" {
			continue
		}
		if text := f.show(field, value); text != "" {
			parts = append(parts, field.Label+" "+text)
		}
	}
	return strings.Join(parts, "；")
}

// show is a value of the log as one reads it: codes as labels, records by name.
func (f *file) show(field *data.Field, value any) string {
	if n, ok := value.(float64); ok { // as JSON has every number
		value = int64(n)
	}
	text := strings.ReplaceAll(field.Show(value), "\n", " ")
	switch {
	case text == "":
		return ""
	case field.Type == data.TypeRef:
		return f.name(field, text)
	case field.Type == data.TypeBlob:
		return "（照片）"
	}
	return text
}
