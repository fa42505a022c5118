package criteria

import (
	"fmt"

	"huoshui/data"
)

// views look in another way at kinds of record that have a plain subject: at
// what began in the period, at what is listed for its years, at the latest.
func views() []*Subject {
	years := "(x.year >= :from / 100 AND x.year <= :at / 100)"
	return []*Subject{
		view(data.LightKind, "lit", "班子灯色", "个", "x.evaluation = "+round("e.at <= :at"), changed()...),
		view(data.TaskKind, "listed", "年度清单事项", "项", years),
		view(data.LookBackKind, "looked_back", "年度回头看事项", "项", years),
		view(data.SentKind, "deployed", "时段内选派", "人次", "(x.since <= :at AND (x.until = 0 OR x.until > :from))"),
		view(data.PostingKind, "seasoning", "新派锻炼", "人", within("x.since")),
		view(data.VacancyKind, "comparison", "职位比选", "个",
			"EXISTS (SELECT 1 FROM candidate k WHERE k.vacancy = x.id AND "+within("(k.compared / 100)")+")"),
	}
}

func view(kind *data.Kind, name, label, counter, base string, more ...Field) *Subject {
	s := plain(kind)
	s.Name, s.Label, s.Counter, s.base = name, label, counter, base
	s.Fields = together(s.Fields, more)
	s.own = append(s.own, labels(more)...)
	return s
}

// round is the last round of evaluation, of those that are settled, that meets
// a condition.
func round(condition string) string {
	return fmt.Sprintf("(SELECT e.id FROM evaluation e WHERE e.held > 0 AND %s ORDER BY e.at DESC, e.held DESC, e.id DESC LIMIT 1)", condition)
}

// changed compares a team's light with that of the round before.
func changed() []Field {
	before := "(SELECT y.color FROM light y WHERE y.unit = x.unit AND y.evaluation = " +
		round("e.at < (SELECT o.at FROM evaluation o WHERE o.id = x.evaluation)") + ")"
	return []Field{
		computed("before", "上次灯色", data.TypeCode, "light", "COALESCE("+before+", '')"),
		computed("change", "较上次", data.TypeText, "", fmt.Sprintf( // the codes rise from red to green
			"(CASE WHEN %[1]s IS NULL THEN '首次评价' WHEN x.color > %[1]s THEN '转好' WHEN x.color < %[1]s THEN '转差' ELSE '不变' END)", before)),
	}
}

// recordCounted are the fields of single kinds of record that figures count by.
func recordCounted(kind *data.Kind) []Field {
	switch kind {
	case data.ClassKind:
		seats := "(SELECT COUNT(*) FROM seat t WHERE t.class = x.id)"
		return append(
			known("trained", "参训人次", "by_name", "有名单人次", "(CASE WHEN "+seats+" > 0 THEN "+seats+" ELSE x.heads END)", seats),
			of("base", "教育基地", "base_kind"),
		)
	case data.SentKind:
		named := "(COALESCE(x.cadre, '') <> '')"
		return append(
			known("people", "选派人次", "by_name", "有名单人次", "(CASE WHEN "+named+" THEN 1 ELSE x.heads END)", named),
			of("campaign", "任务", "campaign_kind"),
		)
	case data.SeatKind:
		return []Field{of("class", "班次", "class_kind")}
	case data.MeasureKind:
		return []Field{computed("items", "措施条数", data.TypeInt, "", "MAX(1, x.articles)")}
	case data.TalentKind: // most of them are not cadres on file
		return []Field{computed("age", "年龄", data.TypeInt, "", "((:at - NULLIF(x.birth, 0)) / 100)")}
	case data.VacancyKind:
		return compared()
	}
	return nil
}

// known is a number together with how much of it stands on single people.
func known(key, label, namedKey, namedLabel, sql, named string) []Field {
	sum := computed(key, label, data.TypeInt, "", sql)
	sum.Known = namedLabel
	return []Field{sum, computed(namedKey, namedLabel, data.TypeInt, "", named)}
}

// of is the sort of the record that a record refers to: 班次类别 of a seat.
func of(ref, label, list string) Field {
	return computed(list, label+"类别", data.TypeCode, list, fmt.Sprintf("COALESCE((SELECT y.kind FROM %[1]s y WHERE y.id = x.%[1]s), '')", ref))
}

// compared tells of a vacancy who was compared for it by the as-of month.
func compared() []Field {
	who := func(more string) string {
		return "EXISTS (SELECT 1 FROM candidate k WHERE k.vacancy = x.id AND k.young = 1 AND k.compared / 100 <= :at" + more + ")"
	}
	return []Field{
		computed("key_post", "关键岗位", data.TypeBool, "", "COALESCE((SELECT y.key FROM post y WHERE y.id = x.post), 0)"),
		computed("young_put", "提出年轻干部", data.TypeBool, "", who("")),
		computed("young_filled", "由年轻干部补配", data.TypeBool, "",
			"(x.filled > 0 AND x.filled / 100 <= :at AND "+who(" AND k.chosen = 1")+")"),
	}
}
