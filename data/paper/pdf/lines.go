package pdf

import (
	"strings"
	"unicode"
)

// line is one line of text.
type line struct {
	glyphs []glyph
	indent float64
	ends   bool // a paragraph, so that it is not stretched
}

// Marks that may not begin a line, and those that may not end one (GB/T 15834).
const (
	neverFirst = "、。，．：；！？）》〉】〕」』〗］｝’”·～–‧％‰℃°′″,.:;!?)]}%"
	neverLast  = "（《〈【〔「『〖［｛‘“￥＄–([{$"
)

// unitsOf stay with the number before them: 23 / 名 reads badly at the end of a line.
const unitsOf = "名人个次项条件期场份例岁年月日后"

// joined says that no line may end between two characters.
func joined(a, b rune) bool {
	switch {
	case b == ' ', b == '　':
		return true // no line begins with a blank
	case strings.ContainsRune(neverFirst, b), strings.ContainsRune(neverLast, a), unicode.Is(unicode.Mn, b):
		return true
	case a == b && (a == '—' || a == '…'):
		return true
	case a >= '0' && a <= '9' && strings.ContainsRune(unitsOf, b):
		return true
	}
	return inWord(a, b)
}

// measure is the room for a paragraph: how wide it is and how far its first line
// and the others are indented.
type measure struct{ width, first, rest float64 }

// fold breaks glyphs into lines. What cannot be broken and is too long for a
// line is broken wherever it is full.
func fold(glyphs []glyph, m measure) []line {
	var lines []line
	for {
		end := 0
		for end < len(glyphs) && glyphs[end].char != '\n' {
			end++
		}
		lines = append(lines, foldParagraph(glyphs[:end], m)...)
		if end == len(glyphs) {
			return lines
		}
		glyphs = glyphs[end+1:]
	}
}

func foldParagraph(glyphs []glyph, m measure) []line {
	var lines []line
	indent := m.first
	for {
		n := fitting(glyphs, m.width-indent)
		lines = append(lines, line{glyphs: trimEnd(glyphs[:n]), indent: indent, ends: n == len(glyphs)})
		if n == len(glyphs) {
			return lines
		}
		glyphs, indent = glyphs[n:], m.rest
	}
}

// fitting is how many glyphs stand on a line: at least one.
func fitting(glyphs []glyph, width float64) int {
	const rounding = 0.01
	used, allowed := 0.0, 0
	for i, g := range glyphs {
		if i > 0 && !joined(glyphs[i-1].char, g.char) {
			allowed = i
		}
		used += g.width
		if used > width+rounding && g.char != ' ' {
			switch {
			case allowed > 0:
				return allowed
			case i > 0:
				return i
			}
			return 1
		}
	}
	return len(glyphs)
}

func trimEnd(glyphs []glyph) []glyph {
	for len(glyphs) > 0 && glyphs[len(glyphs)-1].char == ' ' {
		glyphs = glyphs[:len(glyphs)-1]
	}
	return glyphs
}

// widest is the width of the longest piece that fold would not break.
func widest(glyphs []glyph) float64 {
	longest, piece := 0.0, 0.0
	for i, g := range glyphs {
		if i > 0 && (g.char == '\n' || !joined(glyphs[i-1].char, g.char)) {
			piece = 0
		}
		if g.char != ' ' {
			piece += g.width
		}
		longest = max(longest, piece)
	}
	return longest
}

// centred folds the text of a narrow cell, if it can without leaving a single
// character on the last line.
func centred(glyphs []glyph, width float64) []line {
	lines := fold(glyphs, measure{width: width})
	for narrow := width; lonely(lines) && narrow > width/2; narrow -= width / 50 {
		narrower := fold(glyphs, measure{width: narrow})
		if len(narrower) > len(lines) || widest(glyphs) > narrow {
			break
		}
		lines = narrower
	}
	return lines
}

// lonely reports a single character on the last of several lines.
func lonely(lines []line) bool {
	return len(lines) > 1 && len(lines[len(lines)-1].glyphs) == 1
}

// balance folds a title so that its lines are about as long as one another.
func balance(glyphs []glyph, width float64) []line {
	lines := fold(glyphs, measure{width: width})
	for narrow := width; narrow > width/2; narrow -= width / 50 {
		narrower := fold(glyphs, measure{width: narrow})
		if len(narrower) > len(lines) || widest(glyphs) > narrow {
			break
		}
		lines = narrower
	}
	return lines
}
