package pdf

import (
	"strings"

	"huoshui/data/paper"
)

// The looks of a paper: sizes, letter-spacing and lines are those of its Word file.
var (
	lineHeight = 28.95 // 22 lines in the 225 mm of the type area
	tightening = -0.25 // 28 characters in its 156 mm

	bodyLook     = look{role: body, size: 16, track: tightening, line: lineHeight}
	titleLook    = look{role: title, size: 22, line: lineHeight}
	subtitleLook = look{role: kai, size: 16, track: tightening, line: lineHeight}
	secretLook   = look{role: hei, size: 16, track: tightening, line: lineHeight}
	captionLook  = look{role: hei, size: 14, line: lineHeight}
	noteLook     = look{role: song, size: 12, line: 20}
	headingLooks = [...]look{
		{role: hei, size: 16, track: tightening, line: lineHeight},
		subtitleLook, bodyLook, bodyLook,
	}
)

// afterTable is the room below a table.
const afterTable = 6

// lay lays a whole paper out.
func lay(f *flow, p *paper.Paper) {
	f.head(p)
	f.blocks(p.Body, p.Sign+p.Date != "")
	f.signature(p.Sign, p.Date)
	if len(p.Annex) > 0 {
		f.end()
		f.blocks(p.Annex, false)
	}
	f.settle()
	if !f.begun {
		f.newPage()
	}
}

// blocks writes blocks one after the other; with keep the last stays on the page
// of what follows.
func (f *flow) blocks(blocks []paper.Block, keep bool) {
	for i, block := range blocks {
		with := keep
		if i+1 < len(blocks) {
			_, with = blocks[i+1].(paper.Note)
		}
		f.block(block, with)
	}
}

// head writes what stands above the body. A blank line parts it from running
// text; a table or form follows at once.
func (f *flow) head(p *paper.Paper) {
	if p.Classification != "" {
		f.lines(fold(f.shelf.shape(p.Classification, secretLook), measure{width: f.wide}), secretLook, paper.Left, true)
	}
	if p.Title != "" {
		f.lines(balance(f.shelf.shape(p.Title, titleLook), f.wide), titleLook, paper.Center, true)
	}
	if p.Subtitle != "" {
		f.lines(balance(f.shelf.shape(p.Subtitle, subtitleLook), f.wide), subtitleLook, paper.Center, true)
	}
	if p.Title+p.Subtitle == "" || len(p.Body) == 0 {
		return
	}
	switch p.Body[0].(type) {
	case paper.Table, paper.Form:
		f.space(afterTable, true)
	default:
		f.space(lineHeight, true)
	}
}

// block writes one block. With keep it stays on the page of what follows: notes
// go with their table, and a signature never stands on a page alone.
func (f *flow) block(block paper.Block, keep bool) {
	switch b := block.(type) {
	case paper.Heading:
		f.paragraph(b.Text, headingLooks[b.Level-1], 2, true, true)
	case paper.Paragraph:
		indent := 2
		if b.Flush {
			indent = 0
		}
		f.paragraph(join(b.Spans), bodyLook, indent, false, keep)
	case paper.Note:
		f.paragraph(join(b.Spans), noteLook, 2, false, keep)
	case paper.Table:
		f.table(b, keep)
	case paper.Chart:
		f.chart(b, keep)
	case paper.Form:
		f.form(b)
	case paper.PageBreak:
		f.end()
		if b.Page != nil {
			f.turn(*b.Page)
		}
	}
}

func join(spans []paper.Span) string {
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(s.Text)
	}
	return out.String()
}

// paragraph writes running text, its first line indented by some characters.
// With together it stays on one page; with keep its end stays on the page of
// what follows.
func (f *flow) paragraph(text string, l look, indent int, together, keep bool) {
	lines := fold(f.shelf.shape(text, l), measure{width: f.wide, first: float64(indent) * (l.size + l.track)})
	for i, ln := range lines {
		f.add(strip{height: l.line, keep: together || keep && i == len(lines)-1, draw: func(x, y float64) {
			f.justified(ln, l, x, y, f.wide)
		}})
	}
}

// lines writes lines that are not stretched, all on one page.
func (f *flow) lines(lines []line, l look, align paper.Align, keep bool) {
	for _, ln := range lines {
		f.add(strip{height: l.line, keep: keep, draw: func(x, y float64) { f.aligned(ln, l, x, y, f.wide, align, black) }})
	}
}

// base is the base line of a line of text that begins at y: its characters stand
// in the middle of the line's height.
func base(l look, y float64) float64 {
	const ascent = 0.88 // of a Chinese character above the base line, in ems
	return y + (l.line-l.size)/2 + ascent*l.size
}

// justified draws a line stretched to the full width, unless it ends a paragraph
// or would be torn apart.
func (c *canvas) justified(ln line, l look, x, y, width float64) {
	const torn = 0.3 // ems between characters
	free := width - ln.indent - widthOf(ln.glyphs)
	extra := 0.0
	if gaps := gapsOf(ln.glyphs); !ln.ends && free > 0 && gaps > 0 && free/float64(gaps) < torn*l.size {
		extra = free / float64(gaps)
	}
	c.text(ln.glyphs, l, x+ln.indent, base(l, y), extra, black)
}

// aligned draws a line at the left, in the middle or at the right.
func (c *canvas) aligned(ln line, l look, x, y, width float64, align paper.Align, ink string) {
	free := width - ln.indent - widthOf(ln.glyphs)
	switch align {
	case paper.Left:
		free = 0
	case paper.Center:
		free /= 2
	}
	c.text(ln.glyphs, l, x+ln.indent+free, base(l, y), 0, ink)
}

// signature writes 署名 and 成文日期 below a blank line, by the rule for papers
// without seal: the name two characters from the right edge, the date's first
// character two characters right of the name's first; where the date would then
// pass that edge, it keeps the two characters and the name moves left.
func (f *flow) signature(sign, date string) {
	if sign+date == "" {
		return
	}
	two := 2 * (bodyLook.size + bodyLook.track)
	name, day := f.shelf.shape(sign, bodyLook), f.shelf.shape(date, bodyLook)
	right := f.wide - two
	nameAt := right - widthOf(name)
	dayAt := nameAt + two
	if past := dayAt + widthOf(day) - right; past > 0 || sign == "" {
		dayAt -= past
		nameAt -= past
	}
	f.space(lineHeight, true)
	f.signed(name, nameAt, date != "")
	f.signed(day, dayAt, false)
}

func (f *flow) signed(glyphs []glyph, at float64, keep bool) {
	if len(glyphs) == 0 {
		return
	}
	at = max(0, at)
	lines := fold(glyphs, measure{width: f.wide - at})
	for i, ln := range lines {
		f.add(strip{height: bodyLook.line, keep: keep || i < len(lines)-1, draw: func(x, y float64) {
			f.aligned(ln, bodyLook, x+at, y, f.wide-at, paper.Left, black)
		}})
	}
}
