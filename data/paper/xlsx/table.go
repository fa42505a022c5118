package xlsx

import (
	"strconv"
	"strings"

	"huoshui/data/paper"
)

func (s *sheet) writeTable(t *paper.Table) error {
	if err := s.writeHead(t); err != nil {
		return err
	}
	for _, row := range t.Rows {
		if err := s.writeRow(t.Columns, row); err != nil {
			return err
		}
	}
	return nil
}

func headRows(t *paper.Table) int {
	if t.Grouped() {
		return 2
	}
	return 1
}

// writeHead writes one header row, or two where columns are grouped. Of a
// column without a group both cells are merged, and show what the upper holds.
func (s *sheet) writeHead(t *paper.Table) error {
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
		text := paper.Clean(row.Cell(i).Text)
		look, value := lookCenter, any(text)
		switch c.Align {
		case paper.Left:
			look = lookLeft
		case paper.Right:
			look, value = numeric(text)
		}
		cells[i] = s.cell(look, value)
		height = max(height, designs[look].height(text, s.widths[i]))
	}
	return s.put(height, cells)
}

// numeric is the cell of a column of numbers: a number that can be added up,
// or the text where Excel would show it otherwise than it stands in the paper.
func numeric(text string) (look, any) {
	if len(text) > 15 || strings.Trim(text, "-.0123456789") != "" {
		return lookRight, text
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || strconv.FormatFloat(value, 'f', -1, 64) != text {
		return lookRight, text
	}
	return lookNumber, value
}
