package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// WrapText breaks a text into lines no wider than width, by the rules of
// Chinese text: anywhere between characters, but never inside a number or a
// Latin word and never before a comma. It keeps line feeds.
func WrapText(text string, size float32, style fyne.TextStyle, width float32) []string {
	runes := []rune(text)
	widths := RuneWidths(runes, size, style)
	var lines []string
	for _, l := range BreakLines(runes, widths, width, width) {
		lines = append(lines, strings.TrimRight(string(runes[l.From:l.To]), " "))
	}
	return lines
}

// LineRange is one line of a broken text: the runes from index From up to, but
// not including, To.
type LineRange struct{ From, To int }

// BreakLines finds the lines of a text whose first line may have another width
// than the rest, as in a paragraph with an indent.
func BreakLines(runes []rune, widths []float32, first, rest float32) []LineRange {
	if len(runes) == 0 {
		return []LineRange{{}}
	}
	var lines []LineRange
	avail := first
	for start := 0; start < len(runes); {
		end, next := lineEnd(runes, widths, start, avail)
		lines = append(lines, LineRange{start, end})
		start, avail = next, rest
	}
	return lines
}

// lineEnd returns where the line that starts at start ends, and where the next
// one begins; line feeds and spaces between the two belong to neither.
func lineEnd(runes []rune, widths []float32, start int, avail float32) (end, next int) {
	used, end := float32(0), start
	for end < len(runes) && runes[end] != '\n' {
		// Rounding of measured widths must not throw out the last character.
		if used+widths[end] > avail+0.5 && end > start && runes[end] != ' ' {
			end = lastBreak(runes, start, end)
			break
		}
		used += widths[end]
		end++
	}
	next = end
	for next < len(runes) && runes[next] == ' ' {
		next++
	}
	if next < len(runes) && runes[next] == '\n' {
		next++
	}
	return end, next
}

// lastBreak steps back from the first rune that does not fit to the last place
// where a line may end; a word longer than the line is cut where it overflows.
func lastBreak(runes []rune, start, over int) int {
	for i := over; i > start; i-- {
		if MayBreak(runes[i-1], runes[i]) {
			return i
		}
	}
	return over
}

// runeWidthAt is the text size characters are measured at; the fonts are not
// hinted, so that widths grow with the size.
const runeWidthAt = 64

type runeWidthKey struct {
	r    rune
	bold bool
}

// runeWidthCache spares shaping each character again; the embedded fonts have
// no kerning, so that a text is as wide as its characters. Only the window's
// goroutine lays out.
var runeWidthCache = map[runeWidthKey]float32{}

// RuneWidths returns the width of each character at a text size.
func RuneWidths(runes []rune, size float32, style fyne.TextStyle) []float32 {
	widths := make([]float32, len(runes))
	for i, r := range runes {
		key := runeWidthKey{r, style.Bold}
		w, ok := runeWidthCache[key]
		if !ok {
			w = fyne.MeasureText(string(r), runeWidthAt, style).Width
			runeWidthCache[key] = w
		}
		widths[i] = w * size / runeWidthAt
	}
	return widths
}
