package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Text returns one line of text of normal size in a colour of the theme.
func Text(text string, color fyne.ThemeColorName) *canvas.Text {
	return TextSized(text, color, theme.SizeNameText)
}

// BoldText returns one line of bold text of normal size.
func BoldText(text string, color fyne.ThemeColorName) *canvas.Text {
	t := Text(text, color)
	t.TextStyle.Bold = true
	return t
}

// TextSized returns one line of text in a colour and a size of the theme.
func TextSized(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *canvas.Text {
	t := canvas.NewText(text, Paint(color))
	t.TextSize = TextSize(size)
	return t
}

// SetText changes a line of text. It repaints the line only when the text
// differs.
func SetText(t *canvas.Text, text string, color fyne.ThemeColorName) {
	c := Paint(color)
	if t.Text == text && t.Color == c {
		return
	}
	t.Text, t.Color = text, c
	t.Refresh()
}

// Measure returns the width of a text of normal size.
func Measure(text string, style fyne.TextStyle) float32 {
	return fyne.MeasureText(text, TextSize(theme.SizeNameText), style).Width
}
