package kit

import "fyne.io/fyne/v2"

// CutText returns the text if it fits the width, else its beginning followed
// by “…”.
func CutText(text string, size float32, style fyne.TextStyle, width float32) string {
	return Fitter{}.Fit(text, width, size, style.Bold)
}

type runeStyle struct {
	rune rune
	size float32
	bold bool
}

// Fitter cuts texts to a width. Fyne's own ellipsis lays the text out again
// for every cell, which makes a table about fifty times slower. Fitter keeps
// the widths of single characters and adds them. The program's fonts have no
// kerning, so the sum is the width of the text.
type Fitter map[runeStyle]float32

// Fit returns the text if it fits the width, else its beginning followed by
// “…”.
func (f Fitter) Fit(text string, width, size float32, bold bool) string {
	room := width - f.advance('…', size, bold)
	x, end := float32(0), 0
	for i, r := range text {
		if x <= room {
			end = i // what stands before this character fits, and “…” behind it
		}
		if x += f.advance(r, size, bold); x > width {
			return text[:end] + "…"
		}
	}
	return text
}

// Width returns the width of a whole text.
func (f Fitter) Width(text string, size float32, bold bool) float32 {
	x := float32(0)
	for _, r := range text {
		x += f.advance(r, size, bold)
	}
	return x
}

func (f Fitter) advance(r rune, size float32, bold bool) float32 {
	key := runeStyle{r, size, bold}
	width, ok := f[key]
	if !ok {
		width = fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
		f[key] = width
	}
	return width
}
