package criteria

import (
	"fmt"

	"huoshui/data"
)

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
func setting(n data.NumberSetting) string {
	return fmt.Sprintf(`COALESCE((SELECT CAST(s.value AS INTEGER) FROM setting s
		WHERE s.key = '%s' AND s.since <= :at AND CAST(s.value AS INTEGER) > 0 ORDER BY s.since DESC LIMIT 1), %d)`, n.Key, n.Default)
}

// retireBase is the age of retirement before 2025: the one the form states,
// else what the office has set for men and women.
func retireBase() string {
	stated := "CASE"
	for _, age := range data.LimitAges {
		stated += fmt.Sprintf(" WHEN c.age_limit LIKE '%%%[1]d%%' THEN %[1]d", age)
	}
	return fmt.Sprintf(`(%s WHEN c.sex = '1' THEN %s WHEN c.sex <> '2' THEN NULL
		WHEN COALESCE(p.level, '') <> '' AND p.level <= '%s' THEN %s ELSE %s END)`,
		stated, setting(data.RetireMen), data.LevelCountyDeputy, setting(data.RetireWomenAbove), setting(data.RetireWomen))
}

// retireMonth is data.RetireMonth in SQL; a test holds the two together.
func retireMonth() string {
	return fmt.Sprintf(`(SELECT m / 12 * 100 + m %% 12 + 1 FROM (SELECT old + CASE
			WHEN old <= %d OR base NOT IN (50, 55, 60) THEN 0
			WHEN base = 50 THEN MIN(60, (old - %[1]d + 1) / 2) ELSE MIN(36, (old - %[1]d + 3) / 4) END AS m
		FROM (SELECT base, %s - 1 + 12 * base AS old FROM (SELECT %s AS base))))`, 2024*12+11, monthIndex("NULLIF(c.birth, 0)"), retireBase())
}

// hours are the hours of the classes of the as-of year that had begun by then.
const hours = `(SELECT COALESCE(SUM(x.hours), 0) FROM seat x JOIN class k ON k.id = x.class
	WHERE x.cadre = c.id AND k.start / 10000 = :at / 100 AND k.start / 100 <= :at)`

// quota are the hours owed in a year by level of post; the one without a level
// is for all others.
const quota = `(SELECT q.hours FROM quota q WHERE q.since <= :at AND (q.until = 0 OR q.until > :at)
	AND q.level IN ('', COALESCE(p.level, '')) ORDER BY q.level DESC, q.since DESC LIMIT 1)`

// influence is the last day on which a punishment freezes the person, the
// latest of all decided by then.
const influence = "(SELECT MAX(d.ends) FROM discipline d WHERE d.cadre = c.id AND d.decided / 100 <= :at)"

// appraised is the last year whose appraisal should be on file: it is settled
// in the first quarter of the next.
const appraised = "(:at / 100 - 1 - (:at % 100 < 4))"

// personDue are the fields of a person by which the reminders are told.
func personDue() []Field {
	return []Field{
		computed("retire_base", "适用年龄界限", data.TypeInt, "", retireBase()),
		computed("retire_due", "应到龄年月", data.TypeMonth, "", retireMonth()),
		computed("retire_left", "距到龄月数", data.TypeInt, "", until(retireMonth())),
		computed("retire_years", "距到龄年度数", data.TypeInt, "", "("+retireMonth()+" / 100 - :at / 100)"),
		computed("hours", "本年学时", data.TypeInt, "", hours),
		computed("hours_owed", "本年应达学时", data.TypeInt, "", quota),
		computed("hours_short", "学时差额", data.TypeInt, "", "MAX(0, "+quota+" - "+hours+")"),
		computed("influence_ends", "影响期止日", data.TypeDate, "", influence),
		computed("influence_left", "距影响期止月数", data.TypeInt, "", until("("+influence+" / 100)")),
		computed("appraisal_due", "应有考核年度", data.TypeInt, "", appraised),
		computed("appraisal_missing", "缺应有考核", data.TypeBool, "",
			// Who came in the second half of the year was not appraised for it.
			"(c.work_start > 0 AND c.work_start <= "+appraised+" * 100 + 6 AND NOT EXISTS (SELECT 1 FROM appraisal y WHERE y.cadre = c.id AND y.year = "+appraised+"))"),
	}
}

