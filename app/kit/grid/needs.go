package grid

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

// gridName is the widest that the name at the head of a row may be to be shown
// whole before anything else is.
const gridName = 240

// needRows is how many rows are looked at to see how wide their columns must be.
// They are the first ones, so that nothing moves while one scrolls.
const needRows = 100

// measureColumns finds how wide each column must be for its title and for the
// cells of the first rows to be seen whole. What was found stays while the rows
// are scrolled: asking for the first ones then could mean reading them again.
func (g *Grid) measureColumns() {
	if len(g.needs) == len(g.columns) && g.offset.y > 0 {
		return
	}
	g.needs = make([]float32, len(g.columns))
	size := kit.TextSize(theme.SizeNameText)
	for i, c := range g.columns {
		if !c.Hidden {
			g.needs[i] = g.fits.Width(c.Title+g.sortMark(c.ID), size, true)
		}
	}
	for row := range min(needRows, g.source.Len()) {
		cells, ok := g.source.Row(row)
		if !ok {
			break
		}
		for i, text := range cells[:min(len(cells), len(g.columns))] {
			if !g.columns[i].Hidden {
				g.needs[i] = max(g.needs[i], g.fits.Width(text, size, false))
			}
		}
	}
	for i := range g.needs {
		g.needs[i] = max(gridMinColumn, g.needs[i]+2*gridPad+0.1)
	}
}

// fitColumns lets columns that hold less than they have room for give what they
// do not need to those that would have to cut their text: the name at the head
// of the row before all, then the easiest to content. rest is the width left
// over, less than nothing where the columns are wider than what is seen of them;
// what is left then is returned.
func (g *Grid) fitColumns(rest float32) float32 {
	var wanting []int
	var want, spare float32
	for i, p := range g.placed {
		if g.columns[p.column].Set {
			continue
		}
		if need := g.needs[p.column]; need > p.w {
			wanting, want = append(wanting, i), want+need-p.w
		} else {
			spare += p.w - need
		}
	}
	if take := min(spare, want-rest); take > 0 {
		for i := range g.placed {
			p := &g.placed[i]
			if need := g.needs[p.column]; !g.columns[p.column].Set && need < p.w {
				p.w -= (p.w - need) * take / spare
			}
		}
		rest += take
	}
	lacks := func(i int) float32 { return g.needs[g.placed[i].column] - g.placed[i].w }
	if len(wanting) > 0 && g.names(wanting[0]) {
		more := max(0, min(lacks(0), rest))
		g.placed[0].w += more
		rest -= more
		wanting = wanting[1:]
		g.yield(lacks(0))
	}
	slices.SortFunc(wanting, func(a, b int) int { return cmp.Compare(lacks(a), lacks(b)) })
	for at, i := range wanting {
		if rest <= 0 {
			break
		}
		more := min(lacks(i), rest/float32(len(wanting)-at))
		g.placed[i].w += more
		rest -= more
	}
	return rest
}

// names says whether a shown column is the one that tells what a row is about,
// and that by a name, not by a sentence.
func (g *Grid) names(slot int) bool {
	return slot == 0 && g.needs[g.placed[0].column] <= gridName
}

// gridYield is how narrow the widest column may become for the sake of the name.
const gridYield = 140

// yield gives the first column what it still lacks from the widest one.
func (g *Grid) yield(lack float32) {
	widest := 0
	for i, p := range g.placed {
		if i > 0 && !g.columns[p.column].Set && (widest == 0 || p.w > g.placed[widest].w) {
			widest = i
		}
	}
	if more := min(lack, g.placed[widest].w-gridYield); widest > 0 && more > 0 {
		g.placed[0].w += more
		g.placed[widest].w -= more
	}
}

// share distributes the spare width. Each flexible column gets up to half as
// much again as it needs; the columns whose width the user has not set share
// the rest, so that no column stands alone in empty space.
func (g *Grid) share(rest float32) {
	fillers := g.fillers()
	for at, i := range fillers {
		p := &g.placed[i]
		more := max(0, min(rest/float32(len(fillers)-at), 1.5*g.needs[p.column]-p.w))
		p.w += more
		rest -= more
	}
	var open []int
	total := float32(0)
	for i, p := range g.placed {
		if !g.columns[p.column].Set {
			open, total = append(open, i), total+p.w
		}
	}
	for _, i := range open {
		g.placed[i].w += rest * g.placed[i].w / total
	}
	if len(open) == 0 {
		for _, i := range fillers {
			g.placed[i].w += rest / float32(len(fillers))
		}
	}
}
