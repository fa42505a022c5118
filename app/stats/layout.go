package stats

import "fyne.io/fyne/v2"

// aboveGap is between the lines above the content.
const aboveGap = 8

// besideLayout sets two things beside each other, the first taking its share of
// the width.
type besideLayout struct{ share float32 }

const besideGap = 12

// Layout implements fyne.Layout.
func (l besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := (size.Width - besideGap) * l.share
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(first+besideGap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first-besideGap, size.Height))
}

// MinSize implements fyne.Layout.
func (besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+besideGap+b.Width, max(a.Height, b.Height))
}

// footLayout keeps two lines of text beneath a table.
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
