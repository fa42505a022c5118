package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/form"
	"huoshui/app/kit"
)

// bindKeys sets the keys of the page. They do nothing while another room is
// shown. Ctrl+S, Ctrl+Z and Ctrl+PgDn are the shell's.
func (w *Workspace) bindKeys() {
	c := w.desk.Shell.Canvas()
	if c == nil {
		return
	}
	on := func(s fyne.Shortcut, do func()) {
		c.AddShortcut(s, func(fyne.Shortcut) {
			if w.here {
				do()
			}
		})
	}
	rows := func(key fyne.KeyName, modifier fyne.KeyModifier, do func(lines)) {
		on(&desktop.CustomShortcut{KeyName: key, Modifier: modifier}, func() {
			if l := w.lines(); l != nil {
				do(l)
			}
		})
	}
	rows(fyne.KeyUp, fyne.KeyModifierAlt, func(l lines) { l.MoveRow(-1) })
	rows(fyne.KeyDown, fyne.KeyModifierAlt, func(l lines) { l.MoveRow(1) })
	rows(fyne.KeyI, fyne.KeyModifierControl, lines.Insert)
	rows(fyne.KeyD, fyne.KeyModifierControl, lines.Remove)
	w.key(fyne.KeyEscape, w.escape)
	w.key(fyne.KeyF2, w.editLine)
}

// key sets a key without modifier.
func (w *Workspace) key(name fyne.KeyName, do func()) {
	kit.KeysOf(w.desk.Shell.Canvas()).First(name, func() bool {
		if w.here {
			do()
		}
		return w.here
	})
}

// lines are rows that the user edits: the rows of a table, or the list of
// appointments.
type lines interface {
	Insert()
	Remove()
	MoveRow(by int)
	Active() int // the row one is in, -1 for none
	Leave()
	Return() // to the row one was in last
}

var _ lines = (*form.Table)(nil)

// lines returns the rows of the current part, nil when it has none.
func (w *Workspace) lines() lines {
	if part, ok := w.parts[w.tabs.Selected()].(interface{ rows() lines }); ok {
		return part.rows()
	}
	return nil
}

// Turn goes to the next (1) or the previous (-1) part of the page and gives it
// the keyboard.
func (w *Workspace) Turn(by int) {
	n := len(w.parts)
	w.tabs.Select((w.tabs.Selected() + by + n) % n)
	w.desk.Shell.Canvas().Unfocus()
	switch l := w.lines(); {
	case l != nil:
		l.Return()
	case w.tabs.Selected() == 0:
		w.parts[0].visit(place{key: "name"})
	}
}

// editLine handles F2: it goes back to the last active row.
func (w *Workspace) editLine() {
	if l := w.lines(); l != nil && l.Active() < 0 {
		l.Return()
	}
}

// escape leaves the active row, or the page if no row is active.
func (w *Workspace) escape() {
	if l := w.lines(); l != nil && l.Active() >= 0 {
		l.Leave()
		return
	}
	if w.OnBack != nil {
		w.OnBack()
	}
}
