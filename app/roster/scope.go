package roster

import (
	"context"

	"huoshui/app/filter"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// scope is the list that the user opened from another room: the people behind
// a figure or a chart.
type scope struct {
	title string
	query criteria.Query
	// follows says that the list is of the month the desk was at, and so goes
	// with it to another; a list of last year stays as it is.
	follows bool
}

func newScope(title string, q criteria.Query, at data.Month) *scope {
	return &scope{title: title, query: q, follows: q.At == at && q.To == 0}
}

// at returns the scope as it is with the desk at a month.
func (s *scope) at(month data.Month) *scope {
	if s == nil || !s.follows || s.query.At == month {
		return s
	}
	moved := *s
	if s.query.From == data.MakeMonth(s.query.At.Year(), 1) {
		moved.query.From = data.MakeMonth(month.Year(), 1)
	}
	moved.query.At = month
	return &moved
}

// Text names the scope, with its month where that is not the desk's.
func (s *scope) text() string {
	if s.follows {
		return s.title
	}
	return s.title + "（" + s.query.At.String() + "）"
}

// question holds everything that a list depends on. It is copied once, so that
// the result is consistent whatever the user does meanwhile.
type question struct {
	store store.View
	month data.Month
	scope *scope
	where criteria.Criterion
	order []criteria.Order
}

// answer is the result of a question.
type answer struct {
	query criteria.Query
	ids   []string
	first [][]string // the cells of the first page
	total int        // how many are on file
	book  criteria.Book
}

func (q question) ask(ctx context.Context) (answer, error) {
	source, err := figure.Open(ctx, q.store, q.month)
	if err != nil {
		return answer{}, err
	}
	all := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: q.month, Book: source.Book}
	a := answer{query: all, book: source.Book}
	if _, a.total, err = all.Count(ctx, q.store); err != nil {
		return answer{}, err
	}
	a.query.Where = q.where
	if q.scope != nil {
		a.query.At = q.scope.query.At
		// Who counts was settled by the figure; a cadre who has since left the
		// files is still one of those counted.
		a.query.Everyone = true
		within := q.scope.query
		within.Book = source.Book
		a.query.Within = &within
	}
	if a.ids, err = a.query.IDs(ctx, q.store, q.order...); err != nil {
		return answer{}, err
	}
	a.first, err = a.query.Cells(ctx, q.store, a.ids[:min(filter.PageRows, len(a.ids))], fields()...)
	return a, err
}
