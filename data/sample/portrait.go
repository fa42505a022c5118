package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"huoshui/data"
)

// Size of the drawn portraits: 4:5, as the form asks.
const (
	portraitWidth  = 200
	portraitHeight = 250
)

// look is what tells one drawn portrait from another. Lengths are shares of
// the width.
type look struct {
	back, hair, coat, skin color.RGBA
	hairDown               float64 // how far the hair falls beside the face
	hairTop                float64 // how high it stands
	shoulders              float64
	collar                 bool
}

var (
	backs = []color.RGBA{{0xC9, 0xD8, 0xE6, 255}, {0xE4, 0xE0, 0xD8, 255}, {0xD3, 0xDD, 0xD2, 255}}
	hairs = []color.RGBA{{0x2C, 0x2A, 0x2A, 255}, {0x3A, 0x34, 0x30, 255}, {0x55, 0x51, 0x4E, 255}}
	coats = []color.RGBA{{0x3B, 0x48, 0x5C, 255}, {0x4A, 0x4A, 0x50, 255}, {0x5C, 0x4B, 0x4B, 255}}
	skins = []color.RGBA{{0xE2, 0xCB, 0xB8, 255}, {0xD8, 0xBF, 0xAA, 255}}
)

// looks are the six portraits of a sex.
func looks(sex data.Code) []look {
	var list []look
	for i := range 6 {
		l := look{
			back: backs[i%3], hair: hairs[(i+i/3)%3], coat: coats[(i*2+i/3)%3], skin: skins[i%2],
			hairTop: 0.045 + 0.008*float64(i%3), shoulders: 0.40 + 0.015*float64(i%3), collar: i%2 == 0,
		}
		if sex == "2" {
			l.hairDown = 0.10 + 0.07*float64(i%3)
			l.shoulders -= 0.05
		}
		list = append(list, l)
	}
	return list
}

// portraits are the drawn portraits of a sex as JPEG: outlines without a face,
// nobody's likeness.
func portraits(sex data.Code) [][]byte {
	var list [][]byte
	for _, l := range looks(sex) {
		var out bytes.Buffer
		if err := jpeg.Encode(&out, l.draw(), &jpeg.Options{Quality: 72}); err != nil {
			panic("sample: " + err.Error())
		}
		list = append(list, out.Bytes())
	}
	return list
}

// draw paints the portrait, four points to each pixel so that edges are soft.
func (l *look) draw() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, portraitWidth, portraitHeight))
	for y := range portraitHeight {
		for x := range portraitWidth {
			var r, g, b int
			for _, d := range [4][2]float64{{.25, .25}, {.75, .25}, {.25, .75}, {.75, .75}} {
				c := l.at((float64(x)+d[0])/portraitWidth-0.5, (float64(y)+d[1])/portraitWidth)
				r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
			}
			img.SetRGBA(x, y, color.RGBA{uint8(r / 4), uint8(g / 4), uint8(b / 4), 255}) //nolint:gosec // means of bytes
		}
	}
	return img
}

// at is the colour at a point: x from the middle, y from the top, both as
// shares of the width.
func (l *look) at(x, y float64) color.RGBA {
	const faceY, faceW, faceH = 0.50, 0.165, 0.215
	fringe := y < faceY-0.11+0.25*x*x*4
	switch {
	case within(x, y-faceY, faceW, faceH) && !fringe:
		return l.skin
	case l.inHair(x, y-faceY, faceW, faceH):
		return l.hair
	case math.Abs(x) < 0.075 && y > faceY && y < 0.80 && y < 0.74+0.9*(0.075-math.Abs(x)):
		return l.skin
	case l.collar && y > 0.76 && math.Abs(x) < 0.11 && y < 0.76+0.30*(0.11-math.Abs(x))*4 && y > 0.70+math.Abs(x)*0.9:
		return color.RGBA{0xF4, 0xF3, 0xF0, 255}
	case within(x, y-1.17, l.shoulders, 0.40):
		return l.coat
	}
	return l.back
}

// inHair reports whether a point relative to the middle of the face lies in
// the hair: a cap above it, and for long hair down both sides.
func (l *look) inHair(x, y, faceW, faceH float64) bool {
	if y < 0.02 && within(x, y, faceW+0.03, faceH+l.hairTop) {
		return true
	}
	side := faceW + 0.035
	return l.hairDown > 0 && y >= 0 && y < faceH-0.06+l.hairDown && math.Abs(x) < side && math.Abs(x) > faceW-0.055
}

// within reports whether a point lies in an ellipse around the origin.
func within(x, y, a, b float64) bool { return x*x/(a*a)+y*y/(b*b) < 1 }
