//go:build mistakes

package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
)

// A program built with this tag makes mistakes on purpose: F7 in answering a key,
// F8 in work behind the window, F9 in what follows it, F10 in painting. At its end
// Fyne waits for ever. The end-to-end tests see what comes of it.
func init() {
	tryMistakes = func(s *shell) {
		fyne.CurrentApp().Lifecycle().SetOnStopped(func() { select {} })
		kit.KeysOf(s.canvas).On(fyne.KeyF7, func() { panic("张三 990101199001150038") })
		kit.KeysOf(s.canvas).On(fyne.KeyF8, func() { s.desk.Run.Go(func() { panic("张三 990101199001150038") }, func() {}) })
		kit.KeysOf(s.canvas).On(fyne.KeyF9, func() { s.desk.Run.Go(func() {}, func() { panic("张三 990101199001150038") }) })
		kit.KeysOf(s.canvas).On(fyne.KeyF10, func() { s.place.Add(container.New(brokenLayout{})); s.place.Refresh() })
	}
}

// brokenLayout fails while the window is painted, not before.
type brokenLayout struct{}

func (brokenLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (brokenLayout) MinSize([]fyne.CanvasObject) fyne.Size { panic("张三 990101199001150038") }
