package pdf

import (
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// card draws a headline figure: what it is, the number, what stands beside it.
// The one the title speaks of is red.
func (c *canvas) card(card paper.Card, b paper.Box) {
	const edge = 24
	ink, mark := chartml.TextInk, chartml.GridInk
	if card.Lead {
		ink, mark = oursInk, oursInk
	}
	c.bar(groundInk, b.X, b.Y, b.W, b.H)
	c.bar(mark, b.X, b.Y, 6, b.H)
	part := func(from, to float64) paper.Box {
		return paper.Box{X: b.X + edge, Y: b.Y + b.H*from, W: b.W - 2*edge, H: b.H * (to - from)}
	}
	c.say(card.Label, set{role: hei, size: min(26, max(17, b.H*0.14)), ink: chartml.TextInk, anchor: 0.5}, part(0.06, 0.32))
	number := min(88, b.H*0.36)
	if !strings.ContainsAny(card.Text, "0123456789") { // 无数据
		number, ink = number/2, quietInk
	}
	c.amount(card.Text, card.Unit, number, ink, part(0.32, 0.74))
	change := card.Change
	if size := min(22, max(15, b.H*0.1)); paper.Ems(change)*size > b.W-2*edge {
		change = strings.ReplaceAll(change, "，", "\n")
	}
	c.say(change, set{role: hei, size: min(22, max(15, b.H*0.1)), ink: quietInk, anchor: 0.5}, part(0.74, 0.97))
}

// amount writes a number with its unit, in smaller print, on one base line.
func (c *canvas) amount(text, unit string, size float64, ink string, b paper.Box) {
	const smaller = 0.42
	for ; ; size-- {
		l := look{role: hei, size: size, line: b.H}
		of := look{role: hei, size: size * smaller, line: l.line}
		number, name := c.shelf.shape(text, l), c.shelf.shape(unit, of)
		long := widthOf(number)
		if long+of.size*0.3+widthOf(name) > b.W && size > 14 {
			continue
		}
		y := base(l, b.Y)
		c.text(number, l, b.X, y, 0, ink)
		c.text(name, of, b.X+long+of.size*0.3, y, 0, ink)
		return
	}
}

// lightInks are the colours of a light: the ground of its word, the word, the
// ground of the name.
var lightInks = map[string][3]string{
	"红": {"C62828", chartml.PaperInk, "FBE9E7"},
	"黄": {"E0A100", chartml.TextInk, "FDF3D6"},
	"绿": {"2E8B57", chartml.PaperInk, "E7F3EC"},
}

// light draws a team: a box in the colour of its light, with the word and the
// team's name.
func (c *canvas) light(l paper.Light, b paper.Box) {
	inks, ok := lightInks[l.Word]
	if !ok {
		inks = [3]string{chartml.GridInk, chartml.TextInk, groundInk}
	}
	side := min(b.H, 48)
	c.bar(inks[2], b.X, b.Y, b.W, b.H)
	c.bar(inks[0], b.X, b.Y, side, b.H)
	c.say(l.Word, set{role: hei, size: min(26, side*0.5), ink: inks[1], middle: true, anchor: 0.5}, paper.Box{X: b.X, Y: b.Y, W: side, H: b.H})
	c.say(l.Name, set{role: hei, size: min(24, b.H*0.42), ink: chartml.TextInk, anchor: 0.5}, paper.Box{X: b.X + side + 10, Y: b.Y, W: b.W - side - 16, H: b.H})
}

// sheet is a table being drawn on a slide.
type sheet struct {
	*canvas
	edges     []float64 // of the columns
	y, height float64   // of the row that comes next, and of every row
	size      float64
}

// slideTable draws a table as wide as its box, every second row shaded.
func (c *canvas) slideTable(t *paper.Table, b paper.Box) {
	set := t.OnSlide(b)
	s := sheet{canvas: c, edges: []float64{b.X}, y: b.Y, height: set.Row, size: set.Size}
	for _, width := range set.Columns {
		s.edges = append(s.edges, s.edges[len(s.edges)-1]+width)
	}
	if t.Headed() {
		s.head(t)
	}
	for i, row := range t.Rows {
		s.row(t.Columns, row, i%2 == 1)
	}
}

// head draws one row of titles, or two where columns are grouped.
func (s *sheet) head(t *paper.Table) {
	deep := 1.0
	if t.Grouped() {
		deep = 2
	}
	for _, h := range t.Heads() {
		if h.Group == "" {
			s.cell(t.Columns[h.First].Title, h.First, 1, deep, t.Columns[h.First].Align, headInk)
			continue
		}
		s.cell(h.Group, h.First, h.Count, 1, paper.Center, headInk)
		s.y += s.height
		for i := h.First; i < h.First+h.Count; i++ {
			s.cell(t.Columns[i].Title, i, 1, 1, t.Columns[i].Align, headInk)
		}
		s.y -= s.height
	}
	s.y += s.height * deep
}

func (s *sheet) row(columns []paper.Column, row paper.Row, shaded bool) {
	ground := ""
	if shaded {
		ground = groundInk
	}
	if row.Band != "" {
		s.cell(row.Band, 0, len(columns), 1, paper.Left, headInk)
	} else {
		for i, column := range columns {
			s.cell(row.Cell(i).Text, i, 1, 1, column.Align, ground)
		}
	}
	s.y += s.height
}

// cell draws a cell over so many columns and rows. A light's word stands in its
// colour.
func (s *sheet) cell(text string, first, columns int, rows float64, align paper.Align, ground string) {
	const edge = paper.CellEdge
	box := paper.Box{X: s.edges[first], Y: s.y, W: s.edges[first+columns] - s.edges[first], H: s.height * rows}
	ink := chartml.TextInk
	if inks, ok := lightInks[text]; ok && ground != headInk {
		ground, ink = inks[0], inks[1]
	}
	if ground != "" {
		s.bar(ground, box.X, box.Y, box.W, box.H)
	}
	s.line(box.X, box.Y+box.H, box.X+box.W, box.Y+box.H, 1, chartml.GridInk)
	box.X, box.W = box.X+edge, box.W-2*edge
	s.say(text, set{role: hei, size: s.size, ink: ink, align: align, middle: true, anchor: 0.5}, box)
}
