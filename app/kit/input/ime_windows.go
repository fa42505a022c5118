package input

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// Fyne does not tell Windows where its caret is, so the window of the input
// method would stand in the corner of the screen; nor does it switch the input
// method off where digits are typed. Both are done here, as well as it goes:
// where a call fails, typing works as without it.
var (
	imm32                   = windows.NewLazySystemDLL("imm32.dll")
	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
	immAssociateContextEx   = imm32.NewProc("ImmAssociateContextEx")
)

const (
	cfsPoint    = 0x0002
	cfsExclude  = 0x0080
	iaceDefault = 0x0010
)

type immPoint struct{ x, y int32 }

type immRect struct{ left, top, right, bottom int32 }

type compositionForm struct {
	style uint32
	at    immPoint
	area  immRect
}

type candidateForm struct {
	index, style uint32
	at           immPoint
	area         immRect
}

// moveIME puts the composition at the caret and the candidates beside its line.
func moveIME(c fyne.Canvas, caret fyne.Position, height float32) {
	window := windowHandle(c)
	if window == 0 {
		return
	}
	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		return
	}
	defer immReleaseContext.Call(window, context) //nolint:errcheck // nothing could be done
	px, py := c.PixelCoordinateForPosition(caret)
	_, bottom := c.PixelCoordinateForPosition(caret.AddXY(0, height))
	x, y := int32(px), int32(py)
	composition := compositionForm{style: cfsPoint, at: immPoint{x, y}}
	_, _, _ = immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&composition)))
	candidates := candidateForm{style: cfsExclude, at: immPoint{x, y}, area: immRect{x, y, x + 2, int32(bottom)}}
	_, _, _ = immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
}

// enableIME switches the input method of the window on or off.
func enableIME(c fyne.Canvas, on bool) {
	window := windowHandle(c)
	if window == 0 {
		return
	}
	flags := uintptr(0)
	if on {
		flags = iaceDefault
	}
	_, _, _ = immAssociateContextEx.Call(window, 0, flags)
}

// windowHandle gives the handle of the window a canvas belongs to, 0 for none.
func windowHandle(c fyne.Canvas) (handle uintptr) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		native, ok := w.(driver.NativeWindow)
		if w.Canvas() != c || !ok {
			continue
		}
		native.RunNative(func(context any) {
			if win, ok := context.(driver.WindowsWindowContext); ok {
				handle = win.HWND
			}
		})
	}
	return handle
}
