package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// NoticeKind is the kind of a message. It sets the colour; the text itself
// must also say it.
type NoticeKind int

// The kinds of notice.
const (
	NoticeInfo NoticeKind = iota
	NoticeGood
	NoticeDoubt
	NoticeProblem
)

var noticeColors = map[NoticeKind]fyne.ThemeColorName{
	NoticeInfo: ColorSecondary, NoticeGood: ColorGood, NoticeDoubt: ColorDoubt, NoticeProblem: ColorOurs,
}

// Notice is the status line at the bottom of the window. It shows the state of
// the program and the result of the last action.
type Notice struct {
	widget.BaseWidget
	ground, line *canvas.Rectangle
	text, state  *canvas.Text
	fits         Fitter
	words        string
	lasting      string // what lasts, behind how far the writing has come
	work         string
	kind         NoticeKind
}

// NewNotice returns an empty status line.
func NewNotice() *Notice {
	n := &Notice{fits: Fitter{}}
	n.ground, n.line = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	n.text, n.state = TextSized("", ColorSecondary, SizeSmall), TextSized("", ColorSecondary, SizeSmall)
	n.state.Alignment = fyne.TextAlignTrailing
	n.ExtendBaseWidget(n)
	return n
}

// Say shows a message at the left.
func (n *Notice) Say(kind NoticeKind, text string) {
	n.kind, n.words = kind, text
	n.Refresh()
}

// SetState shows the lasting state at the right: the database, its backup, the
// user.
func (n *Notice) SetState(text string) {
	n.lasting = text
	n.showState()
}

// SetWork shows the progress of writing, before the lasting state; empty
// removes it.
func (n *Notice) SetWork(text string) {
	n.work = text
	n.showState()
}

func (n *Notice) showState() {
	n.state.Text = n.lasting
	if n.work != "" {
		n.state.Text = n.work + "　" + n.lasting
	}
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	return &Drawn{
		Content: []fyne.CanvasObject{n.ground, n.line, n.text, n.state},
		Place:   n.layout,
		Least:   func() fyne.Size { return fyne.NewSize(100, 26) },
		Repaint: func() { n.layout(n.Size()); canvas.Refresh(n) },
	}
}

func (n *Notice) layout(size fyne.Size) {
	n.ground.FillColor, n.line.FillColor = Paint(ColorSurface), Paint(ColorLine)
	n.text.Color, n.state.Color = Paint(noticeColors[n.kind]), Paint(ColorSecondary)
	Put(n.ground, 0, 0, size.Width, size.Height)
	Put(n.line, 0, 0, size.Width, 1)
	state := n.state.MinSize().Width
	Put(n.state, size.Width-18-state, 1, state, size.Height-1)
	n.text.Text = n.fits.Fit(n.words, size.Width-state-54, n.text.TextSize, false)
	Put(n.text, 18, 1, size.Width-state-54, size.Height-1)
}
