package paper

import "math"

// SlideTable is the layout of a table on a slide.
type SlideTable struct {
	Columns []float64 // their widths, which fill the box
	Row     float64   // height of every row, those of the header too
	Height  float64   // of all rows
	Size    float64   // of the print, the same in all cells
}

// The measures of a table on a slide.
const (
	CellEdge    = 10   // kept free left and right of a cell's text
	cellHighest = 52   // of a row
	cellPrint   = 22   // of the print, at most
	cellLeast   = 0.8  // of that, at least
	cellAir     = 1.04 // faces differ a little from what Ems says
)

// OnSlide finds the largest print in which every cell fits on one line, with
// columns as wide as their cells need. If even the smallest print is too wide,
// the widest columns are made narrower and their longest cells take two lines.
func (t Table) OnSlide(b Box) SlideTable {
	rows := len(t.Rows)
	if t.Headed() {
		rows++
	}
	if t.Grouped() {
		rows++
	}
	s := SlideTable{Row: min(cellHighest, b.H/float64(max(1, rows)))}
	s.Height = s.Row * float64(rows)
	most := min(cellPrint, s.Row*0.48)
	ems := t.ems()
	for s.Size = most; s.Size > most*cellLeast; s.Size -= 0.5 {
		if needs, sum := needed(ems, s.Size); sum <= b.W {
			s.Columns = t.spread(needs, b.W-sum)
			return s
		}
	}
	s.Size = most * cellLeast
	needs, _ := needed(ems, s.Size)
	s.Columns = t.squeezed(needs, b.W)
	return s
}

// ems is how wide the longest text of every column is, in characters.
func (t Table) ems() []float64 {
	ems := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		ems[i] = Ems(flat(c.Title)) * 1.03 // bold
	}
	for _, r := range t.Rows {
		for i := range r.Cells {
			ems[i] = max(ems[i], Ems(flat(r.Cells[i].Text)))
		}
	}
	return ems
}

// needed is how wide the columns must be for a print, and all together.
func needed(ems []float64, size float64) (widths []float64, sum float64) {
	widths = make([]float64, len(ems))
	for i, n := range ems {
		widths[i] = math.Ceil(n*size*cellAir) + 2*CellEdge
		sum += widths[i]
	}
	return widths, sum
}

// spread gives what is left over to the columns by their shares.
func (t Table) spread(widths []float64, rest float64) []float64 {
	shares := 0.0
	for _, c := range t.Columns {
		shares += c.share()
	}
	for i, c := range t.Columns {
		widths[i] += rest * c.share() / shares
	}
	return widths
}

// squeezed leaves the columns that need no more than their share what they
// need; the others part what remains.
func (t Table) squeezed(needs []float64, total float64) []float64 {
	widths, settled := make([]float64, len(needs)), make([]bool, len(needs))
	for range needs {
		rest, shares := total, 0.0
		for i, c := range t.Columns {
			if settled[i] {
				rest -= needs[i]
			} else {
				shares += c.share()
			}
		}
		again := false
		for i, c := range t.Columns {
			if settled[i] {
				widths[i] = needs[i]
				continue
			}
			widths[i] = rest * c.share() / shares
			if needs[i] <= widths[i] {
				settled[i], again = true, true
			}
		}
		if !again {
			break
		}
	}
	return widths
}
