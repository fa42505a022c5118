package criteria

import (
	"huoshui/data"
)

// holdingColumns stand for what the post a cadre holds is like.
func (b *builder) holdingColumns() map[string]string {
	levelSince := `(SELECT MIN(a.since) FROM appointment a JOIN post q ON q.id = a.post
			WHERE a.cadre = c.id AND q.level = p.level AND ` + everHeld("a") + " AND a.since > 0)"
	// On trial is who was promoted and not elected.
	trial := "(CASE WHEN " + is("h.how", data.HowPromoted) + " AND h.term = 0 AND h.since > 0 THEN " + later("h.since", b.setting(data.TrialMonths)) + " END)"
	return map[string]string{
		"holding.post_months":   "-" + until("NULLIF(h.since, 0)"),
		"holding.trial_ends":    trial,
		"holding.trial_left":    until(trial),
		"holding.level_months":  "-" + until(levelSince),
		"holding.title":         b.title(),
		"holding.post":          "COALESCE(p.name, h.title, '')",
		"holding.unit":          "COALESCE(" + unitNow("u", "short") + ", '')",
		"holding.unit_kind":     "COALESCE(" + unitNow("u", "kind") + ", '')",
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
		"holding.order":         b.order("COALESCE(u.sort, 999999)", "COALESCE(p.sort, 999999)", "c.pinyin"),
	}
}

// title is the title of a cadre (现任职务) as papers print it; data.TitleText says
// the same in Go. Most people hold one post, and need no order and no marks.
func (b *builder) title() string {
	const order = "CASE WHEN a.sort = 0 THEN 1 ELSE 0 END, a.sort, a.main DESC, a.since, a.id"
	held := " FROM appointment a WHERE a.cadre = c.id AND " + b.held("a", "c")
	only := "(SELECT CASE COUNT(*) WHEN 0 THEN '' WHEN 1 THEN MIN(a.title) END" + held + ")"
	titles := `SELECT (CASE WHEN ROW_NUMBER() OVER w = 1 THEN '' WHEN a.unit = LAG(a.unit) OVER w THEN '` + data.TitleMark + `' ELSE '` + data.UnitMark + `' END)
		|| a.title AS title` + held + ` WINDOW w AS (ORDER BY ` + order + `) ORDER BY ` + order
	told := "COALESCE(" + only + ", " + b.joined("title", "", titles) + ", '')"
	bare := func(text string) string {
		for _, mark := range data.TitleMarks() {
			text = "REPLACE(" + text + ", '" + mark + "', '')"
		}
		return text
	}
	return "(SELECT CASE WHEN c.written_title <> '' AND b.told <> '' AND " + bare("b.told") + " = " + bare("c.written_title") +
		" THEN c.written_title ELSE b.told END FROM (SELECT " + told + " AS told) b)"
}

// placeColumns stand for how far a post is filled.
func (b *builder) placeColumns() map[string]string {
	held := "FROM appointment h JOIN cadre m ON m.id = h.cadre WHERE h.post = p.id AND " + b.properlyHeld("h", "m")
	filled := "(SELECT COUNT(*) " + held + ")"
	return map[string]string{
		"place.unit":          unitNow("u", "short"),
		"place.unit_kind":     unitNow("u", "kind"),
		"place.filled":        filled,
		"place.holders":       "COALESCE(" + b.joined("name", "、", "SELECT m.name "+held+" ORDER BY h.since, h.id") + ", '')",
		"place.vacant":        b.greatest("0", "p.approved - "+filled),
		"place.vacant_months": "(CASE WHEN " + filled + " < p.approved THEN -" + until(b.vacantSince()) + " END)",
	}
}

// vacantSince is the month since which a post that is not full has had an empty
// seat without a break: the last end of a holding that left it with fewer than
// approved, else the month the post was set up. Null when nobody can know.
func (b *builder) vacantSince() string {
	ends := b.end("a", "m")
	before := "(SELECT COUNT(*) FROM appointment h JOIN cadre k ON k.id = h.cadre WHERE h.post = p.id AND " + proper("h") +
		" AND h.since < ended AND (" + b.end("h", "k") + " = 0 OR " + b.end("h", "k") + " >= ended))"
	last := "COALESCE((SELECT MAX(ended) FROM (SELECT " + ends + " AS ended FROM appointment a JOIN cadre m ON m.id = a.cadre " +
		"WHERE a.post = p.id AND " + proper("a") + ") WHERE ended > 0 AND ended <= :at AND " + before + " >= p.approved), 0)"
	return "NULLIF(" + b.greatest(last, b.greatest("p.since", "u.since")) + ", 0)"
}
