package shots

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
)

// What has been scrolled out of sight is in no picture, although it is in a
// scroll of its own, as the text of an input is.
func TestPicturesShowNothingBeyondAScroll(t *testing.T) {
	test.NewTempApp(t)
	red := color.NRGBA{R: 0xFF, A: 0xFF}
	above, inner := canvas.NewRectangle(color.Transparent), container.NewVScroll(canvas.NewRectangle(red))
	above.SetMinSize(fyne.NewSize(100, 60))
	inner.SetMinSize(fyne.NewSize(100, 100))
	outer := container.NewVScroll(container.NewVBox(above, inner))
	c := &Camera{canvas: software.NewCanvas()}
	c.canvas.SetPadded(false)
	panel := kit.NewCard(outer)
	c.canvas.SetContent(container.NewWithoutLayout(panel))
	c.canvas.Resize(fyne.NewSize(300, 300))
	panel.Resize(fyne.NewSize(200, 132)) // the scroll ends 16 above the lower edge
	isRed := func(x, y int) bool {
		r, g, _, _ := c.picture().At(x, y).RGBA()
		return r > 0xE000 && g < 0x1000
	}
	if !isRed(100, 100) {
		t.Error("what is in sight is missing")
	}
	for _, y := range []int{118, 125, 140, 200} {
		if isRed(100, y) {
			t.Errorf("something stands %d beneath the scroll", y-116)
		}
	}
}
