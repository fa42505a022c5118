package criteria

import (
	"fmt"

	"huoshui/data"
)

// asCalled is a column of a unit, its name, short name or kind, as it was at a
// month: that of the entry of its history (机构沿革) which ends first after the
// month, else the unit's own. data.UnitsAt says the same in Go. Few units have a
// history, so that for the others one look at a list is enough.
func asCalled(unit, column, month string) string {
	return fmt.Sprintf(`(CASE WHEN %[1]s.id IN (SELECT o.unit FROM unit_past o)
		THEN COALESCE((SELECT o.%[2]s FROM unit_past o WHERE o.unit = %[1]s.id AND o.until > %[3]s ORDER BY o.until LIMIT 1), %[1]s.%[2]s)
		ELSE %[1]s.%[2]s END)`, unit, column, month)
}

// unitNow is asCalled at the as-of month.
func unitNow(unit, column string) string { return asCalled(unit, column, ":at") }

// servedInTown is the condition that the unit of a service was a township in the
// last month of the service, or at the as-of month while it goes on.
func servedInTown(unit, service string) string {
	last := fmt.Sprintf("(CASE WHEN %[1]s.until = 0 OR %[1]s.until > :at THEN :at ELSE %[1]s.until - 1 END)", service)
	return is(asCalled(unit, "kind", last), data.TownKinds()...)
}

// knowsTowns is whether townships are on record at all: in a city that keeps
// none, nobody can be said to have served in one or not.
var knowsTowns = "EXISTS (SELECT 1 FROM unit v WHERE " + is("v.kind", data.TownKinds()...) + ")"
