package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fixed gives content a fixed size. Without it, a list or a form in a dialog
// would have its minimal size.
func Fixed(size fyne.Size, content fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{size}, content)
}

type fixedLayout struct{ size fyne.Size }

// MinSize implements fyne.Layout.
func (f fixedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

// Layout implements fyne.Layout.
func (f fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Put(o, 0, 0, size.Width, size.Height)
	}
}
