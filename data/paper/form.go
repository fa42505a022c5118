package paper

import (
	"fmt"
	"iter"
)

// Form is a printed form (任免审批表, 表决票): a grid of fixed columns and rows with
// joined cells, in one frame. Unlike a Table it has no header and does not
// grow: text that does not fit is made smaller.
type Form struct {
	Title     string  // centred above the frame, with the blanks between its characters; may be empty
	TitleSize float64 // in points, 0 for 24
	Columns   []int   // widths in twips
	Size      float64 // of the text, in points
	Rows      []FormRow
	Foot      string // a line below the frame (填表人：…); may be empty
}

// FormRow is one line of the grid. It lists the cells that begin in it, from
// the left; columns covered by a cell from above are left out.
type FormRow struct {
	Height int  // in twips
	Grows  bool // taller when its text needs it
	Cells  []FormCell
}

// FormCell is a cell of a form.
type FormCell struct {
	Text    string
	Photo   []byte // JPEG or PNG, fills the cell in its own proportions; instead of text
	Columns int    // joined, 0 for 1
	Rows    int    // joined, 0 for 1
	Align   Align
	Top     bool    // text begins at the top instead of standing in the middle
	Upright bool    // one character below the other
	Size    float64 // in points, 0 for the form's
	Hang    int     // the lines after the first of each paragraph are indented by so many characters (简历)
	Figure  string  // id of the figure the text states, or empty
}

// Place is the position of a cell in a form.
type Place struct {
	Cell                       FormCell
	Row, Column, Rows, Columns int
}

// Places computes the position of each cell in the grid, row by row.
func (f Form) Places() ([]Place, error) {
	var places []Place
	taken := make([][]bool, len(f.Rows))
	for r := range taken {
		taken[r] = make([]bool, len(f.Columns))
	}
	for r, row := range f.Rows {
		column := 0
		for _, cell := range row.Cells {
			for column < len(f.Columns) && taken[r][column] {
				column++
			}
			p := Place{Cell: cell, Row: r, Column: column, Rows: max(1, cell.Rows), Columns: max(1, cell.Columns)}
			if p.Column+p.Columns > len(f.Columns) || p.Row+p.Rows > len(f.Rows) {
				return nil, fmt.Errorf("row %d of the form reaches beyond its grid", r+1)
			}
			for i := p.Row; i < p.Row+p.Rows; i++ {
				for j := p.Column; j < p.Column+p.Columns; j++ {
					if taken[i][j] {
						return nil, fmt.Errorf("row %d of the form covers a cell twice", r+1)
					}
					taken[i][j] = true
				}
			}
			places = append(places, p)
		}
	}
	for r := range taken {
		for c := range taken[r] {
			if !taken[r][c] {
				return nil, fmt.Errorf("row %d of the form has no cell in column %d", r+1, c+1)
			}
		}
	}
	return places, nil
}

func (f Form) lines() []string {
	lines := []string{f.Title}
	for _, row := range f.Rows {
		line := ""
		for i, c := range row.Cells {
			if i > 0 {
				line += "\t"
			}
			line += flat(c.Text)
		}
		lines = append(lines, line)
	}
	return append(lines, f.Foot)
}

func (f Form) spans() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, row := range f.Rows {
			for _, c := range row.Cells {
				if c.Figure != "" && !yield(Chip(c.Figure, c.Text)) {
					return
				}
			}
		}
	}
}

func (f Form) check() error {
	_, err := f.Places()
	return err
}
