package pptx

import (
	"fmt"
	"math"
	"strings"

	"huoshui/data/paper"
)

// fit is the largest size up to most at which a text stands on so many lines of
// a width.
func fit(text string, width float64, rows int, most, least float64) float64 {
	ems := paper.Ems(text)
	for size := most; size > least; size-- {
		perLine := math.Floor(width / size)
		if ems <= perLine*float64(rows)-float64(rows-1) {
			return size
		}
	}
	return least
}

// card draws a headline figure: what it is, the number, what stands beside it.
// The one the title speaks of is red.
func (s *slide) card(c paper.Card, b paper.Box) {
	const edge = 24
	width := b.W - 2*edge
	ink, bar := inkText, inkLine
	if c.Lead {
		ink, bar = inkOurs, inkOurs
	}
	label := fit(c.Label, width, 2, min(26, max(17, b.H*0.14)), 12)
	number := min(88, b.H*0.36)
	digits := paper.Ems(c.Text) < float64(len([]rune(c.Text)))
	if !digits { // 无数据
		number, ink = number/2, inkQuiet
	}
	for number > 20 && (paper.Ems(c.Text)*number+paper.Ems(c.Unit)*number*0.42) > width {
		number--
	}
	text := []line{{runs: []run{{text: c.Label, size: label, ink: inkText}}}}
	amount := line{runs: []run{{text: c.Text, size: number, ink: ink, bold: digits}}, above: b.H * 0.02}
	if c.Unit != "" {
		amount.runs = append(amount.runs, run{text: " " + c.Unit, size: number * 0.42, ink: ink})
	}
	text = append(text, amount)
	text = append(text, changes(c.Change, width, min(22, max(15, b.H*0.1)), b.H*0.02)...)
	s.shape("卡片", "", b, form{fill: inkGround}, body{left: edge, right: edge, top: b.H * 0.13, anchor: "t", text: text})
	s.shape("卡片边", "", paper.Box{X: b.X, Y: b.Y, W: 6, H: b.H}, form{fill: bar}, body{anchor: "ctr"})
}

// changes is what stands below a number: one line where it fits, else a line for
// each of its parts.
func changes(text string, width, size, above float64) []line {
	if text == "" {
		return nil
	}
	parts := []string{text}
	if paper.Ems(text)*size > width {
		parts = strings.Split(text, "，")
	}
	var list []line
	for _, part := range parts {
		list = append(list, line{runs: []run{{text: part, size: fit(part, width, 1, size, 11), ink: inkQuiet}}, above: above})
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
	width := b.W - side - 16
	name := fit(l.Name, width, 1, min(24, b.H*0.42), 19)
	if paper.Ems(l.Name)*name > width {
		name = fit(l.Name, width, 2, min(21, b.H*0.36), 10)
	}
	s.shape("班子", l.Note, b, form{round: 8, fill: inks.pale, rim: inks.strong}, body{
		left: side + 10, right: 6, anchor: "ctr", text: []line{{runs: []run{{text: l.Name, size: name, ink: inkText}}}},
	})
	s.shape("灯", "", paper.Box{X: b.X, Y: b.Y, W: side, H: b.H}, form{round: 8, fill: inks.strong}, body{
		anchor: "ctr", text: []line{{align: "ctr", runs: []run{{text: l.Word, size: min(26, side*0.5), ink: inks.word, bold: true}}}},
	})
}

// The heights of a table's rows and the size of their text.
const (
	rowHighest = 52
	cellSize   = 22
	cellEdge   = 10
)

// table draws a native table as wide as its box.
func (s *slide) table(t *paper.Table, b paper.Box) {
	rows := len(t.Rows) + 1
	if t.Grouped() {
		rows++
	}
	height := min(rowHighest, b.H/float64(rows))
	g := grid{widths: t.Widths(emu(b.W)), height: height, size: min(cellSize, height*0.48)}
	s.put(`<p:graphicFrame>`)
	s.named("nvGraphicFramePr", "表", t.Caption, `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>`)
	s.put(`<p:xfrm>`, xfrm(paper.Box{X: b.X, Y: b.Y, W: b.W, H: height * float64(rows)}), `</p:xfrm>`,
		`<a:graphic><a:graphicData uri="`, tableType, `"><a:tbl><a:tblPr firstRow="1" bandRow="1"/><a:tblGrid>`)
	for _, w := range g.widths {
		s.put(fmt.Sprintf(`<a:gridCol w="%d"/>`, w))
	}
	s.put(`</a:tblGrid>`, g.header(t))
	for i, row := range t.Rows {
		s.put(g.row(t.Columns, row, i))
	}
	s.put(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
}
