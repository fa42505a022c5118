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
		"cadre.grassroots":  grassroots(),
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

// grassroots counts the months somebody has served in townships, in office or
// sent to a village. Earlier work that stands in the résumé alone is not counted.
func grassroots() string {
	return fmt.Sprintf(`(SELECT COALESCE(SUM(months), 0) FROM (
	SELECT %[1]s AS months FROM appointment b JOIN unit v ON v.id = b.unit
		WHERE b.cadre = c.id AND %[2]s AND NOT %[3]s AND b.since > 0 AND b.since <= :at
	UNION ALL
	SELECT %[1]s FROM sent b WHERE b.cadre = c.id AND %[4]s AND b.since <= :at))`,
		"("+monthIndex("CASE WHEN b.until = 0 OR b.until > :at THEN :at ELSE b.until END")+" - "+monthIndex("b.since")+")",
		inTown("v"), is("b.how", data.HowConcurrent), is("b.kind", data.SentToVillage))
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
