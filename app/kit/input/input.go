package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// entry is the Entry inside all text fields. It knows its form: Enter goes to
// the next field. It passes keys that it does not use to the window. It keeps
// the input method of Windows at the caret.
type entry struct {
	widget.Entry
	latin   bool // takes digits and Latin letters only: no input method
	goesOn  bool // typing goes on behind the text that is there
	onKey   func(*fyne.KeyEvent) bool
	onFocus func(focused bool)
	reveal  func() // makes the form show the field
	onPaste func(text string) bool
	setting bool
	settled string // the text when the field got the keyboard, was set or was saved
}

func newEntry(multiLine bool) *entry {
	i := &entry{}
	i.MultiLine = multiLine
	i.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiLine {
		i.Wrapping = fyne.TextWrapBreak
	}
	i.ExtendBaseWidget(i)
	i.OnCursorChanged = i.placeIME
	return i
}

// set changes the text without saying so: only the user's changes are news.
func (i *entry) set(text string) {
	i.setting = true
	i.SetText(text)
	i.setting = false
	i.settled = text
}

// changed makes do hear what the user types.
func (i *entry) changed(do func(string)) {
	i.OnChanged = func(text string) {
		if !i.setting {
			do(text)
		}
	}
}

// FocusGained selects the whole text, so that typing replaces it. A click only
// places the caret, as in other Windows programs.
func (i *entry) FocusGained() {
	i.Entry.FocusGained()
	i.settled = i.Text
	if !i.MultiLine && !i.goesOn {
		i.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	enableIME(i.canvas(), !i.latin)
	i.placeIME()
	if i.onFocus != nil {
		i.onFocus(true)
	}
	if i.reveal != nil {
		i.reveal()
	}
}

// FocusLost implements fyne.Focusable.
func (i *entry) FocusLost() {
	i.Entry.FocusLost()
	if i.latin {
		enableIME(i.canvas(), true)
	}
	if i.onFocus != nil {
		i.onFocus(false)
	}
}

// AcceptsTab implements fyne.Tabbable. It returns false: Tab goes to the next
// field, also in a text of several lines, because the texts of the trade
// contain no tabs.
func (i *entry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (i *entry) TypedKey(ev *fyne.KeyEvent) {
	if i.onKey != nil && i.onKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if i.MultiLine {
			i.Entry.TypedKey(ev)
		} else {
			nextField(i)
		}
	case fyne.KeyF2: // as in a sheet: go on behind what is there
		i.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyTab, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		i.Entry.TypedKey(ev)
	default:
		kit.RouteKey(i, ev)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (i *entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && i.onPaste != nil && i.onPaste(paste.Clipboard.Content()) {
		return
	}
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case walks(s):
		i.walk(s)
	case !ok:
		i.Entry.TypedShortcut(s)
	case custom.KeyName == fyne.KeyReturn && custom.Modifier == fyne.KeyModifierControl:
		nextField(i)
	case editsText(custom.KeyName):
		i.Entry.TypedShortcut(s)
	default:
		kit.RouteShortcut(i, s)
	}
}

// Saving implements kit.Saver.
func (i *entry) Saving() (onSaved func()) {
	text := i.Text
	return func() {
		i.settled = text
		if i.Text == text {
			i.set(text) // the field forgets its own steps
		}
	}
}

// walks says whether a shortcut is undo or redo.
func walks(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return true
	}
	return false
}

// walk undoes or redoes typing. When there is no typing to undo or redo in this
// field, the last change was elsewhere, and the window does it.
func (i *entry) walk(s fyne.Shortcut) {
	text := i.Text
	_, undo := s.(*fyne.ShortcutUndo)
	if !undo || text != i.settled {
		i.Entry.TypedShortcut(s)
	}
	if i.Text == text {
		kit.RouteShortcut(i, s)
	}
}

// editsText says whether Entry knows what control and this key mean.
func editsText(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// canvas is the one the input was last painted on, nil before that.
func (i *entry) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(i) }

// placeIME tells the input method where the caret is.
func (i *entry) placeIME() {
	c := i.canvas()
	if c == nil || i.latin || c.Focused() != fyne.Focusable(i) {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(i).Add(i.CursorPosition())
	moveIME(c, at, i.MinSize().Height)
}

// nextField gives the keyboard to what comes after.
func nextField(from fyne.CanvasObject) {
	if c := kit.CanvasOf(from); c != nil {
		c.FocusNext()
	}
}
