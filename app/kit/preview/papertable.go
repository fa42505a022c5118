package preview

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

const (
	cellSize  = 12 // points of table texts
	cellLine  = 18
	smallSize = 10.5 // and of those on pages that lie on their side
	smallLine = 15
	cellLeast = 6 // pixels, the smallest text of a cell
	cellPadX  = 4
	cellPadY  = 3
	cellShort = 10 // texts up to so many characters are centred
)

// paperTable is a table that is being laid out.
type paperTable struct {
	setter *setter
	edges  []float32 // of the columns, one more than columns
	aligns []fyne.TextAlign
	photos map[[2]int][]byte
	size   float32 // of the text, in pixels
	line   float32 // from line to line
}

// table sets caption, head and rows; the head is repeated on each page.
func (s *setter) table(b Block) {
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
	t := &paperTable{setter: s, photos: b.Photos, size: s.px(cellSize), line: s.px(cellLine)}
	if s.sheet.Width > s.sheet.Height {
		t.size, t.line = s.px(smallSize), s.px(smallLine)
	}
	t.divide(b, columns)
	s.space(4)
	head, headed := t.closed(t.head(b.Columns, b.Groups)), len(b.Columns) > 0
	if headed {
		s.add(head, t.line)
	}
	for i, r := range b.Rows {
		var ids []string
		if i < len(b.IDs) {
			ids = b.IDs[i]
		}
		row := t.row(i, r, ids)
		turns := !s.fits(row.Height)
		if turns {
			s.turn()
		}
		switch {
		case turns && headed:
			s.add(head, 0)
		case turns || i == 0 && !headed:
			row = t.closed(row)
		}
		s.add(row, 0)
	}
	s.space(10)
}

// closed is a row with a border above it.
func (t *paperTable) closed(row paperLine) paperLine {
	width := t.edges[len(t.edges)-1] - t.edges[0]
	row.fills = append(row.fills, paperFill{paperBox{t.edges[0], 0, width + 1, 1}, theme.ColorNameInputBorder})
	return row
}

