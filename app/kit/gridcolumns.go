package kit

// placedColumn is a column that is shown: which one, from where, how wide.
type placedColumn struct {
	column int
	x, w   float32
}

// placeColumns gives every shown column its place. What is left of the width
// goes to the last flexible column, so that no empty strip stands at the right.
func (g *Grid) placeColumns() {
	g.placed = g.placed[:0]
	total := float32(0)
	for i, c := range g.columns {
		if !c.Hidden {
			w := max(c.Width, gridMinColumn)
			g.placed = append(g.placed, placedColumn{i, 0, w})
			total += w
		}
	}
	filler := g.filler()
	if rest := g.view().Width - gridBar - total; rest > 0 && filler >= 0 {
		g.placed[filler].w += rest
	}
	x := float32(0)
	for i := range g.placed {
		g.placed[i].x = x
		x += g.placed[i].w
	}
	g.total = x + gridBar
}

// wide says whether the columns are wider than what is seen of them.
func (g *Grid) wide() bool { return g.total > g.view().Width+0.5 }

// resizeColumn makes a shown column wider or narrower. The column that fills
// what is left would at once take back what it loses, so its right neighbour
// gives or takes instead.
func (g *Grid) resizeColumn(placed int, width float32) {
	width = max(width, gridMinColumn)
	p := g.placed[placed]
	column := &g.columns[p.column]
	if placed == g.filler() && placed+1 < len(g.placed) && !g.wide() {
		next := &g.columns[g.placed[placed+1].column]
		width = min(width, p.w+next.Width-gridMinColumn)
		next.Width -= width - p.w
		column.Width = min(column.Width, width)
	} else {
		column.Width = width
	}
	g.arrange()
}

// filler is the shown column that takes the width left over, -1 without columns.
func (g *Grid) filler() int {
	last := len(g.placed) - 1
	for i := last; i >= 0; i-- {
		if g.columns[g.placed[i].column].Flexible {
			return i
		}
	}
	return last
}

func (g *Grid) columnsChanged() {
	if g.OnColumns != nil {
		g.OnColumns(g.Columns())
	}
}
