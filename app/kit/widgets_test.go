package kit

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestKeysReachTheWindow(t *testing.T) {
	useTheme(t)
	field, button := NewTextField("姓名"), NewButton("打开", nil)
	grid := NewGrid([]Column{{Title: "姓名"}}, cadres(3))
	c := newWindow(t, container.NewBorder(field, button, nil, nil, grid), 600, 400).Canvas()
	count := 0
	KeysOf(c).On(fyne.KeyF9, func() { count++ })
	press(t, c, fyne.KeyF9)
	for _, focusable := range []fyne.Focusable{field.entry, button, grid} {
		c.Focus(focusable)
		press(t, c, fyne.KeyF9)
	}
	mustEqual(t, "F9 heard", count, 4)
	Confirm(c, "删除？", "", "删除", func() {})
	press(t, c, fyne.KeyF9)
	mustEqual(t, "F9 heard beneath a question", count, 4)
}

func TestButtonsAndChips(t *testing.T) {
	useTheme(t)
	var did []string
	note := func(what string) func() { return func() { did = append(did, what) } }
	button, chip := NewPrimary("新增", note("新增")), NewFilterChip("女", note("改"), note("去掉"))
	off := NewButton("导出", note("导出"))
	off.Disable()
	c := newWindow(t, Row(8, button, chip, off), 400, 60).Canvas()
	test.Tap(button)
	c.Focus(button)
	press(t, c, fyne.KeyReturn)
	button.TypedRune(' ')
	test.TapAt(chip, fyne.NewPos(5, 5))
	test.TapAt(chip, fyne.NewPos(chip.Size().Width-12, 5))
	c.Focus(chip)
	press(t, c, fyne.KeyDelete)
	test.Tap(off)
	if want := []string{"新增", "新增", "新增", "改", "去掉", "去掉"}; !slices.Equal(did, want) {
		t.Errorf("did %v, want %v", did, want)
	}
}

func TestTabsAndNavigation(t *testing.T) {
	useTheme(t)
	tab, place := -1, ""
	tabs := NewTabs(func(i int) { tab = i }, "基本信息", "简历", "任职")
	nav := NewNavList(func(id string) { place = id },
		NavItem{ID: "home", Text: "总览", Icon: theme.HomeIcon()}, NavItem{ID: "roster", Text: "干部名册", Icon: theme.AccountIcon()})
	c := newWindow(t, container.NewBorder(tabs, nil, nav, nil), 600, 400).Canvas()
	test.TapAt(tabs, fyne.NewPos(tabs.tabWidth(0)+tabs.start()+10, 10))
	mustEqual(t, "tab", tab, 1)
	c.Focus(tabs)
	press(t, c, fyne.KeyRight, fyne.KeyRight)
	mustEqual(t, "tab by key", tabs.Selected(), 2)
	test.TapAt(nav, fyne.NewPos(20, navTop+navHeight+5))
	mustEqual(t, "place", place, "roster")
	c.Focus(nav)
	press(t, c, fyne.KeyUp)
	mustEqual(t, "place by key", place, "home")
	nav.Mark("roster")
	mustEqual(t, "mark says nothing", place, "home")
}

// In a low window the last place can still be reached.
func TestNavigationClosesUp(t *testing.T) {
	useTheme(t)
	place := ""
	items := make([]NavItem, 14)
	for i := range items {
		items[i] = NavItem{ID: strconv.Itoa(i), Text: "干部名册", Icon: theme.HomeIcon()}
	}
	nav := NewNavList(func(id string) { place = id }, items...)
	const height = 480
	newWindow(t, container.NewBorder(nil, nil, nav, nil), 600, height)
	test.TapAt(nav, fyne.NewPos(20, height-20))
	mustEqual(t, "place", place, "13")
}

