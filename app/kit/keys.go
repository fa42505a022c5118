package kit

import "fyne.io/fyne/v2"

// Keys sends keys without a modifier (F2, F5, Esc …) to the window, whichever
// widget has the focus. Fyne gives these keys only to the focused widget, so
// every widget here passes on the ones that it does not use.
type Keys struct {
	handlers map[fyne.KeyName]func()
	firsts   map[fyne.KeyName][]func() bool
}

// routers holds one router for each canvas; the windows of a program are few.
var routers = map[fyne.Canvas]*Keys{}

// KeysOf returns the key router of a canvas. The first call creates it.
func KeysOf(c fyne.Canvas) *Keys {
	if k, ok := routers[c]; ok {
		return k
	}
	k := &Keys{handlers: map[fyne.KeyName]func(){}, firsts: map[fyne.KeyName][]func() bool{}}
	routers[c] = k
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { typed(c, ev) })
	return k
}

// On sets what a key does in this window; nil removes the action.
func (k *Keys) On(name fyne.KeyName, do func()) {
	if do == nil {
		delete(k.handlers, name)
		return
	}
	k.handlers[name] = do
}

// First adds a handler that gets a key before the action set by On. The
// handler returns true when it has used the key.
func (k *Keys) First(name fyne.KeyName, do func() bool) { k.firsts[name] = append(k.firsts[name], do) }

// Forget drops the key router of a closed window.
func Forget(c fyne.Canvas) { delete(routers, c) }

func (k *Keys) handle(ev *fyne.KeyEvent) {
	for _, first := range k.firsts[ev.Name] {
		if first() {
			return
		}
	}
	if do, ok := k.handlers[ev.Name]; ok {
		do()
	}
}

// typed hears keys that no widget has taken. What lies over the window has the
// keyboard to itself; Esc closes it.
func typed(c fyne.Canvas, ev *fyne.KeyEvent) {
	top := c.Overlays().Top()
	if top == nil {
		KeysOf(c).handle(ev)
		return
	}
	if p, ok := top.(*Popover); ok && ev.Name == fyne.KeyEscape {
		p.OnCancel()
	}
}

// IsSpace reports whether the rune is a space, also the wide one of the input
// method. Widgets handle the space bar as a rune, not as a key: Fyne sends the
// key first and then the rune, so a field opened by the key would get a space
// typed into it.
func IsSpace(r rune) bool { return r == ' ' || r == '\u3000' }

// RouteKey passes a key that the widget from does not use to its window.
func RouteKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := CanvasOf(from); c != nil {
		typed(c, ev)
	}
}

// RouteShortcut passes a shortcut that the widget from does not use to its
// window, because Fyne gives shortcuts only to the focused widget.
func RouteShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	c := CanvasOf(from)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if window, ok := c.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// Saver is a widget that must know that what was typed in it has been saved:
// from then on, undo in it means the saved change.
type Saver interface {
	// Saving is called when a save begins. The widget remembers its text.
	// onSaved is called when that text is saved, never when the save fails.
	Saving() (onSaved func())
}

// Saving tells the widget that has the keyboard that a save begins. The
// returned function is never nil.
func Saving(c fyne.Canvas) (onSaved func()) {
	if c != nil {
		if s, ok := c.Focused().(Saver); ok {
			return s.Saving()
		}
	}
	return func() {}
}
