package criteria

import (
	"context"
	"strings"

	"huoshui/data/store/query"
)

// Tally is one number asked of a subject: how many people (or rows, for
// subjects not about people) meet a criterion, how many rows with Each, or the
// sum of a number field over the rows.
type Tally struct {
	Where Criterion
	Each  bool
	Sum   *Field
}

// CountMany counts the different people (or rows, for subjects not about
// people) for many criteria in one pass over the subject.
func (q Query) CountMany(ctx context.Context, r query.View, criteria []Criterion) ([]int, error) {
	tallies := make([]Tally, len(criteria))
	for i, c := range criteria {
		tallies[i].Where = c
	}
	return q.Tally(ctx, r, tallies)
}

// Tally answers many tallies in one pass over the subject. Equal tallies are
// counted once.
func (q Query) Tally(ctx context.Context, r query.View, tallies []Tally) ([]int, error) {
	a := q.of(r)
	var columns []string
	var args []any
	asked := map[string]int{} // column by what it asks
	places := make([]int, len(tallies))
	for i, t := range tallies {
		where, more, err := a.compile(t.Where, 0)
		if err != nil {
			return nil, err
		}
		a.Each = t.Each
		column := "COUNT(" + a.distinct() + "CASE WHEN " + where + " THEN " + a.counted() + " END)"
		if t.Sum != nil {
			column = "COALESCE(SUM(CASE WHEN " + where + " THEN " + a.column(t.Sum) + " END), 0)"
		}
		key := column + "\x00" + t.Where.String() // the values are not in the text of the column
		place, ok := asked[key]
		if !ok {
			place = len(columns)
			asked[key], columns, args = place, append(columns, column), append(args, more...)
		}
		places[i] = place
	}
	if len(columns) == 0 {
		return nil, nil
	}
	found := make([]int, len(columns))
	targets := make([]any, len(columns))
	for i := range found {
		targets[i] = &found[i]
	}
	err := a.each(ctx, "SELECT "+strings.Join(columns, ", ")+a.source(), args,
		func(scan func(...any) error) error { return scan(targets...) })
	numbers := make([]int, len(tallies))
	for i, place := range places {
		numbers[i] = found[place]
	}
	return numbers, err
}
