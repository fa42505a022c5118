package meeting

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/data/paper"
	"huoshui/data/report"
)

func onStage(t *testing.T, d *paper.Deck, size fyne.Size) (*stage, fyne.Window, *bool) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	talk, left := newTalk(), false
	s := newStage(talk, func() { left = true })
	talk.onChange = s.Refresh
	talk.start(d)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(size)
	w.Canvas().Focus(s)
	return s, w, &left
}

func press(s *stage, keys ...fyne.KeyName) {
	for _, k := range keys {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func shownOn(s *stage) string {
	var texts []string
	for _, o := range s.drawn.objects {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text.Text)
		}
	}
	return strings.Join(texts, "|")
}

func TestKeysOfASpeaker(t *testing.T) {
	s, _, left := onStage(t, deckOfThree(), fyne.NewSize(1366, 768))
	var opened []string
	s.talk.open = func(at spot) {
		opened = append(opened, at.id)
		s.talk.dive(report.Drill{Slides: []paper.Slide{{Title: "名单 " + at.id}}})
	}
	press(s, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := shownOn(s); !strings.Contains(got, "名单 c") {
		t.Errorf("shown: %s", got)
	}
	press(s, fyne.KeyEscape)
	s.TypedRune('2')
	press(s, fyne.KeyReturn)
	if got := shownOn(s); !strings.Contains(got, "白鹿镇") {
		t.Errorf("slide 2: %s", got)
	}
	s.TypedRune('b')
	if got := shownOn(s); got != "" {
		t.Errorf("dark, and shown: %s", got)
	}
	press(s, fyne.KeyEscape, fyne.KeyHome)
	if *left || !s.talk.atTitle() {
		t.Error("Esc on the dark screen ends the meeting")
	}
	press(s, fyne.KeyEscape)
	if !*left || len(opened) != 1 {
		t.Errorf("left %v, opened %v", *left, opened)
	}
}

func TestClickOpensWhatItHits(t *testing.T) {
	s, w, _ := onStage(t, deckOfThree(), fyne.NewSize(1920, 1080))
	var opened []string
	s.talk.open = func(at spot) { opened = append(opened, at.id) }
	press(s, fyne.KeyRight)
	for at, a := range s.drawn.spots {
		opened = nil
		test.TapCanvas(w.Canvas(), fyne.NewPos((a.x+a.w/2)*1.5, (a.y+a.h/2)*1.5))
		if len(opened) != 1 || opened[0] != at.id {
			t.Errorf("click on %v opened %v", at, opened)
		}
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(960, 1000))
	if s.talk.top().at != 2 {
		t.Error("a click beside everything does not turn the page")
	}
}

// However many teams and however long their names, all stay on their slides and
// no plate covers another.
func TestLightsFitTheSlides(t *testing.T) {
	for _, n := range []int{1, 12, 61, 300} {
		slide := paper.Slide{Title: strings.Repeat("班子配备预警情况", 8)}
		for i := range n {
			slide.Lights = append(slide.Lights, paper.Light{Team: fmt.Sprint(i), Name: "清源县住房和城乡建设局机关党委", Word: "黄", Note: "缺 1 名"})
		}
		s, _, _ := onStage(t, &paper.Deck{Title: "灯", Slides: []paper.Slide{slide}}, fyne.NewSize(1366, 768))
		plates := 0
		for range s.talk.top().slides[1:] {
			press(s, fyne.KeyRight)
			plates += len(s.drawn.spots)
			for a, at := range s.drawn.spots {
				for b, other := range s.drawn.spots {
					if a != b && at.x < other.x+other.w && other.x < at.x+at.w && at.y < other.y+other.h && other.y < at.y+at.h {
						t.Fatalf("%d teams: plates %d and %d overlap", n, a.index, b.index)
					}
				}
				if at.x < 0 || at.x+at.w > paper.SlideWidth || at.y+at.h > paper.SlideHeight {
					t.Errorf("%d teams: plate %d leaves the slide: %v", n, a.index, at)
				}
			}
		}
		if plates != n {
			t.Fatalf("%d plates for %d teams", plates, n)
		}
	}
}

func TestALongTitleLosesNoCharacter(t *testing.T) {
	s, _, _ := onStage(t, deckOfThree(), fyne.NewSize(1366, 768))
	words := []rune("县𠮷䶮㛃生态环境综合行政执法大队（县生态环境监测站）第20分中心党委副书记，县委全面深化改革委员会办公室主任（兼）、一级主任科员：4 名人选比选")
	for n := 20; n <= len(words); n++ {
		title := strings.TrimSpace(string(words[:n]))
		s.talk.start(&paper.Deck{Title: "汇报", Slides: []paper.Slide{{Title: title}}})
		press(s, fyne.KeyRight)
		if got := strings.ReplaceAll(shownOn(s), "|", ""); !strings.Contains(got, title) {
			t.Errorf("title %s is shown as %s", title, got)
		}
	}
}
