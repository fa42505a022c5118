package kit

import "fyne.io/fyne/v2"

// Keys sends keys without a modifier (F2, F5, Esc …) to the window, wherever
// the focus is. Fyne has no such shortcuts: only the focused widget sees these
// keys, so every widget here passes on the ones it does not use itself.
type Keys struct {
	handlers map[fyne.KeyName]func()
	firsts   map[fyne.KeyName][]func() bool
}

// routers holds one router for each canvas; the windows of a program are few.
var routers = map[fyne.Canvas]*Keys{}

// KeysOf returns the router of a canvas, made when first asked for.
func KeysOf(c fyne.Canvas) *Keys {
	if k, ok := routers[c]; ok {
		return k
	}
	k := &Keys{handlers: map[fyne.KeyName]func(){}, firsts: map[fyne.KeyName][]func() bool{}}
	routers[c] = k
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { typed(c, ev) })
	return k
}

// On says what a key does in this window; nil frees the key.
func (k *Keys) On(name fyne.KeyName, do func()) {
	if do == nil {
		delete(k.handlers, name)
		return
	}
	k.handlers[name] = do
}

// First lets a part of the window hear a key before what On has set; it answers
// whether the key was for it.
func (k *Keys) First(name fyne.KeyName, do func() bool) { k.firsts[name] = append(k.firsts[name], do) }

// Forget drops the router of a window that is closed.
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

// IsSpace says whether the space bar was pressed, also while the input method
// types wide. Widgets hear it as a rune, because Fyne sends key and rune one
// after the other: what a key opens would find a space typed into it.
func IsSpace(r rune) bool { return r == ' ' || r == '\u3000' }

// RouteKey passes on a key the widget at from has no use for to the window.
func RouteKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := CanvasOf(from); c != nil {
		typed(c, ev)
	}
}

// RouteShortcut passes a shortcut the widget has no use for to its window:
// Fyne gives shortcuts to the focused widget alone.
func RouteShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	c := CanvasOf(from)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if window, ok := c.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}
