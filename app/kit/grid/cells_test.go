package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

// numbers is a table of a row of labels and many columns of numbers.
func numbers(t *testing.T, columns int) *Grid {
	t.Helper()
	kittest.Look(t, kit.Theme{})
	list := []Column{{ID: "row", Title: "行", Width: 120, Set: true}}
	for i := range columns {
		list = append(list, Column{ID: fmt.Sprint(i), Title: fmt.Sprint(i), Width: 80, Set: true})
	}
	rows := Rows{}
	for range 5 {
		rows = append(rows, make([]string, columns+1))
	}
	g := New(list, rows)
	g.Fixed = true
	kittest.Window(t, g, 500, 300)
	return g
}

// The arrow keys walk from cell to cell, Enter opens the one they are on, and
// what is walked to is in sight beside the column that stays.
func TestCellsOpenByKeyboard(t *testing.T) {
	g := numbers(t, 12)
	var opened []string
	g.OnOpenCell = func(row int, column string) { opened = append(opened, fmt.Sprintf("%d/%s", row, column)) }
	g.Select(1)
	key := func(name fyne.KeyName, times int) {
		for range times {
			g.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	key(fyne.KeyRight, 20)
	key(fyne.KeyReturn, 1)
	if x := g.inView(12); x < 120 || x+80 > 500 {
		t.Errorf("the last column stands at %v", x)
	}
	key(fyne.KeyLeft, 10)
	key(fyne.KeyDown, 1)
	key(fyne.KeyReturn, 1)
	if x := g.inView(2); x < 120 {
		t.Errorf("column 1 stands under the fixed one, at %v", x)
	}
	key(fyne.KeyLeft, 20)
	key(fyne.KeyReturn, 1)
	if got := fmt.Sprint(opened); got != "[1/11 2/1 2/row]" {
		t.Error(got)
	}
}

// A click opens the cell under the mouse, also where columns have scrolled
// beneath the fixed one; a click that selects rows opens none.
func TestCellsOpenByMouse(t *testing.T) {
	g := numbers(t, 12)
	var opened []string
	g.OnOpenCell = func(row int, column string) { opened = append(opened, fmt.Sprintf("%d/%s", row, column)) }
	g.scroll(gridOffset{x: 160})
	at := func(x float32, modifier fyne.KeyModifier) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
		ev.Position = fyne.NewPos(x, RowHeight+5)
		g.body.MouseDown(ev)
		g.body.MouseUp(ev)
	}
	at(20, 0)
	at(130, 0)
	at(130, fyne.KeyModifierShift)
	if got := fmt.Sprint(opened); got != "[1/row 1/2]" {
		t.Error(got)
	}
	if n := len(g.Selected()); n != 1 {
		t.Errorf("%d rows selected", n)
	}
}
