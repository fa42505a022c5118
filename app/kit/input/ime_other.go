//go:build !windows

package input

import "fyne.io/fyne/v2"

// Elsewhere the toolkit of the system places the input method itself.
func moveIME(fyne.Canvas, fyne.Position, float32) {}

func enableIME(fyne.Canvas, bool) {}
