package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Progress shows the progress of long work and lets the user stop it.
type Progress struct {
	widget.BaseWidget
	title, share, detail *canvas.Text
	lane, bar            *canvas.Rectangle
	cancel               *Button
	fits                 Fitter
	words                string
	done                 float32
}

// NewProgress returns a progress at 0. With a nil cancel the user cannot stop
// the work.
func NewProgress(title string, cancel func()) *Progress {
	p := &Progress{fits: Fitter{}}
	p.title, p.detail = BoldText(title, ColorText), TextSized("", ColorSecondary, SizeSmall)
	p.share = TextSized("", ColorSecondary, SizeSmall)
	p.lane, p.bar = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	p.lane.CornerRadius, p.bar.CornerRadius = 4, 4
	p.cancel = NewButton("停止", cancel)
	p.cancel.Hidden = cancel == nil
	p.ExtendBaseWidget(p)
	return p
}

// Set shows how much is done, from 0 to 1, and the current step.
func (p *Progress) Set(done float64, detail string) {
	p.done, p.words = float32(max(0, min(done, 1))), detail
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	return &Drawn{
		Content: []fyne.CanvasObject{p.title, p.share, p.lane, p.bar, p.detail, p.cancel},
		Place:   p.layout,
		Least:   func() fyne.Size { return fyne.NewSize(360, 78) },
		Repaint: func() { p.layout(p.Size()); canvas.Refresh(p) },
	}
}

func (p *Progress) layout(size fyne.Size) {
	width := size.Width
	if p.cancel.Visible() {
		want := p.cancel.MinSize()
		Put(p.cancel, size.Width-want.Width, (78-want.Height)/2, want.Width, want.Height)
		width -= want.Width + 16
	}
	p.share.Text = fmt.Sprintf("%d%%", int(p.done*100))
	p.share.Hidden = p.done == 0 // work that cannot tell how far it is does not stand still
	share := p.share.MinSize().Width
	Put(p.title, 0, 0, width-share, 26)
	Put(p.share, width-share, 0, share, 26)
	Put(p.lane, 0, 34, width, 8)
	Put(p.bar, 0, 34, width*p.done, 8)
	p.bar.Hidden = p.done == 0
	p.detail.Text = p.fits.Fit(p.words, width, p.detail.TextSize, false)
	Put(p.detail, 0, 50, width, 22)
	p.lane.FillColor, p.bar.FillColor = Paint(ColorHeader), Paint(ColorOurs)
	p.title.Color, p.share.Color, p.detail.Color = Paint(ColorText), Paint(ColorSecondary), Paint(ColorSecondary)
}

// ShowProgress covers the window with a progress, so that the user can do
// nothing else meanwhile. Call the returned function when the work has ended.
func ShowProgress(c fyne.Canvas, p *Progress) (done func()) {
	over := newModal(c, NewCard(p))
	over.OnCancel = func() {} // only the button stops the work
	over.working = true
	over.Show()
	return over.Close
}

// Working reports whether a progress covers the window of a canvas.
func Working(c fyne.Canvas) bool {
	p, ok := c.Overlays().Top().(*Popover)
	return ok && p.working
}
