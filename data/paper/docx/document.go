package docx

import (
	"bufio"
	"strconv"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// document writes word/document.xml.
type document struct {
	out      *bufio.Writer
	page     paper.Page        // of what is being written
	faces    map[string]string // Chinese face of each style
	enclosed *enclosures
	charts   int  // written so far
	drawings int  // written so far
	broken   bool // the next paragraph starts a page
}

func writeDocument(out *bufio.Writer, p *paper.Paper, styles []style, enclosed *enclosures) {
	d := &document{out: out, page: p.First(), faces: map[string]string{}, enclosed: enclosed}
	for _, s := range styles {
		d.faces[s.id] = s.face
	}
	d.put(opc.Head, `<w:document`, rootSpaces, drawingSpaces, `><w:body>`)
	d.head(p)
	d.body(p)
	d.signature(p.Sign, p.Date)
	if len(p.Annex) > 0 {
		d.broken = true
		d.blocks(p.Annex, false)
	}
	d.put(section(d.page), `</w:body></w:document>`)
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
	switch p.Body[0].(type) {
	case paper.Table, paper.Form, paper.Chart:
		d.paragraph(styleAfter, shape{keep: true})
	default:
		d.paragraph(styleNormal, shape{keep: true})
	}
}

// body writes the blocks before the signature, which never stands on a page
// alone.
func (d *document) body(p *paper.Paper) {
	if len(p.Body) > 0 && turns(p.Body[0]) && p.Classification+p.Title+p.Subtitle != "" {
		d.paragraph(styleAfter, shape{ends: true})
	}
	d.blocks(p.Body, p.Sign+p.Date != "")
}

// blocks writes blocks one after the other. The last paragraph of a block stays
// on the page of a note that follows, which goes with its table, and with keep
// that of the last block on the page of what follows; before pages of another
// kind it ends those it is on.
func (d *document) blocks(blocks []paper.Block, keep bool) {
	for i, block := range blocks {
		last := shape{keep: keep}
		if i+1 < len(blocks) {
			_, note := blocks[i+1].(paper.Note)
			last = shape{keep: note, ends: turns(blocks[i+1])}
		}
		d.block(block, last)
	}
}

// turns says whether a block begins pages of another kind.
func turns(block paper.Block) bool {
	b, ok := block.(paper.PageBreak)
	return ok && b.Page != nil
}

// block writes one block, its last paragraph in the shape given.
func (d *document) block(block paper.Block, last shape) {
	switch b := block.(type) {
	case paper.Heading:
		d.paragraph(headings[b.Level-1], shape{ends: last.ends}, paper.Plain(b.Text))
	case paper.Paragraph:
		style := styleBody
		if b.Flush {
			style = styleNormal
		}
		d.paragraph(style, last, b.Spans...)
	case paper.Note:
		d.paragraph(styleNote, last, b.Spans...)
	case paper.Table:
		d.table(b, last)
	case paper.Chart:
		d.chart(b, last)
	case paper.Form:
		d.form(b, last)
	case paper.PageBreak:
		d.pageBreak(b, last)
	}
}

func (d *document) pageBreak(b paper.PageBreak, last shape) {
	d.broken = b.Page == nil
	if b.Page != nil {
		d.page = *b.Page
	}
	if last.ends { // an empty page
		d.paragraph(styleAfter, last)
	}
}

// shape is what a paragraph has beyond its style. Lengths are in twips; those
// not given are the style's.
type shape struct {
	keep                 bool // on the page of the next paragraph
	ends                 bool // the pages of this kind
	size                 float64
	line, before         int
	left, right, hanging int
	align                string // left or right
}

func (d *document) paragraph(style string, s shape, spans ...paper.Span) {
	d.paragraphOf(style, s, func() {
		for _, span := range spans {
			d.runs(d.faces[style], span.Text, s.size)
		}
	})
}

// paragraphOf writes a paragraph of what content writes.
func (d *document) paragraphOf(style string, s shape, content func()) {
	d.put(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`)
	if s.keep {
		d.put(`<w:keepNext/>`)
	}
	if d.broken {
		d.put(`<w:pageBreakBefore/>`)
		d.broken = false
	}
	d.put(s.spacing(), s.indents())
	if s.align != "" {
		d.put(`<w:jc w:val="`, s.align, `"/>`)
	}
	if s.ends {
		d.put(section(d.page))
	}
	d.put(`</w:pPr>`)
	content()
	d.put(`</w:p>`)
}

func (s shape) spacing() string {
	xml := ""
	if s.before != 0 {
		xml += ` w:before="` + strconv.Itoa(s.before) + `"`
	}
	if s.line != 0 {
		xml += ` w:line="` + strconv.Itoa(s.line) + `" w:lineRule="exact"`
	}
	if xml == "" {
		return ""
	}
	return `<w:spacing` + xml + `/>`
}

func (s shape) indents() string {
	xml := ""
	for _, in := range []struct {
		side   string
		length int
	}{{"left", s.left}, {"right", s.right}, {"hanging", s.hanging}} {
		if in.length != 0 {
			xml += ` w:` + in.side + `="` + strconv.Itoa(in.length) + `"`
		}
	}
	if xml == "" {
		return ""
	}
	return `<w:ind` + xml + `/>`
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
