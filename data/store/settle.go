package store

import (
	"context"

	"huoshui/data"
)

// Settlement is the user's decision on a conflict about one field, or about a
// whole record deleted on one side.
type Settlement struct {
	Kind   *data.Kind
	ID     string
	Field  string // its key; empty for the record as a whole
	Stored any    // the value that was stored when the person decided
	Mine   bool   // the value of this change holds, not the stored one
}

type settlementKey struct{}

// WithSettlements passes the user's decisions on conflicts to all changes made
// under the context. If the stored value has changed again since, the conflict
// is reported again.
func WithSettlements(ctx context.Context, settled []Settlement) context.Context {
	return context.WithValue(ctx, settlementKey{}, settled)
}

// settledAs is what was decided about a field of a record.
func settledAs(ctx context.Context, kind *data.Kind, id, field string, stored any) (mine, ok bool) {
	list, _ := ctx.Value(settlementKey{}).([]Settlement)
	for _, s := range list {
		if s.Kind == kind && s.ID == id && s.Field == field && s.Stored == stored {
			return s.Mine, true
		}
	}
	return false, false
}

// Settle returns the decision on a whole conflict: mine says for each of its
// fields, by index, whether the value of this change holds. A record deleted
// on one side counts as one field.
func (c *Conflict) Settle(mine func(record, field int) bool) []Settlement {
	var list []Settlement
	for i, r := range c.Records {
		if r.Gone || r.Removing {
			list = append(list, Settlement{Kind: r.Kind, ID: r.ID, Mine: mine(i, 0)})
			continue
		}
		for j, f := range r.Fields {
			list = append(list, Settlement{r.Kind, r.ID, f.Field.Key, f.Stored, mine(i, j)})
		}
	}
	return list
}
