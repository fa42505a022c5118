package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// words is the common part of a row or a column of words to choose from: the
// word under the mouse, the keyboard, and the position of each word.
type words struct {
	hovered int // -1 for none
	focused bool

	at      func(fyne.Position) int // the word at a place, -1 for none
	refresh func()
}

// Cursor implements desktop.Cursorable.
func (w *words) Cursor() desktop.Cursor {
	if w.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn implements desktop.Hoverable.
func (w *words) MouseIn(ev *desktop.MouseEvent) { w.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (w *words) MouseMoved(ev *desktop.MouseEvent) { w.hover(w.at(ev.Position)) }

// MouseOut implements desktop.Hoverable.
func (w *words) MouseOut() { w.hover(-1) }

func (w *words) hover(i int) {
	if w.hovered != i {
		w.hovered = i
		w.refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (w *words) FocusGained() { w.focus(true) }

// FocusLost implements fyne.Focusable.
func (w *words) FocusLost() { w.focus(false) }

func (w *words) focus(on bool) {
	w.focused = on
	w.refresh()
}

// TypedRune implements fyne.Focusable.
func (w *words) TypedRune(rune) {}
