package criteria

import (
	"fmt"

	"huoshui/data"
)

// Conditions on the posts an appointment a holds: q is the post, v its unit.
const (
	inTownship  = "v.kind IN ('31', '32', '33')"
	asPrincipal = "q.duty = '党政正职'"
)

// knowsTowns is whether townships are on record at all: a city that keeps none
// knows of nobody whether he or she has served in one.
const knowsTowns = "EXISTS (SELECT 1 FROM unit v WHERE " + inTownship + ")"

// was is whether a cadre has held, up to the as-of month, a post of a sort in a
// township: secondments and part-time titles are no post held.
func was(conditions string) string {
	return "(CASE WHEN " + knowsTowns + ` THEN EXISTS (SELECT 1 FROM appointment a JOIN post q ON q.id = a.post JOIN unit v ON v.id = q.unit
		WHERE a.cadre = c.id AND a.since <= :at AND a.how NOT IN ('5', '6') AND ` + inTownship + " AND " + conditions + ") END)"
}

// latest is a column of the newest record of a kind about a cadre up to the
// as-of month; when says when a record is of.
func latest(table, column, when, conditions string) string {
	return fmt.Sprintf(`(SELECT y.%s FROM %s y WHERE y.cadre = c.id AND %s ORDER BY %s DESC, y.id DESC LIMIT 1)`,
		column, table, conditions, when)
}

// pastFields tell what a cadre has behind him or her by the as-of month: they
// serve the ready lists.
func pastFields() []Field {
	lastVetting := `(SELECT y.grade FROM vetted y JOIN vetting b ON b.id = y.vetting
		WHERE y.cadre = c.id AND b.held / 100 <= :at ORDER BY b.held DESC, y.id DESC LIMIT 1)`
	return []Field{
		computed("full_schooling", "全日制学历层次", data.TypeCode, "schooling", "REPLACE("+schooling("c.full_edu")+", '9', '')"),
		computed("town_principal", "乡镇党政正职经历", data.TypeBool, "", was(asPrincipal)),
		computed("town_team", "乡镇班子经历", data.TypeBool, "", was("q.team = 1")),
		computed("promoted_last", "最近提拔年月", data.TypeMonth, "",
			"(SELECT MAX(a.since) FROM appointment a WHERE a.cadre = c.id AND a.how = '1' AND a.since > 0 AND a.since <= :at)"),
		computed("appraisal_last", "最近考核等次", data.TypeCode, "appraisal_grade",
			"COALESCE("+latest("appraisal", "grade", "y.year", "y.year < :at / 100")+", '')"),
		computed("appraisal_best", "近三年考核优秀次数", data.TypeInt, "",
			"(SELECT COUNT(*) FROM appraisal y WHERE y.cadre = c.id AND y.grade = '1' AND y.year BETWEEN :at / 100 - 3 AND :at / 100 - 1)"),
		computed("vetting_last", "最近政治素质等次", data.TypeCode, "vetting_grade", "COALESCE("+lastVetting+", '')"),
		computed("honours", "荣誉称号次数", data.TypeInt, "",
			"(SELECT COUNT(*) FROM reward y WHERE y.cadre = c.id AND y.kind = '4' AND y.held / 100 <= :at)"),
		computed("notices_open", "未办结通报数", data.TypeInt, "",
			"(SELECT COUNT(*) FROM notice y WHERE y.cadre = c.id AND y.received / 100 <= :at AND (y.handled = 0 OR y.handled / 100 > :at))"),
		computed("seasoned", "墩苗锻炼经历", data.TypeBool, "", "EXISTS (SELECT 1 FROM posting y WHERE y.cadre = c.id AND y.since <= :at)"),
		computed("sent", "一线经历", data.TypeBool, "", "EXISTS (SELECT 1 FROM sent y WHERE y.cadre = c.id AND y.since <= :at)"),
	}
}

// member is the seats of a unit's team held at the as-of month, as FROM and
// WHERE over cadre m.
const member = `FROM appointment a JOIN post q ON q.id = a.post JOIN cadre m ON m.id = a.cadre
	WHERE q.unit = u.id AND q.team = 1 AND a.how NOT IN ('5', '6')
	AND a.since <= :at AND (a.until = 0 OR a.until > :at) AND (m.gone = 0 OR m.gone > :at)`

// teamFields tell how the leadership team of a unit is made up.
func teamFields() []Field {
	townPrincipal := `EXISTS (SELECT 1 FROM appointment b JOIN post w ON w.id = b.post JOIN unit v ON v.id = w.unit
		WHERE b.cadre = m.id AND b.since <= :at AND b.how NOT IN ('5', '6') AND v.kind IN ('31', '32', '33') AND w.duty = '党政正职')`
	return []Field{
		computed("members", "班子成员数", data.TypeInt, "", "(SELECT COUNT(DISTINCT m.id) "+member+")"),
		computed("women", "女班子成员数", data.TypeInt, "", "(SELECT COUNT(DISTINCT m.id) "+member+" AND m.sex = '2')"),
		computed("youngest", "班子成员最小年龄", data.TypeInt, "", "(SELECT MIN((:at - NULLIF(m.birth, 0)) / 100) "+member+")"),
		computed("from_towns", "有乡镇党政正职经历的班子成员占比", data.TypeInt, "",
			"(CASE WHEN "+knowsTowns+" THEN (SELECT COUNT(DISTINCT CASE WHEN "+townPrincipal+" THEN m.id END) * 100 / NULLIF(COUNT(DISTINCT m.id), 0) "+member+") END)"),
		computed("light_last", "最近评价灯色", data.TypeCode, "light", `COALESCE((SELECT y.color FROM light y JOIN evaluation e ON e.id = y.evaluation
			WHERE y.unit = u.id AND e.at <= :at ORDER BY e.at DESC, y.id DESC LIMIT 1), '')`),
	}
}

// vacantMonths is for how many months a post has had an empty seat without a
// break: since the last end of a holding that left it with fewer than approved,
// else since the post was set up. Null when it is full or nobody can know.
func vacantMonths() string {
	filled := func(at string) string {
		return fmt.Sprintf(`(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND h.how NOT IN ('5', '6')
			AND h.since < %[1]s AND (h.until = 0 OR h.until >= %[1]s))`, at)
	}
	begun := `COALESCE((SELECT MAX(a.until) FROM appointment a WHERE a.post = p.id AND a.how NOT IN ('5', '6')
		AND a.until > 0 AND a.until <= :at AND ` + filled("a.until") + ` >= p.approved), NULLIF(p.since, 0))`
	now := "(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND " + proper + " AND " + active("h") + ")"
	return "(CASE WHEN " + now + " < p.approved THEN -" + until(begun) + " END)"
}

// promotedBefore is whether the cadre of a punishment was promoted within five
// years before it was decided.
const promotedBefore = `EXISTS (SELECT 1 FROM appointment a WHERE a.cadre = x.cadre AND a.how = '1'
	AND a.since > x.decided / 100 - 500 AND a.since <= x.decided / 100)`
