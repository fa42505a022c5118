package exchange_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store/storetest"
)

// titleOnRecord is the title of the one cadre on record.
func titleOnRecord(t *testing.T, held []*data.Appointment, c *data.Cadre) string {
	t.Helper()
	var now []*data.Appointment
	for _, a := range held {
		if at.Within(a.Since, a.Until) {
			now = append(now, a)
		}
	}
	return data.TitleText(c.WrittenTitle, now)
}

// A form keeps its order and its marks; a later form of another order is a change
// of the wording alone, one with another post ends and begins what it must and
// leaves the rest in its order.
func TestTheTitleOfAFormIsKept(t *testing.T) {
	s := storetest.Open(t)
	county(t, s)
	for i, step := range []struct{ title, differs, ended string }{
		{"清源县财政局党组成员、副局长；清源县青石镇党委副书记、镇长\n县诗词学会会长", "", ""},
		{"清源县财政局党组成员、副局长；清源县青石镇党委副书记、镇长\n县诗词学会会长", "", ""},
		{
			"清源县青石镇党委副书记、镇长，清源县财政局党组成员、副局长，县诗词学会会长",
			"现任职务写法：清源县财政局党组成员、副局长；清源县青石镇党委副书记、镇长，县诗词学会会长→清源县青石镇党委副书记、镇长，清源县财政局党组成员、副局长，县诗词学会会长", "",
		},
		{
			"县书法协会会长，清源县青石镇党委副书记、镇长，县诗词学会会长",
			"现任职务：清源县青石镇党委副书记、镇长，清源县财政局党组成员、副局长，县诗词学会会长→县书法协会会长，清源县青石镇党委副书记、镇长，县诗词学会会长",
			"清源县财政局党组成员、副局长",
		},
	} {
		p := read(t, s, form(t, t.TempDir(), "甲.lrmx", map[string]string{lrmx.TagName: "王甲", lrmx.TagBirth: "198001", lrmx.TagPost: step.title}))
		if got := differences(p.Items[0]); i > 0 && got != step.differs {
			t.Errorf("form %d: %s", i, got)
		}
		if same := p.Count(exchange.Same) == 1; same != (i == 1) {
			t.Errorf("form %d: %s", i, p.Items[0].State)
		}
		write(t, s, p)
		held := storetest.All[data.Appointment](t, s)
		if got := titleOnRecord(t, held, storetest.All[data.Cadre](t, s)[0]); got != data.WrittenTitle(step.title) {
			t.Errorf("form %d reads %s", i, got)
		}
		ended := ""
		for _, a := range held {
			if a.Until != 0 {
				ended += a.Title
			}
		}
		if ended != step.ended {
			t.Errorf("form %d ended %q", i, ended)
		}
	}
}
