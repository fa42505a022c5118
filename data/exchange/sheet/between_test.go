package sheet

import (
	"errors"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// What somebody saves between the check of a table and its import is kept, or told
// as a conflict in which nothing is written.
func TestEditsBeforeATableIsImported(t *testing.T) {
	for name, test := range map[string]struct {
		edit     func(*data.Talk)
		conflict string // what is told as stored; empty for nothing
		want     string // who and content afterwards
	}{
		"nothing":        {func(*data.Talk) {}, "", "吴部长：谈了\n两件事"},
		"another field":  {func(talk *data.Talk) { talk.Content = "谈了三件事" }, "", "吴部长：谈了三件事"},
		"the same value": {func(talk *data.Talk) { talk.Who = "吴部长" }, "", "吴部长：谈了\n两件事"},
		"the same field": {func(talk *data.Talk) { talk.Who, talk.Content = "郑县长", "谈了三件事" }, "郑县长", "郑县长：谈了三件事"},
	} {
		t.Run(name, func(t *testing.T) {
			db := county(t)
			p := read(t, db, data.TalkKind, tableOf(t,
				[]any{"姓名", "身份证号", "日期", "类别", "谈话人"},
				[]any{"沈嘉怡", "990101198904011227", "2026.01.10", label("talk_kind", 0), "吴部长"},
			))
			if states(p) != [4]int{0, 1, 0, 0} {
				t.Fatal(states(p), p.Rows[0].Flaws)
			}
			talk, err := store.Get[data.Talk](t.Context(), db, "t1")
			if err != nil {
				t.Fatal(err)
			}
			test.edit(talk)
			storetest.Put(t, db, talk)
			told := ""
			var conflict *store.Conflict
			if _, err := p.Write(t.Context(), db, "测试", nil); errors.As(err, &conflict) {
				told = conflict.Records[0].Fields[0].Stored.(string)
			} else if err != nil {
				t.Fatal(err)
			}
			talk, err = store.Get[data.Talk](t.Context(), db, "t1")
			if err != nil || told != test.conflict || talk.Who+"："+string(talk.Content) != test.want {
				t.Errorf("told %q; stored %s：%s; %v", told, talk.Who, talk.Content, err)
			}
		})
	}
}
