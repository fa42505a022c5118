package person

import (
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// event is something that happened to the cadre.
type event struct {
	month  data.Month
	what   string
	detail string
	out    bool // the end of something
}

// growth are the appointments and the memberships of the reserve, the newest
// first.
func (m *model) growth() []event {
	var events []event
	for _, a := range rows[data.Appointment](m.appointments) {
		if a.Since != 0 {
			events = append(events, event{a.Since, "任" + a.Title, words(label("how", a.How), yes(a.Term, "换届"), a.Document), false})
		}
		if a.Until != 0 {
			events = append(events, event{a.Until, "免" + a.Title, label("leaving", a.Leaving), true})
		}
	}
	for _, r := range m.file.reserve {
		tier := label("tier", r.Tier)
		events = append(events, event{r.Since, "进入" + tier + "储备库", words(label("found", r.Found), r.Entry), false})
		if r.Until != 0 {
			events = append(events, event{r.Until, "退出" + tier + "储备库", words(label("exit", r.Exit), r.Evidence), true})
		}
	}
	slices.SortStableFunc(events, func(a, b event) int {
		if a.month != b.month {
			return int(b.month) - int(a.month)
		}
		return map[bool]int{true: 1}[a.out] - map[bool]int{true: 1}[b.out]
	})
	return events
}

func label(list string, code data.Code) string { return data.ListNamed(list).Label(code) }

func yes(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

func words(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "，")
}

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
