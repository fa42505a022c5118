package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

const (
	panelPad  = 16
	panelHead = 30 // title line with the space under it
)

// Panel is a white surface with a thin border. It has a title, an object at
// the right of the title, and the content.
type Panel struct {
	widget.BaseWidget
	ground   *canvas.Rectangle
	title    *canvas.Text
	trailing fyne.CanvasObject
	content  fyne.CanvasObject
}

// NewPanel returns a panel. title may be empty and trailing may be nil.
func NewPanel(title string, trailing, content fyne.CanvasObject) *Panel {
	p := &Panel{ground: Sheet(8), title: Text(title, ColorSecondary), trailing: trailing, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// NewCard returns a panel with content only.
func NewCard(content fyne.CanvasObject) *Panel { return NewPanel("", nil, content) }

// SetTitle changes the title.
func (p *Panel) SetTitle(title string) {
	p.title.Text = title
	p.Refresh()
}

// SetContent replaces the content.
func (p *Panel) SetContent(content fyne.CanvasObject) {
	p.content = content
	p.Refresh()
}

// Content returns the content of the panel.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	d := &Drawn{Place: p.layout, Least: p.minSize}
	d.Repaint = func() {
		d.Content = p.objects()
		p.ground.FillColor, p.ground.StrokeColor = Paint(ColorSurface), Paint(ColorLine)
		p.title.Color = Paint(ColorSecondary)
		p.layout(p.Size())
		canvas.Refresh(p)
	}
	d.Content = p.objects()
	return d
}

func (p *Panel) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{p.ground, p.title}
	if p.trailing != nil {
		all = append(all, p.trailing)
	}
	return append(all, p.content)
}

func (p *Panel) head() float32 {
	if p.title.Text == "" && p.trailing == nil {
		return 0
	}
	if p.trailing != nil {
		return max(panelHead, p.trailing.MinSize().Height+6)
	}
	return panelHead
}

func (p *Panel) minSize() fyne.Size {
	size := p.content.MinSize()
	if p.head() > 0 {
		width := p.title.MinSize().Width
		if p.trailing != nil {
			width += 16 + p.trailing.MinSize().Width
		}
		size.Width = max(size.Width, width)
	}
	return size.AddWidthHeight(2*panelPad, 2*panelPad+p.head())
}

func (p *Panel) layout(size fyne.Size) {
	head := p.head()
	Put(p.ground, 0, 0, size.Width, size.Height)
	line := max(0, head-6)
	Put(p.title, panelPad, panelPad, size.Width-2*panelPad, line)
	if p.trailing != nil {
		want := p.trailing.MinSize()
		Put(p.trailing, size.Width-panelPad-want.Width, panelPad+(line-want.Height)/2, want.Width, want.Height)
	}
	Put(p.content, panelPad, panelPad+head, size.Width-2*panelPad, max(0, size.Height-2*panelPad-head))
}

// NewSidePanel returns a panel for details at the right of a page. It scrolls
// when the details are higher than the page.
func NewSidePanel(content fyne.CanvasObject) *Panel { return NewCard(Scroll(content)) }

// scrollEdge keeps borders away from where a scroll cuts: what touches the cut
// loses its line.
const scrollEdge = 3

// ScrollBar keeps content clear of the bar at the right.
const ScrollBar = 8

// Scroll returns content in a scroll container, so that it may be higher than
// its space. The content lines up with what is above it; the scroll container
// itself is a little larger than its space.
func Scroll(content fyne.CanvasObject) fyne.CanvasObject {
	_, place := Scrolling(content, ScrollBar)
	return place
}

// ScrollRarely is Scroll for content that usually fits. It keeps no space for
// the scroll bar; the bar covers part of the content when it appears.
func ScrollRarely(content fyne.CanvasObject) fyne.CanvasObject {
	_, place := Scrolling(content, 0)
	return place
}

// Scrolling returns a scroll container and the container that holds it. lane
// is the width kept for the scroll bar.
func Scrolling(content fyne.CanvasObject, lane float32) (*container.Scroll, fyne.CanvasObject) {
	s := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(scrollEdge, scrollEdge, scrollEdge, scrollEdge+lane), content))
	return s, container.New(layout.NewCustomPaddedLayout(-scrollEdge, -scrollEdge, -scrollEdge, -scrollEdge), s)
}

// Row places objects beside each other, each with the width it needs.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// Pile places objects below each other, each with the height it needs.
func Pile(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(pileLayout(gap), objects...)
}

// pileLayout sets the width of each object before it asks for the height,
// because a text that wraps knows its height only then.
type pileLayout float32

// Layout implements fyne.Layout.
func (gap pileLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, o.MinSize().Height)))
		height := o.MinSize().Height
		Put(o, 0, y, size.Width, height)
		y += height + float32(gap)
	}
}

// MinSize implements fyne.Layout.
func (gap pileLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			want := o.MinSize()
			size = fyne.NewSize(max(size.Width, want.Width), size.Height+want.Height+float32(gap))
		}
	}
	return fyne.NewSize(size.Width, max(0, size.Height-float32(gap)))
}

// Flow places objects beside each other and starts a new line when the width
// is used up, for example the conditions above a list.
func Flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8), objects...)
}
