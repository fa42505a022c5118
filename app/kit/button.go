package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const (
	ButtonHeight = 34 // of every button
	buttonPad    = 14
)

// Button is a push button. A page has at most one primary button, for the main
// action of the page.
type Button struct {
	pressable
	Text    string
	primary bool
	ours    bool

	ground, hover, ring *canvas.Rectangle
	label               *canvas.Text
}

// NewButton returns a white button with a border.
func NewButton(text string, do func()) *Button {
	b := &Button{Text: text}
	b.OnTapped = do
	b.extend(b)
	return b
}

// NewPrimary returns a deep red button with white text.
func NewPrimary(text string, do func()) *Button {
	b := NewButton(text, do)
	b.primary = true
	return b
}

// NewOutlined returns a white button with red text and border. It is for a
// setting of the whole page, such as the as-of month.
func NewOutlined(text string, do func()) *Button {
	b := NewButton(text, do)
	b.ours = true
	return b
}

// SetText changes the words on the button.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ground, b.hover, b.ring = Sheet(5), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.hover.CornerRadius, b.ring.CornerRadius, b.ring.StrokeWidth = 5, 7, 2
	b.label = Text(b.Text, ColorText)
	b.label.Alignment = fyne.TextAlignCenter
	b.recolor()
	return &Drawn{
		Content: []fyne.CanvasObject{b.ring, b.ground, b.hover, b.label},
		Place:   b.layout, Least: b.minSize, Repaint: b.refresh,
	}
}

func (b *Button) minSize() fyne.Size {
	return fyne.NewSize(Measure(b.Text, fyne.TextStyle{})+2*buttonPad, ButtonHeight)
}

func (b *Button) layout(size fyne.Size) {
	Put(b.ground, 0, 0, size.Width, size.Height)
	Put(b.hover, 0, 0, size.Width, size.Height)
	Put(b.ring, -2, -2, size.Width+4, size.Height+4)
	Put(b.label, 0, 0, size.Width, size.Height)
}

func (b *Button) refresh() {
	b.recolor()
	b.label.Text = b.Text
	for _, o := range []fyne.CanvasObject{b.ring, b.ground, b.hover, b.label} {
		canvas.Refresh(o)
	}
}

func (b *Button) recolor() {
	fill, line, text := ColorSurface, theme.ColorNameInputBorder, ColorText
	switch {
	case b.Disabled():
		fill, text = theme.ColorNameDisabledButton, ColorFaint
	case b.primary:
		fill, line, text = ColorOurs, ColorOurs, ColorSurface
	case b.ours:
		line, text = ColorOurs, ColorOurs
	}
	b.ground.FillColor, b.ground.StrokeColor = Paint(fill), Paint(line)
	b.label.Color = Paint(text)
	b.hover.Hidden = !b.hovered || b.Disabled()
	b.hover.FillColor = Paint(theme.ColorNameHover)
	if b.primary {
		b.hover.FillColor = Paint(theme.ColorNamePressed)
	}
	b.ring.Hidden = !b.focused
	b.ring.StrokeColor = Paint(theme.ColorNameFocus)
}
