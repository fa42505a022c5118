package pptx

import (
	"fmt"
	"math"
	"strings"

	"huoshui/data/paper"
)

// spare is the part of a line left free, since widths are estimates.
const spare = 0.1

// fits says whether a text stands on one line of a width.
func fits(text string, size, width float64) bool { return paper.Ems(text)*size <= width*(1-spare) }

// fit is the largest size up to most at which a text stands on one line, or
// least.
func fit(text string, width, most, least float64) float64 {
	size := most
	for size > least && !fits(text, size, width) {
		size--
	}
	return max(size, least)
}

// fitTwo is the largest size up to most at which a text stands on one line, or
// where that were smaller than one, on two lines at no more than two.
func fitTwo(text string, width, most, one, two float64) float64 {
	if size := fit(text, width, most, one); fits(text, size, width) {
		return size
	}
	const least = 10
	size := two
	for size > least && paper.Ems(text) > 2*math.Floor(width/size)-1 { // a line ends before a whole character
		size--
	}
	return max(size, least)
}

// The measures of a card.
const (
	cardEdge   = 24
	lineHeight = 1.25 // of a line, in its size, in whatever face
	unitSize   = 0.42 // of a unit, in the size of its number
	boldWider  = 1.15 // how much bold digits may be wider than Ems says
)

// cards draws the headline figures. Their texts begin at one height, so that
// neighbours stand in line.
func (s *slide) cards(cards []paper.Card, boxes []paper.Box) {
	texts, top := make([][]line, len(cards)), math.Inf(1)
	for i, c := range cards {
		text, height := cardText(c, boxes[i])
		texts[i], top = text, min(top, boxes[i].H*0.14, (boxes[i].H-height)/2)
	}
	for i, c := range cards {
		bar, b := inkLine, boxes[i]
		if c.Lead {
			bar = inkOurs
		}
		s.shape("卡片", "", b, form{fill: inkGround}, body{left: cardEdge, right: cardEdge, top: max(0, top), anchor: "t", text: texts[i]})
		s.shape("卡片边", "", paper.Box{X: b.X, Y: b.Y, W: 6, H: b.H}, form{fill: bar}, body{anchor: "ctr"})
	}
}

// cardText is what stands on a card, and how high it is: what it is about, the
// number, what stands beside it. The one the title speaks of is red.
func cardText(c paper.Card, b paper.Box) (text []line, height float64) {
	width, ink := b.W-2*cardEdge, inkText
	if c.Lead {
		ink = inkOurs
	}
	most := min(26, max(17, b.H*0.14))
	label := run{text: c.Label, size: fitTwo(c.Label, width, most, most*0.72, most), ink: inkText}
	below := changes(c.Change, width, min(22, max(15, b.H*0.1)))
	rest := label.size * rowsOf(label.text, label.size, width)
	for _, l := range below {
		rest += l.runs[0].size
	}
	number := run{text: c.Text, size: min(88, b.H*0.36, b.H*0.9/lineHeight-rest), ink: ink, bold: true}
	if paper.Ems(c.Text) >= float64(len([]rune(c.Text))) { // 无数据
		number.size, number.ink, number.bold = number.size/2, inkQuiet, false
	}
	for number.size > 20 && (paper.Ems(c.Text)+paper.Ems(" "+c.Unit)*unitSize)*number.size*boldWider > width {
		number.size--
	}
	amount := line{runs: []run{number}}
	if c.Unit != "" {
		amount.runs = append(amount.runs, run{text: " " + c.Unit, size: number.size * unitSize, ink: ink})
	}
	return append([]line{{runs: []run{label}}, amount}, below...), (rest + number.size) * lineHeight
}

// rowsOf is how many lines a text takes.
func rowsOf(text string, size, width float64) float64 {
	return max(1, math.Ceil(paper.Ems(text)*size/width))
}

// changes is what stands below a number: one line where it fits, else a line for
// each of its parts.
func changes(text string, width, size float64) []line {
	if text == "" {
		return nil
	}
	parts := []string{text}
	if !fits(text, size, width) {
		parts = strings.Split(text, "，")
	}
	var list []line
	for _, part := range parts {
		list = append(list, line{runs: []run{{text: part, size: fit(part, width, size, 11), ink: inkQuiet}}})
	}
	return list
}

// lightInks are the colours of a light: the word's ground, the word, the box.
var lightInks = map[string]struct{ strong, word, pale string }{
	"红": {`<a:srgbClr val="C62828"/>`, inkPaper, `<a:srgbClr val="FBE9E7"/>`},
	"黄": {`<a:srgbClr val="E0A100"/>`, inkText, `<a:srgbClr val="FDF3D6"/>`},
	"绿": {`<a:srgbClr val="2E8B57"/>`, inkPaper, `<a:srgbClr val="E7F3EC"/>`},
}

// light draws a team: a box in the colour of its light, with the word and the
// team's name.
func (s *slide) light(l paper.Light, b paper.Box) {
	inks, ok := lightInks[l.Word]
	if !ok {
		inks.strong, inks.word, inks.pale = inkLine, inkText, inkGround
	}
	side := min(b.H, 48)
	name := fitTwo(l.Name, b.W-side-16, min(24, b.H*0.42), 19, min(21, b.H*0.36))
	s.shape("班子", l.Note, b, form{round: 8, fill: inks.pale, rim: inks.strong}, body{
		left: side + 10, right: 6, anchor: "ctr", text: []line{{runs: []run{{text: l.Name, size: name, ink: inkText}}}},
	})
	s.shape("灯", "", paper.Box{X: b.X, Y: b.Y, W: side, H: b.H}, form{round: 8, fill: inks.strong}, body{
		anchor: "ctr", text: []line{{align: "ctr", runs: []run{{text: l.Word, size: min(26, side*0.5), ink: inks.word, bold: true}}}},
	})
}

// table draws a native table as wide as its box.
func (s *slide) table(t *paper.Table, b paper.Box) {
	set := t.OnSlide(b)
	g := grid{height: set.Row, size: set.Size}
	for _, w := range set.Columns {
		g.widths = append(g.widths, emu(w))
	}
	s.put(`<p:graphicFrame>`)
	s.named("nvGraphicFramePr", "表", t.Caption, `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>`)
	s.put(`<p:xfrm>`, xfrm(paper.Box{X: b.X, Y: b.Y, W: b.W, H: set.Height}), `</p:xfrm>`,
		`<a:graphic><a:graphicData uri="`, tableType, `"><a:tbl><a:tblPr firstRow="1" bandRow="1"/><a:tblGrid>`)
	for _, w := range g.widths {
		s.put(fmt.Sprintf(`<a:gridCol w="%d"/>`, w))
	}
	s.put(`</a:tblGrid>`)
	if t.Headed() {
		s.put(g.header(t))
	}
	for i, row := range t.Rows {
		s.put(g.row(t.Columns, row, i))
	}
	s.put(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
}
