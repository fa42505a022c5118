package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/form"
	"huoshui/app/kit"
)

// bindKeys sets the keys of the page. They do nothing while another room is
// shown. Ctrl+S is the shell's.
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
	rows := func(key fyne.KeyName, modifier fyne.KeyModifier, do func(*form.Table)) {
		on(&desktop.CustomShortcut{KeyName: key, Modifier: modifier}, func() {
			if t, ok := w.parts[w.tabs.Selected()].(interface{ rows() *form.Table }); ok {
				do(t.rows())
			}
		})
	}
	on(&fyne.ShortcutUndo{}, w.TakeBack)
	rows(fyne.KeyUp, fyne.KeyModifierAlt, func(t *form.Table) { t.MoveRow(-1) })
	rows(fyne.KeyDown, fyne.KeyModifierAlt, func(t *form.Table) { t.MoveRow(1) })
	rows(fyne.KeyI, fyne.KeyModifierControl, (*form.Table).Insert)
	rows(fyne.KeyD, fyne.KeyModifierControl, (*form.Table).Remove)
	kit.KeysOf(c).On(fyne.KeyEscape, func() {
		if w.here {
			w.escape()
		}
	})
}

// escape leaves the row one is in, or the page.
func (w *Workspace) escape() {
	if t, ok := w.parts[w.tabs.Selected()].(interface{ rows() *form.Table }); ok && t.rows().Active() >= 0 {
		t.rows().Leave()
		return
	}
	if w.Back != nil {
		w.Back()
	}
}
