package rule

import (
	"slices"
	"time"

	"huoshui/data"
)

// influence is for how many months each kind of punishment freezes a person;
// kinds whose time is set case by case are not there. A serious warning to
// somebody without a party post counts two years.
// Source: 中国共产党纪律处分条例、公职人员政务处分法; for 诫勉 the usual practice.
var influence = map[data.Code][]int{
	data.DisciplineWarning: {12}, data.DisciplineSerious: {18, 24}, data.DisciplineParty: {24}, data.DisciplinePublicWarning: {6},
	data.DisciplineDemerit: {12}, data.DisciplineGreatDemerit: {18}, data.DisciplineLowered: {24}, data.DisciplineRemoved: {24},
	data.DisciplineAdmonished: {6},
}

// disciplines compares the influence period with its begin and its kind.
func (c *checker) disciplines() {
	for i, d := range beside[data.Discipline](c.Person, data.DisciplineKind) {
		label := data.ListNamed("discipline_kind").Label(d.Kind)
		months := influence[d.Kind]
		due := func(n int) bool { return lastDay(d.Decided, n) == d.Ends }
		switch {
		case d.Ends < d.Decided:
			c.row("影响期止不早于决定日期", data.DisciplineKind, i, "ends", "%s决定于 %s，影响期止 %s", label, d.Decided, d.Ends)
		case len(months) > 0 && !slices.ContainsFunc(months, due):
			c.row("影响期与处分种类相符", data.DisciplineKind, i, "ends", "%s决定于 %s，影响期 %d 个月应止于 %s，填为 %s",
				label, d.Decided, months[0], lastDay(d.Decided, months[0]), d.Ends)
		}
	}
}

// lastDay is the day before so many months are over.
func lastDay(from data.Date, months int) data.Date {
	m := from.Month().Add(months)
	// A day the month does not have is the last it has: the period never runs
	// into the month after.
	last := time.Date(m.Year(), time.Month(m%100)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	day := time.Date(m.Year(), time.Month(m%100), min(int(from)%100, last), 0, 0, 0, 0, time.UTC).AddDate(0, 0, -1)
	return data.DateOf(day)
}

// underInfluence finds promotions, in post or in rank, while a punishment froze
// the person.
func (c *checker) underInfluence() {
	for _, d := range beside[data.Discipline](c.Person, data.DisciplineKind) {
		label := data.ListNamed("discipline_kind").Label(d.Kind)
		frozen := func(m data.Month) bool { return m > d.Decided.Month() && m <= d.Ends.Month() }
		for i, a := range c.Appointments {
			if frozen(a.Since) && (a.How == data.HowPromoted || a.How == data.HowWeighty) {
				c.row("影响期内不提拔重用", data.AppointmentKind, i, "since", "“%s”任职 %s，在%s影响期（%s 至 %s）内", a.Title, a.Since, label, d.Decided, d.Ends)
			}
		}
		for i, p := range beside[data.Promotion](c.Person, data.PromotionKind) {
			if frozen(p.Since) {
				c.row("影响期内不晋升职级", data.PromotionKind, i, "since", "%s晋升于 %s，在%s影响期（%s 至 %s）内",
					data.ListNamed("grade_rank").Label(p.Grade), p.Since, label, d.Decided, d.Ends)
			}
		}
	}
}

// notices looks at how what other bodies told was handled.
func (c *checker) notices() {
	for i, n := range beside[data.Notice](c.Person, data.NoticeKind) {
		switch {
		case n.Handled != 0 && n.Handled < n.Received:
			c.row("办结不早于收到", data.NoticeKind, i, "handled", "收到 %s，办结 %s", n.Received, n.Handled)
		case n.Handled != 0 && n.Handling == "":
			c.row("办结的应写明处理方式", data.NoticeKind, i, "handling", "%s 办结，没有写处理方式", n.Handled)
		}
	}
}
