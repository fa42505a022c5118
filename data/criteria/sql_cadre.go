package criteria

import (
	"fmt"
	"strings"

	"huoshui/data"
)

// cadreColumns stand for what follows from the records of a cadre.
func (b *builder) cadreColumns() map[string]string {
	return map[string]string{
		"cadre.age":      "((:at - NULLIF(c.birth, 0)) / 100)",
		"cadre.politics": "(CASE WHEN c.party_joined > 0 AND c.party_joined <= :at THEN '中共党员' WHEN c.other_party <> '' THEN c.other_party ELSE '群众' END)",
		"cadre.education": "(CASE WHEN c.full_edu = '' OR c.part_edu <> '' AND " + schooling("c.part_edu") + " < " + schooling("c.full_edu") +
			" THEN c.part_edu ELSE c.full_edu END)",
		"cadre.schooling":      "REPLACE(" + b.least(schooling("c.full_edu"), schooling("c.part_edu")) + ", '9', '')",
		"cadre.full_schooling": "REPLACE(" + schooling("c.full_edu") + ", '9', '')",
		"cadre.degree": "(CASE WHEN " + hasDegree("博士") + " THEN '博士' WHEN " + hasDegree("硕士") + " THEN '硕士' WHEN " +
			hasDegree("学士") + " THEN '学士' ELSE '' END)",
		"cadre.in_reserve":  "EXISTS (SELECT 1 FROM reserve x WHERE x.cadre = c.id AND " + active("x") + " AND " + onFile("c") + ")",
		"cadre.grade_rank":  gradeRank("grade"),
		"cadre.grade_since": gradeRank("since"),
		"cadre.grassroots":  b.grassroots(),
		"cadre.has_resume":  "EXISTS (SELECT 1 FROM resume x WHERE x.cadre = c.id)",
		"cadre.pinyin":      "REPLACE(c.pinyin, ' ', '')",
		"cadre.initials":    "c.initials",
	}
}

// gradeRank is a column of the rank in grade (职级) somebody has at the month: of
// the last promotion up to then.
func gradeRank(column string) string {
	return "(SELECT g." + column + " FROM promotion g WHERE g.cadre = c.id AND g.since <= :at ORDER BY g.since DESC, g.grade LIMIT 1)"
}

// grassroots counts the months in which somebody has served in a township or was
// sent to a village; a month with several services counts once. Earlier work that
// stands in the résumé alone is not counted.
func (b *builder) grassroots() string {
	months := func(service string) string {
		end := fmt.Sprintf("(CASE WHEN %[1]s.until = 0 OR %[1]s.until > :at THEN :at ELSE %[1]s.until END)", service)
		end = "(CASE WHEN c.gone > 0 AND c.gone < " + end + " THEN c.gone ELSE " + end + " END)"
		return monthIndex(service+".since") + " AS first, " + monthIndex(end) + " AS last"
	}
	services := "SELECT " + months("s") + " FROM appointment s LEFT JOIN post q ON q.id = s.post JOIN unit v ON v.id = COALESCE(q.unit, s.unit)" +
		" WHERE s.cadre = c.id AND " + servedInTown("v", "s") + " AND NOT " + is("s.how", data.HowConcurrent) + " AND s.since > 0 AND s.since <= :at" +
		" UNION ALL SELECT " + months("s") + " FROM sent s WHERE s.cadre = c.id AND " + is("s.kind", data.SentToVillage) + " AND s.since <= :at"
	// Of each service, the months after the latest end of those that began before it.
	return "(SELECT COALESCE(SUM(" + b.greatest("0", "last - "+b.greatest("first", "counted")) + "), 0) FROM (SELECT first, last, " +
		"COALESCE(MAX(last) OVER (ORDER BY first, last ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS counted FROM (" + services + ")))"
}

// schooling is the class of an education as written: 1 研究生 … 6 初中及以下, 9
// when it is none of the list.
func schooling(column string) string {
	var b strings.Builder
	b.WriteString("(CASE " + column)
	for _, item := range data.ListNamed("education").Items {
		fmt.Fprintf(&b, " WHEN '%s' THEN '%s'", item.Label, item.Group)
	}
	b.WriteString(" ELSE '9' END)")
	return b.String()
}

func hasDegree(degree string) string {
	return fmt.Sprintf("(c.full_degree LIKE '%%%[1]s' OR c.part_degree LIKE '%%%[1]s')", degree)
}
