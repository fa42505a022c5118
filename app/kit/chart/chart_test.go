package chart

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
)

// themed starts a test application that wears our look.
func themed(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
}

// anyChart is what the tests need of every chart.
type anyChart interface {
	fyne.Widget
	fyne.Tappable
	fyne.Focusable
	desktop.Hoverable
	desktop.Cursorable
	SetLarge(bool)
}

type chosen struct{ series, index int }

// all makes one of each chart, and the choices made on it.
func all() map[string]func(*[]chosen) anyChart {
	hear := func(b *base, got *[]chosen) {
		b.OnTap = func(series, index int) { *got = append(*got, chosen{series, index}) }
	}
	return map[string]func(*[]chosen) anyChart{
		"bar":     func(g *[]chosen) anyChart { c := NewBar(bars4); hear(&c.base, g); return c },
		"months":  func(g *[]chosen) anyChart { c := NewBar(months); hear(&c.base, g); return c },
		"changes": func(g *[]chosen) anyChart { c := NewBar(changes); hear(&c.base, g); return c },
		"hbar":    func(g *[]chosen) anyChart { c := NewHBar(hbars); hear(&c.base, g); return c },
		"lights":  func(g *[]chosen) anyChart { c := NewStacked(lights); hear(&c.base, g); return c },
		"rows":    func(g *[]chosen) anyChart { c := NewStacked(rowsData); hear(&c.base, g); return c },
		"pyramid": func(g *[]chosen) anyChart { c := NewPyramid(ages); hear(&c.base, g); return c },
		"line":    func(g *[]chosen) anyChart { c := NewLine(trendData); hear(&c.base, g); return c },
		"two":     func(g *[]chosen) anyChart { c := NewLine(two); hear(&c.base, g); return c },
		"cluster": func(g *[]chosen) anyChart { c := NewClusters(two); hear(&c.base, g); return c },
		"donut":   func(g *[]chosen) anyChart { c := NewDonut(degrees); hear(&c.base, g); return c },
	}
}

func textsOf(o fyne.Widget) []*canvas.Text {
	var texts []*canvas.Text
	for _, part := range test.WidgetRenderer(o).Objects() {
		if text, ok := part.(*canvas.Text); ok && text.Visible() && text.Text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

func TestTextsNeverOverlapNorLeaveTheChart(t *testing.T) {
	themed(t)
	sizes := []fyne.Size{
		{Width: 120, Height: 60},
		{Width: 200, Height: 120},
		{Width: 300, Height: 160},
		{Width: 160, Height: 400},
		{Width: 420, Height: 250},
		{Width: 700, Height: 300},
		{Width: 1000, Height: 200},
		{Width: 1800, Height: 900},
	}
	for name, make := range all() {
		for _, size := range sizes {
			for _, large := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %vx%v %v", name, size.Width, size.Height, large), func(t *testing.T) {
					c := make(new([]chosen))
					c.Resize(size)
					c.SetLarge(large)
					checkTexts(t, textsOf(c), size)
				})
			}
		}
	}
}

func checkTexts(t *testing.T, texts []*canvas.Text, size fyne.Size) {
	t.Helper()
	for i, a := range texts {
		at := letters(a)
		if a.TextSize != whole(a.TextSize) {
			t.Errorf("%q has the broken size %v", a.Text, a.TextSize)
		}
		// Put so that a position that is no number fails as well.
		if inside := at.x >= -1 && at.y >= -1 && at.right() <= size.Width+1 && at.bottom() <= size.Height+1; !inside {
			t.Errorf("%q lies outside: %v", a.Text, at)
		}
		for _, b := range texts[i+1:] {
			if at.overlaps(letters(b)) {
				t.Errorf("%q %v overlaps %q %v", a.Text, at, b.Text, letters(b))
			}
		}
	}
}

// letters measures a text afresh, not trusting the size it was given.
func letters(text *canvas.Text) box {
	b, z := boxOf(text), text.MinSize()
	return lettersOf(box{b.x, b.y, z.Width, z.Height})
}

