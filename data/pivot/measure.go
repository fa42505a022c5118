package pivot

import (
	"fmt"
	"math"
	"strconv"
)

// Measure is what a cell shows.
type Measure int

// The measures: how many people, and which share of their row, or column, they
// are in percent with one decimal.
const (
	People Measure = iota
	OfRow
	OfColumn
)

// Measures names them, in their order.
var Measures = []string{"人数", "占本行 %", "占本列 %"}

// Text is a cell by a measure; “—” is a share of nobody.
func (t *Table) Text(row, column int, m Measure) string {
	n, of := t.Count(row, column), 0
	switch m {
	case OfRow:
		of = t.Count(row, Total)
	case OfColumn:
		of = t.Count(Total, column)
	default:
		return strconv.Itoa(n)
	}
	if of == 0 {
		return "—"
	}
	return fmt.Sprintf("%.1f", math.Round(float64(n)*1000/float64(of))/10)
}
