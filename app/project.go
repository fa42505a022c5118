package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/kit"
	"huoshui/app/meeting"
)

// project shows something on the whole of the second screen, or of the only
// one, with the keyboard on it. Ending it gives the keyboard back to the window
// one works in.
func (s *shell) project(content fyne.CanvasObject, focus fyne.Focusable, closed func()) (end func()) {
	w := fyne.CurrentApp().NewWindow("活水　放映")
	w.SetPadded(false)
	w.SetContent(guarded(content, func() {}, s.Fail))
	two, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if second, is := w.(desktop.Window); ok && is && two.HasSecondaryDisplay() {
		second.RequestFullScreenSecondary()
	} else {
		w.SetFullScreen(true)
	}
	c := w.Canvas()
	kit.KeysOf(c).On(fyne.KeyEscape, func() {
		focus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	})
	w.SetOnClosed(func() {
		kit.Forget(c)
		closed()
	})
	w.Show()
	c.Focus(focus)
	return w.Close
}

// beginMeeting shows the slides on the big screen, from wherever one is.
func (s *shell) beginMeeting() {
	goTo(s, roomMeeting, func(w *meeting.Workspace) { w.Begin() })
}
