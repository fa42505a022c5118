package criteria

import "context"

// Spread reads the given fields of all rows that meet the criterion together
// with whom each row is about: first the cadre's ID (or the row's, for subjects
// not about people), then the fields as users read them. What is the same is
// read once; all rows of one cadre stand together.
func (q Query) Spread(ctx context.Context, r Reader, fields ...string) ([][]string, error) {
	columns, found, err := q.columns(fields)
	if err != nil {
		return nil, err
	}
	where, args, err := q.filter()
	if err != nil {
		return nil, err
	}
	var rows [][]string
	query := "SELECT DISTINCT " + q.counted() + columns + q.source() + " AND " + where + " ORDER BY 1"
	err = q.each(ctx, r, query, args, func(scan func(...any) error) error {
		id, row, err := scanCells(scan, found)
		rows = append(rows, append([]string{id}, row...))
		return err
	})
	return rows, err
}
