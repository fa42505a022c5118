package kit

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit/kittest"
)

func TestButtonsAndChips(t *testing.T) {
	kittest.Look(t, Theme{})
	var did []string
	note := func(what string) func() { return func() { did = append(did, what) } }
	button, chip := NewPrimary("新增", note("新增")), NewFilterChip("女", note("改"), note("去掉"))
	off := NewButton("导出", note("导出"))
	off.Disable()
	c := kittest.Window(t, Row(8, button, chip, off), 400, 60).Canvas()
	test.Tap(button)
	c.Focus(button)
	kittest.Press(t, c, fyne.KeyReturn)
	button.TypedRune(' ')
	test.TapAt(chip, fyne.NewPos(5, 5))
	test.TapAt(chip, fyne.NewPos(chip.Size().Width-12, 5))
	c.Focus(chip)
	kittest.Press(t, c, fyne.KeyDelete)
	test.Tap(off)
	if want := []string{"新增", "新增", "新增", "改", "去掉", "去掉"}; !slices.Equal(did, want) {
		t.Errorf("did %v, want %v", did, want)
	}
}

func TestTabsAndNavigation(t *testing.T) {
	kittest.Look(t, Theme{})
	tab, place := -1, ""
	tabs := NewTabs(func(i int) { tab = i }, "基本信息", "简历", "任职")
	nav := NewNavList(func(id string) { place = id },
		NavItem{ID: "home", Text: "总览", Icon: theme.HomeIcon()}, NavItem{ID: "roster", Text: "干部名册", Icon: theme.AccountIcon()})
	c := kittest.Window(t, container.NewBorder(tabs, nil, nav, nil), 600, 400).Canvas()
	test.TapAt(tabs, fyne.NewPos(tabs.tabWidth(0)+tabs.start()+10, 10))
	kittest.Equal(t, "tab", tab, 1)
	c.Focus(tabs)
	kittest.Press(t, c, fyne.KeyRight, fyne.KeyRight)
	kittest.Equal(t, "tab by key", tabs.Selected(), 2)
	test.TapAt(nav, fyne.NewPos(20, navTop+navHeight+5))
	kittest.Equal(t, "place", place, "roster")
	c.Focus(nav)
	kittest.Press(t, c, fyne.KeyUp)
	kittest.Equal(t, "place by key", place, "home")
	nav.Mark("roster")
	kittest.Equal(t, "mark says nothing", place, "home")
}

// In a low window the last place can still be reached.
func TestNavigationClosesUp(t *testing.T) {
	kittest.Look(t, Theme{})
	place := ""
	items := make([]NavItem, 14)
	for i := range items {
		items[i] = NavItem{ID: strconv.Itoa(i), Text: "干部名册", Icon: theme.HomeIcon()}
	}
	nav := NewNavList(func(id string) { place = id }, items...)
	const height = 480
	kittest.Window(t, container.NewBorder(nil, nil, nav, nil), 600, height)
	test.TapAt(nav, fyne.NewPos(20, height-20))
	kittest.Equal(t, "place", place, "13")
}

func TestParagraphTakesTheHeightItNeeds(t *testing.T) {
	kittest.Look(t, Theme{})
	text := NewParagraph("他于2023年05月任白鹿乡党委副书记、乡长（兼），曾挂职市发改委。", ColorText)
	below := Text("下一项", ColorText)
	w := kittest.Window(t, Pile(8, text, below), 900, 300)
	one := below.Position().Y
	w.Resize(fyne.NewSize(200, 300))
	if below.Position().Y < one+2*text.lineHeight() {
		t.Errorf("in a narrow window what is below starts at %v, in a wide one at %v", below.Position().Y, one)
	}
	text.SetText("")
	kittest.Equal(t, "height of no text", text.HeightAt(200), 0)
}

func TestProgressAndNotice(t *testing.T) {
	kittest.Look(t, Theme{})
	stopped := false
	p, n := NewProgress("导入干部信息", func() { stopped = true }), NewNotice()
	c := kittest.Window(t, Pile(4, NewPanel("导入", nil, p), n), 600, 300).Canvas()
	p.Set(0.62, "正在读取 沈嘉怡")
	n.Say(NoticeGood, "已导入 746 人")
	n.SetState("已加密 · 上次备份 09:30")
	text := test.RenderToMarkup(c)
	for _, want := range []string{"62%", "正在读取", "已导入 746 人", "上次备份"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	done := ShowProgress(c, p)
	kittest.Press(t, c, fyne.KeyEscape)
	if c.Overlays().Top() == nil {
		t.Error("Esc hides the progress")
	}
	test.Tap(p.cancel)
	kittest.Equal(t, "stopped", stopped, true)
	done()
	kittest.Chinese(t, c)
}
