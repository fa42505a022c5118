package criteria

import "huoshui/data"

// was is whether a cadre has held, up to the as-of month, a post of a sort in a
// township: secondments and part-time titles are no post held.
func was(conditions string) string {
	return "(CASE WHEN " + knowsTowns + ` THEN EXISTS (SELECT 1 FROM appointment a JOIN post q ON q.id = a.post JOIN unit v ON v.id = q.unit
		WHERE a.cadre = c.id AND ` + everHeld("a") + " AND " + proper("a") + " AND " + servedInTown("v", "a") + " AND " + conditions + ") END)"
}

// pastColumns stand for what a cadre has behind him or her by the as-of month.
func (b *builder) pastColumns() map[string]string {
	lastVetting := `(SELECT y.grade FROM vetted y JOIN vetting b ON b.id = y.vetting
		WHERE y.cadre = c.id AND b.held / 100 <= :at ORDER BY b.held DESC, y.id DESC LIMIT 1)`
	return map[string]string{
		"cadre.town_principal": was(is("q.duty_code", data.DutyPrincipal)),
		"cadre.town_team":      was("q.team = 1"),
		"cadre.promoted_last": "(SELECT MAX(a.since) FROM appointment a WHERE a.cadre = c.id AND " + is("a.how", data.HowPromoted) +
			" AND a.since > 0 AND a.since <= :at)",
		"cadre.appraisal_last": "COALESCE(" + latest("appraisal", "grade", "y.year", "y.year < :at / 100") + ", '')",
		"cadre.appraisal_best": "(SELECT COUNT(*) FROM appraisal y WHERE y.cadre = c.id AND " + is("y.grade", data.AppraisalExcellent) +
			" AND y.year BETWEEN :at / 100 - 3 AND :at / 100 - 1)",
		"cadre.vetting_last": "COALESCE(" + lastVetting + ", '')",
		"cadre.honours":      "(SELECT COUNT(*) FROM reward y WHERE y.cadre = c.id AND " + is("y.kind", data.RewardHonour) + " AND y.held / 100 <= :at)",
		"cadre.notices_open": "(SELECT COUNT(*) FROM notice y WHERE y.cadre = c.id AND y.received / 100 <= :at " +
			"AND (y.handled = 0 OR y.handled / 100 > :at))",
		"cadre.seasoned": "EXISTS (SELECT 1 FROM posting y WHERE y.cadre = c.id AND y.since <= :at)",
		"cadre.sent":     "EXISTS (SELECT 1 FROM sent y WHERE y.cadre = c.id AND y.since <= :at)",
	}
}
