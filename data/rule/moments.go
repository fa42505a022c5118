package rule

import (
	"fmt"
	"slices"

	"huoshui/data"
)

// What may well happen before going to work: a student is rewarded, and
// recruited; and what may lie ahead: a class one is enrolled in.
var (
	beforeWork = []*data.Kind{data.RewardKind, data.RecruitKind, data.TalentKind, data.NoticeKind}
	mayBeAhead = []*data.Kind{data.SeatKind, data.CandidateKind}
)

// afterLeaving is what no longer happens to somebody who has left.
var afterLeaving = []*data.Kind{
	data.SeatKind, data.PostingKind, data.PromotionKind, data.SentKind, data.CandidateKind,
	data.ExceptionalKind, data.ReserveKind, data.AppraisalKind,
}

// moments compares when things happened with the beginning and the end of a
// working life and with the present.
func (c *checker) moments() {
	for _, kind := range besideKinds() {
		for i, record := range c.Beside[kind] {
			if from, to, field, ok := c.when(kind, record); ok {
				c.moment(kind, i, field, from, to)
			}
		}
	}
}

// when is the month a record is about; the year alone is all its months.
func (c *checker) when(kind *data.Kind, record any) (from, to data.Month, field string, ok bool) {
	f := kind.Moment()
	if f == nil {
		if f = kind.Field("year"); f == nil {
			return 0, 0, "", false
		}
		year, _ := f.Value(record).(int64)
		return data.MakeMonth(int(year), 1), data.MakeMonth(int(year), 12), f.Key, year != 0
	}
	switch value := f.Value(record).(type) {
	case int64:
		from = data.Month(value)
		if f.Type == data.TypeDate {
			from = data.Date(value).Month()
		}
	case string:
		from = c.held(data.Ref(value))
	}
	return from, from, f.Key, from != 0
}

func (c *checker) moment(kind *data.Kind, row int, field string, from, to data.Month) {
	when, start, gone := from.String(), c.Cadre.WorkStart, c.Cadre.Gone
	if from != to {
		when = fmt.Sprintf("%d 年", from.Year())
	}
	switch {
	case from > c.at && !slices.Contains(mayBeAhead, kind):
		c.row("时间不晚于当天", kind, row, field, "%s %s 晚于 %s", kind.Label, when, c.at)
	case start != 0 && to < start && !slices.Contains(beforeWork, kind):
		c.row(kind.Label+"不早于参加工作", kind, row, field, "%s %s，参加工作 %s", kind.Label, when, start)
	case gone != 0 && from > gone && slices.Contains(afterLeaving, kind):
		c.row("离册后不再有"+kind.Label, kind, row, field, "%s %s，离册 %s", kind.Label, when, gone)
	}
}

// dates looks at the two dates of the form that are kept as they were written.
func (c *checker) dates() {
	for _, key := range []string{"age_as_of", "filled_at"} {
		f := data.CadreKind.Field(key)
		if _, err := data.ParseMonth(f.Text(c.Cadre)); err != nil {
			c.cadre("填表日期应为年月或年月日", key, "%s：%s", f.Label, err)
		}
	}
}

// retirement compares the month of retirement that the form states with the
// one that follows from its own birth and age.
func (c *checker) retirement() {
	stated := c.Cadre.RetireMonth
	due := data.RetireMonth(c.Cadre.Birth, data.AgeLimitOf(c.Cadre.AgeLimit))
	if stated != 0 && due != 0 && stated != due {
		c.cadre("到龄年月与出生年月、年龄界限相符", "retire_month", "到龄年月填为 %s，按出生 %s、%d 岁推算为 %s",
			stated, c.Cadre.Birth, data.AgeLimitOf(c.Cadre.AgeLimit), due)
	}
}
