package desk

import (
	"fmt"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// When is the question from which month on a change of the office's rules
// holds. Figures, lights and papers of earlier months stay as they were.
type When struct {
	What   string     // what is changed: “提拔重用年轻干部保底百分比”、3 项设置
	Verb   string     // what is done to it; empty for 改
	Since  data.Month // since when that holds which is changed; zero for always
	Until  data.Month // up to when; zero for no end
	Always string     // the other answer; empty for 一直以来就应如此
	Note   string     // what the other answer leads to; empty for the usual
}

// WhenOf is the question about one rule of the office (data.Kind.Dated).
func WhenOf(rule any) When {
	kind := data.KindOf(rule)
	month := func(key string) data.Month {
		if f := kind.Field(key); f != nil {
			return data.Month(f.Value(rule).(int64))
		}
		return 0
	}
	q := When{What: kind.Label + "“" + data.NameOf(rule) + "”", Since: month("since"), Until: month("until")}
	if q.Since != 0 {
		q.Always = "自 " + q.Since.String() + " 起就应如此"
	}
	return q
}

// Stop returns the question from which month on the rule is out of use,
// instead of changed.
func (q When) Stop() When {
	q.Verb, q.Always = "停用", "从来就不该有"
	q.Note = "“从来就不该有”会把它删除，以前各月也不再用它，只在留痕里还查得到。"
	return q
}

// Begin makes of the question from which month on a rule changes the one from which
// month on a new one holds.
func (q When) Begin() When {
	q.Verb = "起用"
	q.Note = "“一直以来就应如此”用于补录早就在用的，以前各月也按它算。"
	return q
}

// AskWhen asks from which month on a change holds and goes on with the answer.
// It proposes the as-of month. Zero means that it should always have been so.
// Nothing happens when the user cancels.
func (d *Desk) AskWhen(q When, then func(since data.Month)) {
	verb, always, note := q.Verb, q.Always, q.Note
	if verb == "" {
		verb = "改"
	}
	if always == "" {
		always = "一直以来就应如此"
	}
	if note == "" {
		note = "“" + always + "”用于更正录错的内容，以前各月也按新的算。"
	}
	field := input.NewMonth("起用年月", func(text string) (string, error) {
		m, err := data.ParseMonth(text)
		return m.String(), err
	})
	field.SetValue(max(d.At, q.Since).String())
	chosen := func() (data.Month, bool) {
		m, err := data.ParseMonth(field.Value())
		switch {
		case err != nil:
			field.SetProblem(err.Error())
		case m == 0:
			field.SetProblem("请填年月，如 " + d.At.String())
		case m < q.Since:
			field.SetProblem(fmt.Sprintf("现在的内容自 %s 起用，请填 %[1]s 或以后的年月", q.Since))
		case q.Until != 0 && m >= q.Until:
			field.SetProblem(fmt.Sprintf("到 %s 已停用，请填更早的年月", q.Until))
		default:
			return m, true
		}
		return 0, false
	}
	kit.Ask(d.Shell.Canvas(), kit.Question{
		Title:   "从哪个月起",
		Text:    fmt.Sprintf("%s从哪个月起%s？这个月以前的指标、灯色、名单和材料不变。%s", q.What, verb, note),
		Content: input.NewForm(1, field),
		Answers: []kit.Answer{
			{Text: "取消"},
			{Text: always, Do: func() bool { then(0); return true }},
			{Text: "从这个月起", Do: func() bool {
				m, ok := chosen()
				if ok {
					then(m)
				}
				return ok
			}},
		},
	})
}
