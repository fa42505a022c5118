package criteria

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Query asks a subject at a month. For subjects of things that happen, the
// period is From (zero: January of the as-of month's year) to To (zero: the
// as-of month).
type Query struct {
	Subject *Subject
	Where   Criterion
	At      data.Month
	From    data.Month
	To      data.Month
	Book    Book // saved criteria that Where may refer to

	// Within, unless nil, narrows the answer to the people in the rows of another
	// question, which has a month and a period of its own.
	Within *Query
	// Everyone includes rows that do not exist at the month: persons who have
	// left or not yet come. For lists whose rows were settled elsewhere.
	Everyone bool
	// Each lists every row where a person has many, instead of one for each person.
	Each bool
	// Only, unless nil, narrows the answer to these cadres (or rows, for subjects
	// not about people).
	Only []string
}

// Order sorts by one field.
type Order struct {
	Field      string // label or key
	Descending bool
}

// Check returns a Chinese sentence when the subject does not know a field,
// value or saved criterion.
func (q Query) Check() error {
	_, _, err := q.of(nil).compile(q.Where, 0)
	return err
}

// asked is a query prepared for one engine.
type asked struct {
	Query
	table
	reader query.View
	engine *builder
}

// of is the question to a reader, in the dialect of its engine.
func (q Query) of(r query.View) asked {
	b := sqlFor(r, q.At)
	return asked{Query: q, table: b.table(q.Subject), reader: r, engine: b}
}

// column is what stands for a field.
func (q asked) column(f *Field) string { return q.engine.column(q.Subject, f) }

// Count counts the rows and the different people in them. For subjects not
// about people both numbers are the rows.
func (q Query) Count(ctx context.Context, r query.View) (rows, people int, err error) {
	a := q.of(r)
	where, args, err := a.filter()
	if err != nil {
		return 0, 0, err
	}
	a.Each = false
	inner := "SELECT " + a.counted() + " AS who" + a.source() + " AND " + where
	err = a.each(ctx, "SELECT COUNT(*), COUNT("+a.distinct()+"x.who) FROM ("+inner+a.engine.apart+") x", args,
		func(scan func(...any) error) error { return scan(&rows, &people) })
	return rows, people, err
}

// IDs lists the rows that meet the criterion, in order. Equal rows are ordered
// by ID, so the order is stable.
func (q Query) IDs(ctx context.Context, r query.View, order ...Order) ([]string, error) {
	a := q.of(r)
	return a.ids(ctx, a.id, order)
}

// People lists the cadres behind the rows that meet the criterion, each once.
func (q Query) People(ctx context.Context, r query.View, order ...Order) ([]string, error) {
	a := q.of(r)
	all, err := a.ids(ctx, a.person(), order)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool, len(all))
	once := all[:0]
	for _, id := range all {
		if !seen[id] {
			seen[id] = true
			once = append(once, id)
		}
	}
	return once, nil
}