// postDue are the fields of the holding of a post by which the reminders are
// told. On trial is who was promoted and not elected.
func postDue() []Field {
	trial := "(CASE WHEN h.how = '1' AND h.term = 0 AND h.since > 0 THEN " + later("h.since", setting(data.TrialMonths)) + " END)"
	return []Field{
		computed("post_months", "任现职月数", data.TypeInt, "", "-"+until("NULLIF(h.since, 0)")),
		computed("trial_ends", "试用期满年月", data.TypeMonth, "", trial),
		computed("trial_left", "距试用期满月数", data.TypeInt, "", until(trial)),
	}
}

// dispatches counts the dispatch meetings of a unit in the half-year of the
// as-of month, up to it.
const dispatches = `(SELECT COUNT(*) FROM dispatch d WHERE d.unit = u.id
	AND d.held / 100 >= :at / 100 * 100 + CASE WHEN :at % 100 > 6 THEN 7 ELSE 1 END AND d.held / 100 <= :at)`

// researched counts the team researches of a unit in the as-of year.
const researched = "(SELECT COUNT(*) FROM research k WHERE k.unit = u.id AND k.held / 10000 = :at / 100 AND k.held / 100 <= :at)"

// workdays counts Mondays to Fridays from one day to another, both included.
// The holidays of a year and the days worked instead are not known here.
func workdays(from, to string) string {
	// Of the days since a Monday long ago, five in seven.
	before := func(day, more string) string {
		date := fmt.Sprintf("printf('%%04d-%%02d-%%02d', %[1]s / 10000, %[1]s / 100 %% 100, %[1]s %% 100)", day)
		return fmt.Sprintf("(SELECT n / 7 * 5 + MIN(n %% 7, 5) FROM (SELECT CAST(julianday(%s) + 0.5 AS INTEGER) + %s AS n))", date, more)
	}
	return "(" + before(to, "1") + " - " + before(from, "0") + ")"
}

// recordDue are further fields of single kinds of record.
func recordDue(kind *data.Kind) []Field {
	open := func(column string) string { return fmt.Sprintf("(x.%[1]s = 0 OR x.%[1]s / 100 > :at)", column) }
	switch kind {
	case data.TaskKind:
		left := "(CASE WHEN " + open("done") + " THEN " + until("(x.deadline / 100)") + " END)"
		return []Field{computed("deadline_left", "未完成事项距时限月数", data.TypeInt, "", left)}
	case data.NoticeKind:
		return []Field{computed("pending", "未办结", data.TypeBool, "", open("handled"))}
	case data.DecisionKind:
		return []Field{computed("notice_days", "公示工作日", data.TypeInt, "", "(CASE WHEN x.notice > 0 AND x.notice_ends > 0 THEN "+workdays("x.notice", "x.notice_ends")+" END)")}
	case data.DisciplineKind:
		return []Field{computed("promoted_before", "决定前五年内提拔", data.TypeBool, "", promotedBefore)}
	case data.UnitKind:
		return []Field{
			computed("dispatches", "本半年调度会次数", data.TypeInt, "", dispatches),
			computed("dispatch_due", "本半年应开调度会", data.TypeInt, "", setting(data.DispatchesOwed)),
			computed("researched", "本年调研分析次数", data.TypeInt, "", researched),
			computed("dispatch_owed", "本半年欠开调度会", data.TypeInt, "", "MAX(0, "+setting(data.DispatchesOwed)+" - "+dispatches+")"),
		}
	case data.RoundKind:
		next := later("(r.held / 100)", setting(data.RoundMonths))
		return []Field{
			computed("next_due", "下次集中调整年月", data.TypeMonth, "", next),
			computed("next_left", "距下次集中调整月数", data.TypeInt, "", until(next)),
			computed("latest", "最近一次集中调整", data.TypeBool, "",
				"(r.kind = '1' AND r.held = (SELECT MAX(o.held) FROM round o WHERE o.kind = '1' AND o.held / 100 <= :at))"),
		}
	}
	return nil
}
