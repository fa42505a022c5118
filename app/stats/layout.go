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
