package grid

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/kit/kittest"
)

func TestGridSaysWhichCellWasClicked(t *testing.T) {
	g, _ := newTestGrid(t, cadres(5))
	var order []string
	g.OnSelect = func(int) { order = append(order, "select") }
	g.OnCell = func(row int, column string) { order = append(order, column) }
	for _, p := range g.placed[:2] {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(p.x+p.w/2, RowHeight+5)
		g.body.MouseDown(ev)
		g.body.MouseUp(ev)
	}
	kittest.Equal(t, "cells", len(order), 4)
	kittest.Equal(t, "first", order[1], "name")
	kittest.Equal(t, "second", order[3], "post")
	kittest.Equal(t, "beside the columns", g.columnAt(g.total+10), "")
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
	kittest.Equal(t, "filled", filled(), true)
	post := g.placed[1].w
	name := g.placed[0].w
	g.resizeColumn(0, name+30)
	kittest.Equal(t, "name dragged", g.placed[0].w, name+30)
	kittest.Equal(t, "post then", math.Round(float64(g.placed[1].w)), math.Round(float64(post-30)))
	kittest.Equal(t, "filled", filled(), true)
}
