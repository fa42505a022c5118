package pdf

import (
	"fmt"
	"unicode"

	"github.com/signintech/gopdf"
)

// face is one font file: what it holds and how wide its characters are.
type face struct {
	name   string // in the file, ASCII
	font   gopdf.SubsetFontObj
	widths map[rune]float64 // in ems; negative for what it lacks
	data   []byte
	added  bool // to the file
}

// openFace reads a TrueType font. A broken one is an error, never a panic: the
// font may be any file of the user's computer.
func openFace(name string, data []byte) (f *face, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			f, err = nil, fmt.Errorf("font %s: %v", name, broken)
		}
	}()
	f = &face{name: name, data: data, widths: map[rune]float64{}}
	if err := f.font.SetTTFData(data); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	if f.font.GetTTFParser().UnitsPerEm() == 0 || f.width('一') < 0 && f.width('0') < 0 {
		return nil, fmt.Errorf("font %s: neither Chinese nor Latin", name)
	}
	return f, nil
}

// width is the width of a character in ems, negative where the face lacks it.
func (f *face) width(r rune) float64 {
	if width, ok := f.widths[r]; ok {
		return width
	}
	width := f.measure(r)
	f.widths[r] = width
	return width
}

func (f *face) measure(r rune) (width float64) {
	defer func() {
		if recover() != nil { // gopdf trusts the tables of a font
			width = -1
		}
	}()
	glyph, err := f.font.CharCodeToGlyphIndex(r)
	if err != nil || glyph == 0 || glyph >= f.font.GetTTFParser().NumGlyphs() {
		return -1
	}
	return float64(f.font.GlyphIndexToPdfWidth(glyph)) / 1000
}

// invisible reports characters that shape what stands around them and have no
// form of their own.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
