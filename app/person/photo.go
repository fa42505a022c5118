package person

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // photos are JPEG as a rule
	_ "image/png"  // and PNG sometimes
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
)

const (
	photoWidth  = 160
	photoHeight = 200     // 4:5
	photoLimit  = 5 << 20 // 5 MB, as the editor of the form has it
)

// photoCard shows the photo and takes another one.
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
		page: w, picture: &canvas.Image{}, nothing: kit.Text("没有照片", kit.ColorFaint),
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
		if len(paths) == 0 {
			return
		}
		desk.Ask(&p.latest, p.page.desk.Run,
			func(context.Context) ([]byte, error) { return readPhoto(paths[0]) },
			func(photo []byte, err error) {
				if err != nil {
					p.page.desk.Shell.Fail(err)
					return
				}
				p.set(photo)
			})
	})
}

// readPhoto reads a picture and refuses what the form cannot hold.
func readPhoto(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, data.Refuse("读不到这张照片，没有更换。", err)
	}
	if info.Size() > photoLimit {
		return nil, data.Refuse("照片超过 5 MB，没有更换；请缩小后再选。", nil)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, data.Refuse("读不到这张照片，没有更换。", err)
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(raw)); err != nil {
		return nil, data.Refuse("这个文件不是 JPEG 或 PNG 照片，没有更换。", err)
	}
	return raw, nil
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
