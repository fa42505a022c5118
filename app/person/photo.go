package person

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // photos are JPEG as a rule
	_ "image/png"  // and PNG sometimes

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/desk"
	"huoshui/app/kit"
)

const (
	photoWidth  = 160
	photoHeight = 200 // 4:5
)

// photoCard shows the photo and lets the user replace it.
type photoCard struct {
	widget.BaseWidget
	page    *Workspace
	latest  desk.Latest
	picture *canvas.Image
	nothing *canvas.Text
	note    *kit.Paragraph
	remove  *kit.Link
	links   *fyne.Container
	whole   fyne.CanvasObject
	shown   []byte
	drawn   bool
}

func newPhotoCard(w *Workspace) *photoCard {
	p := &photoCard{
		page: w, picture: &canvas.Image{}, nothing: kit.Text("没有照片", kit.ColorSecondary),
		note: kit.NewParagraphSized("", kit.ColorDoubt, kit.SizeSmall),
	}
	p.picture.FillMode = canvas.ImageFillCover
	p.nothing.Alignment = fyne.TextAlignCenter
	ground := canvas.NewRectangle(theme.Color(kit.ColorHeader))
	frame := container.New(layout.NewGridWrapLayout(fyne.NewSize(photoWidth, photoHeight)), container.NewStack(ground, p.nothing, p.picture))
	p.remove = kit.NewQuietLink("删除", func() { p.set(nil) })
	p.links = container.NewCenter(kit.Row(16, kit.NewLink("更换照片", p.pick), p.remove))
	p.whole = kit.NewCard(kit.Pile(10, container.NewCenter(frame), p.note, p.links))
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *photoCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.whole) }

// update shows the photo as it stands in the page.
func (p *photoCard) update() {
	photo := p.page.model.photo
	if p.drawn && bytes.Equal(photo, p.shown) {
		return
	}
	p.shown, p.drawn = photo, true
	img, _, err := image.Decode(bytes.NewReader(photo))
	p.picture.Image = img
	p.picture.Hidden, p.nothing.Hidden, p.remove.Hidden = err != nil, err == nil, len(photo) == 0
	switch {
	case len(photo) == 0:
		p.note.SetText("")
	case err != nil:
		p.note.SetText("照片读不出来，请更换。")
	default:
		p.note.SetText(proportion(img.Bounds().Size()))
	}
	p.picture.Refresh()
	p.links.Refresh()
	p.whole.Refresh()
}

func (p *photoCard) set(photo []byte) {
	p.page.model.photo = photo
	p.page.edited()
}

// pick asks for a file and reads it.
func (p *photoCard) pick() {
	p.page.desk.Files.Open("选择照片", []string{"*.jpg", "*.jpeg", "*.png"}, func(paths []string) {
		if len(paths) > 0 {
			p.take(paths[0])
		}
	})
}

// take reads a file and shows it.
func (p *photoCard) take(path string) {
	draft := p.page.model.draft
	desk.Ask(p.page.desk, &p.latest,
		func(context.Context) ([]byte, error) { return readPhoto(path) },
		func(photo []byte) {
			if draft == p.page.model.draft { // still the same page
				p.set(photo)
			}
		})
}

// proportion says so when a photo is not 4:5, but for one part in fifty, which
// does not show.
func proportion(size image.Point) string {
	if abs(size.X*5-size.Y*4)*50 > size.Y*4 {
		return "宽高比不是 4:5，显示时裁去多出的部分。"
	}
	return ""
}

func abs(n int) int { return max(n, -n) }
