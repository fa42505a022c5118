package home

import "fyne.io/fyne/v2"

const (
	gap        = 14
	cardHeight = 120
	// lightsHeight is that of the panel with the one bar of the lights.
	lightsHeight = 134
	// lowest is the height in which the pyramid can still write all its bands.
	lowest    = 210
	listWidth = 410
)

// boardLayout lays out the overview: the cards in a row, below them the charts
// at the left and the list at the right. It fills the whole window.
type boardLayout struct{ cards int }

// Layout implements fyne.Layout. The objects are, in this order, the cards,
// the lights, the pyramid, the trend and the list.
func (l boardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	cards, lights, pyramid, trend, list := objects[:l.cards], objects[l.cards], objects[l.cards+1], objects[l.cards+2], objects[l.cards+3]
	n := float32(l.cards)
	width := (size.Width - (n-1)*gap) / n
	for i, c := range cards {
		place(c, float32(i)*(width+gap), 0, width, cardHeight)
	}
	y := float32(cardHeight + gap)
	height := size.Height - y
	// The list stands under the last cards, edge to edge, once they are wide
	// enough for its longest line.
	right := max(listWidth, width)
	left := size.Width - right - gap
	place(list, left+gap, y, right, height)
	place(lights, 0, y, left, lightsHeight)
	y, height = y+lightsHeight+gap, height-lightsHeight-gap
	upper := (height - gap) * 0.6
	if upper < lowest { // a low window: side by side
		wide := (left - gap) * 0.55
		place(pyramid, 0, y, wide, height)
		place(trend, wide+gap, y, left-wide-gap, height)
		return
	}
	place(pyramid, 0, y, left, upper)
	place(trend, 0, y+upper+gap, left, height-upper-gap)
}

// MinSize implements fyne.Layout.
func (l boardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	pyramid, trend := objects[l.cards+1].MinSize(), objects[l.cards+2].MinSize()
	width := max(pyramid.Width/0.55, trend.Width/0.45) + gap + listWidth
	return fyne.NewSize(width, cardHeight+gap+lightsHeight+gap+max(pyramid.Height, trend.Height))
}
