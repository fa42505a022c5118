package grid

// placedColumn is a visible column with its position and width.
type placedColumn struct {
	column int
	x, w   float32
}

// placeColumns gives every shown column its place, and the width to show what it
// holds where there is room for it. What is left of the width is shared by the
// flexible columns, so that no empty strip stands at the right.
func (g *Grid) placeColumns() {
	g.measureColumns()
	g.placed = g.placed[:0]
	total := float32(0)
	for i, c := range g.columns {
		if !c.Hidden {
			w := max(c.Width, gridMinColumn)
			g.placed = append(g.placed, placedColumn{i, 0, w})
			total += w
		}
	}
	if rest := g.fitColumns(g.view().Width - gridBar - total); rest > 0 {
		g.share(rest)
	}
	x := float32(0)
	for i := range g.placed {
		g.placed[i].x = x
		x += g.placed[i].w
	}
	g.total = x + gridBar
}

// columnAt finds the column under a place of the body, "" for none.
func (g *Grid) columnAt(x float32) string {
	if slot := g.slotAt(x); slot >= 0 {
		return g.columns[g.placed[slot].column].ID
	}
	return ""
}

// slotAt finds the shown column under a place of the body or the header, -1 for
// none.
func (g *Grid) slotAt(x float32) int {
	x = g.inContent(x)
	for i, p := range g.placed {
		if x >= p.x && x < p.x+p.w {
			return i
		}
	}
	return -1
}

// fixedWidth is how much of the view the first column keeps for itself.
func (g *Grid) fixedWidth() float32 {
	if !g.Fixed || len(g.placed) == 0 {
		return 0
	}
	return g.placed[0].w
}

// inContent is the place among all columns of a place in the view.
func (g *Grid) inContent(x float32) float32 {
	if x < g.fixedWidth() {
		return x
	}
	return x + g.offset.x
}

// inView is where a shown column begins in the view.
func (g *Grid) inView(slot int) float32 {
	if g.Fixed && slot == 0 {
		return 0
	}
	return g.placed[slot].x - g.offset.x
}

// wide says whether the columns are wider than what is seen of them.
func (g *Grid) wide() bool { return g.total > g.view().Width+0.5 }

// resizeColumn makes a shown column wider or narrower. The column that fills
// what is left would at once take back what it loses, so its right neighbour
// gives or takes instead.
func (g *Grid) resizeColumn(placed int, width float32) {
	width = max(width, gridMinColumn)
	g.endSharing()
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

// endSharing leaves one flexible column, and the others as wide as they are:
// once one of them is dragged, the others must not move.
func (g *Grid) endSharing() {
	last := g.filler()
	for i, p := range g.placed {
		column := &g.columns[p.column]
		column.Set = true
		if i == last {
			column.Width = min(column.Width, p.w)
		} else {
			column.Width, column.Flexible = p.w, false
		}
	}
}

// fillers are the shown columns that share the width left over: the flexible
// ones, else the last.
func (g *Grid) fillers() []int {
	var list []int
	for i, p := range g.placed {
		if g.columns[p.column].Flexible {
			list = append(list, i)
		}
	}
	if len(list) == 0 && len(g.placed) > 0 {
		list = []int{len(g.placed) - 1}
	}
	return list
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
