package criteria

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store/query"
)

// all are the subjects, those of the records as they are kept included.
func all() []*Subject {
	list := Subjects()
	for _, kind := range data.Kinds() {
		list = append(list, RecordsOf(kind))
	}
	return list
}

// lacks lists what a dialect has no SQL for.
func lacks(b *builder) []string {
	var missing []string
	for _, s := range all() {
		for i := range s.Fields {
			if b.column(s, &s.Fields[i]) == "" {
				missing = append(missing, s.Name+"."+s.Fields[i].Key)
			}
		}
	}
	return missing
}

// Every dialect has SQL for every field of every subject.
func TestDialectsLackNothing(t *testing.T) {
	for name, d := range dialects {
		for _, ahead := range []bool{false, true} {
			if missing := lacks(d.build(ahead)); missing != nil {
				t.Errorf("%s has no SQL for %v", name, missing)
			}
		}
	}
	partial := fake(t)
	partial.own = map[string]string{"cadre.age": ""}
	if missing := lacks(partial.build(false)); len(missing) == 0 || missing[0] != "cadre.age" {
		t.Errorf("nobody misses the age: %v", missing)
	}
}

// What a subject says about itself without SQL is what its SQL does; what follows
// from records never hides a field that is written in one.
func TestSubjectsAgreeWithTheirTables(t *testing.T) {
	b := sqlite.build(false)
	for _, s := range all() {
		rows := b.table(s)
		if asks := strings.Contains(rows.base, ":from"); asks != s.Happens() {
			t.Errorf("%s happens: %v, its rows ask for a period: %v", s.Name, s.Happens(), asks)
		}
		if (rows.who != "") != s.Personal() {
			t.Errorf("%s is about people: %v, its rows: %q", s.Name, s.Personal(), rows.who)
		}
		for _, f := range s.Fields {
			_, follows := b.columns[f.part+"."+f.Key]
			follows = follows && f.part != data.UnitKind.Name // names and kinds of units change with the month
			if kind := data.KindNamed(f.part); follows && kind != nil && kind.Field(f.Key) != nil && !kind.Field(f.Key).Hidden() {
				t.Errorf("%s: %s is both written and computed", s.Name, f.Label)
			}
		}
	}
}

// fake is SQLite with other words for the list and the age.
func fake(t *testing.T) *dialect {
	t.Helper()
	return &dialect{
		row: "id", least: sqlite.least, greatest: sqlite.greatest, integer: sqlite.integer, order: sqlite.order,
		days: sqlite.days, joined: sqlite.joined, contains: sqlite.contains,
		among: func(column string) string { return column + " = ANY(?)" },
		list:  func(values []string) any { return strings.Join(values, "|") },
		own:   map[string]string{"cadre.age": "years(c.birth)"},
	}
}

// listener hears what another engine is asked.
type listener struct {
	statement string
	args      []any
}

func (*listener) Engine() string { return "fake" }

func (l *listener) QueryContext(_ context.Context, statement string, args ...any) (*sql.Rows, error) {
	l.statement, l.args = statement, args
	return nil, errors.New("no engine")
}

// The engine that answers decides in which words it is asked.
func TestAnotherEngineIsAskedInItsWords(t *testing.T) {
	dialects["fake"] = fake(t)
	t.Cleanup(func() { delete(dialects, "fake") })
	heard := &listener{}
	q := Query{Subject: SubjectNamed("干部"), Where: If("年龄", Less, "36"), At: 202606, Only: []string{"甲", "乙"}}
	if _, err := q.IDs(t.Context(), query.New(heard, "", func() data.Month { return 202606 })); err == nil {
		t.Fatal("nobody answered")
	}
	for _, want := range []string{"years(c.birth) < ?", "c.id = ANY(?)", "h.id = (SELECT a.id FROM"} {
		if !strings.Contains(heard.statement, want) {
			t.Errorf("%q is not asked: %s", want, heard.statement)
		}
	}
	if len(heard.args) != 2 || heard.args[1] != "甲|乙" {
		t.Errorf("bound: %v", heard.args)
	}
}
