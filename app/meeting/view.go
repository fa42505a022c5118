package meeting

import (
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data/paper"
)

func (w *Workspace) build() {
	w.header = kit.NewPageHeader("会议演示", "",
		kit.NewButton("存为演示文稿…", func() { w.save(".pptx") }), kit.NewButton("存为 PDF…", func() { w.save(".pdf") }), kit.NewPrimary("开始放映 F11", w.Begin))
	w.stage = newStage(w.talk, func() {})
	w.next = newComing(w.talk)
	w.clock = kit.NewParagraph("", kit.ColorSecondary)
	w.list = grid.New([]grid.Column{
		{ID: "page", Title: "页", Width: 44, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "title", Title: "幻灯片", Width: 200, Flexible: true, Unsorted: true},
	}, grid.Rows{})
	w.list.OnSelect = w.choose
	foot := container.New(halves{}, kit.NewPanel("下一张", nil, w.next), kit.NewPanel("放映", nil, w.clock))
	w.content = kit.NewPage(w.header, nil, kit.Beside([]float32{0.7}, container.New(desktopLayout{}, w.stage, foot), w.list), nil)
	w.update()
}

// update shows where the talk is, here and on the big screen.
func (w *Workspace) update() {
	if w.big != nil {
		w.big.Refresh()
	}
	if w.content == nil {
		return
	}
	w.header.SetSubtitle(fmt.Sprintf("时点 %s　箭头翻页，↓ 选中数字，回车看名单", w.desk.At.Chinese()+w.desk.At.Projected(w.desk.Store.Now())))
	w.stage.Refresh()
	w.next.Refresh()
	w.showList()
	w.showClock()
}

// showList lists the slides of the deck and marks the one shown.
func (w *Workspace) showList() {
	if w.talk.deck == nil {
		return
	}
	if w.listed != w.talk.deck {
		w.listed = w.talk.deck
		rows := grid.Rows{{"", "题目"}}
		for i, s := range w.talk.deck.Pages() {
			rows = append(rows, []string{strconv.Itoa(i + 1), s.Title})
		}
		w.list.SetSource(rows)
	}
	if at := w.talk.levels[0].at; w.list.CursorRow() != at {
		w.list.Select(at)
	}
}

// choose goes to a slide of the deck, out of whatever was opened.
func (w *Workspace) choose(row int) {
	if row < 0 || w.talk.deck == nil || row == w.talk.levels[0].at {
		return
	}
	w.talk.levels = w.talk.levels[:1]
	w.talk.goTo(row)
}

func (w *Workspace) showClock() {
	text := "按“开始放映”，幻灯片铺满屏幕；接有投影时放在第二块屏幕上，这里可以看到下一张和用时。\n" +
		"放映时：← → 翻页，↓ 选中数字，回车看名单，Esc 返回或退出，B 黑屏，输入页号再回车跳到该页。"
	if w.end != nil {
		spent := w.desk.Now().Sub(w.since).Truncate(time.Second)
		text = fmt.Sprintf("正在放映　已用 %02d:%02d　现在 %s", int(spent.Minutes()), int(spent.Seconds())%60, w.desk.Now().Format("15:04"))
	}
	w.clock.SetText(text)
}

// coming is a small picture of the next slide.
type coming struct {
	widget.BaseWidget
	talk  *talk
	drawn []fyne.CanvasObject
}

func newComing(t *talk) *coming {
	c := &coming{talk: t}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *coming) CreateRenderer() fyne.WidgetRenderer { return &comingRenderer{c} }

type comingRenderer struct{ coming *coming }

func (r *comingRenderer) Destroy()                     {}
func (r *comingRenderer) MinSize() fyne.Size           { return fyne.NewSize(160, 90) }
func (r *comingRenderer) Objects() []fyne.CanvasObject { return r.coming.drawn }

func (r *comingRenderer) Layout(size fyne.Size) {
	r.coming.drawn = nil
	if s, ok := r.coming.talk.following(); ok {
		after := newTalk()
		after.deck = r.coming.talk.deck
		after.levels = []*level{{slides: []paper.Slide{{}, s}, at: 1, spot: -1}}
		r.coming.drawn = draw(after, size).objects
	}
}

func (r *comingRenderer) Refresh() {
	r.Layout(r.coming.Size())
	canvas.Refresh(r.coming)
}

// desktopLayout gives the slide its fixed proportions and the remaining height
// to the foot.
type desktopLayout struct{}

func (desktopLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 400) }

func (desktopLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const least, gap = 170, 12
	h := min(size.Width*9/16, size.Height-least-gap)
	w := h * 16 / 9
	objects[0].Move(fyne.NewPos((size.Width-w)/2, 0))
	objects[0].Resize(fyne.NewSize(w, h))
	objects[1].Move(fyne.NewPos(0, h+gap))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-h-gap))
}

// halves divides the foot between the next slide and the clock.
type halves struct{}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 120) }

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 12
	first := min((size.Height-46)*16/9+32, size.Width/2)
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(first+gap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first-gap, size.Height))
}
