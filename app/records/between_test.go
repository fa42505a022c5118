package records

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// What somebody else saves while a target stands in the form is kept, or put before
// the user, from whatever month the target is changed.
func TestTargetEditedMeanwhile(t *testing.T) {
	target := data.Target{
		ID: "t1", Name: "年轻", Kind: "31", Scope: data.ListNamed("scope").Items[0].Code, Condition: "年龄 < 36",
		Measure: data.ListNamed("measure").Items[0].Code, Percent: 20, Base: data.ListNamed("base").Items[0].Code,
	}
	for name, test := range map[string]struct {
		answer string
		others func(*data.Target)
		asked  bool
		want   string // since, percent and source of each target afterwards
	}{
		"another field, always":        {"一直以来就应如此", func(x *data.Target) { x.Source = "县委文件" }, false, "=25县委文件"},
		"another field, from a month":  {"从这个月起", func(x *data.Target) { x.Source = "县委文件" }, false, "=20县委文件 2026.10=25县委文件"},
		"the same field, always":       {"一直以来就应如此", func(x *data.Target) { x.Percent = 30 }, true, "=30"},
		"the same field, from a month": {"从这个月起", func(x *data.Target) { x.Percent = 30 }, true, "=30"},
	} {
		t.Run(name, func(t *testing.T) {
			ours := target
			w, shell := enter(t, storetest.Open(t, append(county(), &ours)...), data.TargetKind)
			w.grid.OnOpen(0)
			theirs, err := store.Get[data.Target](t.Context(), w.desk.Store, "t1")
			if err != nil {
				t.Fatal(err)
			}
			test.others(theirs)
			storetest.Put(t, w.desk.Store, theirs)
			w.editor.form.Input("percent").SetValue("25")
			w.Save()
			shell.tap(t, test.answer)
			if asked := shell.Shows("别人刚改过同样的内容"); asked != test.asked {
				t.Fatalf("asked: %v; failed %v, said %v", asked, shell.Failed, shell.Said)
			}
			if test.asked {
				shell.tap(t, "先不保存")
			}
			var got []string
			for _, x := range storetest.All[data.Target](t, w.desk.Store) {
				got = append(got, fmt.Sprintf("%s=%d%s", x.Since, x.Percent, x.Source))
			}
			if text := strings.Join(got, " "); text != test.want {
				t.Errorf("stored %q, want %q", text, test.want)
			}
		})
	}
}

// What somebody else has saved meanwhile outlives also the second save of a form in
// which one typed on during the first.
func TestTypedOnAfterAnotherHasSaved(t *testing.T) {
	w, _ := room(t, data.TalkKind)
	id := w.list().pages.IDs[0]
	w.grid.OnOpen(0)
	talk, _ := store.Get[data.Talk](t.Context(), w.desk.Store, id)
	talk.Content = "谈了三件事" // somebody else
	storetest.Put(t, w.desk.Store, talk)
	w.editor.form.Input("who").SetValue("吴部长")
	late := &desktest.Late{}
	w.desk.Run = late
	w.Save()
	w.editor.form.Input("who").SetValue("郑部长")
	late.Flush()
	w.Save()
	late.Flush()
	talk, err := store.Get[data.Talk](t.Context(), w.desk.Store, id)
	if err != nil || talk.Who != "郑部长" || talk.Content != "谈了三件事" {
		t.Errorf("stored %s：%s; %v", talk.Who, talk.Content, err)
	}
}

// A new target that does not say since when it holds is asked about.
func TestNewTargetAsksForItsMonth(t *testing.T) {
	for answer, want := range map[string]string{"从这个月起": "2026.10", "一直以来就应如此": ""} {
		w, shell := enter(t, storetest.Open(t, county()...), data.TargetKind)
		w.Add()
		for key, value := range map[string]string{
			"name": "女干部至少1名", "kind": "31", "scope": string(data.ListNamed("scope").Items[0].Code), "condition": "性别 = 女", "measure": "2", "number": "1",
		} {
			w.editor.form.Input(key).SetValue(value)
		}
		w.Save()
		if n := len(storetest.All[data.Target](t, w.desk.Store)); n != 0 {
			t.Fatalf("%d targets before the answer", n)
		}
		shell.tap(t, answer)
		made := storetest.All[data.Target](t, w.desk.Store)
		if len(made) != 1 || made[0].Since.String() != want {
			t.Errorf("%s: %+v, failed %v", answer, made, shell.Failed)
		}
	}
}
