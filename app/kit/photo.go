package kit

import (
	"bytes"
	"image"
	_ "image/jpeg" // photographs as they come from .lrmx files
	_ "image/png"  // and from scanners

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/draw"
)

const (
	photoHigh = 480      // pixels kept of a picture; no frame is larger
	photoMost = 80 << 20 // pixels of a picture we are willing to unpack
)

// Photo is a portrait in a frame of 4:5. Without a readable picture it shows a
// grey silhouette.
type Photo struct {
	widget.BaseWidget
	width float32
	image *canvas.Image

	ground, shoulders, frame *canvas.Rectangle
	head                     *canvas.Circle
}

// NewPhoto returns a frame of a width that shows a JPEG or PNG picture.
func NewPhoto(picture []byte, width float32) *Photo {
	p := &Photo{width: width, image: canvas.NewImageFromImage(nil)}
	p.image.CornerRadius = 3
	p.ExtendBaseWidget(p)
	p.SetPicture(picture)
	return p
}

// SetPicture shows another picture; nil removes it.
func (p *Photo) SetPicture(picture []byte) {
	p.image.Image = Portrait(picture)
	p.Refresh()
}

// HasPicture reports whether there is a readable picture.
func (p *Photo) HasPicture() bool { return p.image.Image != nil }

// CreateRenderer implements fyne.Widget.
func (p *Photo) CreateRenderer() fyne.WidgetRenderer {
	p.ground, p.shoulders = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	p.frame, p.head = canvas.NewRectangle(nil), canvas.NewCircle(nil)
	p.ground.CornerRadius, p.frame.CornerRadius, p.frame.StrokeWidth = 3, 3, 1
	p.recolor()
	d := &Drawn{
		Content: []fyne.CanvasObject{p.ground, p.head, p.shoulders, p.image, p.frame},
		Place:   p.layout,
		Least:   func() fyne.Size { return fyne.NewSize(p.width, p.width*5/4) },
	}
	d.Repaint = func() {
		p.recolor()
		p.layout(p.Size())
		canvas.Refresh(p)
	}
	return d
}

func (p *Photo) recolor() {
	p.ground.FillColor, p.frame.StrokeColor = Paint(ColorHeader), Paint(ColorLine)
	p.head.FillColor, p.shoulders.FillColor = Paint(ColorChartQuiet), Paint(ColorChartQuiet)
	p.image.Hidden = p.image.Image == nil
	p.head.Hidden, p.shoulders.Hidden = !p.image.Hidden, !p.image.Hidden
}

// layout keeps the proportion in whatever room there is.
func (p *Photo) layout(size fyne.Size) {
	w := min(size.Width, size.Height*4/5)
	h := w * 5 / 4
	x, y := (size.Width-w)/2, float32(0)
	for _, o := range []fyne.CanvasObject{p.ground, p.image, p.frame} {
		Put(o, x, y, w, h)
	}
	head, broad := w*0.36, w*0.7
	Put(p.head, x+(w-head)/2, y+h*0.22, head, head)
	top := y + h*0.22 + head*1.14
	Put(p.shoulders, x+(w-broad)/2, top, broad, y+h-top)
	round := min(broad/2, y+h-top) * 0.9
	p.shoulders.TopLeftCornerRadius, p.shoulders.TopRightCornerRadius = round, round
}

// Portrait decodes a picture, cuts the middle to 4:5, and makes it no larger
// than the program ever shows it: a scan of ten megapixels would need forty
// megabytes. It returns nil when it cannot read the picture.
func Portrait(picture []byte) image.Image {
	head, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil || head.Width < 1 || head.Height < 1 || head.Width > photoMost/head.Height {
		return nil
	}
	source, _, err := image.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil
	}
	cut := source.Bounds()
	if w := cut.Dy() * 4 / 5; cut.Dx() > w {
		cut.Min.X += (cut.Dx() - w) / 2
		cut.Max.X = cut.Min.X + w
	} else {
		h := cut.Dx() * 5 / 4
		cut.Min.Y += (cut.Dy() - h) / 3 // faces are in the upper part
		cut.Max.Y = cut.Min.Y + h
	}
	if cut.Empty() {
		return nil
	}
	high := min(photoHigh, cut.Dy())
	out := image.NewNRGBA(image.Rect(0, 0, max(1, high*4/5), high))
	draw.CatmullRom.Scale(out, out.Bounds(), source, cut, draw.Src, nil)
	return out
}
