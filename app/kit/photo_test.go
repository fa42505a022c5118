package kit

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit/kittest"
)

// samplePicture is a portrait of sorts: half light, half dark.
func samplePicture(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{0x8F, 0xA9, 0xC4, 0xFF}
			if dx, dy := x-w/2, y-h/2; dx*dx+dy*dy < w*w/9 {
				c = color.NRGBA{0xE3, 0xC3, 0xA6, 0xFF}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func TestPhotoShowsPicturesOfBothKinds(t *testing.T) {
	kittest.Look(t, Theme{})
	var jpg, pn bytes.Buffer
	if err := jpeg.Encode(&jpg, samplePicture(300, 420), nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&pn, samplePicture(2000, 900)); err != nil {
		t.Fatal(err)
	}
	for _, picture := range [][]byte{jpg.Bytes(), pn.Bytes()} {
		p := NewPhoto(picture, 72)
		if !p.HasPicture() {
			t.Fatal("a good picture is not shown")
		}
		if b := p.image.Image.Bounds(); b.Dy() > photoHigh || b.Dx() != b.Dy()*4/5 {
			t.Errorf("kept as %v", b)
		}
	}
}

func TestPhotoSurvivesWhatIsNoPicture(t *testing.T) {
	kittest.Look(t, Theme{})
	var good bytes.Buffer
	if err := png.Encode(&good, samplePicture(100, 125)); err != nil {
		t.Fatal(err)
	}
	bad := map[string][]byte{"nothing": nil, "text": []byte("not a picture"), "cut off": good.Bytes()[:good.Len()/2]}
	for name, picture := range bad {
		p := NewPhoto(picture, 72)
		p.Resize(p.MinSize())
		test.WidgetRenderer(p)
		if p.HasPicture() || !p.head.Visible() || p.image.Visible() {
			t.Errorf("%s does not show the silhouette", name)
		}
	}
}

func TestPhotoKeepsItsProportion(t *testing.T) {
	kittest.Look(t, Theme{})
	p := NewPhoto(nil, 72)
	if got := p.MinSize(); got != fyne.NewSize(72, 90) {
		t.Errorf("least size %v", got)
	}
	p.Resize(fyne.NewSize(300, 100))
	test.WidgetRenderer(p)
	if got := p.frame.Size(); got != fyne.NewSize(80, 100) {
		t.Errorf("frame %v in 300×100", got)
	}
}
