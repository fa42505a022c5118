package xlsx

import (
	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

func (s *sheet) table(t paper.Table) error {
	if t.Headed() {
		if err := s.writeHead(t); err != nil {
			return err
		}
	}
	for _, row := range t.Rows {
		if err := s.writeRow(t.Columns, row); err != nil {
			return err
		}
	}
	return nil
}

func headRows(t paper.Table) int {
	switch {
	case t.Grouped():
		return 2
	case t.Headed():
		return 1
	}
	return 0
}

// writeHead writes one header row, or two where columns are grouped. Of a
// column without a group both cells are merged, and show what the upper holds.
func (s *sheet) writeHead(t paper.Table) error {
	upper, lower := s.blank(lookHead), s.blank(lookHead)
	height := float64(lowest)
	for i, c := range t.Columns {
		title := paper.Clean(c.Title)
		lower[i] = s.cell(lookHead, title)
		height = max(height, designs[lookHead].height(title, s.widths[i]))
	}
	if !t.Grouped() {
		return s.put(height, lower)
	}
	for _, head := range t.Heads() {
		if head.Group == "" {
			upper[head.First], lower[head.First] = lower[head.First], upper[head.First]
		} else {
			upper[head.First] = s.cell(lookHead, paper.Clean(head.Group))
		}
	}
	if err := s.put(lowest, upper); err != nil {
		return err
	}
	if err := s.put(height, lower); err != nil {
		return err
	}
	return s.mergeHeads(t.Heads())
}

func (s *sheet) mergeHeads(heads []paper.Head) error {
	top := s.row - 1
	for _, head := range heads {
		bottom := top
		if head.Group == "" {
			bottom = s.row
		}
		if err := s.merge(head.First, top, head.First+head.Count-1, bottom); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) writeRow(columns []paper.Column, row paper.Row) error {
	if row.Band != "" {
		return s.across(line{paper.Clean(row.Band), lookBand})
	}
	cells, height := make([]any, len(columns)), 0.0
	for i, c := range columns {
		cell, high, err := s.tableCell(row.Cell(i), c.Align, i)
		if err != nil {
			return err
		}
		cells[i] = cell
		height = max(height, min(high, highest))
	}
	return s.put(height, cells)
}

// lookOf is how words stand in a column.
var lookOf = map[paper.Align]look{paper.Center: lookCenter, paper.Left: lookLeft, paper.Right: lookRight}

// tableCell makes a cell of the next row, and says how high it must be.
func (s *sheet) tableCell(span paper.Span, align paper.Align, column int) (excelize.Cell, float64, error) {
	text, look := paper.Clean(span.Text), lookOf[align]
	high := designs[look].height(text, s.widths[column])
	if picture, ok := paper.PictureOf(span.Photo); ok {
		above, err := s.picture(picture, column, s.row+1)
		if text == "" {
			return s.cell(lookUnder, nil), above, err
		}
		return s.cell(lookUnder, text), above + high, err
	}
	if value, format, ok := numberOf(text, align); ok {
		style, err := s.looks.number(s.file, look, format)
		return excelize.Cell{StyleID: style, Value: value}, high, err
	}
	return s.cell(look, text), high, nil
}
