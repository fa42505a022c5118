package chart

import "fyne.io/fyne/v2"

// step returns the mark an arrow key leads to from the given one: the nearest
// in that direction of the grid. Where the grid is a single row or column, all
// four keys walk along it, because nobody knows which way a ring runs.
func (s *scene) step(from int, key fyne.KeyName) int {
	if from >= len(s.marks) {
		return from
	}
	dr, dc := direction(key)
	if rows, cols := s.extent(); rows == 1 && dr != 0 {
		dr, dc = 0, dr
	} else if cols == 1 && dc != 0 {
		dr, dc = dc, 0
	}
	best, cost := from, 0
	for i, m := range s.marks {
		along, across := m.row-s.marks[from].row, m.col-s.marks[from].col
		if dr == 0 {
			along, across = across, along
		}
		along *= dr + dc
		if along <= 0 {
			continue
		}
		// Across counts more: a key first looks straight ahead.
		if c := along + 100*max(across, -across); best == from || c < cost {
			best, cost = i, c
		}
	}
	return best
}

func direction(key fyne.KeyName) (dr, dc int) {
	switch key {
	case fyne.KeyUp:
		return -1, 0
	case fyne.KeyDown:
		return 1, 0
	case fyne.KeyLeft:
		return 0, -1
	default:
		return 0, 1
	}
}

// extent counts the rows and columns of the grid of marks.
func (s *scene) extent() (rows, cols int) {
	for _, m := range s.marks {
		rows, cols = max(rows, m.row+1), max(cols, m.col+1)
	}
	return rows, cols
}
