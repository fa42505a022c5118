package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// partsGap is between the parts of a page.
const partsGap = 12

// Beside places objects beside each other, each with its share of the width.
// The last one gets the rest.
func Beside(shares []float32, parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(partsLayout{shares: shares}, parts...)
}

// Above places one object above another, with its share of the height.
func Above(share float32, upper, lower fyne.CanvasObject) *fyne.Container {
	return container.New(partsLayout{shares: []float32{share}, down: true}, upper, lower)
}

// partsLayout divides its space by shares.
type partsLayout struct {
	shares []float32 // of all parts but the last
	down   bool
}

// Layout implements fyne.Layout.
func (l partsLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	whole := size.Width
	if l.down {
		whole = size.Height
	}
	room := whole - partsGap*float32(len(parts)-1)
	at := float32(0)
	for i, part := range parts {
		length := whole - at
		if i < len(l.shares) {
			length = room * l.shares[i]
		}
		if l.down {
			Put(part, 0, at, size.Width, length)
		} else {
			Put(part, at, 0, length, size.Height)
		}
		at += length + partsGap
	}
}

// MinSize implements fyne.Layout.
func (l partsLayout) MinSize(parts []fyne.CanvasObject) fyne.Size {
	var along, across float32
	for _, part := range parts {
		least := part.MinSize()
		if l.down {
			least.Width, least.Height = least.Height, least.Width
		}
		along, across = along+least.Width, max(across, least.Height)
	}
	along += partsGap * float32(max(0, len(parts)-1))
	if l.down {
		return fyne.NewSize(across, along)
	}
	return fyne.NewSize(along, across)
}
