package criteria

import (
	"encoding/json"
	"fmt"
)

// sqlite is the dialect of SQLite.
var sqlite = &dialect{
	row:      "rowid",
	least:    func(a, b string) string { return "MIN(" + a + ", " + b + ")" },
	greatest: func(a, b string) string { return "MAX(" + a + ", " + b + ")" },
	integer:  func(text string) string { return "CAST(" + text + " AS INTEGER)" },
	order: func(unit, post, name string) string {
		return "PRINTF('%06d%06d%s', " + unit + ", " + post + ", " + name + ")"
	},
	days: func(date string) string {
		written := fmt.Sprintf("printf('%%04d-%%02d-%%02d', %[1]s / 10000, %[1]s / 100 %% 100, %[1]s %% 100)", date)
		return "CAST(julianday(" + written + ") + 0.5 AS INTEGER)"
	},
	joined: func(column, separator, rows string) string {
		return "(SELECT GROUP_CONCAT(t." + column + ", '" + separator + "') FROM (" + rows + ") t)"
	},
	contains: func(text string) string { return "INSTR(" + text + ", ?) > 0" },
	// SQLite takes few bound values, so that a list is bound as one.
	among: func(column string) string { return column + " IN (SELECT value FROM json_each(?))" },
	list: func(values []string) any {
		list, _ := json.Marshal(values) // strings always can be
		return string(list)
	},
	// SQLite leaves out a join nobody asks about, but not where it counts; a limit
	// keeps it from counting within.
	apart: " LIMIT -1",
}
