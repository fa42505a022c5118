package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

const (
	pagePad   = 20
	pageGap   = 12
	sideWidth = 300
)

// PageHeader is the first line of a page: the title, a grey subtitle, and the
// buttons at the right.
type PageHeader struct {
	widget.BaseWidget
	title, subtitle *canvas.Text
	actions         []fyne.CanvasObject
	fits            Fitter
	words           string
}

// NewPageHeader returns the header of a page. The main action is the last one.
func NewPageHeader(title, subtitle string, actions ...fyne.CanvasObject) *PageHeader {
	h := &PageHeader{
		title:    TextSized(title, ColorText, SizeTitle),
		subtitle: TextSized("", ColorSecondary, SizeSmall),
		actions:  actions, fits: Fitter{}, words: subtitle,
	}
	h.title.TextStyle.Bold = true
	h.ExtendBaseWidget(h)
	return h
}

// SetTitle changes the title.
func (h *PageHeader) SetTitle(title string) {
	h.title.Text = title
	h.Refresh()
}

// SetSubtitle changes the grey text after the title.
func (h *PageHeader) SetSubtitle(text string) {
	h.words = text
	h.Refresh()
}

// SetActions replaces the buttons at the right.
func (h *PageHeader) SetActions(actions ...fyne.CanvasObject) {
	h.actions = actions
	h.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *PageHeader) CreateRenderer() fyne.WidgetRenderer {
	d := &Drawn{Place: h.layout, Least: h.minSize, Content: h.objects()}
	d.Repaint = func() {
		d.Content = h.objects()
		h.title.Color, h.subtitle.Color = Paint(ColorText), Paint(ColorSecondary)
		h.layout(h.Size())
		canvas.Refresh(h)
	}
	return d
}

func (h *PageHeader) objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{h.title, h.subtitle}, h.actions...)
}

func (h *PageHeader) minSize() fyne.Size {
	width := h.title.MinSize().Width
	for _, a := range h.actions {
		width += pageGap + a.MinSize().Width
	}
	return fyne.NewSize(width, 38)
}

func (h *PageHeader) layout(size fyne.Size) {
	x := size.Width
	for i := len(h.actions) - 1; i >= 0; i-- {
		if a := h.actions[i]; a.Visible() {
			want := a.MinSize()
			x -= want.Width
			Put(a, x, (size.Height-want.Height)/2, want.Width, want.Height)
			x -= pageGap
		}
	}
	title := h.title.MinSize()
	Put(h.title, 0, (size.Height-title.Height)/2, title.Width, title.Height)
	h.subtitle.Text = h.fits.Fit(h.words, x-title.Width-24, h.subtitle.TextSize, false)
	words := h.subtitle.MinSize()
	Put(h.subtitle, title.Width+12, baseline((size.Height-title.Height)/2, title.Height, words.Height), words.Width, words.Height)
}

// baseline gives where a smaller text begins so that it stands on the line of
// a bigger one: four fifths of the height of our face are above the line.
func baseline(top, bigger, smaller float32) float32 { return top + (bigger-smaller)*0.8 }

// pageLayout places the header at the top, the rows below it, and a panel for
// details at the right. The last row gets the remaining height.
type pageLayout struct {
	header, filter, content, side fyne.CanvasObject
}

// NewPage lays out a page: header, filter line, content, and a panel for
// details at the right. filter and side may be nil or hidden.
func NewPage(header, filter, content, side fyne.CanvasObject) *fyne.Container {
	l := &pageLayout{header, filter, content, side}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{header, filter, content, side} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(l, all...)
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*pagePad
	Put(l.header, pagePad, pageGap, width, l.header.MinSize().Height)
	y := pageGap + l.header.MinSize().Height + pageGap
	if shown(l.side) {
		Put(l.side, size.Width-pagePad-sideWidth, y, sideWidth, size.Height-y-pageGap)
	}
	if shown(l.filter) {
		// The height of a line that wraps is known only once it has its width.
		inner := width - l.beside()
		Put(l.filter, pagePad, y, inner, l.filter.MinSize().Height)
		height := l.filter.MinSize().Height
		Put(l.filter, pagePad, y, inner, height)
		y += height + pageGap
	}
	Put(l.content, pagePad, y, width-l.beside(), max(0, size.Height-y-pageGap))
}

func (l *pageLayout) beside() float32 {
	if shown(l.side) {
		return sideWidth + panelPad
	}
	return 0
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	header, content := l.header.MinSize(), l.content.MinSize()
	width := max(header.Width, content.Width+l.beside())
	height := header.Height + content.Height + 3*pageGap
	if shown(l.filter) {
		height += l.filter.MinSize().Height + pageGap
	}
	return fyne.NewSize(width+2*pagePad, height)
}
