package records

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// draftKind names the drafts of these forms; the kind of record is the text's.
const draftKind = "records"

// kept is the stored draft of a form: the texts of its fields, whether they
// can be read or not.
type kept struct {
	Kind   string            `json:"kind"`
	Record string            `json:"record"` // empty for a new one
	Fields map[string]string `json:"fields"`
}

// draftID tells the drafts apart: one for each record, and one for the new
// record of each kind.
func (e *editor) draftID() string {
	if e.base != nil {
		return data.IDOf(e.base)
	}
	return "new/" + e.list.kind.Name
}

// keep has what is typed written as a draft within a second.
func (e *editor) keep() { e.room.keeper.Keep(e.draftID(), draftKind, e.keptText) }

func (e *editor) keptText() string {
	k := kept{Kind: e.list.kind.Name, Fields: map[string]string{}}
	if e.base != nil {
		k.Record = data.IDOf(e.base)
	}
	draft := e.form.Draft()
	for i := range e.list.kind.Fields {
		key := e.list.kind.Fields[i].Key
		if text := draft.Text(key); text != "" {
			k.Fields[key] = text
		}
	}
	text, err := json.Marshal(k)
	if err != nil {
		panic(err) // texts can always be written
	}
	return string(text)
}

// offerDrafts asks, when the room is first entered, about forms that were not
// saved when the program ended the last time.
func (w *Workspace) offerDrafts() {
	if w.offered {
		return
	}
	w.offered = true
	db := w.desk.Store
	desk.Ask(w.desk, &w.offering, func(ctx context.Context) ([]store.Draft, error) {
		return store.Drafts(ctx, db, draftKind)
	}, func(drafts []store.Draft) {
		for _, d := range drafts {
			var k kept
			if json.Unmarshal([]byte(d.Text), &k) != nil {
				w.keeper.Drop(d.ID)
				continue
			}
			for i, l := range w.lists {
				if l.kind.Name == k.Kind {
					w.offer(d, k, i)
					return // one at a time; the next when the room is entered again
				}
			}
		}
	})
}

func (w *Workspace) offer(d store.Draft, k kept, list int) {
	label := w.lists[list].kind.Label
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: fmt.Sprintf("有未保存的内容（%s）", d.At.Local().Format("15:04")),
		Text:  "一条“" + label + "”还没有保存：程序上次结束时没有存，或者另一个窗口里正在填。",
		Answers: []kit.Answer{
			{Text: "放弃", Do: func() bool { w.keeper.Drop(d.ID); return true }},
			{Text: "继续编辑", Do: func() bool { w.takeUp(k, list); return true }},
		},
		OnCancel: func() { w.offered = false },
	})
}

// takeUp goes on with a draft where it was left.
func (w *Workspace) takeUp(k kept, list int) {
	w.tabs.Select(list)
	w.editor.resume = k.Fields
	w.editor.ask(w.lists[list], k.Record)
}

// fill puts the texts of a draft over the record in the form.
func fill(draft *form.Draft, fields map[string]string) {
	for key, text := range fields {
		if draft.Kind().Field(key) != nil {
			_ = draft.Set(key, text) // what cannot be read is kept and marked
		}
	}
}

func (w *Workspace) tellKept(at time.Time) {
	w.desk.Shell.Say(kit.NoticeInfo, "未保存　草稿 "+at.Local().Format("15:04")+" 已存")
}
