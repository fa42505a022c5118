package pdf

import (
	"math"
	"slices"

	"huoshui/data/paper"
)

// The cells of a table, in points: as in the Word file.
const (
	besideText = 3.4  // between text and rule, left and right
	aboveText  = 1.7  // the same above and below
	rowHeight  = 24.1 // at least; 8.5 mm
	ruleWidth  = 0.5
	shortTable = 12 // rows; a table of no more is kept on one page
	smallest   = 6  // size of text made smaller until its longest word fits
	almost     = .8 // so much smaller at most, so that a name stands on one line
	widePhoto  = 62 // 22 mm, so that eight stand below each other on a page of A3 that lies
)

// cell is a piece of a table's row, laid out.
type cell struct {
	x, width float64
	look     look
	align    paper.Align
	lines    []line
	photo    photo
	picture  float64 // height of the photo
}

// layCell folds a text into a cell. Text with a word too long for the cell is made
// smaller.
func (f *flow) layCell(span paper.Span, l look, align paper.Align, x, width float64) cell {
	inner := max(1, width-2*besideText)
	glyphs := f.shelf.shape(span.Text, l)
	longest := widest(glyphs)
	if align == paper.Center && lonely(fold(glyphs, measure{width: inner})) {
		if whole := widthOf(glyphs); whole*almost <= inner { // rather in one line
			longest = whole
		}
	}
	if longest > inner {
		l = l.in(max(smallest, math.Floor(2*l.size*inner/longest)/2))
		glyphs = f.shelf.shape(span.Text, l)
	}
	c := cell{x: x, width: width, look: l, align: align, photo: readPhoto(span.Photo)}
	switch {
	case len(glyphs) == 0:
	case align == paper.Center:
		c.lines = centred(glyphs, inner)
	default:
		c.lines = fold(glyphs, measure{width: inner})
	}
	_, c.picture = c.photo.within(min(inner, widePhoto), widePhoto*5/4)
	return c
}

// height is the room a cell needs.
func (c cell) height() float64 {
	return max(rowHeight, float64(len(c.lines))*c.look.line+c.picture+2*aboveText)
}

// draw draws the rules and the text of a cell of the given height.
func (c cell) draw(on *canvas, left, y, height float64) {
	on.box(left+c.x, y, c.width, height, ruleWidth)
	at := y + (height-float64(len(c.lines))*c.look.line-c.picture)/2
	if c.picture > 0 {
		on.photo(c.photo, left+c.x+besideText, at, c.width-2*besideText, c.picture)
		at += c.picture
	}
	for _, ln := range c.lines {
		on.aligned(ln, c.look, left+c.x+besideText, at, c.width-2*besideText, c.align, black)
		at += c.look.line
	}
}

// tableLooks are the looks of the header and of the body: lying pages hold many
// columns in small print.
func (f *flow) tableLooks() (head, text look) {
	size, height := 12.0, 20.0
	if f.page.Turned() {
		size, height = 10.5, 15
	}
	return look{role: hei, size: size, line: height}, look{role: song, size: size, line: height}
}

// table writes a table as wide as the type area. With keep its last row stays on
// the page of what follows.
func (f *flow) table(t paper.Table, keep bool) {
	if t.Caption != "" {
		f.lines(balance(f.shelf.shape(t.Caption, captionLook), f.wide), captionLook, paper.Center, true)
	}
	edges := []float64{0}
	for _, width := range t.Widths(int(math.Round(f.wide * 20))) {
		edges = append(edges, edges[len(edges)-1]+points(width))
	}
	var again *strip // above the rows of every further page
	if t.Headed() {
		head := f.tableHead(t, edges)
		head.keep = len(t.Rows) > 0
		f.add(head)
		if head.height <= f.tall/2 {
			again = &head
		}
	}
	short := len(t.Rows) <= shortTable && !photos(t)
	for i, row := range t.Rows {
		last := i == len(t.Rows)-1
		f.row(f.rowCells(t, row, edges), again, last && keep || !last && (short || row.Band != ""))
	}
	f.space(afterTable, keep)
}

func photos(t paper.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r paper.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c paper.Span) bool { return len(c.Photo) > 0 })
	})
}

// tableHead is the header of a table, in one row or two: columns of a group stand
// below its title, others reach through both.
func (f *flow) tableHead(t paper.Table, edges []float64) strip {
	l, _ := f.tableLooks()
	var upper, lower, through []cell
	for _, h := range t.Heads() {
		x, width := edges[h.First], edges[h.First+h.Count]-edges[h.First]
		if h.Group == "" {
			through = append(through, f.layCell(paper.Plain(t.Columns[h.First].Title), l, paper.Center, x, width))
			continue
		}
		upper = append(upper, f.layCell(paper.Plain(h.Group), l, paper.Center, x, width))
		for i := h.First; i < h.First+h.Count; i++ {
			lower = append(lower, f.layCell(paper.Plain(t.Columns[i].Title), l, paper.Center, edges[i], edges[i+1]-edges[i]))
		}
	}
	above, below := tallest(upper), tallest(lower)
	below = max(below, tallest(through)-above)
	return strip{height: above + below, draw: func(x, y float64) {
		for _, c := range upper {
			c.draw(f.canvas, x, y, above)
		}
		for _, c := range lower {
			c.draw(f.canvas, x, y+above, below)
		}
		for _, c := range through {
			c.draw(f.canvas, x, y, above+below)
		}
	}}
}

func tallest(cells []cell) float64 {
	height := 0.0
	for _, c := range cells {
		height = max(height, c.height())
	}
	return height
}

// rowCells lays out the cells of a row of the body.
func (f *flow) rowCells(t paper.Table, row paper.Row, edges []float64) []cell {
	head, text := f.tableLooks()
	if row.Band != "" {
		return []cell{f.layCell(paper.Plain(row.Band), head, paper.Left, 0, edges[len(edges)-1])}
	}
	cells := make([]cell, len(t.Columns))
	for i, column := range t.Columns {
		cells[i] = f.layCell(row.Cell(i), text, column.Align, edges[i], edges[i+1]-edges[i])
	}
	return cells
}

// row adds a row. One taller than a page goes on over the next.
func (f *flow) row(cells []cell, head *strip, keep bool) {
	room := f.tall
	if head != nil {
		room -= head.height
	}
	for {
		var rest []cell
		if tallest(cells) > room {
			cells, rest = cut(cells, room)
		}
		height := tallest(cells)
		f.add(strip{height: height, keep: keep && rest == nil, header: head, draw: func(x, y float64) {
			for _, c := range cells {
				c.draw(f.canvas, x, y, height)
			}
		}})
		if rest == nil {
			return
		}
		cells = rest
	}
}

// cut parts the cells of a row into what fits in the room, at least a line of
// each, and the rest.
func cut(cells []cell, room float64) (first, rest []cell) {
	more := false
	for _, c := range cells {
		n := min(len(c.lines), max(1, int((room-2*aboveText-c.picture)/c.look.line)))
		d := c
		d.lines, d.photo, d.picture = c.lines[n:], photo{}, 0
		c.lines = c.lines[:n]
		first, rest = append(first, c), append(rest, d)
		more = more || len(d.lines) > 0
	}
	if !more {
		return first, nil
	}
	return first, rest
}
