package docx

import (
	"math"
	"strconv"
	"strings"

	"huoshui/data/paper"
)

// usualTitle is the size of a form's title, in points.
const usualTitle = 24

// formBorders are those of printed forms: a frame of 1.5 points, lines of 1.
// Cells have no margins: their heights and widths are reckoned without.
const formBorders = `<w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="000000"/>` +
	`<w:left w:val="single" w:sz="12" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/>` +
	`<w:right w:val="single" w:sz="12" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="8" w:space="0" w:color="000000"/>` +
	`<w:insideV w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tblBorders>`

const noMargins = `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
	`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>`

// form writes a form with its title above and its foot below.
func (d *document) form(f paper.Form, last shape) {
	if f.Title != "" {
		size := f.TitleSize
		if size == 0 {
			size = usualTitle
		}
		d.paragraph(styleTitle, shape{size: size, line: twips(size * 1.4)}, paper.Plain(f.Title))
	}
	total := 0
	for _, w := range f.Columns {
		total += w
	}
	d.put(`<w:tbl><w:tblPr><w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/><w:jc w:val="center"/>`,
		formBorders, `<w:tblLayout w:type="fixed"/>`, noMargins, `</w:tblPr>`)
	d.grid(f.Columns)
	d.formRows(f)
	d.put(`</w:tbl>`)
	if f.Foot == "" {
		d.paragraph(styleAfter, last)
		return
	}
	last.size, last.line, last.align = f.Size, twips(f.Size+6), "left"
	last.left = max(0, d.page.TextWidth()-total) / 2 // the form stands in the middle
	d.paragraph(styleForm, last, paper.Plain(f.Foot))
}

// formRows writes the grid row by row. Of a cell that reaches through rows, the
// lower ones hold what Word needs to go on with it.
func (d *document) formRows(f paper.Form) {
	places, err := f.Places()
	if err != nil {
		return // the paper was checked before
	}
	cells, grows := make([]formCell, len(places)), make([]bool, len(f.Rows))
	for i, p := range places {
		cells[i] = formCellOf(f, p)
		last := p.Row + p.Rows - 1
		grows[last] = grows[last] || cells[i].set.Over
	}
	over := make([]formCell, len(f.Columns)) // the cell that stands in each column
	for r, row := range f.Rows {
		for ; len(cells) > 0 && cells[0].Row == r; cells = cells[1:] {
			for c := range cells[0].Columns {
				over[cells[0].Column+c] = cells[0]
			}
		}
		rule := "exact"
		if row.Grows || grows[r] {
			rule = "atLeast"
		}
		d.put(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="`, strconv.Itoa(row.Height), `" w:hRule="`, rule, `"/></w:trPr>`)
		for c := 0; c < len(f.Columns); c += over[c].Columns {
			d.formCell(over[c], r > over[c].Row)
		}
		d.put(`</w:tr>`)
	}
}

// formCell is a cell with its size and its print.
type formCell struct {
	paper.Place
	width, height int
	set           paper.Setting
}

func formCellOf(f paper.Form, p paper.Place) formCell {
	cell := formCell{Place: p, set: f.Set(p)}
	for _, w := range f.Columns[p.Column : p.Column+p.Columns] {
		cell.width += w
	}
	for _, row := range f.Rows[p.Row : p.Row+p.Rows] {
		cell.height += row.Height
	}
	return cell
}

// formCell writes a cell, or with below the part of it in a lower row.
func (d *document) formCell(c formCell, below bool) {
	d.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(c.width), `" w:type="dxa"/>`)
	if c.Columns > 1 {
		d.put(`<w:gridSpan w:val="`, strconv.Itoa(c.Columns), `"/>`)
	}
	switch {
	case below:
		d.put(`<w:vMerge w:val="continue"/>`)
	case c.Rows > 1:
		d.put(`<w:vMerge w:val="restart"/>`)
	}
	if c.Cell.Upright {
		d.put(`<w:textDirection w:val="tbRlV"/>`)
	}
	if c.Cell.Top {
		d.put(`<w:vAlign w:val="top"/></w:tcPr>`)
	} else {
		d.put(`<w:vAlign w:val="center"/></w:tcPr>`)
	}
	switch {
	case below:
		d.paragraph(styleForm, shape{})
	case !d.picture(c.Cell.Photo, c.width-photoMargin, c.height-photoMargin, shape{}):
		d.formText(c)
	}
	d.put(`</w:tc>`)
}

// photoMargin is what a photo leaves of a cell, both sides together.
const photoMargin = 120

func (d *document) formText(c formCell) {
	s := shape{size: c.set.Size, line: twips(c.set.Line), before: twips(c.set.Top), align: alignment[c.Cell.Align]}
	if c.Cell.Align != paper.Center {
		s.left, s.right = twips(c.set.Side), twips(c.set.Side)
	}
	if c.Cell.Hang > 0 {
		s.hanging = twips(float64(c.Cell.Hang) * c.set.Size)
		s.left += s.hanging
	}
	for text := range strings.SplitSeq(paper.Clean(c.Cell.Text), "\n") {
		d.paragraph(styleForm, s, paper.Plain(text))
		s.before = 0
	}
}

func twips(points float64) int { return int(math.Round(points * 20)) }
