package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit/kittest"
)

var sampleEvents = []TimelineItem{
	{Month: "2026.03", Text: "中青班（第 12 期）结业，优秀", Note: "县委党校，学时 240", Mark: MarkSquare, Color: ColorChartA},
	{Month: "2025.07", Text: "防汛一线指挥，表现突出", Mark: MarkDiamond, Color: ColorGood},
	{Month: "2024.11", Text: "入处级储备库", Mark: MarkRing, Color: ColorOurs},
	{Month: "2023.05", Text: "提任白鹿乡党委副书记、乡长", Note: "㛃䶮𬭎：县委常委会 2023 年第 9 次会议", Color: ColorOurs},
	{Month: "2021.03–2022.03", Text: "挂职市发改委国民经济综合科副科长，参与编制全市“十四五”规划，牵头县域经济部分，获市发改委书面表扬", Mark: MarkTriangle, Color: ColorDoubt},
}

func manyEvents(n int) []TimelineItem {
	events := make([]TimelineItem, n)
	for i := range events {
		events[i] = sampleEvents[i%len(sampleEvents)]
		events[i].Text = fmt.Sprintf("第 %d 条　%s", i, events[i].Text)
	}
	return events
}

func TestTimelineTapsTheEventUnderThePointer(t *testing.T) {
	kittest.Look(t, Theme{})
	got := -1
	line := NewTimeline(sampleEvents, func(i int) { got = i })
	w := test.NewTempWindow(t, line)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 500))
	for i, part := range line.strip.parts {
		test.TapCanvas(w.Canvas(), fyne.NewPos(150, part.Top+part.Height/2))
		if got != i {
			t.Errorf("tap on event %d chose %d", i, got)
		}
	}
	got = -1
	test.TapCanvas(w.Canvas(), fyne.NewPos(150, 495))
	if got != -1 {
		t.Errorf("tap below the events chose %d", got)
	}
}

func TestTimelineKeysWalkAndScroll(t *testing.T) {
	kittest.Look(t, Theme{})
	got := -1
	line := NewTimeline(manyEvents(200), func(i int) { got = i })
	w := test.NewTempWindow(t, line)
	w.Resize(fyne.NewSize(300, 400))
	w.Canvas().Focus(line)
	press := func(k fyne.KeyName) { line.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyEnd)
	press(fyne.KeyUp)
	press(fyne.KeyReturn)
	if got != 198 {
		t.Errorf("End, Up, Enter chose %d", got)
	}
	part, view := line.strip.parts[198], line.strip.Scroller
	if part.Top < view.Offset.Y || part.Top+part.Height > view.Offset.Y+view.Size().Height {
		t.Errorf("event 198 at %v is out of view at %v", part.Top, view.Offset.Y)
	}
	press(fyne.KeyHome)
	if view.Offset.Y > 1 {
		t.Errorf("Home leaves the offset at %v", view.Offset.Y)
	}
}

func TestTimelineMakesOnlyWhatIsSeen(t *testing.T) {
	kittest.Look(t, Theme{})
	line := NewTimeline(manyEvents(200), nil)
	w := test.NewTempWindow(t, line)
	w.Resize(fyne.NewSize(300, 400))
	if n := len(line.strip.Shown); n == 0 || n > 120 {
		t.Errorf("%d objects for 200 events", n)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -5000)
	if line.strip.from == 0 {
		t.Error("scrolling shows the same events")
	}
}

func TestTimelineTextsKeepTheirColumns(t *testing.T) {
	kittest.Look(t, Theme{})
	for _, width := range []float32{200, 270, 420, 900} {
		line := NewTimeline(sampleEvents, nil)
		line.Resize(fyne.NewSize(width, 2000))
		test.WidgetRenderer(line)
		for _, o := range line.strip.Shown {
			text, ok := o.(*canvas.Text)
			if !ok {
				continue
			}
			end := text.Position().X + text.MinSize().Width
			if edge := line.ruleAt() - 7; text.Position().X < line.columns.text && end > edge {
				t.Errorf("width %v: month %q ends at %v, the rule begins at %v", width, text.Text, end, edge)
			}
			if end > width-4 {
				t.Errorf("width %v: %q ends at %v", width, text.Text, end)
			}
		}
		if h := line.HeightAt(width); h != line.strip.height {
			t.Errorf("width %v: HeightAt %v, laid out %v", width, h, line.strip.height)
		}
	}
}

func TestTimelineWithoutEventsSaysSo(t *testing.T) {
	kittest.Look(t, Theme{})
	line := NewTimeline(nil, nil)
	line.Resize(fyne.NewSize(300, 200))
	test.WidgetRenderer(line)
	text, ok := line.strip.Shown[0].(*canvas.Text)
	if !ok || text.Text != line.Empty {
		t.Errorf("shows %v", line.strip.Shown)
	}
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
