package records

import (
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
)

// What was typed into a form when the program died is offered the next time,
// also what cannot be read.
func TestAnUnsavedFormIsOfferedAgain(t *testing.T) {
	w, _ := room(t, data.WarningKind, data.TalkKind)
	var waiting []func()
	w.desk.After = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	w.Show(data.TalkKind)
	w.Add()
	draft := w.editor.form.Draft()
	for key, text := range map[string]string{"cadre": "c1", "held": "2026.13", "who": "李部长"} {
		_ = draft.Set(key, text) // the day does not exist
	}
	w.editor.form.OnChanged("who")
	for _, do := range waiting {
		do()
	}
	again, shell := enter(t, w.desk.Store.(*store.Store), data.WarningKind, data.TalkKind)
	if !shell.sees("继续编辑") {
		t.Fatal("the draft is not offered")
	}
	shell.tap(t, "继续编辑")
	form := again.editor.form
	expect(t, form.Input("who").Value(), "李部长")
	expect(t, form.Input("held").Value(), "2026.13")
	for key, text := range map[string]string{"held": "20261008", "kind": label("talk_kind", 0)} {
		form.Input(key).SetValue(text)
	}
	again.Save()
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	if drafts, err := store.Drafts(t.Context(), w.desk.Store, draftKind); err != nil || len(drafts) != 0 {
		t.Errorf("the draft of a saved form stays: %v %v", drafts, err)
	}
}
