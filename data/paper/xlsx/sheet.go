package xlsx

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

var errTooLong = errors.New("text longer than a cell can hold")

// sheet writes one sheet, row by row.
type sheet struct {
	file   *excelize.File
	name   string
	out    *excelize.StreamWriter
	looks  *looks
	widths []float64 // of the columns, in digits
	row    int       // last row written
}

func writeTab(file *excelize.File, looks *looks, p *paper.Paper, t *tab) error {
	title := titleLines(p, t)
	// The page comes first: the stream begins with it.
	if err := setPage(file, t, len(title)); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	out, err := file.NewStreamWriter(t.name)
	if err != nil {
		return err
	}
	s := &sheet{file: file, name: t.name, out: out, looks: looks, widths: t.columnWidths()}
	// From right to left: the library writes the widths in the reverse order, and
	// Excel wants them from left to right.
	for i, width := range slices.Backward(s.widths) {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if table, ok := t.block.(paper.Table); ok && table.Headed() {
		if err := s.freeze(len(title) + headRows(table)); err != nil {
			return err
		}
	}
	if err := s.write(title, t); err != nil {
		return err
	}
	return out.Flush()
}

// titleLines are what stands above the block or the text.
func titleLines(p *paper.Paper, t *tab) []line {
	above := &tab{}
	above.add(lookSecret, p.Classification)
	above.add(lookTitle, strings.ReplaceAll(paper.Clean(p.Title), "\n", ""))
	above.add(lookSubtitle, p.Subtitle)
	switch b := t.block.(type) {
	case paper.Table:
		above.add(lookCaption, b.Caption)
	case paper.Chart:
		above.add(lookCaption, b.Caption)
	case paper.Form:
		above.add(lookTitle, b.Title)
	}
	return append(above.lines, t.above...)
}

// freeze keeps the first rows in sight.
func (s *sheet) freeze(rows int) error {
	cell := "A" + strconv.Itoa(rows+1)
	return s.out.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: rows, TopLeftCell: cell, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: cell, ActiveCell: cell, Pane: "bottomLeft"}},
	})
}

// write writes the title, the block, and the lines below it.
func (s *sheet) write(title []line, t *tab) error {
	for _, l := range title {
		if err := s.across(l); err != nil {
			return err
		}
	}
	var err error
	switch b := t.block.(type) {
	case paper.Table:
		err = s.table(b)
	case paper.Chart:
		err = s.chart(b)
	case paper.Form:
		err = s.form(b)
	}
	if err != nil {
		return err
	}
	for _, l := range t.lines {
		if err := s.across(l); err != nil {
			return err
		}
	}
	return nil
}

// across writes a line over the whole width.
func (s *sheet) across(l line) error {
	width := 0.0
	for _, w := range s.widths {
		width += w
	}
	return s.wide(designs[l.look].height(l.text, width), l)
}

// wide writes a line of the given height over the whole width.
func (s *sheet) wide(height float64, l line) error {
	cells := s.blank(l.look)
	cells[0] = s.cell(l.look, l.text)
	if err := s.put(height, cells); err != nil {
		return err
	}
	return s.merge(0, s.row, len(s.widths)-1, s.row)
}

func (s *sheet) cell(look look, value any) excelize.Cell {
	return excelize.Cell{StyleID: s.looks.ids[look], Value: value}
}

// blank is a row of empty cells. Cells to be merged need it to have their
// borders all round.
func (s *sheet) blank(look look) []any {
	cells := make([]any, len(s.widths))
	for i := range cells {
		cells[i] = s.cell(look, nil)
	}
	return cells
}

// put writes the next row.
func (s *sheet) put(height float64, cells []any) error {
	s.row++
	for _, c := range cells {
		text, _ := c.(excelize.Cell).Value.(string)
		if utf8.RuneCountInString(text) > excelize.TotalCellChars/2 {
			return fmt.Errorf("row %d: %w", s.row, errTooLong)
		}
	}
	return s.out.SetRow("A"+strconv.Itoa(s.row), cells, excelize.RowOpts{Height: height})
}

// merge joins a rectangle of cells, if it is more than one. Columns count from
// zero, rows from one.
func (s *sheet) merge(col, row, toCol, toRow int) error {
	if col == toCol && row == toRow {
		return nil
	}
	from, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(toCol+1, toRow)
	if err != nil {
		return err
	}
	return s.out.MergeCell(from, to)
}
