package sheet

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// span is a range of merged cells: the first and last column and row, counted
// from 0.
type span struct{ left, top, right, bottom int }

// merged lists the merged cells of a sheet.
func (b *workbook) merged(sheet string) (spans []span, err error) {
	return spans, b.guard(func() error {
		cells, err := b.file.GetMergeCells(sheet, true)
		if err != nil {
			return err
		}
		for _, cell := range cells {
			left, top, err := excelize.CellNameToCoordinates(cell.GetStartAxis())
			if err != nil {
				return err
			}
			right, bottom, err := excelize.CellNameToCoordinates(cell.GetEndAxis())
			if err != nil {
				return err
			}
			spans = append(spans, span{left - 1, top - 1, right - 1, bottom - 1})
		}
		return nil
	})
}

// headOf finds the line of the heading: the one with most titles we know.
func headOf(h headings, rows [][]string) int {
	best, at := 0, -1
	for i, row := range rows[:min(len(rows), headRows)] {
		if _, _, known := h.read(row); known > best {
			best, at = known, i
		}
	}
	return at
}

// joinHeading puts the lines of a heading together: 学历学位 below 全日制教育 is
// the 全日制教育学历学位. A title below that is known by itself and not with the one
// above stands alone. deepest is the last line of the heading.
func joinHeading(h headings, rows [][]string, head int, merged []span) (titles []string, deepest int) {
	deepest = head
	for _, s := range merged {
		if s.top <= head {
			deepest = max(deepest, min(s.bottom, len(rows)-1))
		}
	}
	titles = make([]string, widest(rows[head:deepest+1]))
	copy(titles, rows[head])
	over := slices.Clone(titles) // a title across columns stands over each of them
	for _, s := range merged {
		for i := s.left + 1; s.top == head && i <= s.right && i < len(over); i++ {
			over[i] = titles[s.left]
		}
	}
	for _, row := range rows[head+1 : deepest+1] {
		for i, below := range row[:min(len(row), len(titles))] {
			if strings.TrimSpace(below) == "" {
				continue
			}
			titles[i] = over[i] + below
			if _, known := h.find(titles[i]); !known {
				if _, alone := h.find(below); alone {
					titles[i] = below
				}
			}
			over[i] = titles[i]
		}
	}
	return titles, deepest
}

// bands are the lines that hold no record but what is written across the columns
// over a group of records, such as the name of their unit; lines are counted
// from 1, as a spreadsheet does.
func bands(rows [][]string, deepest int, merged []span) map[int]string {
	found := map[int]string{}
	for _, s := range merged {
		if s.top > deepest && s.top == s.bottom && s.right > s.left && s.top < len(rows) && filled(rows[s.top]) == 1 {
			found[s.top+1] = strings.TrimSpace(strings.Join(rows[s.top], ""))
		}
	}
	return found
}

// fillDown writes the name of a unit beside everybody its cell is merged over.
func fillDown(columns []Column, rows [][]string, deepest int, merged []span) {
	for _, s := range merged {
		if s.left != s.right || s.top <= deepest || s.left >= len(columns) || columns[s.left].says != SaysUnit || s.top >= len(rows) || s.left >= len(rows[s.top]) {
			continue
		}
		for line := s.top + 1; line <= s.bottom && line < len(rows); line++ {
			for len(rows[line]) <= s.left {
				rows[line] = append(rows[line], "")
			}
			rows[line][s.left] = rows[s.top][s.left]
		}
	}
}
