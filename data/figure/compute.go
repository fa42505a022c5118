package figure

import (
	"context"
	"encoding/json"
	"fmt"
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
	Named       int  // of a sum: how much of it stands on records of single people
	NoData      bool // there is no number, not even 0: “无数据”, or “尚未发生”
	NotYet      bool // there is none because what is counted has not happened
	Projected   bool // the month is one to come: what is stated is worked out (推演)
	Floor       int  // least share in percent; 0 when none is set for the figure
	Previous    *Value
}

// HasNames reports a sum of which one part is known by name and another only
// as a number.
func (v Value) HasNames() bool {
	return v.Definition.Sum != nil && v.Definition.Sum.Known != "" && !v.NoData
}

// Needed is how many more people must be counted until the share reaches its
// floor, if the whole stays the same; false without a floor, without data, or
// when no number is enough.
func (v Value) Needed() (int, bool) {
	if v.NoData || v.Floor == 0 {
		return 0, false
	}
	short := v.Floor*v.Denominator - 100*v.Numerator
	switch {
	case short <= 0:
		return 0, true
	case v.Floor >= 100:
		return 0, false
	}
	left := 100 - v.Floor
	return (short + left - 1) / left, true
}

// Number is the value: a count, or a share in percent rounded to one decimal.
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

// Text is the value as a sentence shows it, without its unit.
func (v Value) Text() string {
	switch {
	case v.NotYet:
		return NotYet
	case v.NoData:
		return noRecords
	case v.Definition.Share:
		return strconv.FormatFloat(v.Percent(), 'f', 1, 64)
	}
	return strconv.Itoa(v.Numerator)
}

// Wording says in a Chinese sentence how the figure was counted: its
// definition, its period and, for a sum, how much of it is known by name.
func (v Value) Wording() string {
	text := v.Definition.Wording()
	if v.From != 0 {
		text += "；自 " + v.From.String() + " 起"
	}
	if v.HasNames() {
		unit := v.Definition.RowUnit()
		text += fmt.Sprintf("；其中按名单 %d %s，按上报人数 %d %s", v.Named, unit, v.Numerator-v.Named, unit)
	}
	return text
}

// Change is the difference to the year before, in the figure's own unit
// (percentage points for a share); false when it cannot be computed.
func (v Value) Change() (float64, bool) {
	if v.NoData || v.Previous == nil || v.Previous.NoData {
		return 0, false
	}
	return math.Round((v.Number()-v.Previous.Number())*10) / 10, true
}

// MarshalJSON writes the JSON of `figures --json`.
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
	reason := ""
	if v.NoData {
		reason = v.Text()
	}
	var named, floor, needed *int
	if v.HasNames() {
		named = &v.Named
	}
	if n, ok := v.Needed(); ok {
		floor, needed = &v.Floor, &n
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
		Named       *int     `json:"named,omitempty"`
		Floor       *int     `json:"floor,omitempty"`
		Needed      *int     `json:"needed,omitempty"`
		Previous    *float64 `json:"previous"`
		NoData      bool     `json:"nodata"`
		Reason      string   `json:"reason,omitempty"`
		Projected   bool     `json:"projected,omitempty"`
	}{v.Definition.ID, v.Label, v.Definition.Unit(), v.At.ISO(), v.From.ISO(), number, v.Numerator, v.Denominator, named, floor, needed, previous, v.NoData, reason, v.Projected})
}

// Source computes figures: from the records, and from the office with its
// saved criteria and its own figures in force at a month.
type Source struct {
	View   store.View
	Office data.Office
	Book   criteria.Book
	Own    []OwnFigure // those the office has defined for itself

	held *held
}

// held is what an office has set for itself, of all times.
type held struct {
	settings []*data.Setting
	criteria []*data.Criterion
	figures  []*data.OwnFigure
}

// Open makes the source of a store at a month, with the settings, saved
// criteria and own figures of the office in force then.
func Open(ctx context.Context, r store.View, at data.Month) (Source, error) {
	var h held
	var err error
	if h.settings, err = store.Find[data.Setting](ctx, r); err != nil {
		return Source{}, err
	}
	if h.criteria, err = store.Find[data.Criterion](ctx, r); err != nil {
		return Source{}, err
	}
	if h.figures, err = store.Find[data.OwnFigure](ctx, r); err != nil {
		return Source{}, err
	}
	return Source{View: r, held: &h}.AsOf(at)
}

// AsOf is the source at another month.
func (s Source) AsOf(at data.Month) (Source, error) {
	s.Office = data.OfficeAt(s.held.settings, at)
	var err error
	if s.Book, err = criteria.NewBook(s.Office.Level, data.InForce(s.held.criteria, at)); err != nil {
		return Source{}, err
	}
	s.Own = defineOwn(data.InForce(s.held.figures, at), s.Book)
	return s, nil
}

// Compute computes the figures at a month, each with its value a year before.
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

