package criteria

import (
	"fmt"
	"strings"

	"huoshui/data"
)

// In the SQL of this package :at stands for the as-of month, :from and :to for the
// first and the last month of the period, and :next for the month after the current one. Aliases mean the same everywhere: c is the
// cadre, h the appointment, p its post, u the unit, x the record itself.

// active is the condition that the fact in a table's row holds at the as-of
// month: it has begun, and has not ended by then.
func active(alias string) string {
	return fmt.Sprintf("(%[1]s.since <= :at AND (%[1]s.until = 0 OR %[1]s.until > :at))", alias)
}

// inactive is the opposite of active, in the form for which an engine can use an
// index of each month.
func inactive(alias string) string {
	return fmt.Sprintf("(%[1]s.since > :at OR (%[1]s.until > 0 AND %[1]s.until <= :at))", alias)
}

// within is the condition that a month falls in the period.
func within(column string) string {
	return fmt.Sprintf("(%[1]s >= :from AND %[1]s <= :to)", column)
}

// monthIndex counts months from year 0, so that spans are differences.
func monthIndex(month string) string { return fmt.Sprintf("(%[1]s / 100 * 12 + %[1]s %% 100)", month) }

// until is how many months are left to a month; negative once it is past.
func until(month string) string {
	return fmt.Sprintf("(%s - %s)", monthIndex(month), monthIndex(":at"))
}

// later is a month so many months after another.
func later(month, months string) string {
	return fmt.Sprintf("(SELECT m / 12 * 100 + m %% 12 + 1 FROM (SELECT %s - 1 + %s AS m))", monthIndex(month), months)
}

// setting is a number the office has set, in force at the as-of month, else
// the one the program begins with.
func (b *builder) setting(n data.NumberSetting) string {
	return fmt.Sprintf(`COALESCE((SELECT CASE WHEN %[2]s > 0 THEN %[2]s END FROM setting s
		WHERE s.key = '%[1]s' AND s.since <= :at ORDER BY s.since DESC LIMIT 1), %[3]d)`, n.Key, b.integer("s.value"), n.Default)
}

// workdays counts Mondays to Fridays from one day to another, both included.
// The holidays of a year and the days worked instead are not known here.
func (b *builder) workdays(from, to string) string {
	// Of the days since a Monday long ago, five in seven.
	before := func(day, more string) string {
		return fmt.Sprintf("(SELECT n / 7 * 5 + %s FROM (SELECT %s + %s AS n))", b.least("n % 7", "5"), b.days(day), more)
	}
	return "(" + before(to, "1") + " - " + before(from, "0") + ")"
}

// latest is a column of the newest record of a kind about a cadre up to the
// as-of month; when says when a record is of.
func latest(table, column, when, conditions string) string {
	return fmt.Sprintf(`(SELECT y.%s FROM %s y WHERE y.cadre = c.id AND %s ORDER BY %s DESC, y.id DESC LIMIT 1)`,
		column, table, conditions, when)
}

// is is the condition that a column holds one of the codes the program knows.
func is[T ~string](column string, codes ...T) string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = "'" + string(code) + "'"
	}
	if len(list) == 1 {
		return column + " = " + list[0]
	}
	return column + " IN (" + strings.Join(list, ", ") + ")"
}

// proper is data.Appointment.Proper in SQL: the post by which a person is
// counted. A null, where there is no appointment, is neither.
func proper(alias string) string {
	return "NOT " + is(alias+".how", data.HowSecondment, data.HowConcurrent)
}
