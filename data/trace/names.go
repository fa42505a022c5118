package trace

import (
	"context"
	"maps"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// names knows the records a change speaks of by what they are called.
type names struct {
	records map[string]map[string]any            // as they are stored, by kind and ID
	gone    map[string]map[string]map[string]any // what is known of those that are not, by kind and ID
}

// depth is how far names are followed: a letter is called by its team, a seat by
// its class, whose name is its own.
const depth = 3

func readNames(ctx context.Context, v store.View, rows []store.EntryRow) (*names, error) {
	n := &names{records: map[string]map[string]any{}, gone: map[string]map[string]map[string]any{}}
	wanted := map[string]map[string]bool{}
	for _, row := range rows {
		want(wanted, row.Kind.Name, row.Record)
		for _, values := range []map[string]any{row.Before, row.After} {
			n.remember(row.Kind.Name, row.Record, values)
			for i := range row.Kind.Fields {
				f := &row.Kind.Fields[i]
				if id, ok := values[f.Key].(string); ok && f.Type == data.TypeRef {
					want(wanted, f.Kind, id)
				}
			}
		}
	}
	for range depth {
		more := map[string]map[string]bool{}
		for kind, ids := range wanted {
			if err := n.read(ctx, v, data.KindNamed(kind), slices.Sorted(maps.Keys(ids)), more); err != nil {
				return nil, err
			}
		}
		wanted = more
	}
	return n, nil
}

func want(wanted map[string]map[string]bool, kind, id string) {
	if id == "" {
		return
	}
	if wanted[kind] == nil {
		wanted[kind] = map[string]bool{}
	}
	wanted[kind][id] = true
}

// remember keeps what a change says about a record that may be gone.
func (n *names) remember(kind, id string, values map[string]any) {
	if n.gone[kind] == nil {
		n.gone[kind] = map[string]map[string]any{}
	}
	if n.gone[kind][id] == nil {
		n.gone[kind][id] = map[string]any{}
	}
	maps.Copy(n.gone[kind][id], values)
}

// read reads records and asks for those their names stand in.
func (n *names) read(ctx context.Context, v store.View, kind *data.Kind, ids []string, more map[string]map[string]bool) error {
	found, err := store.FindKind(ctx, v, kind, store.Where("id", ids))
	if err != nil {
		return err
	}
	if n.records[kind.Name] == nil {
		n.records[kind.Name] = map[string]any{}
	}
	for _, record := range found {
		n.records[kind.Name][data.IDOf(record)] = record
		for _, f := range calledBy(kind) {
			if f.Type == data.TypeRef {
				want(more, f.Kind, f.Show(f.Value(record)))
			}
		}
	}
	return nil
}

// calledBy are the fields a record is called by: whose it is, then its own name.
func calledBy(kind *data.Kind) []*data.Field {
	var list []*data.Field
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Owner && f.Required {
			list = append(list, f)
			break
		}
	}
	if title := kind.Title(); title != nil && !slices.Contains(list, title) {
		list = append(list, title)
	}
	return list
}

// called is how the record of a row is called: 沈怡 配偶.
func (n *names) called(row store.EntryRow) string { return n.name(row.Kind, row.Record, depth) }

// of is how a record is called that a field refers to.
func (n *names) of(kind, id string) string {
	if name := n.name(data.KindNamed(kind), id, depth); name != "" {
		return name
	}
	return "（已删除）"
}

func (n *names) name(kind *data.Kind, id string, left int) string {
	if left == 0 {
		return ""
	}
	text := ""
	for _, f := range calledBy(kind) {
		part := n.value(kind, id, f)
		if f.Type == data.TypeRef && part != "" {
			part = n.name(data.KindNamed(f.Kind), part, left-1)
		}
		if text != "" && part != "" {
			text += " "
		}
		text += part
	}
	return text
}

func (n *names) value(kind *data.Kind, id string, f *data.Field) string {
	if record := n.records[kind.Name][id]; record != nil {
		return f.Show(f.Value(record))
	}
	return f.Show(n.gone[kind.Name][id][f.Key])
}