func TestEveryMarkAnswersWhereItIsDrawn(t *testing.T) {
	themed(t)
	for name, make := range all() {
		t.Run(name, func(t *testing.T) {
			var got []chosen
			c := make(&got)
			w := test.NewTempWindow(t, c)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(700, 400))
			marks := marksOf(c)
			if len(marks) == 0 {
				t.Fatal("no marks")
			}
			for _, m := range marks {
				if m.shape == nil {
					continue
				}
				got = nil
				test.TapCanvas(w.Canvas(), pointOn(m))
				if want := (chosen{m.series, m.index}); len(got) != 1 || got[0] != want {
					t.Errorf("tap on %v gave %v", want, got)
				}
			}
		})
	}
}

// pointOn is a point that lies on the shape of the mark: the middle, or for
// the slices of a ring the anchor.
func pointOn(m mark) fyne.Position {
	if _, ring := m.shape.(*canvas.Arc); ring {
		return m.anchor
	}
	return boxOf(m.shape).centre()
}

func marksOf(c anyChart) []mark {
	test.WidgetRenderer(c) // lays out
	switch c := c.(type) {
	case *Bar:
		return c.scene.marks
	case *HBar:
		return c.scene.marks
	case *Stacked:
		return c.scene.marks
	case *Pyramid:
		return c.scene.marks
	case *Line:
		return c.scene.marks
	case *Clusters:
		return c.scene.marks
	case *Donut:
		return c.scene.marks
	}
	return nil
}

func TestMissingNumbersAreSaid(t *testing.T) {
	themed(t)
	empty := map[string]fyne.Widget{
		"bar":     NewBar(BarData{Items: []Datum{{Label: "2025", Missing: true}}}),
		"hbar":    NewHBar(BarData{}),
		"stacked": NewStacked(StackData{Parts: lightParts, Rows: []StackRow{{Values: []Datum{{}, {}, {}}}}}),
		"pyramid": NewPyramid(PyramidData{Left: "男", Right: "女"}),
		"line":    NewLine(LineData{Labels: []string{"2026.01"}, Series: []LineSeries{{Values: []Datum{{Missing: true}}}}}),
		"cluster": NewClusters(LineData{Labels: []string{"2026.01"}, Series: []LineSeries{{Values: []Datum{{Missing: true}}}}}),
		"donut":   NewDonut(DonutData{Parts: []Datum{{Label: "研究生"}}}),
	}
	for name, c := range empty {
		c.Resize(fyne.NewSize(300, 160))
		texts := textsOf(c)
		if len(texts) != 1 || texts[0].Text != noData {
			t.Errorf("%s shows %d texts instead of %s", name, len(texts), noData)
		}
	}
}

func TestMissingAmongKnownIsNotZero(t *testing.T) {
	themed(t)
	c := NewHBar(hbars)
	c.Resize(fyne.NewSize(500, 300))
	found := false
	for _, text := range textsOf(c) {
		found = found || text.Text == noData
	}
	if !found {
		t.Errorf("a missing value does not say %s", noData)
	}
}

func TestDataMayBeReplaced(t *testing.T) {
	themed(t)
	c := NewBar(BarData{})
	c.Resize(fyne.NewSize(400, 240))
	c.SetData(bars4)
	if got := len(marksOf(c)); got != len(bars4.Items) {
		t.Errorf("%d marks for %d items", got, len(bars4.Items))
	}
}

func boxOf(o fyne.CanvasObject) box {
	p, s := o.Position(), o.Size()
	return box{p.X, p.Y, s.Width, s.Height}
}

// A window a little lower than the screen has taken the name of the last band.
func TestPyramidNamesEveryBand(t *testing.T) {
	themed(t)
	c := NewPyramid(PyramidData{Title: ages.Title, Left: "男", Right: "女", Bands: ages.Bands})
	for height := 34 + 14*len(ages.Bands); height < 400; height++ {
		c.Resize(fyne.NewSize(700, float32(height)))
		test.WidgetRenderer(c)
		named := map[string]bool{}
		for _, text := range textsOf(c) {
			named[text.Text] = true
		}
		for _, b := range ages.Bands {
			if !named[b.Label] {
				t.Errorf("%d high: no %s", height, b.Label)
			}
		}
	}
}
