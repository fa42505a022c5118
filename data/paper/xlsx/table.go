package xlsx

import (
	"regexp"
	"strconv"
	"strings"

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
		span := row.Cell(i)
		text := paper.Clean(span.Text)
		look, value := lookLeft, any(text)
		switch c.Align {
		case paper.Center:
			look, value = counted(text)
		case paper.Right:
			look, value = numeric(text)
		}
		high := designs[look].height(text, s.widths[i])
		if picture, ok := paper.PictureOf(span.Photo); ok {
			above, err := s.picture(picture, i, s.row+1)
			if err != nil {
				return err
			}
			if look = lookUnder; text == "" {
				high = 0
			}
			high += above
		}
		cells[i] = s.cell(look, value)
		height = max(height, min(high, highest))
	}
	return s.put(height, cells)
}

// count and share are how numbers look that are told from what looks like one:
// a month has two digits behind the point, an area has six, a code may begin
// with 0.
var (
	count = regexp.MustCompile(`^-?(0|[1-9]\d{0,4})(\.\d)?$`)
	share = regexp.MustCompile(`^-?(0|[1-9]\d{0,4})(\.\d{1,2})?%$`)
)

// counted is the cell of a column in which numbers stand among words.
func counted(text string) (look, any) {
	if look, value, ok := shared(text); ok {
		return look + lookCenterShare - lookShare, value
	}
	if !count.MatchString(text) || text == "-0" {
		return lookCenter, text
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || strconv.FormatFloat(value, 'f', -1, 64) != text {
		return lookCenter, text
	}
	return lookCenterNumber, value
}

// shared is a percentage that shows as it is written, with as many places.
func shared(text string) (as look, value any, ok bool) {
	if !share.MatchString(text) {
		return 0, nil, false
	}
	number := strings.TrimSuffix(text, "%")
	places := 0
	if _, behind, found := strings.Cut(number, "."); found {
		places = len(behind)
	}
	part, err := strconv.ParseFloat(number+"e-2", 64)
	if err != nil || part == 0 && number[0] == '-' {
		return 0, nil, false
	}
	return [...]look{lookShare, lookShare1, lookShare2}[places], part, true
}

// numeric is the cell of a column of numbers: a number that can be added up,
// or the text where Excel would show it otherwise than it stands in the paper.
func numeric(text string) (look, any) {
	if look, value, ok := shared(text); ok {
		return look, value
	}
	if len(text) > 15 || strings.Trim(text, "-.0123456789") != "" {
		return lookRight, text
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || strconv.FormatFloat(value, 'f', -1, 64) != text {
		return lookRight, text
	}
	return lookNumber, value
}
