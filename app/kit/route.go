package kit

import "fyne.io/fyne/v2"

// RouteKey passes a key on to the window; for widgets of other packages that
// are focusable and have no use for the key themselves.
func RouteKey(from fyne.CanvasObject, ev *fyne.KeyEvent) { routeKey(from, ev) }
