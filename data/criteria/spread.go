package criteria

import (
	"context"

	"huoshui/data/store/query"
)

// Spread reads the given fields of all rows that meet the criterion. The first
// value of each row is the cadre's ID (the row's ID for subjects not about
// people), then the fields as users read them. Equal rows are read once; all
// rows of one cadre are adjacent.
func (q Query) Spread(ctx context.Context, r query.View, fields ...string) ([][]string, error) {
	var rows [][]string
	a := q.of(r)
	err := a.read(ctx, "DISTINCT "+a.counted(), " ORDER BY 1", fields, func(id string, row []string) {
		rows = append(rows, append([]string{id}, row...))
	})
	return rows, err
}
