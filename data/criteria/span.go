package criteria

import (
	"math"

	"huoshui/data"
)

// Span is a criterion that only bounds one field, such as age, months or a
// number: from From on and below Until. Months are YYYYMM.
type Span struct {
	Field       string
	From, Until int64 // Open where there is no bound
}

// Open bounds nothing below or above.
const (
	OpenBelow int64 = math.MinInt64
	OpenAbove int64 = math.MaxInt64
)

// SpanOf reads a criterion as bounds of one ordered field of the subject; ok
// is false when it is anything else.
func SpanOf(s *Subject, c Criterion) (span Span, ok bool) {
	parts := c.All
	if c.Field != "" {
		parts = []Criterion{c}
	}
	span = Span{From: OpenBelow, Until: OpenAbove}
	for _, p := range parts {
		f := s.Field(p.Field)
		if f == nil || !f.ordered() || span.Field != "" && span.Field != f.Label || len(p.Values) != 1 {
			return Span{}, false
		}
		span.Field = f.Label
		value, err := f.parse(p.Values[0])
		n, number := value.(int64)
		if err != nil || !number || !span.narrow(f, p.Op, n) {
			return Span{}, false
		}
	}
	return span, span.Field != ""
}

func (s *Span) narrow(f *Field, op Op, n int64) bool {
	switch op {
	case AtLeast:
		s.From = max(s.From, n)
	case More:
		s.From = max(s.From, f.next(n))
	case Less:
		s.Until = min(s.Until, n)
	case AtMost:
		s.Until = min(s.Until, f.next(n))
	case Equal:
		s.From, s.Until = max(s.From, n), min(s.Until, f.next(n))
	default:
		return false
	}
	return true
}

// next is the value after a number or a month. Days are only compared, so that
// the number after one does.
func (f *Field) next(n int64) int64 {
	if f.Type == data.TypeMonth {
		return int64(data.Month(n).Add(1))
	}
	return n + 1
}

// Holds reports whether a value lies within the bounds.
func (s Span) Holds(n int64) bool { return n >= s.From && n < s.Until }

// Criterion writes the bounds as a criterion on a field, which may differ from
// the span's own.
func (s Span) Criterion(f *Field) Criterion {
	var parts []Criterion
	if s.From != OpenBelow {
		parts = append(parts, If(f.Label, AtLeast, f.Show(s.From)))
	}
	if s.Until != OpenAbove {
		parts = append(parts, If(f.Label, Less, f.Show(s.Until)))
	}
	return And(parts...)
}
