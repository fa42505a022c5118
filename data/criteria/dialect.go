package criteria

import (
	"maps"
	"sync"

	"huoshui/data"
	"huoshui/data/store/query"
)

// dialect is what differs between database engines. The SQL of the subjects
// (sql_*.go) is shared; where engines differ it uses the words of the dialect.
// A second engine needs one more file like sqlite.go.
type dialect struct {
	row      string                                      // the column by which a row is found fastest
	least    func(a, b string) string                    // the smaller of two values
	greatest func(a, b string) string                    // the greater
	integer  func(text string) string                    // the whole number a text begins with, else 0
	order    func(unit, post, name string) string        // text by which people stand in the order of units, posts and names
	days     func(date string) string                    // the days from a Monday to a date written YYYYMMDD
	joined   func(column, separator, rows string) string // the column of ordered rows as one text
	contains func(text string) string                    // whether a text contains the bound one
	among    func(column string) string                  // whether a column is one of a bound list
	list     func(values []string) any                   // the list as one bound value
	apart    string                                      // ends a question within another that is to be answered by itself, without joins it does not need

	// own are expressions this engine needs instead of the common ones, by part
	// and key of the field.
	own map[string]string

	once            sync.Once
	present, future *builder
}

// builder builds the SQL of the subjects in a dialect.
type builder struct {
	*dialect
	ahead   bool              // for months to come, in which retirement ends a holding
	columns map[string]string // of fields that follow from records, by part and key
}

// build gives the SQL for months up to the current one, or for those ahead.
func (d *dialect) build(ahead bool) *builder {
	d.once.Do(func() {
		d.present, d.future = newBuilder(d, false), newBuilder(d, true)
	})
	if ahead {
		return d.future
	}
	return d.present
}

func newBuilder(d *dialect, ahead bool) *builder {
	b := &builder{dialect: d, ahead: ahead, columns: map[string]string{}}
	for _, part := range []map[string]string{
		b.cadreColumns(), b.dueColumns(), b.pastColumns(), b.holdingColumns(), b.placeColumns(), b.unitColumns(), b.recordColumns(), d.own,
	} {
		maps.Copy(b.columns, part)
	}
	return b
}

// table is where the rows of a subject come from.
type table struct {
	from string // FROM clause
	base string // condition for a row to exist
	id   string // what tells rows apart
	who  string // the cadre's ID; empty when rows are not about persons
}

// column is what stands for a field of a subject; empty when the dialect lacks it.
func (b *builder) column(s *Subject, f *Field) string {
	raw := s.kind == data.UnitKind // the record as it is kept, with its present name
	if sql, ok := b.columns[f.part+"."+f.Key]; ok && !raw {
		return sql
	}
	kind := data.KindNamed(f.part)
	if kind == nil || kind.Field(f.Key) == nil {
		return ""
	}
	alias := "c"
	if f.part != partCadre || s.kind == data.CadreKind {
		alias = aliasOf(s)
	}
	return recorded(kind.Field(f.Key), alias+"."+f.Key)
}

// recorded is the value of a column as it can be compared: what is not known
// neither meets nor fails a comparison.
func recorded(f *data.Field, column string) string {
	switch {
	case f.Type == data.TypeRef:
		return nameOf(f, column, 0)
	case f.Type == data.TypeMonth || f.Type == data.TypeDate || f.NoZero:
		return "NULLIF(" + column + ", 0)"
	}
	return column
}

// dialects are the engines the program can ask, by name.
var dialects = map[string]*dialect{"sqlite": sqlite}

// sqlFor is the SQL in which a view is asked about a month. A query that is only
// checked has no view; any SQL will do.
func sqlFor(r query.View, at data.Month) *builder {
	if r == nil {
		return sqlite.build(false)
	}
	return dialects[r.Engine()].build(at > r.Now())
}
