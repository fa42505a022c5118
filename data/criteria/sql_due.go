package criteria

import (
	"fmt"

	"huoshui/data"
)

const (
	// hours are the hours of the classes of the as-of year that had begun by then.
	hours = `(SELECT COALESCE(SUM(x.hours), 0) FROM seat x JOIN class k ON k.id = x.class
	WHERE x.cadre = c.id AND k.start / 10000 = :at / 100 AND k.start / 100 <= :at)`

	// quota are the hours owed in a year by level of post; the one without a level
	// is for all others.
	quota = `(SELECT q.hours FROM quota q WHERE q.since <= :at AND (q.until = 0 OR q.until > :at)
	AND q.level IN ('', COALESCE(p.level, '')) ORDER BY q.level DESC, q.since DESC LIMIT 1)`

	// influence is the last day on which a punishment freezes the person, the
	// latest of all decided by then.
	influence = "(SELECT MAX(d.ends) FROM discipline d WHERE d.cadre = c.id AND d.decided / 100 <= :at)"

	// appraised is the last year whose appraisal should be on file: it is settled
	// in the first quarter of the next.
	appraised = "(:at / 100 - CASE WHEN :at % 100 < 4 THEN 2 ELSE 1 END)"

	// cameInTime: somebody who began in the second half of a year was not appraised for it.
	cameInTime = "(c.work_start > 0 AND c.work_start <= " + appraised + " * 100 + 6)"
)

// dueColumns stand for what the reminders of a person are told by.
func (b *builder) dueColumns() map[string]string {
	level := "p.level"
	if b.ahead { // somebody who has retired holds no post; he retired from the last
		level = "COALESCE(p.level, (SELECT q.level FROM appointment a JOIN post q ON q.id = a.post WHERE a.cadre = c.id AND " +
			active("a") + " AND " + proper("a") + " ORDER BY a.main DESC, a.since DESC, a.id LIMIT 1))"
	}
	due := b.retireMonth("c", level)
	return map[string]string{
		"cadre.retire_base":       b.retireBase("c", level),
		"cadre.retire_due":        due,
		"cadre.retire_left":       until(due),
		"cadre.retire_years":      "(" + due + " / 100 - :at / 100)",
		"cadre.hours":             hours,
		"cadre.hours_owed":        quota,
		"cadre.hours_short":       b.greatest("0", quota+" - "+hours),
		"cadre.influence_ends":    influence,
		"cadre.influence_left":    until("(" + influence + " / 100)"),
		"cadre.appraisal_due":     appraised,
		"cadre.appraisal_missing": "(" + cameInTime + " AND NOT EXISTS (SELECT 1 FROM appraisal y WHERE y.cadre = c.id AND y.year = " + appraised + "))",
	}
}

// retireBase is the age of retirement before 2025 of a cadre with a post of a
// level: the one the form states, else what the office has set for men and women.
func (b *builder) retireBase(cadre, level string) string {
	stated := "CASE"
	for _, age := range data.LimitAges {
		stated += fmt.Sprintf(" WHEN %[2]s.age_limit LIKE '%%%[1]d%%' THEN %[1]d", age, cadre)
	}
	return fmt.Sprintf(`(%s WHEN %s THEN %s WHEN NOT %s THEN NULL
		WHEN COALESCE(%s, '') BETWEEN '1' AND '%s' THEN %s ELSE %s END)`,
		stated, is(cadre+".sex", data.SexMan), b.setting(data.RetireMen), is(cadre+".sex", data.SexWoman),
		level, data.LevelCountyDeputy, b.setting(data.RetireWomenAbove), b.setting(data.RetireWomen))
}

// retireMonth is data.RetireMonth in SQL; a test holds the two together.
func (b *builder) retireMonth(cadre, level string) string {
	return fmt.Sprintf(`(SELECT m / 12 * 100 + m %% 12 + 1 FROM (SELECT old + CASE
			WHEN old <= %d OR base NOT IN (50, 55, 60) THEN 0
			WHEN base = 50 THEN %s ELSE %s END AS m
		FROM (SELECT base, %s - 1 + 12 * base AS old FROM (SELECT %s AS base))))`,
		lastBefore, b.least("60", fmt.Sprintf("(old - %d + 1) / 2", lastBefore)), b.least("36", fmt.Sprintf("(old - %d + 3) / 4", lastBefore)),
		monthIndex("NULLIF("+cadre+".birth, 0)"), b.retireBase(cadre, level))
}

