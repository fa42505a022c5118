package person

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// kept is the stored draft of the page: the unsaved changes, and which cadre
// they are about.
type kept struct {
	Who string `json:"who"`
	snapshot
}

// keep has what is not saved written as a draft, and the draft dropped when
// everything is as it was.
func (w *Workspace) keep() {
	switch {
	case w.model.dirty():
		w.keeping = true
		w.keeper.Keep(w.model.draft, draftKind, w.keptText)
	case w.keeping:
		w.forget()
	}
}

// forget drops the draft of what is in the page.
func (w *Workspace) forget() {
	w.keeping = false
	w.keeper.Drop(w.model.draft)
}

func (w *Workspace) keptText() string {
	text, err := json.Marshal(kept{w.who(), w.model.snapshot()})
	if err != nil {
		panic(err) // strings, numbers and bytes can all be written
	}
	return string(text)
}

// tellKept says that what is not saved is safe all the same.
func (w *Workspace) tellKept(at time.Time) {
	if w.unsaved != "" {
		w.desk.Shell.Say(kit.NoticeInfo, fmt.Sprintf("未保存：%s　草稿 %s 已存", w.unsaved, at.Format("15:04")))
	}
}

// OfferDrafts asks at the start of the program what to do with drafts that
// were not saved before it ended.
func (w *Workspace) OfferDrafts() {
	s := w.desk.Store
	desk.Ask(w.desk, &w.offering,
		func(ctx context.Context) ([]store.Draft, error) { return store.Drafts(ctx, s, draftKind) },
		func(drafts []store.Draft) {
			w.offerNext(drafts)
		})
}

// offerNext asks about the newest of some drafts. Esc leaves them for the next
// time.
func (w *Workspace) offerNext(drafts []store.Draft) {
	if len(drafts) == 0 {
		return
	}
	d := drafts[0]
	k, err := readKept(d)
	if err != nil {
		w.desk.Shell.Fail(err)
		w.keeper.Drop(d.ID)
		w.offerNext(drafts[1:])
		return
	}
	w.ask(d, k.Who, func() { w.offerNext(drafts[1:]) }, func() {
		w.resuming = &d
		if k.Cadre.ID == "" {
			w.desk.Shell.NewCadre()
		} else {
			w.desk.Shell.OpenCadre(d.ID)
		}
	}, func() {})
}

// offer asks about the draft of the cadre just opened. Esc goes on with it:
// what is typed from here on would be kept over it.
func (w *Workspace) offer(d store.Draft) {
	if w.resuming != nil && w.resuming.ID == d.ID {
		w.resuming = nil
		w.takeUp(d)
		return
	}
	takeUp := func() { w.takeUp(d) }
	w.ask(d, w.who(), func() {}, takeUp, takeUp)
}

func (w *Workspace) ask(d store.Draft, who string, dropped, takeUp, cancel func()) {
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: fmt.Sprintf("有未保存的内容（%s）", w.clock(d.At)),
		Text:  who + "的改动还没有保存：程序上次结束时没有存，或者另一个窗口里正在填。",
		Answers: []kit.Answer{
			{Text: "放弃", Do: func() bool {
				w.keeper.Drop(d.ID)
				dropped()
				return true
			}},
			{Text: "继续编辑", Do: func() bool {
				takeUp()
				return true
			}},
		},
		OnCancel: cancel,
	})
}

// clock is a time as one says it today.
func (w *Workspace) clock(at time.Time) string {
	at = at.Local()
	if at.Format("20060102") == w.desk.Now().Local().Format("20060102") {
		return at.Format("15:04")
	}
	return at.Format("1月2日 15:04")
}

// takeUp goes on with a draft where it was left.
func (w *Workspace) takeUp(d store.Draft) {
	k, err := readKept(d)
	if err != nil {
		w.desk.Shell.Fail(err)
		return
	}
	w.model.draft = d.ID
	w.model.restore(k.snapshot)
	w.undo.reset(w.model)
	w.keeping = true
	w.reload()
}

func readKept(d store.Draft) (kept, error) {
	var k kept
	if err := json.Unmarshal([]byte(d.Text), &k); err != nil {
		return k, data.Refuse("上次没有保存的内容读不出来。", err)
	}
	return k, nil
}
