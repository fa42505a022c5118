package criteria

import "huoshui/data"

const (
	// dispatches counts the dispatch meetings of a unit in the half-year of the
	// as-of month, up to it.
	dispatches = `(SELECT COUNT(*) FROM dispatch d WHERE d.unit = u.id
	AND d.held / 100 >= :at / 100 * 100 + CASE WHEN :at % 100 > 6 THEN 7 ELSE 1 END AND d.held / 100 <= :at)`

	// researched counts the team researches of a unit in the as-of year.
	researched = "(SELECT COUNT(*) FROM research k WHERE k.unit = u.id AND k.held / 10000 = :at / 100 AND k.held / 100 <= :at)"
)

// unitColumns stand for what a unit owes and how its leadership team is made up.
func (b *builder) unitColumns() map[string]string {
	// member is the seats of a unit's team held at the as-of month, as FROM and
	// WHERE over cadre m.
	member := `FROM appointment a JOIN post q ON q.id = a.post JOIN cadre m ON m.id = a.cadre
	WHERE q.unit = u.id AND q.team = 1 AND ` + b.properlyHeld("a", "m")
	townPrincipal := `EXISTS (SELECT 1 FROM appointment b JOIN post w ON w.id = b.post JOIN unit v ON v.id = w.unit
		WHERE b.cadre = m.id AND ` + everHeld("b") + " AND " + proper("b") + " AND " + servedInTown("v", "b") + " AND " + is("w.duty_code", data.DutyPrincipal) + ")"
	owed := b.setting(data.DispatchesOwed)
	return map[string]string{
		"unit.name":          unitNow("u", "name"),
		"unit.short":         unitNow("u", "short"),
		"unit.kind":          unitNow("u", "kind"),
		"unit.dispatches":    dispatches,
		"unit.dispatch_due":  owed,
		"unit.researched":    researched,
		"unit.dispatch_owed": b.greatest("0", owed+" - "+dispatches),
		"unit.members":       "(SELECT COUNT(DISTINCT m.id) " + member + ")",
		"unit.women":         "(SELECT COUNT(DISTINCT m.id) " + member + " AND " + is("m.sex", data.SexWoman) + ")",
		"unit.youngest":      "(SELECT MIN((:at - NULLIF(m.birth, 0)) / 100) " + member + ")",
		"unit.from_towns": "(CASE WHEN " + knowsTowns + " THEN (SELECT COUNT(DISTINCT CASE WHEN " + townPrincipal +
			" THEN m.id END) * 100 / NULLIF(COUNT(DISTINCT m.id), 0) " + member + ") END)",
		"unit.light_last": `COALESCE((SELECT y.color FROM light y JOIN evaluation e ON e.id = y.evaluation
			WHERE y.unit = u.id AND e.at <= :at ORDER BY e.at DESC, y.id DESC LIMIT 1), '')`,
	}
}
