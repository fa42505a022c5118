package stats

import "fyne.io/fyne/v2"

// aboveGap is between the lines above the content.
const aboveGap = 8

// footLayout places two lines of text below a table.
type footLayout struct{}

const footHeight = 52

// Layout implements fyne.Layout.
func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := max(0, size.Height-footHeight)
	objects[0].Resize(fyne.NewSize(size.Width, high))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, footHeight-6))
	objects[1].Move(fyne.NewPos(0, high+6))
}

// MinSize implements fyne.Layout.
func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(0, footHeight)
}
