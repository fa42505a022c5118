package person

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// Orientation is the EXIF tag by which a phone says how it was held; what it
// stores lies on its side. Its values 5 to 8 swap width and height.
const (
	orientationTag = 0x0112
	asStored       = 1
)

// orientation is what the EXIF part of a JPEG says, 1 to 8; asStored when it
// says nothing that can be understood.
func orientation(jpeg []byte) int {
	const size = 4 // marker and length of a segment
	for at := 2; at+size <= len(jpeg) && jpeg[at] == 0xFF && jpeg[at+1] != 0xDA; {
		if jpeg[at+1] == 0xFF { // filling
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if end < at+size || end > len(jpeg) {
			return asStored
		}
		if tiff, ok := bytes.CutPrefix(jpeg[at+size:end], []byte("Exif\x00\x00")); ok && jpeg[at+1] == 0xE1 {
			return orientationIn(tiff)
		}
		at = end
	}
	return asStored
}

// orientationIn looks through the first directory of the TIFF that EXIF is.
func orientationIn(tiff []byte) int {
	const entry = 12
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return asStored
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return asStored
	}
	rest := tiff[at+2:]
	for n := order.Uint16(tiff[at:]); n > 0 && len(rest) >= entry; n-- {
		if order.Uint16(rest) == orientationTag {
			if o := int(order.Uint16(rest[8:])); o >= asStored && o <= 8 {
				return o
			}
			return asStored
		}
		rest = rest[entry:]
	}
	return asStored
}

// turned shows a picture in the orientation that its data gives.
type turned struct {
	image.Image
	orientation int
}

// Bounds implements image.Image.
func (t turned) Bounds() image.Rectangle {
	b := t.Image.Bounds()
	if t.orientation > 4 {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

// At implements image.Image.
func (t turned) At(x, y int) color.Color {
	b := t.Image.Bounds()
	right, bottom := b.Dx()-1, b.Dy()-1
	switch t.orientation {
	case 2:
		x = right - x
	case 3:
		x, y = right-x, bottom-y
	case 4:
		y = bottom - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, bottom-x
	case 7:
		x, y = right-y, bottom-x
	case 8:
		x, y = right-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
