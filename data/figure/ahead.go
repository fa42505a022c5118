package figure

import (
	"huoshui/data"
)

// NotYet stands where a figure counts what happens, and the month is one to come.
const NotYet = "尚未发生"

// noRecords stands where there are no records to count from.
const noRecords = "无数据"

// Month is the as-of month as papers write it; a month to come has a mark.
func (s Source) Month(at data.Month) string { return at.Chinese() + at.Projected(s.View.Now()) }

// NotYet reports a figure without a value at a month to come: it counts
// events, and its period is not over.
func (s Source) NotYet(d *Definition, at data.Month) bool {
	now, period := s.View.Now(), d.Period.span(s.Office, at)
	switch {
	case at <= now:
		return false
	case d.Subject.Happens():
		return period.to > now
	case period.at <= now:
		return false
	}
	counts := d.Sum != nil && d.Sum.Happens || d.SumOf != nil && d.SumOf.Happens
	return counts || s.Book.Counts(d.Subject, d.Where) || s.Book.Counts(d.Subject, d.Of)
}
