package grid

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

func newTestGrid(t testing.TB, rows Source) (*Grid, fyne.Window) {
	t.Helper()
	kittest.Look(t, kit.Theme{})
	g := New([]Column{
		{ID: "name", Title: "姓名", Width: 90},
		{ID: "post", Title: "现任职务", Width: 200, Flexible: true},
		{ID: "born", Title: "出生年月", Width: 100, Align: fyne.TextAlignTrailing},
		{ID: "age", Title: "年龄", Width: 64, Align: fyne.TextAlignTrailing, Unsorted: true},
	}, rows)
	return g, kittest.Window(t, g, 800, 400)
}

// click presses and releases the mouse on a row.
func click(g *Grid, row int, modifier fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	ev.Position = fyne.NewPos(20, float32(float64(row)*RowHeight-g.offset.y)+10)
	g.body.MouseDown(ev)
	g.body.MouseUp(ev)
}

func TestGridShowsRowsInSightOnly(t *testing.T) {
	g, w := newTestGrid(t, cadres(100_000))
	if n := len(g.body.rows); n > 14 {
		t.Errorf("%d rows are drawn in a window 400 high", n)
	}
	g.ScrollToRow(99_999)
	if text := test.RenderToMarkup(w.Canvas()); !strings.Contains(text, "王99999") {
		t.Error("the last row is not shown after scrolling to it")
	}
}

func TestGridSortsByHeader(t *testing.T) {
	g, _ := newTestGrid(t, cadres(5))
	var got []string
	g.OnSort = func(column string, descending bool) {
		mark := "+"
		if descending {
			mark = "-"
		}
		got = append(got, mark+column)
	}
	for _, x := range []float32{30, 30, 30, g.placed[2].x + 20, g.placed[3].x + 20} {
		test.TapAt(g.header, fyne.NewPos(x, 10))
	}
	want := []string{"+name", "-name", "+name", "+born"}
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
	kittest.Equal(t, "title", g.header.titles[2].Text, "出生年月 ▲")
}

func TestGridSelectsByMouse(t *testing.T) {
	g, _ := newTestGrid(t, cadres(50))
	last := -2
	g.OnSelect = func(row int) { last = row }
	check := func(what string, want ...int) {
		t.Helper()
		if got := g.Selected(); !slices.Equal(got, want) {
			t.Errorf("%s: selected %v, want %v", what, got, want)
		}
	}
	click(g, 2, 0)
	check("click", 2)
	kittest.Equal(t, "OnSelect", last, 2)
	click(g, 5, fyne.KeyModifierShift)
	check("shift", 2, 3, 4, 5)
	click(g, 3, fyne.KeyModifierShortcutDefault)
	check("control takes away", 2, 4, 5)
	click(g, 8, fyne.KeyModifierShortcutDefault)
	check("control adds", 2, 4, 5, 8)
	click(g, 1, 0)
	check("click again", 1)
	g.Select(-1)
	check("nothing")
	kittest.Equal(t, "OnSelect", last, -1)
}

func TestGridSelectsByKeyboard(t *testing.T) {
	g, w := newTestGrid(t, cadres(100))
	opened := -1
	g.OnOpen = func(row int) { opened = row }
	w.Canvas().Focus(g)
	kittest.Press(t, w.Canvas(), fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	kittest.Equal(t, "after arrows", g.CursorRow(), 1)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	kittest.Press(t, w.Canvas(), fyne.KeyDown, fyne.KeyDown)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := g.Selected(); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("shift and arrows selected %v", got)
	}
	kittest.Press(t, w.Canvas(), fyne.KeyEnd)
	kittest.Equal(t, "End", g.CursorRow(), 99)
	kittest.Press(t, w.Canvas(), fyne.KeyPageUp)
	kittest.Equal(t, "PgUp", g.CursorRow(), 99-g.pageRows())
	kittest.Press(t, w.Canvas(), fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	kittest.Equal(t, "opened", opened, 0)
	g.TypedRune(' ')
	kittest.Equal(t, "space takes away", len(g.Selected()), 0)
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	kittest.Equal(t, "all", len(g.Selected()), 100)
}

func TestGridOpensAndOffersMenu(t *testing.T) {
	g, w := newTestGrid(t, cadres(10))
	opened, menu := -1, -1
	g.OnOpen = func(row int) { opened = row }
	g.OnMenu = func(row int, _ fyne.Position) { menu = row }
	g.body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(30, 3*RowHeight+5)})
	kittest.Equal(t, "double click", opened, 3)
	g.body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(30, 2*RowHeight+5)})
	kittest.Equal(t, "right click", menu, 2)
	g.Select(4)
	w.Canvas().Focus(g)
	kittest.Press(t, w.Canvas(), desktop.KeyMenu)
	kittest.Equal(t, "menu key", menu, 4)
}

