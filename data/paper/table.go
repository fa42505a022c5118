package paper

import (
	"errors"
	"fmt"
	"iter"
	"strings"
)

// Align is how the cells of a column are aligned. Most columns of a roster are
// centred.
type Align int

// The three ways a column's cells can stand. Right is for numbers.
const (
	Center Align = iota
	Left
	Right
)

// Column is one column of a table. Adjacent columns with the same Group share
// a title above their own titles; an empty Group is none.
type Column struct {
	Title string
	Group string
	Share float64 // of the table's width, relative to the other columns; 0 counts as 1
	Align Align
}

// Row is one line of a table. With Band set it is a full-width line, such as
// the name of the unit of the people below it, and has no cells.
type Row struct {
	Band  string
	Cells []Span
}

// Cells makes a row of plain texts.
func Cells(texts ...string) Row {
	cells := make([]Span, len(texts))
	for i, text := range texts {
		cells[i] = Plain(text)
	}
	return Row{Cells: cells}
}

// Band makes a full-width row.
func Band(title string) Row { return Row{Band: title} }

// Cell is the i-th cell, blank when the row is shorter than the header.
func (r Row) Cell(i int) Span {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return Span{}
}

// Table is a table whose header is repeated on every page.
type Table struct {
	Caption string // printed above the table, may be empty
	Columns []Column
	Rows    []Row
}

// Head is a run of adjacent columns under one title in the upper header row:
// the columns of one group, or one column without a group.
type Head struct {
	Group string
	First int // index of the run's first column
	Count int
}

// Heads splits the columns into the runs of the upper header row.
func (t Table) Heads() []Head {
	var heads []Head
	for i, c := range t.Columns {
		if last := len(heads) - 1; last >= 0 && c.Group != "" && heads[last].Group == c.Group {
			heads[last].Count++
			continue
		}
		heads = append(heads, Head{Group: c.Group, First: i, Count: 1})
	}
	return heads
}

// Grouped reports that the header has two rows.
func (t Table) Grouped() bool {
	for _, c := range t.Columns {
		if c.Group != "" {
			return true
		}
	}
	return false
}

// Headed reports that some column has a title. A table without titles, such as
// photos side by side, is printed without a header.
func (t Table) Headed() bool {
	for _, c := range t.Columns {
		if c.Title != "" || c.Group != "" {
			return true
		}
	}
	return false
}

// Widths divides total among the columns by their shares. The parts add up to
// total exactly.
func (t Table) Widths(total int) []int {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.share()
	}
	widths := make([]int, len(t.Columns))
	reached, left := 0.0, 0
	for i, c := range t.Columns {
		reached += c.share()
		right := int(float64(total)*reached/sum + 0.5)
		widths[i], left = right-left, right
	}
	return widths
}

func (c Column) share() float64 {
	if c.Share <= 0 {
		return 1
	}
	return c.Share
}

func (t Table) lines() []string {
	lines := []string{t.Caption}
	if t.Grouped() {
		var groups []string
		for _, c := range t.Columns {
			groups = append(groups, flat(c.Group))
		}
		lines = append(lines, strings.Join(groups, "\t"))
	}
	var titles []string
	for _, c := range t.Columns {
		titles = append(titles, flat(c.Title))
	}
	lines = append(lines, strings.Join(titles, "\t"))
	for _, r := range t.Rows {
		lines = append(lines, r.line())
	}
	return lines
}

func (r Row) line() string {
	if r.Band != "" {
		return r.Band
	}
	var texts []string
	for _, c := range r.Cells {
		texts = append(texts, flat(c.Text))
	}
	return strings.Join(texts, "\t")
}

func (t Table) spans() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				if !yield(c) {
					return
				}
			}
		}
	}
}

func (t Table) check() error {
	if len(t.Columns) == 0 {
		return errors.New("table without columns")
	}
	for i, r := range t.Rows {
		if len(r.Cells) > len(t.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(r.Cells), len(t.Columns))
		}
		if r.Band != "" && len(r.Cells) > 0 {
			return fmt.Errorf("row %d is both a band and cells", i+1)
		}
	}
	return nil
}