func (q asked) ids(ctx context.Context, column string, order []Order) ([]string, error) {
	where, args, err := q.filter()
	if err != nil {
		return nil, err
	}
	by, err := q.orderBy(order)
	if err != nil {
		return nil, err
	}
	var ids []string
	err = q.each(ctx, "SELECT "+column+q.source()+" AND "+where+by, args, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, err
}

// Cells reads the given fields of the given rows, as users read them, in the
// order of ids. A row that no longer exists is nil.
func (q Query) Cells(ctx context.Context, r query.View, ids []string, fields ...string) ([][]string, error) {
	a := q.of(r)
	columns, found, err := a.columns(fields)
	if err != nil {
		return nil, err
	}
	index := make(map[string]int, len(ids))
	for i, id := range ids {
		index[id] = i
	}
	cells := make([][]string, len(ids))
	if len(ids) == 0 {
		return cells, nil
	}
	query := "SELECT " + a.id + columns + " FROM " + a.from + " WHERE " + a.engine.among(a.id)
	err = a.each(ctx, query, []any{a.engine.list(ids)}, func(scan func(...any) error) error {
		id, row, err := scanCells(scan, found)
		cells[index[id]] = row
		return err
	})
	return cells, err
}

// Rows reads the given fields of all rows that meet the criterion, in order.
func (q Query) Rows(ctx context.Context, r query.View, order []Order, fields ...string) ([][]string, error) {
	a := q.of(r)
	by, err := a.orderBy(order)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	err = a.read(ctx, a.id, by, fields, func(_ string, row []string) { rows = append(rows, row) })
	return rows, err
}

// Distinct reads the given fields of the rows that meet the criterion, one row
// for each person (with Each, and for subjects not about people, every row):
// as many as Count and Tally count. Of a person's several rows it takes the
// first in the order of units and posts.
func (q Query) Distinct(ctx context.Context, r query.View, fields ...string) ([][]string, error) {
	a := q.of(r)
	by, err := a.orderBy(q.naturalOrder())
	if err != nil {
		return nil, err
	}
	var rows [][]string
	seen := map[string]bool{}
	err = a.read(ctx, a.counted(), by, fields, func(id string, row []string) {
		if !seen[id] {
			seen[id] = true
			rows = append(rows, append([]string{id}, row...))
		}
	})
	return rows, err
}

// read reads fields of the rows that meet the criterion, each behind what it is
// to begin with.
func (q asked) read(ctx context.Context, first, by string, fields []string, each func(first string, row []string)) error {
	columns, found, err := q.columns(fields)
	if err != nil {
		return err
	}
	where, args, err := q.filter()
	if err != nil {
		return err
	}
	return q.each(ctx, "SELECT "+first+columns+q.source()+" AND "+where+by, args, func(scan func(...any) error) error {
		id, row, err := scanCells(scan, found)
		if err == nil {
			each(id, row)
		}
		return err
	})
}

func (q Query) naturalOrder() []Order {
	if q.Subject.Field("order") != nil {
		return []Order{{Field: "order"}}
	}
	return nil
}

// Cell is one cell of a Pivot.
type Cell struct {
	Row, Column string // as users read them
	Count       int
}

// Pivot counts people (or rows) by two fields; column may be empty.
func (q Query) Pivot(ctx context.Context, r query.View, row, column string) ([]Cell, error) {
	a := q.of(r)
	where, args, err := a.filter()
	if err != nil {
		return nil, err
	}
	names := []string{row}
	if column != "" {
		names = append(names, column)
	}
	columns, found, err := a.columns(names)
	if err != nil {
		return nil, err
	}
	groups := strings.TrimPrefix(columns, ", ")
	var cells []Cell
	a.Each = false
	query := "SELECT COUNT(" + a.distinct() + a.counted() + ")" + columns + a.source() + " AND " + where +
		" GROUP BY " + groups + " ORDER BY " + groups
	err = a.each(ctx, query, args, func(scan func(...any) error) error {
		count, texts, err := scanCells(scan, found)
		cell := Cell{}
		if err == nil {
			cell.Row = texts[0]
			cell.Count, err = strconv.Atoi(count)
		}
		if err == nil && column != "" {
			cell.Column = texts[1]
		}
		cells = append(cells, cell)
		return err
	})
	return cells, err
}

// filter is the condition that rows have to meet.
func (q asked) filter() (string, []any, error) {
	where, args, err := q.compile(q.Where, 0)
	if err != nil {
		return "", nil, err
	}
	if q.Only != nil {
		where, args = where+" AND "+q.engine.among(q.person()), append(args, q.engine.list(q.Only))
	}
	if q.Within != nil {
		people, more, err := q.Within.of(q.reader).people()
		if err != nil {
			return "", nil, err
		}
		where, args = where+" AND "+q.person()+" IN ("+people+")", append(args, more...)
	}
	return where, args, nil
}

// people is the cadres of the rows that meet the criterion, as a question within
// another, with its own months.
func (q asked) people() (string, []any, error) {
	if !q.Subject.Personal() {
		return "", nil, data.Refuse(fmt.Sprintf("“%s”数的不是人，没有名单。", q.Subject.Label), nil)
	}
	where, args, err := q.filter()
	return q.months("SELECT " + q.who + q.source() + " AND " + where), args, err
}

func (q asked) person() string {
	if q.who == "" {
		return q.id
	}
	return q.who
}

// counted is what makes rows one: the person or, with Each, nothing.
func (q asked) counted() string {
	if q.Each {
		return q.id
	}
	return q.person()
}

// distinct is for counting what is counted. Where rows are told apart by it
// anyway, the engine need not remember which it has had: that takes longer than
// all the rest.
func (q asked) distinct() string {
	if q.counted() == q.id {
		return ""
	}
	return "DISTINCT "
}

func (q asked) source() string {
	if q.Everyone {
		return " FROM " + q.from + " WHERE TRUE"
	}
	return " FROM " + q.from + " WHERE " + q.base
}

func (q asked) columns(names []string) (string, []*Field, error) {
	var b strings.Builder
	var found []*Field
	for _, name := range names {
		f := q.Subject.Field(name)
		if f == nil {
			return "", nil, q.unknown(name)
		}
		b.WriteString(", " + q.column(f))
		found = append(found, f)
	}
	return b.String(), found, nil
}

func (q asked) orderBy(order []Order) (string, error) {
	var parts []string
	for _, o := range order {
		f := q.Subject.Field(o.Field)
		if f == nil {
			return "", q.unknown(o.Field)
		}
		expr := q.column(f)
		if f.Key == "name" && q.Subject.Personal() { // by reading, not by code point
			expr = "c.pinyin"
		}
		if o.Descending {
			expr += " DESC"
		}
		parts = append(parts, expr)
	}
	return " ORDER BY " + strings.Join(append(parts, q.id), ", "), nil
}

func (q Query) unknown(field string) error {
	return data.Refuse(fmt.Sprintf("“%s”没有“%s”这一项。", q.Subject.Label, field), nil)
}

// months sets the months of the question in. They are whole numbers of our own
// making, so they go into the text; everything from outside is bound.
func (q asked) months(statement string) string {
	from, to := q.From, q.To
	if from == 0 {
		from = data.MakeMonth(q.At.Year(), 1)
	}
	if to == 0 {
		to = q.At
	}
	return strings.NewReplacer(":at", strconv.Itoa(int(q.At)), ":from", strconv.Itoa(int(from)), ":to", strconv.Itoa(int(to)),
		":next", strconv.Itoa(int(q.reader.Now().Add(1)))).Replace(statement)
}

// each runs the query and hands over its rows.
func (q asked) each(ctx context.Context, statement string, args []any, row func(scan func(...any) error) error) error {
	rows, err := query.Rows(ctx, q.reader, q.months(statement), args...)
	if err != nil {
		return fmt.Errorf("criteria: %s: %w", q.Subject.Name, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("criteria: %s: %w", q.Subject.Name, err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("criteria: %s: %w", q.Subject.Name, err)
	}
	return nil
}

func scanCells(scan func(...any) error, fields []*Field) (first string, texts []string, err error) {
	values := make([]any, len(fields))
	targets := []any{&first}
	for i := range values {
		targets = append(targets, &values[i])
	}
	if err := scan(targets...); err != nil {
		return "", nil, err
	}
	texts = make([]string, len(fields))
	for i, f := range fields {
		texts[i] = f.Show(values[i])
	}
	return first, texts, nil
}
