package paper

import (
	"bytes"
	"image"
	_ "image/jpeg" // photos are of these two kinds
	_ "image/png"
)

// Picture is a photo with what is needed to place it.
type Picture struct {
	Data          []byte
	Kind          string // jpeg or png
	Width, Height int    // in pixels
}

// PictureOf reads the head of a photo. It returns false for bytes that are no
// JPEG or PNG; a paper leaves such a photo out.
func PictureOf(photo []byte) (Picture, bool) {
	head, kind, err := image.DecodeConfig(bytes.NewReader(photo))
	if err != nil || kind != "jpeg" && kind != "png" || head.Width < 1 || head.Height < 1 {
		return Picture{}, false
	}
	return Picture{Data: photo, Kind: kind, Width: head.Width, Height: head.Height}, true
}

// Within is the largest size of the picture, in its own proportions, that fits
// a box. The unit is that of the box.
func (p Picture) Within(width, height int) (w, h int) {
	scale := min(float64(width)/float64(p.Width), float64(height)/float64(p.Height))
	return max(1, int(float64(p.Width)*scale)), max(1, int(float64(p.Height)*scale))
}
