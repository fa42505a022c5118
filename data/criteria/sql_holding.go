package criteria

import (
	"fmt"

	"huoshui/data"
)

// holdingColumns stand for what the post a cadre holds is like.
func (d *dialect) holdingColumns() map[string]string {
	levelSince := `(SELECT MIN(a.since) FROM appointment a JOIN post q ON q.id = a.post
			WHERE a.cadre = c.id AND q.level = p.level AND a.since <= :at AND a.since > 0)`
	// On trial is who was promoted and not elected.
	trial := "(CASE WHEN " + is("h.how", data.HowPromoted) + " AND h.term = 0 AND h.since > 0 THEN " + later("h.since", d.setting(data.TrialMonths)) + " END)"
	return map[string]string{
		"holding.post_months":   "-" + until("NULLIF(h.since, 0)"),
		"holding.trial_ends":    trial,
		"holding.trial_left":    until(trial),
		"holding.level_months":  "-" + until(levelSince),
		"holding.title":         d.title(),
		"holding.post":          "COALESCE(p.name, h.title, '')",
		"holding.unit":          "COALESCE(u.short, '')",
		"holding.unit_kind":     "COALESCE(u.kind, '')",
		"holding.level":         "COALESCE(p.level, '')",
		"holding.rank":          "COALESCE(p.rank, '')",
		"holding.managed":       "COALESCE(p.managed, '')",
		"holding.team":          "COALESCE(p.team, 0)",
		"holding.key_post":      "COALESCE(p.key, 0)",
		"holding.duty":          "COALESCE(p.duty, '')",
		"holding.how":           "COALESCE(h.how, '')",
		"holding.term":          "COALESCE(h.term, 0)",
		"holding.post_since":    "NULLIF(h.since, 0)",
		"holding.age_then":      "((NULLIF(h.since, 0) - NULLIF(c.birth, 0)) / 100)",
		"holding.before_period": "(h.since < :from)",
		"holding.level_since":   levelSince,
		"holding.order":         d.order("COALESCE(u.sort, 999999)", "COALESCE(p.sort, 999999)", "c.pinyin"),
	}
}

// title is the title of a cadre (现任职务) as papers print it; data.TitleText says
// the same in Go.
func (d *dialect) title() string {
	const order = "CASE WHEN a.sort = 0 THEN 1 ELSE 0 END, a.sort, a.main DESC, a.since, a.id"
	titles := `SELECT (CASE WHEN ROW_NUMBER() OVER w = 1 THEN '' WHEN a.unit = LAG(a.unit) OVER w THEN '` + data.TitleMark + `' ELSE '` + data.UnitMark + `' END)
		|| a.title AS title FROM appointment a WHERE a.cadre = c.id AND ` + active("a") + ` WINDOW w AS (ORDER BY ` + order + `) ORDER BY ` + order
	bare := func(text string) string {
		for _, mark := range data.TitleMarks() {
			text = "REPLACE(" + text + ", '" + mark + "', '')"
		}
		return text
	}
	return `(SELECT CASE WHEN c.written_title <> '' AND ` + bare("b.told") + ` = ` + bare("c.written_title") + ` THEN c.written_title ELSE COALESCE(b.told, '') END
		FROM (SELECT ` + d.joined("title", "", titles) + ` AS told) b)`
}

// placeColumns stand for how far a post is filled.
func (d *dialect) placeColumns() map[string]string {
	filled := "(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND " + proper("h") + " AND " + active("h") + ")"
	return map[string]string{
		"place.unit":          "u.short",
		"place.unit_kind":     "u.kind",
		"place.filled":        filled,
		"place.vacant":        d.greatest("0", "p.approved - "+filled),
		"place.vacant_months": vacantMonths(),
	}
}

// vacantMonths is for how many months a post has had an empty seat without a
// break: since the last end of a holding that left it with fewer than approved,
// else since the post was set up. Null when it is full or nobody can know.
func vacantMonths() string {
	filled := func(at string) string {
		return fmt.Sprintf(`(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND %[2]s
			AND h.since < %[1]s AND (h.until = 0 OR h.until >= %[1]s))`, at, proper("h"))
	}
	begun := `COALESCE((SELECT MAX(a.until) FROM appointment a WHERE a.post = p.id AND ` + proper("a") + `
		AND a.until > 0 AND a.until <= :at AND ` + filled("a.until") + ` >= p.approved), NULLIF(p.since, 0))`
	now := "(SELECT COUNT(*) FROM appointment h WHERE h.post = p.id AND " + proper("h") + " AND " + active("h") + ")"
	return "(CASE WHEN " + now + " < p.approved THEN -" + until(begun) + " END)"
}
