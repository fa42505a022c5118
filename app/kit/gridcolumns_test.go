package kit

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestGridSaysWhichCellWasClicked(t *testing.T) {
	g, _ := newTestGrid(t, cadres(5))
	var order []string
	g.OnSelect = func(int) { order = append(order, "select") }
	g.OnCell = func(row int, column string) { order = append(order, column) }
	for _, p := range g.placed[:2] {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(p.x+p.w/2, gridRowHeight+5)
		g.body.MouseDown(ev)
		g.body.MouseUp(ev)
	}
	mustEqual(t, "cells", len(order), 4)
	mustEqual(t, "first", order[1], "name")
	mustEqual(t, "second", order[3], "post")
	mustEqual(t, "beside the columns", g.columnAt(g.total+10), "")
}

// What is left over goes to the flexible columns as far as they have a use for
// it, else to all, until one of them is dragged.
func TestGridColumnsShareTheRest(t *testing.T) {
	g, _ := newTestGrid(t, cadres(5))
	filled := func() bool { return math.Abs(float64(g.total-g.view().Width)) < 0.01 }
	// 800 wide, the post has three times what its eleven characters need if it
	// takes all there is over; the months beside it then stand far away.
	for i, p := range g.placed {
		if c := g.columns[p.column]; p.w <= c.Width || p.w > 2.2*c.Width {
			t.Errorf("column %d of %v is %v wide", i, c.Width, p.w)
		}
	}
	mustEqual(t, "filled", filled(), true)
	post := g.placed[1].w
	name := g.placed[0].w
	g.resizeColumn(0, name+30)
	mustEqual(t, "name dragged", g.placed[0].w, name+30)
	mustEqual(t, "post then", math.Round(float64(g.placed[1].w)), math.Round(float64(post-30)))
	mustEqual(t, "filled", filled(), true)
}
