package records

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// list holds the list of one kind without the window: the conditions, the
// order and the result.
type list struct {
	filter.Conditions

	desk       *desk.Desk
	kind       *data.Kind
	subject    *criteria.Subject
	columns    []column
	valid      bool // only those in force at the as-of month
	sorted     string
	descending bool

	pages *filter.Pages
	total int
	book  criteria.Book // nil until the first answer

	onListChanged func() // other records, or in another order
	onRowsLoaded  func() // rows asked for have arrived

	listing desk.Latest
}

func newList(d *desk.Desk, kind *data.Kind) *list {
	l := &list{desk: d, kind: kind, subject: criteria.RecordsOf(kind), columns: columnsOf(kind)}
	l.sorted, l.descending = firstOrder(kind)
	l.pages = filter.NewPages(nil, nil, nil, d.Run)
	l.onListChanged, l.onRowsLoaded = func() {}, func() {}
	l.Check = func(c criteria.Criterion) error { return l.query(c).Check() }
	l.OnChanged = l.read
	return l
}

// lasts reports a kind whose records are in force from one month to another.
func (l *list) lasts() bool { return l.kind.Field("since") != nil && l.kind.Field("until") != nil }

func (l *list) query(where criteria.Criterion) criteria.Query {
	return criteria.Query{Subject: l.subject, Where: where, At: l.desk.At, Book: l.book, Everyone: !l.valid}
}

// narrowed reports whether something narrows the list.
func (l *list) narrowed() bool { return len(l.Parts) > 0 || l.valid }

func (l *list) setValid(on bool) {
	l.valid = on
	l.read()
}

func (l *list) clear() {
	l.Parts, l.valid = nil, false
	l.read()
}

func (l *list) sortBy(column string, descending bool) {
	l.sorted, l.descending = column, descending
	l.read()
}

// answer is the result of a query for the list.
type answer struct {
	query criteria.Query
	ids   []string
	first [][]string
	total int
}

// read asks for the list again.
func (l *list) read() {
	db, at := l.desk.Store, l.desk.At
	query, by, shown := l.query(l.Where()), order(l.subject, l.columns, l.sorted, l.descending), fields(l.columns)
	desk.Ask(l.desk, &l.listing, func(ctx context.Context) (answer, error) {
		return ask(ctx, db, at, query, by, shown)
	}, func(a answer) {
		l.take(a)
	})
}

func ask(ctx context.Context, db store.View, at data.Month, q criteria.Query, by []criteria.Order, shown []string) (answer, error) {
	source, err := figure.Open(ctx, db, at)
	if err != nil {
		return answer{}, err
	}
	q.Book = source.Book
	a := answer{query: q}
	all := criteria.Query{Subject: q.Subject, At: at, Everyone: true}
	if a.total, _, err = all.Count(ctx, db); err != nil {
		return a, err
	}
	if a.ids, err = q.IDs(ctx, db, by...); err != nil {
		return a, err
	}
	a.first, err = q.Cells(ctx, db, a.ids[:min(filter.PageRows, len(a.ids))], shown...)
	return a, err
}

func (l *list) take(a answer) {
	db, shown := l.desk.Store, fields(l.columns)
	pages := filter.NewPages(a.ids, a.first, func(ctx context.Context, ids []string) ([][]string, error) {
		return a.query.Cells(ctx, db, ids, shown...)
	}, l.desk.Run)
	pages.OnLoaded = func() {
		if l.pages == pages {
			l.onRowsLoaded()
		}
	}
	pages.OnFailed = l.desk.Shell.Fail
	l.pages, l.total, l.book = pages, a.total, a.query.Book
	l.onListChanged()
}

// ids returns the records in some rows.
func (l *list) ids(rows []int) []string {
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		if row >= 0 && row < len(l.pages.IDs) {
			ids = append(ids, l.pages.IDs[row])
		}
	}
	return ids
}

// row finds the row of a record, -1 for none.
func (l *list) row(id string) int { return slices.Index(l.pages.IDs, id) }

// asker offers conditions on the records: their own fields first, then those
// of the cadre.
func (l *list) asker() *filter.Asker {
	a := &filter.Asker{Desk: l.desk, Check: l.Check}
	for i := range l.subject.Fields {
		if f := &l.subject.Fields[i]; !slices.Contains([]string{"order", "pinyin", "initials", "age_as_of", "filled_at"}, f.Key) {
			a.Fields = append(a.Fields, f)
		}
	}
	a.Recorded = l.recorded
	a.Values = func(ctx context.Context, f *criteria.Field) ([]string, error) {
		all := criteria.Query{Subject: l.subject, At: l.desk.At, Everyone: true}
		return filter.Recorded(ctx, l.desk.Store, all, f.Label)
	}
	return a
}

// recorded are references, of which one chooses by name, and the unit of the
// cadre.
func (l *list) recorded(f *criteria.Field) bool {
	if own := l.kind.Field(f.Key); own != nil && own.Label == f.Label {
		return own.Type == data.TypeRef
	}
	return slices.Contains([]string{"unit", "duty", "degree", "native_place"}, f.Key)
}
