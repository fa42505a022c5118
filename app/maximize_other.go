//go:build !windows

package app

import "fyne.io/fyne/v2"

// maximize leaves the size of the window to its manager.
func maximize(fyne.Window) {}
