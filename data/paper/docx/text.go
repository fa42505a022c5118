package docx

import (
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// runs writes text in the style's face, with runs of their own for the
// characters that face lacks.
func (d *document) runs(usual, text string) {
	text = paper.Clean(text)
	start, face := 0, ""
	for i, r := range text {
		if r < 0x80 { // set in the Latin face, whichever run it is in
			continue
		}
		if next := faceOf(r, usual); next != face {
			d.run(face, text[start:i])
			start, face = i, next
		}
	}
	d.run(face, text[start:])
}

// run writes one run. The hint keeps “ ” … — · in the Chinese face: without it
// Word sets them in the Latin one, half as wide.
func (d *document) run(face, text string) {
	if text == "" {
		return
	}
	d.put(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"`)
	if face != "" {
		d.put(` w:eastAsia="`, face, `"`)
	}
	d.put(`/></w:rPr>`)
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
