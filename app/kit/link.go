package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Link is a text that the user clicks to go somewhere: “名单 ›”, “到该行”.
type Link struct {
	pressable
	Text  string
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName
	line  bool

	label *canvas.Text
	rule  *canvas.Rectangle
}

// NewLink returns underlined red text.
func NewLink(text string, do func()) *Link {
	l := &Link{Text: text, color: ColorOurs, size: theme.SizeNameText, line: true}
	l.OnTapped = do
	l.extend(l)
	return l
}

// NewQuietLink returns small grey text that turns red under the mouse. It is
// for links that appear on every card.
func NewQuietLink(text string, do func()) *Link {
	l := NewLink(text, do)
	l.color, l.size, l.line = ColorSecondary, SizeSmall, false
	return l
}

// SetText changes the words of the link.
func (l *Link) SetText(text string) {
	l.Text = text
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.label = TextSized(l.Text, l.color, l.size)
	l.rule = canvas.NewRectangle(nil)
	l.recolor()
	return &Drawn{
		Content: []fyne.CanvasObject{l.label, l.rule},
		Place:   l.layout,
		Least: func() fyne.Size {
			size := fyne.MeasureText(l.Text, l.label.TextSize, l.label.TextStyle)
			return fyne.NewSize(min(size.Width, linkMost), size.Height)
		},
		Repaint: l.refresh,
	}
}

// linkMost is the width a link asks for at most: a long one must not make wider
// what it stands in.
const linkMost = 360

func (l *Link) layout(size fyne.Size) {
	l.label.Text = CutText(l.Text, l.label.TextSize, l.label.TextStyle, max(size.Width, linkMost))
	text := l.label.MinSize()
	Put(l.label, 0, 0, size.Width, size.Height)
	Put(l.rule, 0, (size.Height+text.Height)/2-2, min(text.Width, size.Width), 1)
}

func (l *Link) refresh() {
	l.recolor()
	l.layout(l.Size())
	canvas.Refresh(l.label)
	canvas.Refresh(l.rule)
}

func (l *Link) recolor() {
	color := l.color
	switch {
	case l.Disabled():
		color = ColorFaint
	case l.hovered || l.focused:
		color = ColorOurs
	}
	l.label.Color, l.rule.FillColor = Paint(color), Paint(color)
	l.rule.Hidden = !l.line && !l.focused
}
