package person

import (
	"context"

	"huoshui/data/store"
	"huoshui/data/trace"
)

// tracedEntry is one change to the file, with a text that says what it
// changed.
type tracedEntry struct {
	store.Entry
	lines []trace.Line
}

// readHistory reads every change to the file, the newest first.
func readHistory(ctx context.Context, v store.View, id string) ([]tracedEntry, error) {
	found, err := store.History(ctx, v, id)
	if err != nil {
		return nil, err
	}
	told, err := trace.Lines(ctx, v, found...)
	if err != nil {
		return nil, err
	}
	all := make([]tracedEntry, len(found))
	for i, e := range found {
		all[i] = tracedEntry{e, told[i]}
	}
	return all, nil
}

// historyRow is one row of the history: one field of one record in one change.
type historyRow struct{ when, who, what, record, field, before, after string }

// historyRows tell every change to the file. Who and when stand in the first line
// of a change only.
func (m *model) historyRows() []historyRow {
	var all []historyRow
	for _, e := range m.file.history {
		head := historyRow{when: e.At.Local().Format("2006.01.02 15:04"), who: e.Who, what: e.What}
		for _, l := range e.lines {
			head.record, head.field, head.before, head.after = l.Kind.Label, l.Field, l.Before, l.After
			all = append(all, head)
			head = historyRow{}
		}
	}
	return all
}
