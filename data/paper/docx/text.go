package docx

import (
	"strconv"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// runs writes text in the style's face, with runs of their own for the
// characters that face lacks. The size is in points, 0 for the style's.
func (d *document) runs(usual, text string, size float64) {
	text = paper.Clean(text)
	start, face := 0, ""
	for i, r := range text {
		if r < 0x80 { // set in the Latin face, whichever run it is in
			continue
		}
		if next := faceOf(r, usual); next != face {
			d.run(face, text[start:i], size)
			start, face = i, next
		}
	}
	d.run(face, text[start:], size)
}

// run writes one run. The hint keeps “ ” … — · in the Chinese face: without it
// Word sets them in the Latin one, half as wide.
func (d *document) run(face, text string, size float64) {
	if text == "" {
		return
	}
	d.put(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"`)
	if face != "" {
		d.put(` w:eastAsia="`, face, `"`)
	}
	d.put(`/>`)
	if size != 0 {
		half := strconv.Itoa(int(size*2 + 0.5))
		d.put(`<w:sz w:val="`, half, `"/><w:szCs w:val="`, half, `"/>`)
	}
	d.put(`</w:rPr>`)
	for text != "" {
		i := strings.IndexAny(text, "\n\t")
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			d.put(`<w:t xml:space="preserve">`, opc.Escape(text[:i]), `</w:t>`)
		}
		if i == len(text) {
			break
		}
		if text[i] == '\n' {
			d.put(`<w:br/>`)
		} else {
			d.put(`<w:tab/>`)
		}
		text = text[i+1:]
	}
	d.put(`</w:r>`)
}
