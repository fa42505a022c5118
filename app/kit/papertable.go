package kit

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	cellSize  = 12 // points of table texts
	cellLine  = 18
	cellPadX  = 4
	cellPadY  = 3
	cellShort = 10 // texts up to so many characters are centred
)

// paperTable is a table on its way to paper.
type paperTable struct {
	setter *setter
	edges  []float32 // of the columns, one more than columns
	left   []bool    // columns of long texts, which are not centred
}

// table sets caption, head and rows; the head is repeated on each page.
func (s *setter) table(b PreviewBlock) {
	columns := len(b.Columns)
	for _, r := range b.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return
	}
	if len(b.Spans) > 0 {
		s.paragraph(b.Spans, paperCaption)
	}
	t := &paperTable{setter: s}
	t.divide(b, columns)
	s.space(4)
	head, headed := closed(t.row(b.Columns, nil, true)), len(b.Columns) > 0
	if headed {
		s.add(head, s.px(cellLine))
	}
	for i, r := range b.Rows {
		var ids []string
		if i < len(b.IDs) {
			ids = b.IDs[i]
		}
		row := t.row(r, ids, false)
		turns := !s.fits(row.height)
		if turns {
			s.turn()
		}
		switch {
		case turns && headed:
			s.add(head, 0)
		case turns || i == 0 && !headed:
			row = closed(row)
		}
		s.add(row, 0)
	}
	s.space(10)
}

// closed is a row with a border above it.
func closed(row paperLine) paperLine {
	top := row.fills[len(row.fills)-1] // the border below
	top.y = 0
	row.fills = append(row.fills, top)
	return row
}

// divide finds the columns: by the given shares, or so that each has room for
// its texts; columns that need more than their fair part of the page share what
// the others leave.
func (t *paperTable) divide(b PreviewBlock, columns int) {
	widths := make([]float32, columns)
	t.left = make([]bool, columns)
	for i, r := range append([][]string{b.Columns}, b.Rows...) {
		for j, cell := range r {
			widths[j] = max(widths[j], t.need(cell, i == 0))
			t.left[j] = t.left[j] || i > 0 && utf8.RuneCountInString(cell) > cellShort
		}
	}
	if len(b.Widths) == columns {
		copy(widths, b.Widths)
	} else {
		level(widths, t.setter.textWidth())
	}
	var sum float32
	for _, w := range widths {
		sum += w
	}
	x := t.setter.textLeft()
	t.edges = append(t.edges, x)
	for _, w := range widths {
		x += t.setter.textWidth() * w / sum
		t.edges = append(t.edges, whole(x))
	}
}

// need is the width a text takes in one line of a cell.
func (t *paperTable) need(cell string, head bool) float32 {
	piece := t.setter.line(cell, cellSize, head, ColorText).pieces[0]
	return piece.w + t.setter.px(2*cellPadX) + 2
}

// level lowers the greatest widths to a common one, so that all together fit.
func level(widths []float32, room float32) {
	order := slices.Sorted(slices.Values(widths))
	for i, w := range order {
		fair := room / float32(len(order)-i)
		if w > fair {
			for j := range widths {
				widths[j] = min(widths[j], fair)
			}
			return
		}
		room -= w
	}
}

// row sets the cells of one row; the row is as high as its highest cell.
func (t *paperTable) row(cells, ids []string, head bool) paperLine {
	s, style := t.setter, fyne.TextStyle{Bold: head}
	pad := s.px(cellPadX)
	broken, most := make([][]string, len(t.left)), 1
	for i := range broken {
		if i < len(cells) {
			broken[i] = WrapText(cells[i], s.px(cellSize), style, t.edges[i+1]-t.edges[i]-2*pad)
			most = max(most, len(broken[i]))
		}
	}
	row := paperLine{stripPart: stripPart{height: s.px(float32(most)*cellLine + 2*cellPadY)}}
	if head {
		row.fills = append(row.fills, paperFill{paperBox{t.edges[0], 0, t.edges[len(t.edges)-1] - t.edges[0], row.height}, ColorHeader})
	}
	for i, lines := range broken {
		figure := -1
		if i < len(ids) {
			figure = s.figure(PreviewSpan{cells[i], ids[i]})
		}
		y := (row.height - s.px(float32(len(lines))*cellLine)) / 2
		for _, text := range lines {
			if text == "" {
				continue
			}
			row.pieces = append(row.pieces, t.cell(i, text, y, head, figure))
			y += s.px(cellLine)
		}
	}
	row.fills = append(row.fills, t.borders(row.height)...)
	return row
}

// cell places one line of a cell.
func (t *paperTable) cell(column int, text string, y float32, head bool, figure int) paperPiece {
	s := t.setter
	piece := s.line(text, cellSize, head, ColorText).pieces[0]
	piece.figure, piece.h, piece.y = figure, s.px(cellLine), y
	from, to := t.edges[column], t.edges[column+1]
	piece.x = from + (to-from-piece.w)/2
	if t.left[column] && !head {
		piece.x = from + s.px(cellPadX)
	}
	return piece
}

// borders are the lines left of each column, at the right end and below.
func (t *paperTable) borders(height float32) []paperFill {
	var fills []paperFill
	for _, x := range t.edges {
		fills = append(fills, paperFill{paperBox{x, 0, 1, height}, theme.ColorNameInputBorder})
	}
	width := t.edges[len(t.edges)-1] - t.edges[0]
	return append(fills, paperFill{paperBox{t.edges[0], height - 1, width + 1, 1}, theme.ColorNameInputBorder})
}
