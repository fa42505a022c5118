package app

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

const (
	topHeight  = 52
	footHeight = 26
	navWidth   = 152
)

// topBar shows the program name, the office and the as-of month, and holds the
// search line.
type topBar struct {
	content fyne.CanvasObject
	office  *canvas.Text
	search  *input.Text
	month   *kit.Button
	user    *canvas.Text
}

func newTopBar(d *desk.Desk, setMonth func(data.Month), search func(string)) *topBar {
	t := &topBar{
		office: kit.Text("", kit.ColorText),
		search: input.NewText(""),
		user:   kit.Text(d.User, kit.ColorText),
	}
	t.search.SetPlaceHolder("姓名、拼音、单位　Ctrl+K")
	t.search.OnEnter = search
	t.month = kit.NewOutlined("", func() {
		input.PickMonth(t.month, d.At.Year(), int(d.At)%100, func(year, month int) {
			setMonth(data.MakeMonth(year, month))
		})
	})
	brand := kit.TextSized("活水", kit.ColorOurs, kit.SizeTitle)
	brand.TextStyle.Bold = true
	t.content = container.New(&topLayout{t, brand}, fill(kit.ColorSurface), brand, t.office, t.search, t.month, t.user, fill(kit.ColorLine))
	return t
}

func (t *topBar) show(office data.Office, at, now data.Month) {
	t.office.Text = office.Name
	if office.Name == "" {
		t.office.Text = "尚未填写单位名称"
	}
	t.office.Refresh()
	t.month.SetText("时点 " + at.String() + at.Projected(now) + " ▼")
	t.content.Refresh()
}

// topLayout places the name and the office at the left, the rest at the right.
type topLayout struct {
	bar   *topBar
	brand fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (*topLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(800, topHeight) }

// Layout implements fyne.Layout.
func (l *topLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, line := objects[0], objects[len(objects)-1]
	ground.Resize(size)
	line.Move(fyne.NewPos(0, size.Height-1))
	line.Resize(fyne.NewSize(size.Width, 1))
	center := func(o fyne.CanvasObject, x float32, s fyne.Size) {
		o.Resize(s)
		o.Move(fyne.NewPos(x, (size.Height-s.Height)/2))
	}
	center(l.brand, 18, l.brand.MinSize())
	center(l.bar.office, navWidth+20, l.bar.office.MinSize())
	x := size.Width - 18
	for _, o := range []fyne.CanvasObject{l.bar.user, l.bar.month} {
		s := o.MinSize()
		x -= s.Width
		center(o, x, s)
		x -= 14
	}
	s := fyne.NewSize(250, l.bar.search.MinSize().Height)
	center(l.bar.search, x-s.Width, s)
}

// frame is the layout of the window: top bar, navigation, room, status line.
type frame struct{}

// MinSize implements fyne.Layout.
func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1024, 640) }

// Layout implements fyne.Layout.
func (frame) Layout(o []fyne.CanvasObject, size fyne.Size) {
	set := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	body := size.Height - topHeight - footHeight
	set(o[0], 0, 0, size.Width, topHeight)
	set(o[1], 0, topHeight, navWidth, body)
	set(o[2], navWidth, topHeight, size.Width-navWidth, body)
	set(o[3], 0, size.Height-footHeight, size.Width, footHeight)
}

// databaseState tells what file is open and, plainly, how it is kept.
func databaseState(d *desk.Desk, office data.Office) string {
	name := strings.TrimSuffix(filepath.Base(d.Store.Path()), ".db")
	kept := "已加密"
	if !d.Store.File().Encrypted() {
		kept = "未加密，请勿存入真实人员档案"
	}
	state := fmt.Sprintf("%s　%s　%s　使用人 %s", office.Place, name, kept, d.User)
	if why := d.Store.ReadOnly(); why != "" {
		state = "只读打开：" + why + "，不能保存　" + state
	}
	return state
}

// fill is a plain surface.
func fill(name fyne.ThemeColorName) fyne.CanvasObject {
	return canvas.NewRectangle(kit.Theme{}.Color(name, theme.VariantLight))
}
