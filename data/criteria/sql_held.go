package criteria

import (
	"fmt"

	"huoshui/data"
)

// Who is in post at a month has one meaning: data.Appointment.Holds tells it in
// Go, and this file in SQL. A test compares the two on random histories.

// held is the condition that an appointment puts its cadre in post at the as-of
// month. Both are given by alias.
func (b *builder) held(appointment, cadre string) string {
	return b.heldWhere(appointment, cadre, inPlace(appointment))
}

// heldWhere is held with a condition of one's own that post and unit exist, for
// questions that have them at hand.
func (b *builder) heldWhere(appointment, cadre, place string) string {
	sql := active(appointment) + " AND " + onFile(cadre) + " AND " + place
	if b.ahead {
		sql += fmt.Sprintf(" AND NOT (%s AND COALESCE(%s <= :at, FALSE))", retiredLeave, b.retirement(appointment, cadre))
	}
	return "(" + sql + ")"
}

// properlyHeld is held for the posts by which people are counted: neither on
// secondment nor beside another.
func (b *builder) properlyHeld(appointment, cadre string) string {
	return proper(appointment) + " AND " + b.held(appointment, cadre)
}

// everHeld is the condition that an appointment has put its cadre in post by the
// as-of month at all: one that ends in the month in which it begins never did.
func everHeld(appointment string) string {
	return fmt.Sprintf("(%[1]s.since <= :at AND (%[1]s.until = 0 OR %[1]s.until > %[1]s.since))", appointment)
}

// onFile is the condition that a cadre has not left by the as-of month.
func onFile(cadre string) string { return fmt.Sprintf("(%[1]s.gone = 0 OR %[1]s.gone > :at)", cadre) }

// inPlace is the condition that the post of an appointment and its unit exist; of
// a title no post has been found for, its unit. Few posts and units do not exist,
// so that a list of those is faster than a look at each.
func inPlace(appointment string) string {
	units := "SELECT z.id FROM unit z WHERE " + inactive("z")
	posts := "SELECT y.id FROM post y WHERE " + inactive("y") + " UNION ALL SELECT y.id FROM post y WHERE y.unit IN (" + units + ")"
	return fmt.Sprintf("(CASE WHEN %[1]s.post IS NULL THEN COALESCE(%[1]s.unit, '') NOT IN (%[2]s) ELSE %[1]s.post NOT IN (%[3]s) END)",
		appointment, units, posts)
}

// retiredLeave is whether the office wants retirement counted at the month.
var retiredLeave = fmt.Sprintf(`COALESCE((SELECT CASE s.value WHEN '是' THEN TRUE WHEN '否' THEN FALSE END FROM setting s
	WHERE s.key = '%s' AND s.since <= :at ORDER BY s.since DESC LIMIT 1), %v)`, data.RetiredLeave.Key, data.RetiredLeave.Default)

// retirement is the month in which a cadre retires from the post of an appointment.
func (b *builder) retirement(appointment, cadre string) string {
	return b.retireMonth(cadre, "(SELECT z.level FROM post z WHERE z.id = "+appointment+".post)")
}

// end is the month from which an appointment no longer puts its cadre in post, 0
// when none is known: when it ends, when the cadre leaves or, ahead, retires.
func (b *builder) end(appointment, cadre string) string {
	first := func(a, b string) string {
		return fmt.Sprintf("(CASE WHEN %[1]s = 0 OR %[2]s > 0 AND %[2]s < %[1]s THEN %[2]s ELSE %[1]s END)", a, b)
	}
	end := first(appointment+".until", cadre+".gone")
	if b.ahead { // nobody has retired before the month that comes next
		end = first(end, fmt.Sprintf("(CASE WHEN %s THEN COALESCE(%s, 0) ELSE 0 END)",
			retiredLeave, b.greatest(":next", b.retirement(appointment, cadre))))
	}
	return end
}
