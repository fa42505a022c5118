package criteria

import "context"

// Sifted is one row of Sift.
type Sifted struct {
	ID    string
	Cells []string // the fields asked for, as users read them
	Meets []bool   // for each of the criteria
}

// Sift lists the rows that meet the criterion in their natural order, with
// fields, and says of each which of many further criteria it meets: one pass
// answers many questions about the same rows.
func (q Query) Sift(ctx context.Context, r Reader, criteria []Criterion, fields ...string) ([]Sifted, error) {
	columns, found, err := q.columns(fields)
	if err != nil {
		return nil, err
	}
	var args []any
	for _, c := range criteria {
		where, more, err := q.compile(c, 0)
		if err != nil {
			return nil, err
		}
		columns += ", COALESCE((" + where + "), 0) <> 0"
		args = append(args, more...)
	}
	where, more, err := q.filter()
	if err != nil {
		return nil, err
	}
	by, err := q.orderBy(q.naturalOrder())
	if err != nil {
		return nil, err
	}
	var rows []Sifted
	query := "SELECT " + q.Subject.id + columns + q.source() + " AND " + where + by
	err = q.each(ctx, r, query, append(args, more...), func(scan func(...any) error) error {
		row := Sifted{Cells: make([]string, len(found)), Meets: make([]bool, len(criteria))}
		values := make([]any, len(found))
		targets := []any{&row.ID}
		for i := range values {
			targets = append(targets, &values[i])
		}
		for i := range row.Meets {
			targets = append(targets, &row.Meets[i])
		}
		err := scan(targets...)
		for i, f := range found {
			row.Cells[i] = f.Show(values[i])
		}
		rows = append(rows, row)
		return err
	})
	return rows, err
}
