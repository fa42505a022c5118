package xlsx

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

// Excel sets lines a third higher than their characters and keeps some air at
// both sides of a cell. Where text just fits elsewhere, it needs so much more
// room here.
const (
	lineRoom   = 0.74
	columnRoom = 0.92
	standing   = 1.35 // from one upright character down to the next, in characters
)

// mostHeight is as high as a row grows for its text, in twips.
const mostHeight = 40000

// form writes the grid of a form, its cells joined as they are in print.
func (s *sheet) form(f paper.Form) error {
	places, err := f.Places()
	if err != nil {
		return err
	}
	sizes := roomy(&f, places)
	g := newGrid(f, s.row+1)
	for i, p := range places {
		if err := s.formCell(g, p, sizes[i]); err != nil {
			return err
		}
	}
	for i, cells := range g.cells {
		if err := s.put(g.heights[i], cells); err != nil {
			return err
		}
	}
	for _, p := range places {
		top, bottom := g.reach(p)
		if err := s.merge(p.Column, g.top+top, p.Column+p.Columns-1, g.top+bottom); err != nil {
			return err
		}
	}
	return nil
}

// roomy finds the size of each cell's text, and makes those rows higher that are
// too low for the smallest print.
func roomy(f *paper.Form, places []paper.Place) []float64 {
	f.Rows = slices.Clone(f.Rows)
	sizes := make([]float64, len(places))
	for i, p := range places {
		last, set := &f.Rows[p.Row+p.Rows-1], tightened(*f).Set(p)
		for set.Over && last.Height < mostHeight {
			last.Height += last.Height/10 + 20
			set = tightened(*f).Set(p)
		}
		if sizes[i] = set.Size; p.Cell.Upright {
			sizes[i] = standingSize(*f, p, set.Size)
		}
	}
	return sizes
}

// tightened is a form with as much room as Excel leaves for text.
func tightened(f paper.Form) paper.Form {
	f.Columns, f.Rows = slices.Clone(f.Columns), slices.Clone(f.Rows)
	for i := range f.Columns {
		f.Columns[i] = int(float64(f.Columns[i]) * columnRoom)
	}
	for i := range f.Rows {
		f.Rows[i].Height = int(float64(f.Rows[i].Height) * lineRoom)
	}
	return f
}

// standingSize is the size at which characters below each other fit: they stand
// in one column always.
func standingSize(f paper.Form, p paper.Place, size float64) float64 {
	height, longest := 0, 1
	for _, row := range f.Rows[p.Row : p.Row+p.Rows] {
		height += row.Height
	}
	for line := range strings.SplitSeq(paper.Clean(p.Cell.Text), "\n") {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	fits := float64(height) / 20 / (standing * float64(longest))
	return max(1, min(size, math.Floor(fits*2)/2))
}

// grid is where a form stands in a sheet. A row higher than Excel allows takes
// several of the sheet's.
type grid struct {
	top     int   // the sheet's row it begins in
	begins  []int // of each row of the form, below top; then its end
	cells   [][]any
	heights []float64 // in points
}

func newGrid(f paper.Form, top int) *grid {
	g := &grid{top: top}
	for _, row := range f.Rows {
		g.begins = append(g.begins, len(g.cells))
		points := float64(row.Height) / 20
		parts := max(1, int(math.Ceil(points/highest)))
		for range parts {
			g.cells = append(g.cells, make([]any, len(f.Columns)))
			g.heights = append(g.heights, points/float64(parts))
		}
	}
	g.begins = append(g.begins, len(g.cells))
	return g
}

// reach is the first and the last of the grid's rows a cell stands in.
func (g *grid) reach(p paper.Place) (top, bottom int) {
	return g.begins[p.Row], g.begins[p.Row+p.Rows] - 1
}

// formCell fills the cells of the sheet over which a cell of the form reaches:
// the first holds the text or the photo, all the lines around it.
func (s *sheet) formCell(g *grid, p paper.Place, size float64) error {
	top, bottom := g.reach(p)
	for r := top; r <= bottom; r++ {
		for c := p.Column; c < p.Column+p.Columns; c++ {
			look := formStyle(p.Cell, size)
			look.Border = formBorder(c == 0, c == len(g.cells[r])-1, r == 0, r == len(g.cells)-1)
			style, err := s.file.NewStyle(look)
			if err != nil {
				return err
			}
			cell := excelize.Cell{StyleID: style}
			if r == top && c == p.Column && p.Cell.Text != "" {
				cell.Value = paper.Clean(p.Cell.Text)
			}
			g.cells[r][c] = cell
		}
	}
	if picture, ok := paper.PictureOf(p.Cell.Photo); ok {
		return s.formPhoto(g, p, picture)
	}
	return nil
}

func formStyle(cell paper.FormCell, size float64) *excelize.Style {
	const downwards = 255
	format := asText
	style := &excelize.Style{
		Font:         &excelize.Font{Family: song, Size: size},
		Alignment:    &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		CustomNumFmt: &format,
	}
	switch cell.Align {
	case paper.Left:
		style.Alignment.Horizontal = "left"
	case paper.Right:
		style.Alignment.Horizontal = "right"
	}
	if cell.Top {
		style.Alignment.Vertical = "top"
	}
	if cell.Upright {
		style.Alignment.TextRotation, style.Alignment.WrapText = downwards, false
	}
	return style
}

// formBorder draws thick lines on the sides that lie on the frame of the form.
func formBorder(left, right, top, bottom bool) []excelize.Border {
	line := func(side string, outer bool) excelize.Border {
		thickness := 1
		if outer {
			thickness = 2
		}
		return excelize.Border{Type: side, Style: thickness, Color: "000000"}
	}
	return []excelize.Border{line("left", left), line("right", right), line("top", top), line("bottom", bottom)}
}

// formPhoto lays a photo into the middle of its cells.
func (s *sheet) formPhoto(g *grid, p paper.Place, picture paper.Picture) error {
	width, height := 0, 0.0
	for _, digits := range s.widths[p.Column : p.Column+p.Columns] {
		width += pixels(digits)
	}
	top, bottom := g.reach(p)
	for _, points := range g.heights[top : bottom+1] {
		height += points * 4 / 3
	}
	w, h := picture.Within(width-2*photoMargin, int(height)-2*photoMargin)
	return s.lay(picture, p.Column, g.top+top, w, h, (width-w)/2, (int(height)-h)/2)
}