// divide finds the columns: by the given shares, or so that each has room for
// its texts; columns that need more than their fair part of the page share what
// the others leave.
func (t *paperTable) divide(b Block, columns int) {
	widths := make([]float32, columns)
	t.aligns = make([]fyne.TextAlign, columns)
	for j := range t.aligns {
		t.aligns[j] = fyne.TextAlignCenter
	}
	copy(t.aligns, b.Aligns)
	for i, r := range append([][]string{b.Columns}, b.Rows...) {
		if i > 0 && isBand(r, columns) {
			continue
		}
		for j, cell := range r {
			widths[j] = max(widths[j], t.need(cell, i == 0))
			if len(b.Aligns) == 0 && i > 0 && utf8.RuneCountInString(cell) > cellShort {
				t.aligns[j] = fyne.TextAlignLeading
			}
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
	var width float32
	for _, w := range kit.RuneWidths([]rune(cell), t.size, fyne.TextStyle{Bold: head}) {
		width += w
	}
	return width + t.setter.px(2*cellPadX) + 2
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

// isBand reports a row of a single text over the whole width, such as the name
// of the unit whose people follow.
func isBand(cells []string, columns int) bool { return len(cells) == 1 && columns > 1 }

// tableCell is a cell that is being laid out.
type tableCell struct {
	text        string
	from, to    int // columns
	top, height float32
	bold        bool
	figure      int
	align       fyne.TextAlign
	photo       []byte
}

// head sets the titles, those of groups above those of their columns; a column
// without a group has its title over both lines.
func (t *paperTable) head(titles, groups []string) paperLine {
	group := func(i int) string {
		if i < len(groups) {
			return groups[i]
		}
		return ""
	}
	var tall, upper, lower []tableCell
	for i, title := range titles {
		c := tableCell{text: title, from: i, to: i + 1, bold: true, figure: -1, align: fyne.TextAlignCenter}
		switch {
		case group(i) == "":
			tall = append(tall, c)
			continue
		case i > 0 && group(i-1) == group(i):
			upper[len(upper)-1].to++
		default:
			over := c
			over.text = group(i)
			upper = append(upper, over)
		}
		lower = append(lower, c)
	}
	first := t.height(upper)
	second := max(t.height(lower), t.height(tall)-first)
	row := paperLine{StripPart: kit.StripPart{Height: first + second}}
	row.fills = append(row.fills, paperFill{paperBox{t.edges[0], 0, t.edges[len(t.edges)-1] - t.edges[0], row.Height}, kit.ColorHeader})
	for _, c := range tall {
		c.height = row.Height
		t.set(&row, c)
	}
	for _, c := range upper {
		c.height = first
		t.set(&row, c)
	}
	for _, c := range lower {
		c.top, c.height = first, second
		t.set(&row, c)
	}
	return row
}

// row sets the cells of one row; the row is as high as its highest cell.
func (t *paperTable) row(number int, texts, ids []string) paperLine {
	columns := len(t.aligns)
	var cells []tableCell
	if isBand(texts, columns) {
		cells = []tableCell{{text: texts[0], to: columns, bold: true, figure: -1, align: fyne.TextAlignLeading}}
	}
	for i := 0; len(cells) < columns && !isBand(texts, columns); i++ {
		c := tableCell{from: i, to: i + 1, figure: -1, align: t.aligns[i], photo: t.photos[[2]int{number, i}]}
		if i < len(texts) {
			c.text = texts[i]
		}
		if i < len(ids) {
			c.figure = t.setter.figure(Span{c.text, ids[i]})
		}
		cells = append(cells, c)
	}
	row := paperLine{StripPart: kit.StripPart{Height: t.height(cells)}}
	for _, c := range cells {
		c.height = row.Height
		t.set(&row, c)
	}
	return row
}

// lines breaks the text of a cell, in a size that tears no number apart.
func (t *paperTable) lines(c tableCell) (lines []string, size float32) {
	style, width := fyne.TextStyle{Bold: c.bold}, t.edges[c.to]-t.edges[c.from]-2*t.setter.px(cellPadX)
	runes := []rune(c.text)
	widths := kit.RuneWidths(runes, t.size, style)
	var word, widest float32
	for i, w := range widths {
		if i > 0 && (runes[i] == '\n' || kit.MayBreak(runes[i-1], runes[i])) {
			word = 0
		}
		word += w
		widest = max(widest, word)
	}
	size = t.size
	if widest > width {
		size = max(cellLeast, float32(int(size*width/widest)))
	}
	return kit.WrapText(c.text, size, style, width), size
}

// photoSize is that of a picture in a cell: of 4:5, with some room beside it.
func (t *paperTable) photoSize(c tableCell) (w, h float32) {
	if len(c.photo) == 0 {
		return 0, 0
	}
	w = min(t.edges[c.to]-t.edges[c.from]-2*t.setter.px(cellPadX), t.setter.px(86))
	return w, whole(w * 5 / 4)
}

// height is that of the highest of some cells.
func (t *paperTable) height(cells []tableCell) float32 {
	s, most := t.setter, float32(0)
	for _, c := range cells {
		_, photo := t.photoSize(c)
		lines, _ := t.lines(c)
		most = max(most, photo+float32(len(lines))*t.line+s.px(2*cellPadY))
	}
	return most
}

// set puts a cell with its borders at the left and below into a row.
func (t *paperTable) set(row *paperLine, c tableCell) {
	s := t.setter
	from, to := t.edges[c.from], t.edges[c.to]
	lines, size := t.lines(c)
	w, photo := t.photoSize(c)
	y := c.top + (c.height-photo-float32(len(lines))*t.line)/2
	if photo > 0 {
		row.things = append(row.things, paperThing{paperBox{from + (to-from-w)/2, y, w, photo}, nil, c.photo})
		y += photo
	}
	for _, text := range lines {
		if text != "" {
			piece := s.sized(text, size, c.bold, kit.ColorText)
			piece.figure, piece.h, piece.y = c.figure, t.line, y
			piece.x = aligned(c.align, from+s.px(cellPadX), to-s.px(cellPadX), piece.w)
			row.pieces = append(row.pieces, piece)
		}
		y += t.line
	}
	row.fills = append(
		row.fills,
		paperFill{paperBox{from, c.top, 1, c.height}, theme.ColorNameInputBorder},
		paperFill{paperBox{to, c.top, 1, c.height}, theme.ColorNameInputBorder},
		paperFill{paperBox{from, c.top + c.height - 1, to - from + 1, 1}, theme.ColorNameInputBorder},
	)
}

// aligned is where a text of a width begins between two edges.
func aligned(align fyne.TextAlign, from, to, width float32) float32 {
	switch align {
	case fyne.TextAlignLeading:
		return from
	case fyne.TextAlignTrailing:
		return to - width
	}
	return from + (to-from-width)/2
}
