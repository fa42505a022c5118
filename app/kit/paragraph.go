package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text of one colour that wraps at its width, by the rules of
// Chinese text: no line starts with a closing mark or ends with an opening
// one.
type Paragraph struct {
	widget.BaseWidget
	Align fyne.TextAlign
	Bold  bool

	text  string
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName

	lines    []*canvas.Text
	renderer *Drawn
	width    float32
}

// NewParagraph returns wrapping text of normal size.
func NewParagraph(text string, color fyne.ThemeColorName) *Paragraph {
	return NewParagraphSized(text, color, theme.SizeNameText)
}

// NewParagraphSized returns wrapping text in a size of the theme.
func NewParagraphSized(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *Paragraph {
	p := &Paragraph{text: text, color: color, size: size, width: 320}
	p.ExtendBaseWidget(p)
	p.renderer = &Drawn{
		Place:   p.layout,
		Least:   p.minSize,
		Repaint: p.rewrap,
	}
	return p
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) { p.Set(text, p.color) }

// Set changes the text and its colour.
func (p *Paragraph) Set(text string, color fyne.ThemeColorName) {
	if p.text == text && p.color == color {
		return
	}
	p.text, p.color = text, color
	p.Refresh()
}

// Text returns the text.
func (p *Paragraph) Text() string { return p.text }

// HeightAt returns the height of the text when it wraps at a width.
func (p *Paragraph) HeightAt(width float32) float32 {
	return float32(len(p.linesAt(width))) * p.lineHeight()
}

// linesAt breaks the text to a width; no text takes no line.
func (p *Paragraph) linesAt(width float32) []string {
	if p.text == "" {
		return nil
	}
	return WrapText(p.text, TextSize(p.size), fyne.TextStyle{Bold: p.Bold}, width)
}

func (p *Paragraph) lineHeight() float32 { return TextSize(p.size) * 1.6 }

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.rewrap()
	return p.renderer
}

func (p *Paragraph) minSize() fyne.Size {
	return fyne.NewSize(TextSize(p.size)*4, float32(len(p.renderer.Content))*p.lineHeight())
}

func (p *Paragraph) layout(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.rewrap()
		return
	}
	for i, o := range p.renderer.Content {
		Put(o, 0, float32(i)*p.lineHeight(), size.Width, p.lineHeight())
	}
}

func (p *Paragraph) rewrap() {
	p.renderer.Content = p.renderer.Content[:0]
	for i, line := range p.linesAt(p.width) {
		if i == len(p.lines) {
			p.lines = append(p.lines, canvas.NewText("", nil))
		}
		t := p.lines[i]
		t.Text, t.Color, t.TextSize, t.Alignment = line, Paint(p.color), TextSize(p.size), p.Align
		t.TextStyle.Bold = p.Bold
		p.renderer.Content = append(p.renderer.Content, t)
	}
	p.layout(fyne.NewSize(p.width, p.Size().Height))
	canvas.Refresh(p)
}

const (
	noLineStart = "，。、；：？！）》」』】〕”’…—·％%,.;:?!)]}"
	noLineEnd   = "（《「『【〔“‘([{"
)

// MayBreak reports whether a line may end between two runes. It may not end
// before a closing mark, after an opening one, or inside a number or a Latin
// word.
func MayBreak(before, after rune) bool {
	if strings.ContainsRune(noLineStart, after) || strings.ContainsRune(noLineEnd, before) {
		return false
	}
	return !isLatin(before) || !isLatin(after)
}

func isLatin(r rune) bool { return r > ' ' && r < 0x250 }
