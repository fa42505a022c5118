package docx

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"huoshui/data/paper"
)

const (
	cellMargin = 68  // between text and rule, left and right
	cellPad    = 34  // the same above and below
	rowHeight  = 482 // at least; 8.5 mm
	shortTable = 12  // rows; a table of no more is kept on one page

	widestPhoto = 1247 // 22 mm, so that eight stand below each other on a page of A3 that lies
)

// borders are thin black rules all round.
var borders = func() string {
	xml := `<w:tblBorders>`
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		xml += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	return xml + `</w:tblBorders>`
}()

var cellMargins = fmt.Sprintf(`<w:tblCellMar>`+
	`<w:top w:w="%[2]d" w:type="dxa"/><w:left w:w="%[1]d" w:type="dxa"/>`+
	`<w:bottom w:w="%[2]d" w:type="dxa"/><w:right w:w="%[1]d" w:type="dxa"/></w:tblCellMar>`, cellMargin, cellPad)

// table writes a table as wide as the type area. The small paragraph after it
// keeps two tables from growing together; it is the last of the block, and the
// last row stays on its page.
func (d *document) table(t paper.Table, last shape) {
	if t.Caption != "" {
		d.paragraph(styleCaption, shape{}, paper.Plain(t.Caption))
	}
	total := d.page.TextWidth()
	widths := t.Widths(total)
	d.put(`<w:tbl><w:tblPr><w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/><w:jc w:val="center"/>`,
		borders, `<w:tblLayout w:type="fixed"/>`, cellMargins, `</w:tblPr>`)
	d.grid(widths)
	if t.Headed() {
		d.header(t, widths)
	}
	short := len(t.Rows) <= shortTable && !photos(t)
	for i, row := range t.Rows {
		end := i == len(t.Rows)-1
		d.row(t.Columns, widths, row, end && last.keep || !end && (short || row.Band != ""))
	}
	d.put(`</w:tbl>`)
	d.paragraph(styleAfter, last)
}

func (d *document) grid(widths []int) {
	d.put(`<w:tblGrid>`)
	for _, width := range widths {
		d.put(`<w:gridCol w:w="`, strconv.Itoa(width), `"/>`)
	}
	d.put(`</w:tblGrid>`)
}

func photos(t paper.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r paper.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c paper.Span) bool { return len(c.Photo) > 0 })
	})
}

// headStyle and textStyle are the styles of tables on pages of the present kind.
func (d *document) headStyle() string {
	if d.page.Turned() {
		return styleSmallHead
	}
	return styleTableHead
}

func (d *document) textStyle() string {
	if d.page.Turned() {
		return styleSmallText
	}
	return styleTableText
}

// textSize is the size of that style in points.
func (d *document) textSize() float64 {
	if d.page.Turned() {
		return smallTextSize
	}
	return tableTextSize
}

// narrowed is the size at which no word or number of a text is broken over two
// lines, and what is centred and nearly fits one, such as a name, stands on it; 0
// where the style's does. Width and sizes are in points.
func narrowed(text string, centred bool, width, size float64) float64 {
	const smallest, almost, wider = 6, 0.8, 1.12 // a substitute's digits may be wider
	widest := 0.0
	for line := range strings.SplitSeq(paper.Clean(text), "\n") {
		if wide := paper.Ems(line); centred && wide*size*almost <= width {
			widest = max(widest, wide)
		}
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r >= 0x80 || r == ' ' }) {
			widest = max(widest, paper.Ems(word)*wider)
		}
	}
	if widest*size <= width {
		return 0
	}
	return max(smallest, math.Floor(width/widest*2)/2)
}

// header writes one header row, or two where columns are grouped: the upper
// with the group titles, a column of no group reaching through both.
func (d *document) header(t paper.Table, widths []int) {
	if !t.Grouped() {
		d.openRow(true)
		for i, c := range t.Columns {
			d.cell(d.headStyle(), cell{width: widths[i]}, paper.Plain(c.Title))
		}
		d.put(`</w:tr>`)
		return
	}
	d.openRow(true)
	for _, head := range t.Heads() {
		width := 0
		for _, w := range widths[head.First : head.First+head.Count] {
			width += w
		}
		if head.Group == "" {
			d.cell(d.headStyle(), cell{width: width, merge: "restart"}, paper.Plain(t.Columns[head.First].Title))
		} else {
			d.cell(d.headStyle(), cell{width: width, span: head.Count}, paper.Plain(head.Group))
		}
	}
	d.put(`</w:tr>`)
	d.openRow(true)
	for i, c := range t.Columns {
		if c.Group == "" {
			d.cell(d.headStyle(), cell{width: widths[i], merge: "continue"}, paper.Span{})
		} else {
			d.cell(d.headStyle(), cell{width: widths[i]}, paper.Plain(c.Title))
		}
	}
	d.put(`</w:tr>`)
}

// row writes a row of the body. With keep it stays on the page of the row below.
func (d *document) row(columns []paper.Column, widths []int, row paper.Row, keep bool) {
	d.openRow(false)
	if row.Band != "" {
		band := cell{width: d.page.TextWidth(), span: len(columns), shape: shape{keep: keep, align: "left"}}
		d.cell(d.headStyle(), band, paper.Plain(row.Band))
	} else {
		for i, c := range columns {
			text := row.Cell(i)
			size := narrowed(text.Text, c.Align == paper.Center, float64(widths[i]-2*cellMargin)/20, d.textSize())
			d.cell(d.textStyle(), cell{width: widths[i], shape: shape{keep: keep, align: alignment[c.Align], size: size}}, text)
		}
	}
	d.put(`</w:tr>`)
}

// alignment is what the style of table text does not say already.
var alignment = map[paper.Align]string{paper.Left: "left", paper.Right: "right"}

// openRow starts a row that no page break may cut.
func (d *document) openRow(header bool) {
	d.put(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="`, strconv.Itoa(rowHeight), `" w:hRule="atLeast"/>`)
	if header {
		d.put(`<w:tblHeader/>`)
	}
	d.put(`</w:trPr>`)
}

// cell is the form of one cell.
type cell struct {
	width int
	span  int    // columns it covers, if more than one
	merge string // restart or continue, for a cell that reaches through rows
	shape shape
}

func (d *document) cell(style string, c cell, text paper.Span) {
	d.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(c.width), `" w:type="dxa"/>`)
	if c.span > 1 {
		d.put(`<w:gridSpan w:val="`, strconv.Itoa(c.span), `"/>`)
	}
	if c.merge != "" {
		d.put(`<w:vMerge w:val="`, c.merge, `"/>`)
	}
	align := "center"
	if len(text.Photo) > 0 && text.Text != "" {
		align = "top" // photos side by side stand in line
	}
	d.put(`<w:vAlign w:val="`, align, `"/></w:tcPr>`)
	room := min(c.width-2*cellMargin, widestPhoto)
	if !d.picture(text.Photo, room, room*5/4, shape{keep: c.shape.keep}) || text.Text != "" {
		d.paragraph(style, c.shape, text)
	}
	d.put(`</w:tc>`)
}