func TestQuestionsCloseByDecision(t *testing.T) {
	useTheme(t)
	c := newWindow(t, NewCard(Text("底下", ColorText)), 800, 600).Canvas()
	done := 0
	Confirm(c, "把 3 人移出储备库？", "移出后仍可撤销。", "移出", func() { done++ })
	mustBeChinese(t, c)
	press(t, c, fyne.KeyEscape)
	mustEqual(t, "done after Esc", done, 0)
	Confirm(c, "把 3 人移出储备库？", "", "移出", func() { done++ })
	press(t, c, fyne.KeyReturn)
	mustEqual(t, "done after Enter", done, 1)
	if c.Overlays().Top() != nil {
		t.Fatal("the question is still there")
	}

	reason := NewTextField("理由")
	Ask(c, Question{Title: "确认无误", Content: reason, Answers: []Answer{{Text: "取消"}, {Text: "确认", Do: func() bool {
		if reason.Value() == "" {
			reason.SetProblem("请写明理由")
		}
		return reason.Value() != ""
	}}}})
	confirm := func() {
		press(t, c, fyne.KeyReturn) // in the last field: on to the main answer
		press(t, c, fyne.KeyReturn)
	}
	confirm()
	mustEqual(t, "problem", reason.Problem(), "请写明理由")
	if c.Focused() != fyne.Focusable(reason.entry) {
		t.Fatalf("a refused answer leaves the focus on %T", c.Focused())
	}
	test.Type(reason.entry, "已核对原件")
	confirm()
	if c.Overlays().Top() != nil {
		t.Error("the question is still there")
	}
}

func TestMonthPickerSteps(t *testing.T) {
	useTheme(t)
	button := NewOutlined("时点 2026.10 ▼", nil)
	c := newWindow(t, container.NewCenter(button), 800, 600).Canvas()
	year, month := 0, 0
	picked := func(y, m int) { year, month = y, m }
	ShowMonthPicker(button, 2026, 10, picked)
	mustBeChinese(t, c)
	press(t, c, fyne.KeyPageUp, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	mustEqual(t, "year", year, 2026)
	mustEqual(t, "month", month, 1)
	ShowMonthPicker(button, 2026, 10, picked)
	picker := c.Focused().(*monthPicker)
	test.TapAt(picker, fyne.NewPos(5, 20))
	test.TapAt(picker, fyne.NewPos(monthPad+monthWidth+5, monthPad+monthHead+monthHeight+5))
	mustEqual(t, "year by mouse", year, 2025)
	mustEqual(t, "month by mouse", month, 6)
}

func TestParagraphTakesTheHeightItNeeds(t *testing.T) {
	useTheme(t)
	text := NewParagraph("他于2023年05月任白鹿乡党委副书记、乡长（兼），曾挂职市发改委。", ColorText)
	below := Text("下一项", ColorText)
	w := newWindow(t, Pile(8, text, below), 900, 300)
	one := below.Position().Y
	w.Resize(fyne.NewSize(200, 300))
	if below.Position().Y < one+2*text.lineHeight() {
		t.Errorf("in a narrow window what is below starts at %v, in a wide one at %v", below.Position().Y, one)
	}
	text.SetText("")
	mustEqual(t, "height of no text", text.HeightAt(200), 0)
}

func TestProgressAndNotice(t *testing.T) {
	useTheme(t)
	stopped := false
	p, n := NewProgress("导入干部信息", func() { stopped = true }), NewNotice()
	c := newWindow(t, Pile(4, NewPanel("导入", nil, p), n), 600, 300).Canvas()
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
	press(t, c, fyne.KeyEscape)
	if c.Overlays().Top() == nil {
		t.Error("Esc hides the progress")
	}
	test.Tap(p.cancel)
	mustEqual(t, "stopped", stopped, true)
	done()
	mustBeChinese(t, c)
}

func TestFyneSpeaksChinese(t *testing.T) {
	useTheme(t)
	if err := Chinese(); err != nil {
		t.Fatal(err)
	}
	for english, want := range map[string]string{"OK": "确定", "No": "否", "Select all": "全选", "Cancel": "取消"} {
		mustEqual(t, english, lang.L(english), want)
	}
	field := NewTextField("姓名")
	c := newWindow(t, field, 400, 400).Canvas()
	field.entry.TappedSecondary(&fyne.PointEvent{})
	mustBeChinese(t, c)
}
