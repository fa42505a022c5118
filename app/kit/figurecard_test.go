package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit/kittest"
)

// wordsOf lists the texts a widget shows.
func wordsOf(w fyne.Widget) map[string]bool {
	words := map[string]bool{}
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			words[text.Text] = true
		}
	}
	return words
}

var sampleFigure = Figure{
	Caption: "县管党政正职中 85后", Value: "17", Unit: "人",
	Note: "占 15.6%　较上年 +2.8 个百分点", Tone: ToneGood,
}

func TestFigureCardShowsAndOpens(t *testing.T) {
	kittest.Look(t, Theme{})
	opened := 0
	c := NewFigureCard(sampleFigure, func() { opened++ })
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(290, 120))
	words := wordsOf(c)
	for _, want := range []string{"县管党政正职中 85后", "名单 ›", "17", "人", sampleFigure.Note} {
		if !words[want] {
			t.Errorf("%q is not shown: %v", want, words)
		}
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 60))
	w.Canvas().Focus(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != 2 {
		t.Errorf("opened %d times by tap and key, want 2", opened)
	}
	if c.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a card that opens")
	}
}

func TestFigureCardWithoutDataSaysSo(t *testing.T) {
	kittest.Look(t, Theme{})
	for why, want := range map[string]string{"": NoData, "尚未发生": "尚未发生"} {
		c := NewFigureCard(Figure{Caption: "提拔重用中年轻干部占比", Value: why, Unit: "%", NoData: true}, nil)
		c.Resize(fyne.NewSize(290, 120))
		words := wordsOf(c)
		if !words[want] || words["%"] || words[figureAction] {
			t.Errorf("shows %v, want %s", words, want)
		}
	}
}

func TestFigureCardTextsStayInside(t *testing.T) {
	kittest.Look(t, Theme{})
	long := Figure{
		Caption: "县直部门和乡镇（街道）党政领导班子中不满三十六周岁的干部人数", Value: "1,234,567",
		Unit: "个百分点", Note: "底线 40%　还差 2 人　较上年同期提高 12.5 个百分点　目标 ≥15%", Tone: ToneDoubt,
	}
	for _, size := range []fyne.Size{{Width: 210, Height: 120}, {Width: 300, Height: 120}, {Width: 460, Height: 220}} {
		c := NewFigureCard(long, func() {})
		c.Resize(size)
		test.WidgetRenderer(c)
		for _, text := range []*canvas.Text{c.caption, c.action, c.number, c.unit, c.notes} {
			end := text.Position().Add(fyne.NewPos(text.MinSize().Width, text.MinSize().Height))
			if end.X > size.Width-figurePad+1 || end.Y > size.Height {
				t.Errorf("%v: %q ends at %v", size, text.Text, end)
			}
		}
		if c.caption.Position().X+c.caption.MinSize().Width > c.action.Position().X {
			t.Errorf("%v: the caption runs into 名单", size)
		}
	}
}
