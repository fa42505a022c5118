package figure_test

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/query"
)

//go:embed testdata/figures.sql
var figuresSQL string

// again is a figure counted by statements of its own: with the ids and numbers
// behind it, of those behind its whole, named those known by name.
type again struct{ rows, of, named string }

// readSQL takes the file apart: what all statements begin with, and those of
// each figure.
func readSQL() (with string, byID map[string]again) {
	byID = map[string]again{}
	id := ""
	for _, part := range strings.Split(figuresSQL, "\n\n-- ")[1:] {
		head, rest, _ := strings.Cut(part, "\n")
		if head == "with" {
			with = rest
			continue
		}
		id = strings.Fields(head)[0]
		rest, named, _ := strings.Cut(rest, "\n-- named\n")
		rest, of, _ := strings.Cut(rest, "\n-- of\n")
		byID[id] = again{rest, of, named}
	}
	return with, byID
}

// times puts the times of a question into SQL.
func times(at, term data.Month) *strings.Replacer {
	year, month := at.Year(), int(at)%100
	half, appraised := 1, year-1
	if month > 6 {
		half = 7
	}
	if month < 4 {
		appraised = year - 2
	}
	return strings.NewReplacer(
		":recent0", fmt.Sprint((year-4)*10000+101), ":recent", fmt.Sprint(year-4), ":term", fmt.Sprint(int(term)), ":appraised", fmt.Sprint(appraised),
		":half", fmt.Sprint(year*10000+half*100+1), ":day0", fmt.Sprint(year*10000+101), ":day1", fmt.Sprint(int(at)*100+31),
		":year", fmt.Sprint(year), ":at", fmt.Sprint(int(at)),
	)
}

// counts runs a statement: the number behind each id, 1 where it gives none.
func counts(t *testing.T, s *store.Store, statement string) (byID map[string]int, sum int) {
	t.Helper()
	rows, err := query.Rows(t.Context(), s, statement)
	if err != nil {
		t.Fatalf("%v: %s", err, statement)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	byID = map[string]int{}
	for rows.Next() {
		id, n := "", 1
		targets := []any{&id, &n}
		if err := rows.Scan(targets[:len(columns)]...); err != nil {
			t.Fatal(err)
		}
		byID[id], sum = n, sum+n
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return byID, sum
}

// Every figure of the sample county is what SQL written by hand counts, lists
// the very people or records that SQL finds, and adds up to what they hold.
func TestEveryFigureBySQL(t *testing.T) {
	s := county(t)
	with, byID := readSQL()
	for _, d := range figure.Definitions() {
		if byID[d.ID].rows == "" {
			t.Errorf("%s is not counted by SQL", d.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		if figure.Named(id) == nil {
			t.Errorf("%s is counted by SQL and is no figure", id)
		}
	}
	for _, at := range heldMonths() {
		src := source(t, s, at)
		fill := times(at, src.Office.Term(at))
		run := func(query string) (map[string]int, int) { return counts(t, s, fill.Replace(with+"\n"+query)) }
		for id, v := range compute(t, s, at) {
			own := byID[id]
			if own.rows == "" {
				continue
			}
			want, sum := run(own.rows)
			if v.Numerator != sum {
				t.Errorf("%s at %s: %d, by SQL %d", id, at, v.Numerator, sum)
			}
			of := 0
			if own.of != "" {
				_, of = run(own.of)
			}
			if v.Denominator != of {
				t.Errorf("%s at %s: of %d, by SQL of %d", id, at, v.Denominator, of)
			}
			if v.HasNames() {
				if _, named := run(own.named); v.Named != named {
					t.Errorf("%s at %s: %d by name, by SQL %d", id, at, v.Named, named)
				}
			}
			maps.DeleteFunc(want, func(_ string, n int) bool { return n == 0 }) // adds nothing
			compareLists(t, src, v.Definition, at, want)
		}
	}
}

// compareLists holds the list of a figure against what SQL found.
func compareLists(t *testing.T, src figure.Source, d *figure.Definition, at data.Month, want map[string]int) {
	t.Helper()
	listed, err := src.Who(t.Context(), d, at, d.Columns()...)
	if err != nil {
		t.Fatal(err)
	}
	if len(listed) != len(want) {
		t.Errorf("%s at %s: %d rows, by SQL %d", d.ID, at, len(listed), len(want))
	}
	sum := 0
	for i, row := range listed {
		if want[row[0]] == 0 {
			t.Errorf("%s at %s: lists %v, which SQL does not find", d.ID, at, row)
		}
		sum += want[row[0]]
		listed[i] = row[1:]
	}
	if d.Sum != nil && d.Total(listed) != sum {
		t.Errorf("%s at %s: its list adds up to %d, by SQL to %d", d.ID, at, d.Total(listed), sum)
	}
}
