package chart

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func press(c fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestArrowsWalkTheMarksAndEnterOpens(t *testing.T) {
	themed(t)
	const (
		left, right, up, down = fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown
		enter, home, end      = fyne.KeyReturn, fyne.KeyHome, fyne.KeyEnd
	)
	cases := []struct {
		chart string
		keys  []fyne.KeyName
		want  chosen
	}{
		{"bar", []fyne.KeyName{enter}, chosen{0, 0}},
		{"bar", []fyne.KeyName{right, right, enter}, chosen{0, 2}},
		{"bar", []fyne.KeyName{end, right, left, enter}, chosen{0, 2}},
		{"hbar", []fyne.KeyName{down, enter}, chosen{0, 1}},
		{"pyramid", []fyne.KeyName{right, down, down, enter}, chosen{1, 2}},
		{"pyramid", []fyne.KeyName{right, down, left, enter}, chosen{0, 1}},
		{"lights", []fyne.KeyName{right, enter}, chosen{0, 1}},
		{"rows", []fyne.KeyName{down, right, fyne.KeySpace}, chosen{1, 1}},
		{"line", []fyne.KeyName{right, right, right, enter}, chosen{0, 4}}, // the fourth month is missing
		{"two", []fyne.KeyName{down, end, home, down, right, enter}, chosen{1, 1}},
		{"cluster", []fyne.KeyName{right, right, enter}, chosen{0, 1}},
		{"donut", []fyne.KeyName{down, right, up, enter}, chosen{0, 1}},
	}
	for _, c := range cases {
		var got []chosen
		made := all()[c.chart](&got)
		w := test.NewTempWindow(t, made)
		w.Resize(fyne.NewSize(600, 400))
		w.Canvas().Focus(made)
		press(made, c.keys...)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s %v opened %v, want %v", c.chart, c.keys, got, c.want)
		}
	}
}

func TestFocusShowsWhereTheKeyboardStands(t *testing.T) {
	themed(t)
	c := NewBar(bars4)
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(600, 400))
	w.Canvas().Focus(c)
	press(c, fyne.KeyRight)
	if got := c.overlay.text.Text; got != "2024　10.0%" || !c.overlay.frame.Visible() {
		t.Errorf("hint %q, frame %v", got, c.overlay.frame.Visible())
	}
	w.Canvas().Unfocus()
	if c.overlay.text.Visible() || c.overlay.frame.Visible() {
		t.Error("the hint outlives the focus")
	}
}

func TestPointingShowsTheHintInsideTheChart(t *testing.T) {
	themed(t)
	for name, make := range all() {
		c := make(new([]chosen))
		w := test.NewTempWindow(t, c)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(500, 300))
		for i, m := range marksOf(c) {
			if m.shape == nil {
				continue
			}
			at := pointOn(m)
			test.MoveMouse(w.Canvas(), at)
			o := overlayOf(c)
			if !o.text.Visible() || o.lit == nil || o.lit.hint != m.hint {
				t.Errorf("%s: no hint over mark %d", name, i)
				continue
			}
			if b := boxOf(o.ground); b.x < 0 || b.y < 0 || b.right() > 501 || b.bottom() > 301 {
				t.Errorf("%s: hint %q leaves the chart: %v", name, m.hint, b)
			}
			if c.Cursor() != desktop.PointerCursor {
				t.Errorf("%s: no hand over mark %d", name, i)
			}
		}
		c.MouseOut()
		if overlayOf(c).text.Visible() || c.Cursor() != desktop.DefaultCursor {
			t.Errorf("%s: the hint stays when the pointer leaves", name)
		}
	}
}

func overlayOf(c anyChart) *overlay {
	switch c := c.(type) {
	case *Bar:
		return c.overlay
	case *HBar:
		return c.overlay
	case *Stacked:
		return c.overlay
	case *Pyramid:
		return c.overlay
	case *Line:
		return c.overlay
	case *Clusters:
		return c.overlay
	case *Donut:
		return c.overlay
	}
	return nil
}
