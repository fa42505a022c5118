package criteria

import (
	"context"

	"huoshui/data/store/query"
)

// Spread reads the given fields of all rows that meet the criterion together
// with whom each row is about: first the cadre's ID (or the row's, for subjects
// not about people), then the fields as users read them. What is the same is
// read once; all rows of one cadre stand together.
func (q Query) Spread(ctx context.Context, r query.View, fields ...string) ([][]string, error) {
	var rows [][]string
	a := q.of(r)
	err := a.read(ctx, "DISTINCT "+a.counted(), " ORDER BY 1", fields, func(id string, row []string) {
		rows = append(rows, append([]string{id}, row...))
	})
	return rows, err
}
