package grid

import (
	"maps"
	"slices"
)

// gridSelection holds the selected rows, the row that has the keyboard, and
// the row where a range starts.
type gridSelection struct {
	rows           map[int]struct{}
	cursor, anchor int
}

func newGridSelection() gridSelection {
	return gridSelection{rows: map[int]struct{}{}, cursor: -1, anchor: -1}
}

func (s *gridSelection) has(row int) bool {
	_, ok := s.rows[row]
	return ok
}

func (s *gridSelection) setRange(from, to int) {
	clear(s.rows)
	for i := min(from, to); i <= max(from, to); i++ {
		s.rows[i] = struct{}{}
	}
}

// clamp forgets what lies beyond the last row.
func (s *gridSelection) clamp(rows int) {
	maps.DeleteFunc(s.rows, func(row int, _ struct{}) bool { return row >= rows })
	s.cursor, s.anchor = min(s.cursor, rows-1), min(s.anchor, rows-1)
}

// Selected returns the indexes of the selected rows in ascending order.
func (g *Grid) Selected() []int {
	return slices.Sorted(maps.Keys(g.selection.rows))
}

// CursorRow returns the row that has the keyboard, -1 for none.
func (g *Grid) CursorRow() int { return g.selection.cursor }

// Select selects one row only and scrolls to it; -1 selects nothing.
func (g *Grid) Select(row int) {
	if row < 0 || row >= g.source.Len() {
		g.selection = newGridSelection()
		g.selectionChanged()
		return
	}
	g.selection.cursor, g.selection.anchor = row, row
	g.selection.setRange(row, row)
	g.selectionChanged()
}

// SelectAll selects every row.
func (g *Grid) SelectAll() {
	if g.source.Len() == 0 {
		return
	}
	g.selection.setRange(0, g.source.Len()-1)
	g.selection.cursor = max(g.selection.cursor, 0)
	g.selectionChangedInPlace()
}

// extendTo selects all rows from where the range started.
func (g *Grid) extendTo(row int) {
	g.selection.anchor = max(g.selection.anchor, 0)
	g.selection.cursor = row
	g.selection.setRange(g.selection.anchor, row)
	g.selectionChanged()
}

// toggle adds one row to the selection or takes it away.
func (g *Grid) toggle(row int) {
	if g.selection.has(row) {
		delete(g.selection.rows, row)
	} else {
		g.selection.rows[row] = struct{}{}
	}
	g.selection.cursor, g.selection.anchor = row, row
	g.selectionChanged()
}

func (g *Grid) selectionChanged() {
	if g.selection.cursor >= 0 {
		g.ScrollToRow(g.selection.cursor)
	}
	g.selectionChangedInPlace()
}

func (g *Grid) selectionChangedInPlace() {
	g.body.update()
	if g.OnSelect != nil {
		g.OnSelect(g.selection.cursor)
	}
}
