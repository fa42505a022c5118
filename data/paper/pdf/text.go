package pdf

import (
	"strings"

	"huoshui/data/paper"
)

// look is how a text is set. Lengths are in points, as everywhere in this package.
type look struct {
	role  role
	size  float64
	track float64 // added to the width of every character
	line  float64 // height of a line
}

// in is the look in another size, its line in proportion.
func (l look) in(size float64) look {
	l.line, l.track, l.size = l.line*size/l.size, l.track*size/l.size, size
	return l
}

// glyph is one character as it stands on paper.
type glyph struct {
	char  rune
	face  *face
	width float64 // with its tracking
}

// missing stands for a character no face has: the mark printers use (〓).
const missing = '〓'

// shape chooses a face for each character. Line breaks stay, as glyphs of no
// width; a tab becomes a blank two characters wide.
func (s *shelf) shape(text string, l look) []glyph {
	text = strings.ReplaceAll(paper.Clean(text), "\t", "　　")
	glyphs := make([]glyph, 0, len(text)/3+1)
	for _, r := range text {
		if r == '\n' {
			glyphs = append(glyphs, glyph{char: r})
			continue
		}
		f := s.face(l.role, r)
		if f == nil && !invisible(r) {
			r = missing
			f = s.face(l.role, r)
		}
		if f != nil {
			glyphs = append(glyphs, glyph{char: r, face: f, width: f.width(r)*l.size + l.track})
		}
	}
	return glyphs
}

// widthOf is the length of glyphs set on one line.
func widthOf(glyphs []glyph) float64 {
	sum := 0.0
	for _, g := range glyphs {
		sum += g.width
	}
	return sum
}
