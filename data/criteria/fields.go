package criteria

import (
	"slices"

	"huoshui/data"
)

// of says what fields tell about.
func of(part string, fields ...Field) []Field {
	for i := range fields {
		fields[i].part = part
	}
	return fields
}

func field(key, label string, typ data.Type, list string) Field {
	return Field{Field: data.Field{Key: key, Label: label, Type: typ, List: list}}
}

func number(key, label string) Field     { return field(key, label, data.TypeInt, "") }
func text(key, label, list string) Field { return field(key, label, data.TypeText, list) }
func code(key, label, list string) Field { return field(key, label, data.TypeCode, list) }
func month(key, label string) Field      { return field(key, label, data.TypeMonth, "") }
func yesno(key, label string) Field      { return field(key, label, data.TypeBool, "") }

// happening is a field that counts what has happened up to the month.
func happening(f Field) Field {
	f.Happens = true
	return f
}

// counted is a number together with how much of it stands on records of single people.
func counted(key, label, namedKey, namedLabel string) []Field {
	sum := number(key, label)
	sum.Known = namedLabel
	return []Field{sum, number(namedKey, namedLabel)}
}

// kindFields are the described fields of a kind of record, all but references
// and files.
func kindFields(kind *data.Kind) []Field {
	var fields []Field
	for _, f := range kind.Fields {
		if !f.Hidden() && f.Type != data.TypeRef && f.Type != data.TypeBlob {
			fields = append(fields, Field{Field: f})
		}
	}
	return of(kind.Name, fields...)
}

// references offers each reference by the name of what it refers to.
func references(kind *data.Kind) []Field {
	var fields []Field
	for _, f := range kind.Fields {
		if f.Type == data.TypeRef {
			fields = append(fields, text(f.Key, f.Label, ""))
		}
	}
	return of(kind.Name, fields...)
}

// personFields tell about a cadre at the month.
var personFields = slices.Concat(kindFields(data.CadreKind), of(
	partCadre,
	// that the reminders show
	number("retire_base", "适用年龄界限"),
	month("retire_due", "应到龄年月"),
	number("retire_left", "距到龄月数"),
	number("retire_years", "距到龄年度数"),
	happening(number("hours", "本年学时")),
	number("hours_owed", "本年应达学时"),
	happening(number("hours_short", "学时差额")),
	field("influence_ends", "影响期止日", data.TypeDate, ""),
	number("influence_left", "距影响期止月数"),
	number("appraisal_due", "应有考核年度"),
	happening(yesno("appraisal_missing", "缺应有考核")),
	// what somebody has behind him or her, for the ready lists
	code("full_schooling", "全日制学历层次", "schooling"),
	yesno("town_principal", "乡镇党政正职经历"),
	yesno("town_team", "乡镇班子经历"),
	month("promoted_last", "最近提拔年月"),
	code("appraisal_last", "最近考核等次", "appraisal_grade"),
	number("appraisal_best", "近三年考核优秀次数"),
	code("vetting_last", "最近政治素质等次", "vetting_grade"),
	number("honours", "荣誉称号次数"),
	number("notices_open", "未办结通报数"),
	yesno("seasoned", "墩苗锻炼经历"),
	yesno("sent", "一线经历"),
	// the rest
	number("age", "年龄"),
	text("politics", "政治面貌", "politics"),
	text("education", "学历", "education"),
	code("schooling", "学历层次", "schooling"),
	text("degree", "学位层次", ""),
	yesno("in_reserve", "在储备库"),
	code("grade_rank", "职级", "grade_rank"),
	month("grade_since", "任现职级时间"),
	number("grassroots", "基层任职月数"),
	yesno("has_resume", "有简历"),
	text("pinyin", "拼音", ""),
	text("initials", "拼音首字母", ""),
))

// holdingFields tell about the post a cadre holds at the month.
var holdingFields = of(
	partHolding,
	number("post_months", "任现职月数"),
	month("trial_ends", "试用期满年月"),
	number("trial_left", "距试用期满月数"),
	number("level_months", "任现层次月数"),
	text("title", "现任职务", ""),
	text("post", "职位", ""),
	text("unit", "机构", ""),
	code("unit_kind", "机构类别", "unit_kind"),
	code("level", "职务层次", "level"),
	code("rank", "正副职", "rank"),
	code("managed", "管理权限", "managed"),
	yesno("team", "班子成员"),
	yesno("key_post", "关键岗位"),
	text("duty", "岗位类别", "duty"),
	code("how", "任职方式", "how"),
	yesno("term", "换届"),
	month("post_since", "任现职时间"),
	number("age_then", "任职时年龄"),
	yesno("before_period", "时段前已任职"),
	month("level_since", "任现层次时间"),
	text("order", "机构排序", ""),
)

// seatFields tell about a post as a place to be filled.
var seatFields = of(
	partPlace,
	text("unit", "机构", ""),
	code("unit_kind", "机构类别", "unit_kind"),
	number("filled", "实配"),
	text("holders", "在任人员", ""),
	number("vacant", "空缺"),
	number("vacant_months", "空缺月数"),
)

// unitFields tell what a unit owes and how its leadership team is made up.
var unitFields = of(
	data.UnitKind.Name,
	happening(number("dispatches", "本半年调度会次数")),
	number("dispatch_due", "本半年应开调度会"),
	happening(number("researched", "本年调研分析次数")),
	happening(number("dispatch_owed", "本半年欠开调度会")),
	number("members", "班子成员数"),
	number("women", "女班子成员数"),
	number("youngest", "班子成员最小年龄"),
	number("from_towns", "有乡镇党政正职经历的班子成员占比"),
	code("light_last", "最近评价灯色", "light"),
)

// roundFields tell when the next round of the reserve is due.
var roundFields = of(
	data.RoundKind.Name,
	month("next_due", "下次集中调整年月"),
	number("next_left", "距下次集中调整月数"),
	yesno("latest", "最近一次集中调整"),
)

// recordFields are further fields of single kinds of record, by which reminders
// are told and figures count.
func recordFields(kind *data.Kind) []Field {
	switch kind {
	case data.TaskKind:
		return of(kind.Name, number("deadline_left", "未完成事项距时限月数"))
	case data.NoticeKind:
		return of(kind.Name, yesno("pending", "未办结"))
	case data.DecisionKind:
		return of(kind.Name, number("notice_days", "公示工作日"))
	case data.DisciplineKind:
		return of(kind.Name, yesno("promoted_before", "决定前五年内提拔"))
	case data.ClassKind:
		return of(kind.Name, append(counted("trained", "参训人次", "by_name", "有名单人次"), code("base_kind", "教育基地类别", "base_kind"))...)
	case data.SentKind:
		return of(kind.Name, append(counted("people", "选派人次", "by_name", "有名单人次"), code("campaign_kind", "任务类别", "campaign_kind"))...)
	case data.SeatKind:
		return of(kind.Name, code("class_kind", "班次类别", "class_kind"))
	case data.MeasureKind:
		return of(kind.Name, number("items", "措施条数"))
	case data.TalentKind: // most of them are not cadres on file
		return of(kind.Name, number("age", "年龄"))
	case data.VacancyKind:
		return of(kind.Name, yesno("key_post", "关键岗位"), yesno("young_put", "提出年轻干部"), yesno("young_filled", "由年轻干部补配"))
	}
	return nil
}

// changeFields compare a team's light with that of the round before.
var changeFields = of(data.LightKind.Name, code("before", "上次灯色", "light"), text("change", "较上次", ""))
