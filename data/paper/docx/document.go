package docx

import (
	"bufio"
	"strconv"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// document writes word/document.xml.
type document struct {
	out    *bufio.Writer
	sheet  sheet
	faces  map[string]string // Chinese face of each style
	broken bool              // the next paragraph starts a page
}

func writeDocument(out *bufio.Writer, p *paper.Paper, s sheet, styles []style) {
	d := &document{out: out, sheet: s, faces: map[string]string{}}
	for _, s := range styles {
		d.faces[s.id] = s.face
	}
	d.put(opc.Head, `<w:document`, rootSpaces, `><w:body>`)
	d.head(p)
	for i, block := range p.Body {
		if i+1 < len(p.Body) {
			_, note := p.Body[i+1].(paper.Note)
			d.block(block, note)
		} else {
			d.block(block, p.Sign+p.Date != "")
		}
	}
	d.signature(p.Sign, p.Date)
	d.put(d.sheet.section(), `</w:body></w:document>`)
}

func (d *document) put(parts ...string) {
	for _, part := range parts {
		_, _ = d.out.WriteString(part) // the buffer keeps the error
	}
}

// head writes what stands above the body. A blank line parts it from running
// text; a table follows at once.
func (d *document) head(p *paper.Paper) {
	if p.Classification != "" {
		d.paragraph(styleSecret, shape{}, paper.Plain(p.Classification))
	}
	if p.Title != "" {
		d.paragraph(styleTitle, shape{}, paper.Plain(p.Title))
	}
	if p.Subtitle != "" {
		d.paragraph(styleSubtitle, shape{}, paper.Plain(p.Subtitle))
	}
	if p.Title+p.Subtitle == "" || len(p.Body) == 0 {
		return
	}
	if _, table := p.Body[0].(paper.Table); table {
		d.paragraph(styleAfter, shape{keep: true})
		return
	}
	d.paragraph(styleNormal, shape{keep: true})
}

// block writes one block. With keep it stays on the page of what follows: notes
// go with their table, and a signature never stands on a page alone.
func (d *document) block(block paper.Block, keep bool) {
	switch b := block.(type) {
	case paper.Heading:
		d.paragraph(headings[b.Level-1], shape{}, paper.Plain(b.Text))
	case paper.Paragraph:
		style := styleBody
		if b.Flush {
			style = styleNormal
		}
		d.paragraph(style, shape{keep: keep}, b.Spans...)
	case paper.Note:
		d.paragraph(styleNote, shape{keep: keep}, b.Spans...)
	case paper.Table:
		d.table(b, keep)
	case paper.PageBreak:
		d.broken = true
	}
}

// shape is what a paragraph has beyond its style.
type shape struct {
	keep  bool   // on the page of the next paragraph
	right int    // indent from the right, in twips
	align string // left or right
}

func (d *document) paragraph(style string, s shape, spans ...paper.Span) {
	d.put(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`)
	if s.keep {
		d.put(`<w:keepNext/>`)
	}
	if d.broken {
		d.put(`<w:pageBreakBefore/>`)
		d.broken = false
	}
	if s.right != 0 {
		d.put(`<w:ind w:right="`, strconv.Itoa(s.right), `"/>`)
	}
	if s.align != "" {
		d.put(`<w:jc w:val="`, s.align, `"/>`)
	}
	d.put(`</w:pPr>`)
	for _, span := range spans {
		d.runs(d.faces[style], span.Text)
	}
	d.put(`</w:p>`)
}

// signature writes 署名 and 成文日期 below a blank line.
func (d *document) signature(sign, date string) {
	if sign+date == "" {
		return
	}
	d.paragraph(styleNormal, shape{keep: true})
	signIn, dateIn := signatureIndents(halves(sign), halves(date))
	if sign != "" {
		d.paragraph(styleSign, shape{keep: date != "", right: signIn}, paper.Plain(sign))
	}
	if date != "" {
		d.paragraph(styleSign, shape{right: dateIn}, paper.Plain(date))
	}
}

// signatureIndents places a signature without seal: the name two characters
// from the right edge, the date's first character two characters right of the
// name's first; where the date would then pass that edge, it keeps the two
// characters and the name moves left. Lengths are in halves of a character.
func signatureIndents(sign, date int) (signIn, dateIn int) {
	const two = 4
	signIn, dateIn = two, sign-date
	if dateIn < two {
		dateIn = two
		signIn = dateIn + date + two - sign
	}
	if sign == 0 {
		dateIn = two
	}
	return signIn * charWidth / 2, dateIn * charWidth / 2
}

// halves measures a line in halves of a Chinese character, which is about the
// width of a letter or digit.
func halves(text string) int {
	n := 0
	for _, r := range text {
		if n++; r >= 0x80 {
			n++
		}
	}
	return n
}
