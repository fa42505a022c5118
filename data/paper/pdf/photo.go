package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"log/slog"

	"github.com/signintech/gopdf"
	"golang.org/x/image/draw"

	"huoshui/data/paper"
)

// sharpest is the longest side of a photo in the file, in pixels: more than any
// printer shows of a picture this small.
const sharpest = 1200

// largest is the size of a photo that is still read, in pixels.
const largest = 100_000_000

// photo is a picture ready for the file; the zero one is no picture.
type photo struct {
	data          []byte
	width, height float64 // in pixels
}

// readPhoto reads a photo. One that cannot be read is left out, as the paper
// is worth more than the picture.
func readPhoto(data []byte) photo {
	if len(data) == 0 {
		return photo{}
	}
	picture, ok := paper.PictureOf(data)
	if ok && picture.Width*picture.Height <= largest {
		data, err := plain(picture)
		if err == nil {
			return photo{data, float64(picture.Width), float64(picture.Height)}
		}
	}
	slog.Warn("photo left out of a paper", "kind", picture.Kind, "width", picture.Width, "height", picture.Height)
	return photo{}
}

// plain is the photo as a JPEG file in the colours every viewer knows. Others are
// drawn again, on white.
func plain(p paper.Picture) ([]byte, error) {
	picture, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	usual := picture.ColorModel() == color.YCbCrModel || picture.ColorModel() == color.GrayModel
	if kind == "jpeg" && usual && max(p.Width, p.Height) <= sharpest {
		return p.Data, nil
	}
	return redraw(picture)
}

func redraw(picture image.Image) ([]byte, error) {
	bounds := picture.Bounds()
	shrink := min(1, sharpest/float64(max(bounds.Dx(), bounds.Dy())))
	canvas := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(bounds.Dx())*shrink)), max(1, int(float64(bounds.Dy())*shrink))))
	draw.Draw(canvas, canvas.Bounds(), image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(canvas, canvas.Bounds(), picture, bounds, draw.Over, nil)
	var out bytes.Buffer
	err := jpeg.Encode(&out, canvas, &jpeg.Options{Quality: 90})
	return out.Bytes(), err
}

// within is the size of the photo in a frame, in its own proportions.
func (p photo) within(width, height float64) (w, h float64) {
	if p.data == nil {
		return 0, 0
	}
	shrink := max(0, min(width/p.width, height/p.height))
	return p.width * shrink, p.height * shrink
}

// photo draws a photo in the middle of a frame.
func (c *canvas) photo(p photo, x, y, width, height float64) {
	w, h := p.within(width, height)
	if w < 1 || h < 1 || c.err != nil {
		return
	}
	holder, err := gopdf.ImageHolderByBytes(p.data)
	if err != nil {
		c.err = err
		return
	}
	c.err = c.pdf.ImageByHolder(holder, x+(width-w)/2, y+(height-h)/2, &gopdf.Rect{W: w, H: h})
}
