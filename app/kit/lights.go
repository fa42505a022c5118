package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Light is one of the three lights, or none when there is nothing to judge.
type Light int

// The lights, worst last, so that the worst of several is the greatest.
const (
	LightNone Light = iota
	LightGreen
	LightAmber
	LightRed
)

// Word returns the Chinese name of the light.
func (l Light) Word() string {
	return [...]string{"未评", "绿", "黄", "红"}[l]
}

// Shape returns a different mark for each light, for users who cannot tell red
// from green and for black-and-white prints.
func (l Light) Shape() string {
	return [...]string{"○", "●", "▲", "■"}[l]
}

// Color returns the colour of the light.
func (l Light) Color() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorChartQuiet, ColorLightGreen, ColorLightAmber, ColorLightRed}[l]
}

// LightTag is a small coloured label that shows a light with its shape and a
// word.
type LightTag struct {
	widget.BaseWidget
	light Light
	word  string

	ground *canvas.Rectangle
	text   *canvas.Text
}

// NewLightTag returns the label of a light. An empty word means the name of
// the light.
func NewLightTag(light Light, word string) *LightTag {
	t := &LightTag{light: light, word: word}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *LightTag) CreateRenderer() fyne.WidgetRenderer {
	t.ground = canvas.NewRectangle(nil)
	t.ground.CornerRadius = 4
	t.text = TextSized("", ColorSurface, SizeSmall)
	t.fill()
	d := &Drawn{Content: []fyne.CanvasObject{t.ground, t.text}, Place: t.layout, Least: t.minSize}
	d.Repaint = func() {
		t.fill()
		t.layout(t.Size())
		canvas.Refresh(t)
	}
	return d
}

func (t *LightTag) fill() {
	word := t.word
	if word == "" {
		word = t.light.Word()
	}
	t.ground.FillColor = Paint(t.light.Color())
	t.text.Text = t.light.Shape() + " " + word
	t.text.TextStyle.Bold = true
	t.text.Color = Paint(ColorSurface)
	if t.light == LightNone {
		t.text.TextStyle.Bold, t.text.Color = false, Paint(ColorText)
	}
}

func (t *LightTag) minSize() fyne.Size {
	return fyne.NewSize(t.text.MinSize().Width+16, TextSize(theme.SizeNameText)*1.55)
}

// layout keeps the plate as large as its word, wherever it is put.
func (t *LightTag) layout(size fyne.Size) {
	least := t.minSize()
	top := (size.Height - least.Height) / 2
	Put(t.ground, 0, top, least.Width, least.Height)
	Put(t.text, 8, top-1, least.Width-16, least.Height)
}
