package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// maximize fills the screen but for the taskbar. The window is made as large as
// the small screens of old offices are; there its foot, where messages stand,
// would lie behind the taskbar. Fyne cannot ask Windows for it.
func maximize(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		const maximized = 3
		if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
			_, _, _ = windows.NewLazySystemDLL("user32.dll").NewProc("ShowWindow").Call(c.HWND, maximized)
		}
	})
}