// lastBefore is the last month before retirement is delayed, 2024.12, counted
// from year 0 and January as 0.
const lastBefore = 2024*12 + 11

// promotedBefore is whether the cadre of a punishment was promoted within five
// years before it was decided.
var promotedBefore = "EXISTS (SELECT 1 FROM appointment a WHERE a.cadre = x.cadre AND " + is("a.how", data.HowPromoted) +
	" AND a.since > x.decided / 100 - 500 AND a.since <= x.decided / 100)"

// recordColumns stand for further fields of single kinds of record.
func (b *builder) recordColumns() map[string]string {
	open := func(column string) string { return fmt.Sprintf("(x.%[1]s = 0 OR x.%[1]s / 100 > :at)", column) }
	next := later("(x.held / 100)", b.setting(data.RoundMonths))
	seats := "(SELECT COUNT(*) FROM seat t WHERE t.class = x.id)"
	named := "(COALESCE(x.cadre, '') <> '')"
	candidate := func(more string) string {
		return "EXISTS (SELECT 1 FROM candidate k WHERE k.vacancy = x.id AND k.young = 1 AND k.compared / 100 <= :at" + more + ")"
	}
	// The sort of the record that a record refers to: 班次类别 of a seat.
	sortOf := func(ref string) string {
		return fmt.Sprintf("COALESCE((SELECT y.kind FROM %[1]s y WHERE y.id = x.%[1]s), '')", ref)
	}
	before := "(SELECT y.color FROM light y WHERE y.unit = x.unit AND y.evaluation = " +
		round("e.at < (SELECT o.at FROM evaluation o WHERE o.id = x.evaluation)") + ")"
	return map[string]string{
		"round.next_due":  next,
		"round.next_left": until(next),
		"round.latest": "(" + is("x.kind", data.RoundYearly) + " AND x.held = (SELECT MAX(o.held) FROM round o WHERE " + is("o.kind", data.RoundYearly) +
			" AND o.held / 100 <= :at))",
		"task.deadline_left":         "(CASE WHEN " + open("done") + " THEN " + until("(x.deadline / 100)") + " END)",
		"notice.pending":             open("handled"),
		"decision.notice_days":       "(CASE WHEN x.notice > 0 AND x.notice_ends > 0 THEN " + b.workdays("x.notice", "x.notice_ends") + " END)",
		"discipline.promoted_before": promotedBefore,
		"class.trained":              "(CASE WHEN " + seats + " > 0 THEN " + seats + " ELSE x.heads END)",
		"class.by_name":              seats,
		"class.base_kind":            sortOf("base"),
		"sent.people":                "(CASE WHEN " + named + " THEN 1 ELSE x.heads END)",
		"sent.by_name":               named,
		"sent.campaign_kind":         sortOf("campaign"),
		"seat.class_kind":            sortOf("class"),
		"measure.items":              b.greatest("1", "x.articles"),
		"talent.age":                 "((:at - NULLIF(x.birth, 0)) / 100)",
		"vacancy.key_post":           "COALESCE((SELECT y.key FROM post y WHERE y.id = x.post), 0)",
		"vacancy.young_put":          candidate(""),
		"vacancy.young_filled":       "(x.filled > 0 AND x.filled / 100 <= :at AND " + candidate(" AND k.chosen = 1") + ")",
		"light.before":               "COALESCE(" + before + ", '')",
		"light.change": fmt.Sprintf( // the codes rise from red to green
			"(CASE WHEN %[1]s IS NULL THEN '首次评价' WHEN x.color > %[1]s THEN '转好' WHEN x.color < %[1]s THEN '转差' ELSE '不变' END)", before),
	}
}
