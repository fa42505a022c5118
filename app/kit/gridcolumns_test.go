package kit

import (
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

// Flexible columns share what is left over until one of them is dragged.
func TestGridColumnsShareTheRest(t *testing.T) {
	g, _ := newTestGrid(t, cadres(5))
	columns := g.Columns()
	columns[0].Flexible = true
	g.SetColumns(columns)
	rest := g.view().Width - gridBar - 90 - 200 - 100 - 64
	mustEqual(t, "name", g.placed[0].w, 90+rest/2)
	mustEqual(t, "post", g.placed[1].w, 200+rest/2)
	g.resizeColumn(0, 120)
	mustEqual(t, "name dragged", g.placed[0].w, float32(120))
	mustEqual(t, "post then", g.placed[1].w, 200+rest+90-120)
}
