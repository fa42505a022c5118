package figure

import (
	"context"
	"encoding/json"
	"math"
	"strconv"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Value is a figure at a month.
type Value struct {
	Definition  *Definition
	Label       string
	At          data.Month
	From        data.Month // begin of the period; zero for a state
	Numerator   int
	Denominator int  // 0 when the figure has no whole
	NoData      bool // there are no records to count from: “无数据”, not 0
	Previous    *Value
}

// Number is the figure: a count, or a share in percent rounded to one decimal.
func (v Value) Number() float64 {
	if v.Definition.Share {
		return v.Percent()
	}
	return float64(v.Numerator)
}

// Percent is the share in percent rounded to one decimal; 0 without a whole.
func (v Value) Percent() float64 {
	if v.Denominator == 0 {
		return 0
	}
	return math.Round(float64(v.Numerator)*1000/float64(v.Denominator)) / 10
}

// Text is the figure as it stands in a sentence, without its unit.
func (v Value) Text() string {
	switch {
	case v.NoData:
		return "无数据"
	case v.Definition.Share:
		return strconv.FormatFloat(v.Percent(), 'f', 1, 64)
	}
	return strconv.Itoa(v.Numerator)
}

// Change is the difference to a year before, in the figure's own unit
// (percentage points for a share), and whether there is one to state.
func (v Value) Change() (float64, bool) {
	if v.NoData || v.Previous == nil || v.Previous.NoData {
		return 0, false
	}
	return math.Round((v.Number()-v.Previous.Number())*10) / 10, true
}

// MarshalJSON writes the form that `figures --json` promises.
func (v Value) MarshalJSON() ([]byte, error) {
	var number, previous *float64
	if !v.NoData {
		n := v.Number()
		number = &n
	}
	if v.Previous != nil && !v.Previous.NoData {
		n := v.Previous.Number()
		previous = &n
	}
	return json.Marshal(struct {
		ID          string   `json:"id"`
		Label       string   `json:"label"`
		Unit        string   `json:"unit"`
		At          string   `json:"at"`
		From        string   `json:"from"`
		Value       *float64 `json:"value"`
		Numerator   int      `json:"numerator"`
		Denominator int      `json:"denominator"`
		Previous    *float64 `json:"previous"`
		NoData      bool     `json:"nodata"`
	}{v.Definition.ID, v.Label, v.Definition.Unit(), v.At.ISO(), v.From.ISO(), number, v.Numerator, v.Denominator, previous, v.NoData})
}

// Source answers for figures: records, the office, and its saved criteria.
type Source struct {
	Reader criteria.Reader
	Office data.Office
	Book   criteria.Book
}

// Open prepares to answer from a store at a month: with the settings of the
// office in force then and the criteria it has saved.
func Open(ctx context.Context, r store.Reader, at data.Month) (Source, error) {
	settings, err := store.Find[data.Setting](ctx, r)
	if err != nil {
		return Source{}, err
	}
	own, err := store.Find[data.Criterion](ctx, r)
	if err != nil {
		return Source{}, err
	}
	office := data.OfficeAt(settings, at)
	book, err := criteria.NewBook(office.Level, own)
	return Source{Reader: r, Office: office, Book: book}, err
}

// Compute states the figures at a month, each with its value a year before.
// Figures over the same subject and period are counted in one pass.
func (s Source) Compute(ctx context.Context, definitions []*Definition, at data.Month) ([]Value, error) {
	now, err := s.at(ctx, definitions, at)
	if err != nil {
		return nil, err
	}
	before, err := s.at(ctx, definitions, at.Add(-12))
	if err != nil {
		return nil, err
	}
	for i := range now {
		now[i].Previous = &before[i]
	}
	return now, nil
}

// One states a single figure at a month, with its value a year before.
func (s Source) One(ctx context.Context, d *Definition, at data.Month) (Value, error) {
	values, err := s.Compute(ctx, []*Definition{d}, at)
	if err != nil {
		return Value{}, err
	}
	return values[0], nil
}

// Query is the question whose rows are the people behind a figure.
func (s Source) Query(d *Definition, at data.Month) criteria.Query {
	return criteria.Query{Subject: d.Subject, Where: d.Where, At: at, From: s.from(d, at), Book: s.Book}
}

// Who lists the people (or rows) behind a figure, one row each, with the
// fields asked for.
func (s Source) Who(ctx context.Context, d *Definition, at data.Month, fields ...string) ([][]string, error) {
	return s.Query(d, at).Distinct(ctx, s.Reader, fields...)
}

func (s Source) from(d *Definition, at data.Month) data.Month {
	switch d.Period {
	case ThisYear:
		return data.MakeMonth(at.Year(), 1)
	case ThisTerm:
		return s.Office.Term(at)
	}
	return 0
}

// pass is the set of figures counted by one query.
type pass struct {
	subject *criteria.Subject
	from    data.Month
}

func (s Source) at(ctx context.Context, definitions []*Definition, at data.Month) ([]Value, error) {
	values := make([]Value, len(definitions))
	passes := map[pass][]int{}
	for i, d := range definitions {
		values[i] = Value{Definition: d, Label: d.Title(s.Office), At: at, From: s.from(d, at)}
		if d.Period == ThisTerm && values[i].From == 0 {
			values[i].NoData = true // no change of term is on record
			continue
		}
		p := pass{d.Subject, values[i].From}
		passes[p] = append(passes[p], i)
	}
	for p, members := range passes {
		if err := s.count(ctx, p, at, members, values); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// count fills in the figures of one pass. The last count is over everything
// the subject has, to tell “none of them” from “no records”.
func (s Source) count(ctx context.Context, p pass, at data.Month, members []int, values []Value) error {
	var wanted []criteria.Criterion
	for _, i := range members {
		d := values[i].Definition
		wanted = append(wanted, d.Where, d.Of)
	}
	q := criteria.Query{Subject: p.subject, At: at, From: p.from, Book: s.Book}
	counts, err := q.CountMany(ctx, s.Reader, append(wanted, criteria.Criterion{}))
	if err != nil {
		return err
	}
	all := counts[len(counts)-1]
	if all == 0 && p.subject.Happens() {
		if all, err = s.ever(ctx, q); err != nil {
			return err
		}
	}
	for n, i := range members {
		v := &values[i]
		v.Numerator = counts[2*n]
		if v.Definition.HasOf {
			v.Denominator = counts[2*n+1]
		}
		v.NoData = all == 0 || v.Definition.Share && v.Denominator == 0
	}
	return nil
}

// ever counts what happened at any time up to the month: where records are
// kept at all, a year without an event is 0, not “无数据”.
func (s Source) ever(ctx context.Context, q criteria.Query) (int, error) {
	q.From = data.MakeMonth(1900, 1)
	rows, _, err := q.Count(ctx, s.Reader)
	return rows, err
}