// One computes a single figure at a month, with its value a year before.
func (s Source) One(ctx context.Context, d *Definition, at data.Month) (Value, error) {
	values, err := s.Compute(ctx, []*Definition{d}, at)
	if err != nil {
		return Value{}, err
	}
	return values[0], nil
}

// Query finds the people that a figure counts or, for a sum, the rows that add
// something to it.
func (s Source) Query(d *Definition, at data.Month) criteria.Query {
	period := d.Period.span(s.Office, at)
	where := d.Where
	if d.Sum != nil {
		where = criteria.And(where, criteria.If(d.Sum.Label, criteria.NotEqual, "0"))
	}
	q := criteria.Query{Subject: d.Subject, Where: where, At: period.at, From: period.from, Book: s.Book, Each: d.Each}
	if period.to != period.at { // else the period ends with the month, also when that is moved
		q.To = period.to
	}
	return q
}

// Who lists the people (or rows) that a figure counts, one row each, with the
// given fields.
func (s Source) Who(ctx context.Context, d *Definition, at data.Month, fields ...string) ([][]string, error) {
	if s.NotYet(d, at) {
		return nil, nil
	}
	return s.Query(d, at).Distinct(ctx, s.View, fields...)
}

// pass is the set of figures counted by one query.
type pass struct {
	subject *criteria.Subject
	period  span
}

// at states the figures at a month by what was in force then.
func (s Source) at(ctx context.Context, definitions []*Definition, at data.Month) ([]Value, error) {
	now := s
	s, err := s.AsOf(at)
	if err != nil {
		return nil, err
	}
	values := make([]Value, len(definitions))
	passes := map[pass][]int{}
	for i, d := range definitions {
		d = now.asOf(s, d)
		period := d.Period.span(s.Office, at)
		values[i] = Value{Definition: d, Label: d.Title(s.Office), At: at, From: period.from}
		if d.Floor {
			values[i].Floor = s.Office.Floor
		}
		values[i].Projected = period.at > s.View.Now()
		if s.NotYet(d, at) {
			values[i].NoData, values[i].NotYet = true, true
			continue
		}
		if (d.Period == ThisTerm || d.Period == AtChange) && period.from == 0 {
			values[i].NoData = true // no change of term is on record
			continue
		}
		p := pass{d.Subject, period}
		passes[p] = append(passes[p], i)
	}
	for p, members := range passes {
		if err := s.count(ctx, p, members, values); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// asOf is a figure of the source as the office defined it at the month of
// another. One that was not defined then is counted as it is defined here.
func (s Source) asOf(then Source, d *Definition) *Definition {
	for _, own := range s.Own {
		if own.Definition != d {
			continue
		}
		for _, past := range then.Own {
			if past.Definition != nil && past.Definition.ID == d.ID {
				return past.Definition
			}
		}
	}
	return d
}

// tallies are what a figure is computed from: its number, its whole, and how
// much of it is known by name.
func (d *Definition) tallies() [3]criteria.Tally {
	number := criteria.Tally{Where: d.Where, Each: d.Each, Sum: d.Sum}
	of, known := number, number
	of.Where = d.Of
	if d.SumOf != nil {
		of = criteria.Tally{Where: d.Where, Sum: d.SumOf}
	}
	if d.Sum != nil && d.Sum.Known != "" {
		known.Sum = d.Subject.Field(d.Sum.Known)
	}
	return [3]criteria.Tally{number, of, known}
}

// count fills in the figures of one pass. The last count is over everything
// the subject has, to tell “none of them” from “no records”.
func (s Source) count(ctx context.Context, p pass, members []int, values []Value) error {
	var wanted []criteria.Tally
	for _, i := range members {
		three := values[i].Definition.tallies()
		wanted = append(wanted, three[:]...)
	}
	q := criteria.Query{Subject: p.subject, At: p.period.at, From: p.period.from, To: p.period.to, Book: s.Book}
	numbers, err := q.Tally(ctx, s.View, append(wanted, criteria.Tally{Each: true}))
	if err != nil {
		return err
	}
	all := numbers[len(numbers)-1]
	if all == 0 && p.subject.Happens() {
		if all, err = s.ever(ctx, q); err != nil {
			return err
		}
	}
	for n, i := range members {
		v := &values[i]
		v.Numerator, v.Named = numbers[3*n], numbers[3*n+2]
		if v.Definition.HasOf {
			v.Denominator = numbers[3*n+1]
		}
		empty := v.Definition.HasOf && v.Denominator == 0 // nobody could be among those counted
		v.NoData = all == 0 || empty && (v.Definition.Share || !p.subject.Happens())
	}
	return nil
}

// ever counts what happened at any time up to the month: where records are
// kept at all, a year without an event is 0, not “无数据”.
func (s Source) ever(ctx context.Context, q criteria.Query) (int, error) {
	q.From = data.MakeMonth(1900, 1)
	rows, _, err := q.Count(ctx, s.View)
	return rows, err
}