func TestGridCopiesWhatIsShown(t *testing.T) {
	rows := cadres(3)
	rows[1][1] = "乡长\n（兼\t主任）"
	g, _ := newTestGrid(t, rows)
	g.columns[2].Hidden = true
	g.Refresh()
	g.SelectAll()
	copied := 0
	g.OnCopy = func(rows int, err error) { copied = rows }
	g.TypedShortcut(&fyne.ShortcutCopy{})
	want := "姓名\t现任职务\t年龄\r\n王0\t白鹿乡党委副书记、镇长\t20\r\n王1\t乡长 （兼 主任）\t21\r\n王2\t白鹿乡党委副书记、镇长\t22\r\n"
	kittest.Equal(t, "clipboard", fyne.CurrentApp().Clipboard().Content(), want)
	kittest.Equal(t, "rows copied", copied, 3)
}

// What is copied is no formula where it is pasted.
func TestGridCopiesNoFormulas(t *testing.T) {
	rows := cadres(3)
	rows[0][1], rows[1][1], rows[2][1] = `=HYPERLINK("http://a")`, "-3", "@SUM(1)"
	g, _ := newTestGrid(t, rows)
	g.columns[2].Hidden = true
	g.Refresh()
	g.SelectAll()
	g.TypedShortcut(&fyne.ShortcutCopy{})
	want := "姓名\t现任职务\t年龄\r\n王0\t =HYPERLINK(\"http://a\")\t20\r\n王1\t-3\t21\r\n王2\t @SUM(1)\t22\r\n"
	kittest.Equal(t, "clipboard", fyne.CurrentApp().Clipboard().Content(), want)
}

// paged is a source whose rows are not there yet.
type paged struct{ err error }

func (paged) Len() int                              { return 1000 }
func (paged) Row(int) ([]string, bool)              { return nil, false }
func (p paged) Load(rows []int) ([][]string, error) { return make([][]string, len(rows)), p.err }

func TestGridWaitsForRowsToCopy(t *testing.T) {
	g, w := newTestGrid(t, paged{})
	if !strings.Contains(test.RenderToMarkup(w.Canvas()), "…") {
		t.Error("rows that are not loaded show nothing")
	}
	g.SelectAll()
	copied, problem := 0, error(nil)
	g.OnCopy = func(rows int, err error) { copied, problem = rows, err }
	g.Copy()
	kittest.Equal(t, "rows copied", copied, 1000)
	fyne.CurrentApp().Clipboard().SetContent("原来的")
	g.SetSource(paged{errors.New("读不出来")})
	g.SelectAll()
	g.Copy()
	kittest.Equal(t, "clipboard after an error", fyne.CurrentApp().Clipboard().Content(), "原来的")
	if problem == nil {
		t.Error("the error was not reported")
	}
}

func TestGridColumnsResizeHideAndComeBack(t *testing.T) {
	g, w := newTestGrid(t, cadres(3))
	filled := func() float64 { return math.Round(float64(g.total - g.view().Width)) }
	kittest.Equal(t, "empty strip", filled(), 0)
	changes := 0
	g.OnColumns = func([]Column) { changes++ }
	edge := g.placed[0].x + g.placed[0].w
	before := g.placed[0].w
	g.header.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge+40, 10)}, Dragged: fyne.NewDelta(40, 0)})
	g.header.DragEnd()
	kittest.Equal(t, "wider", g.Columns()[0].Width, before+40)
	kittest.Equal(t, "empty strip", filled(), 0)

	edge, before = g.placed[1].x+g.placed[1].w, g.placed[2].w
	g.header.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge-50, 10)}, Dragged: fyne.NewDelta(-50, 0)})
	g.header.DragEnd()
	kittest.Equal(t, "the neighbour of the flexible column takes", math.Round(float64(g.Columns()[2].Width-before)), 50)

	menu := columnMenu{g}
	menu.toggle(1)
	kittest.Equal(t, "hidden", len(g.placed), 3)
	menu.toggle(0)
	menu.toggle(2)
	menu.toggle(3)
	kittest.Equal(t, "the last column stays", len(g.placed), 1)
	menu.reset()
	kittest.Equal(t, "all back", len(g.placed), 4)
	kittest.Equal(t, "width back", g.Columns()[0].Width, 90)
	kittest.Equal(t, "changes told", changes, 6)

	g.header.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(100, 20)})
	kittest.Chinese(t, w.Canvas())
	kittest.Press(t, w.Canvas(), fyne.KeyReturn)
	kittest.Equal(t, "Enter in the menu hides", g.Columns()[0].Hidden, true)
	kittest.Press(t, w.Canvas(), fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close the menu")
	}
}

