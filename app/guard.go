package app

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"github.com/go-gl/glfw/v3.4/glfw"

	"huoshui/data"
)

// guarded is the content of a window in which a mistake of the program, while it
// answers a key, the mouse or the system, fails, and the window goes on. Touched is
// called at each of them.
//
// Fyne calls what answers an event straight from the callbacks of GLFW. A panic
// must not leave these: between them and Fyne's loop is code of C, and on Windows
// of the system. So each callback is wrapped. GLFW names its window only while one
// is painted; a picture of one point, painted with the content, asks for it then.
func guarded(content fyne.CanvasObject, touched func(), fail func(error)) fyne.CanvasObject {
	found := false
	probe := canvas.NewRaster(func(int, int) image.Image {
		if w := glfw.GetCurrentContext(); w != nil && !found {
			found = true
			guardEvents(w, touched, fail)
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
	return container.New(overProbe{}, probe, content)
}

// overProbe gives the second object the whole space. The first one has a size
// of one point and lies behind it.
type overProbe struct{}

func (overProbe) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func (overProbe) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSquareSize(1))
	objects[1].Resize(size)
}

// guardEvents wraps every callback that Fyne has set for a window.
func guardEvents(w *glfw.Window, touched func(), fail func(error)) {
	safely := func(do func()) {
		touched()
		if err := data.Guard(func() error { do(); return nil }); err != nil {
			fail(err)
		}
	}
	if f := w.SetKeyCallback(nil); f != nil {
		w.SetKeyCallback(func(w *glfw.Window, key glfw.Key, scan int, action glfw.Action, mods glfw.ModifierKey) {
			safely(func() { f(w, key, scan, action, mods) })
		})
	}
	if f := w.SetCharCallback(nil); f != nil {
		w.SetCharCallback(func(w *glfw.Window, char rune) { safely(func() { f(w, char) }) })
	}
	if f := w.SetMouseButtonCallback(nil); f != nil {
		w.SetMouseButtonCallback(func(w *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
			safely(func() { f(w, button, action, mods) })
		})
	}
	if f := w.SetCursorPosCallback(nil); f != nil {
		w.SetCursorPosCallback(func(w *glfw.Window, x, y float64) { safely(func() { f(w, x, y) }) })
	}
	if f := w.SetScrollCallback(nil); f != nil {
		w.SetScrollCallback(func(w *glfw.Window, x, y float64) { safely(func() { f(w, x, y) }) })
	}
	if f := w.SetDropCallback(nil); f != nil {
		w.SetDropCallback(func(w *glfw.Window, names []string) { safely(func() { f(w, names) }) })
	}
	if f := w.SetFocusCallback(nil); f != nil {
		w.SetFocusCallback(func(w *glfw.Window, focused bool) { safely(func() { f(w, focused) }) })
	}
	guardFrame(w, safely)
}

// guardFrame wraps the callbacks about the frame of a window.
func guardFrame(w *glfw.Window, safely func(func())) {
	if f := w.SetCloseCallback(nil); f != nil {
		w.SetCloseCallback(func(w *glfw.Window) { safely(func() { f(w) }) })
	}
	if f := w.SetPosCallback(nil); f != nil {
		w.SetPosCallback(func(w *glfw.Window, x, y int) { safely(func() { f(w, x, y) }) })
	}
	if f := w.SetSizeCallback(nil); f != nil {
		w.SetSizeCallback(func(w *glfw.Window, width, height int) { safely(func() { f(w, width, height) }) })
	}
	if f := w.SetFramebufferSizeCallback(nil); f != nil {
		w.SetFramebufferSizeCallback(func(w *glfw.Window, width, height int) { safely(func() { f(w, width, height) }) })
	}
	if f := w.SetRefreshCallback(nil); f != nil {
		w.SetRefreshCallback(func(w *glfw.Window) { safely(func() { f(w) }) })
	}
	if f := w.SetContentScaleCallback(nil); f != nil {
		w.SetContentScaleCallback(func(w *glfw.Window, x, y float32) { safely(func() { f(w, x, y) }) })
	}
}
