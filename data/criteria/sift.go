package criteria

import (
	"context"

	"huoshui/data/store/query"
)

// Sifted is one row of Sift.
type Sifted struct {
	ID    string
	Cells []string // the fields asked for, as users read them
	Meets []bool   // for each of the criteria
}

// Sift lists the rows that meet the criterion in their natural order, with the
// given fields, and says for each row which of the further criteria it meets.
// One pass answers many questions about the same rows.
func (q Query) Sift(ctx context.Context, r query.View, criteria []Criterion, fields ...string) ([]Sifted, error) {
	a := q.of(r)
	columns, found, err := a.columns(fields)
	if err != nil {
		return nil, err
	}
	var args []any
	for _, c := range criteria {
		where, more, err := a.compile(c, 0)
		if err != nil {
			return nil, err
		}
		columns += ", COALESCE((" + where + "), FALSE)"
		args = append(args, more...)
	}
	where, more, err := a.filter()
	if err != nil {
		return nil, err
	}
	by, err := a.orderBy(q.naturalOrder())
	if err != nil {
		return nil, err
	}
	var rows []Sifted
	query := "SELECT " + a.id + columns + a.source() + " AND " + where + by
	err = a.each(ctx, query, append(args, more...), func(scan func(...any) error) error {
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