func TestGridScrollsSideways(t *testing.T) {
	g, _ := newTestGrid(t, cadres(100))
	g.columns[2].Width, g.columns[2].Set = 900, true
	g.Refresh()
	if g.bars[1].Hidden || g.bars[0].Hidden {
		t.Fatal("there are no scroll bars")
	}
	g.scroll(gridOffset{x: 1e6, y: 1e9})
	kittest.Equal(t, "offset", g.offset.x, g.total-g.view().Width)
	if end := g.header.titles[3].Position().X + g.header.titles[3].Size().Width; end > g.view().Width {
		t.Errorf("the last title ends at %v", end)
	}
	g.bars[0].MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 1)}})
	if g.offset.y >= g.contentHeight()-float64(g.view().Height) {
		t.Error("a click above the thumb does not turn the page")
	}
}

func TestGridSaysWhatToDoWhenEmpty(t *testing.T) {
	g, w := newTestGrid(t, Rows{})
	g.Empty = "没有符合条件的干部，去掉一个条件再看"
	g.Refresh()
	if !strings.Contains(test.RenderToMarkup(w.Canvas()), "没有符合条件的干部") {
		t.Error("the empty grid says nothing")
	}
	w.Canvas().Focus(g)
	kittest.Press(t, w.Canvas(), fyne.KeyDown, fyne.KeyEnd)
	kittest.Equal(t, "cursor", g.CursorRow(), -1)
}

func TestGridForgetsSelectionBeyondTheEnd(t *testing.T) {
	rows := cadres(10)
	g, _ := newTestGrid(t, &rows)
	g.SelectAll()
	rows = rows[:4]
	g.Refresh()
	kittest.Equal(t, "selected", len(g.Selected()), 4)
}

func TestCutText(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	f := kit.Fitter{}
	for _, text := range []string{"白鹿乡党委副书记、镇长", "㛃䶮𬭎", "长", "AVATAR To 2023.05（12）", "\xff\xfe坏\xff"} {
		for width := float32(10); width < 200; width += 13 {
			cut := f.Fit(text, width, 15, false)
			if real := fyne.MeasureText(cut, 15, fyne.TextStyle{}).Width; real > width+0.5 && cut != "…" {
				t.Errorf("%q is %v wide, more than %v", cut, real, width)
			}
			if cut != text && !strings.HasSuffix(cut, "…") {
				t.Errorf("%q was cut without a sign", cut)
			}
		}
	}
}

// wide is a source of a hundred thousand rows of twelve cells, all different,
// three of them too long for their column.
type wide struct{}

func (wide) Len() int { return 100_000 }
func (wide) Row(i int) ([]string, bool) {
	cells := make([]string, 12)
	for c := range cells {
		cells[c] = fmt.Sprintf("第%d行%d", i, c)
		if c%4 == 1 {
			cells[c] += "白鹿乡党委副书记、镇长"
		}
	}
	return cells, true
}

// wideGrid shows a big grid.
func wideGrid(t testing.TB) *Grid {
	kittest.Look(t, kit.Theme{})
	var columns []Column
	for range 12 {
		columns = append(columns, Column{Title: "现任职务", Width: 105})
	}
	g := New(columns, wide{})
	kittest.Window(t, g, 1280, 900)
	return g
}

// scrollStep scrolls five rows down from step to step.
func scrollStep(g *Grid, step int) {
	g.scroll(gridOffset{y: float64(step%20_000) * 5 * RowHeight})
}

func BenchmarkGridScroll(b *testing.B) {
	g := wideGrid(b)
	b.ResetTimer()
	for i := range b.N {
		scrollStep(g, i)
	}
}

// The median is taken, for a machine may have other things to do at times.
func TestGridScrollsSmoothly(t *testing.T) {
	g := wideGrid(t)
	took := make([]time.Duration, 101)
	for i := range took {
		start := time.Now()
		scrollStep(g, i+1)
		took[i] = time.Since(start)
	}
	slices.Sort(took)
	if median := took[len(took)/2]; median > 5*time.Millisecond {
		t.Errorf("one scroll step takes %v", median)
	}
}

// cadres makes rows of four cells.
func cadres(n int) Rows {
	rows := make(Rows, n)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("王%d", i), "白鹿乡党委副书记、镇长", fmt.Sprintf("19%02d.07", 60+i%40), fmt.Sprint(20 + i%40)}
	}
	return rows
}
