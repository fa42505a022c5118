package person

import (
	"reflect"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// undo keeps the state of the page before each unsaved change. All typing in
// one field, until the user leaves it, is one change. The field itself undoes
// single letters.
type undo struct {
	steps []snapshot
	now   snapshot
	field fyne.Focusable // in which the last change was made
	lines int
}

const undoSteps = 100 // more than anybody goes back

// reset forgets all changes: the page was read, saved or left.
func (u *undo) reset(m *model) { *u = undo{now: m.snapshot(), lines: m.lines()} }

// note remembers what the page said before a change just made.
func (u *undo) note(m *model, field fyne.Focusable) {
	now, lines := m.snapshot(), m.lines()
	if reflect.DeepEqual(now, u.now) {
		return
	}
	if field == nil || field != u.field || lines != u.lines {
		u.steps = append(u.steps, u.now)
		u.steps = u.steps[max(0, len(u.steps)-undoSteps):]
	}
	u.now, u.field, u.lines = now, field, lines
}

// Undo undoes the last unsaved change. It returns false when there is none.
func (w *Workspace) Undo() bool {
	n, now := len(w.undo.steps), w.model.snapshot()
	for n > 0 && reflect.DeepEqual(w.undo.steps[n-1], now) { // the field has undone it by itself
		n--
	}
	w.undo.steps = w.undo.steps[:n]
	if n == 0 {
		return false
	}
	last := w.undo.steps[n-1]
	w.undo.steps = w.undo.steps[:n-1]
	at := w.standing()
	w.model.restore(last)
	w.undo.now, w.undo.field, w.undo.lines = last, nil, w.model.lines()
	w.reload()
	if at.row >= 0 {
		w.parts[w.tabs.Selected()].visit(at)
	}
	w.desk.Shell.Say(kit.NoticeInfo, "已撤销一步未保存的填写。")
	return true
}

// standing is the row one is in; its row is -1 outside of rows.
func (w *Workspace) standing() place {
	if part, ok := w.parts[w.tabs.Selected()].(interface{ standing() place }); ok {
		return part.standing()
	}
	return place{row: -1}
}
