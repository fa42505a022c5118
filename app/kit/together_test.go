package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/app/kit/kittest"
)

// What the widgets of kit do together with those of its packages.

func TestKeysReachTheWindow(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	name, button := input.NewText("姓名"), kit.NewButton("打开", nil)
	table := grid.New([]grid.Column{{Title: "姓名"}}, grid.Rows{{"王一"}, {"王二"}})
	c := kittest.Window(t, container.NewBorder(name, button, nil, nil, table), 600, 400).Canvas()
	count := 0
	kit.KeysOf(c).On(fyne.KeyF9, func() { count++ })
	kittest.Press(t, c, fyne.KeyF9)
	for _, focus := range []func(){name.Focus, func() { c.Focus(button) }, func() { c.Focus(table) }} {
		focus()
		kittest.Press(t, c, fyne.KeyF9)
	}
	kittest.Equal(t, "F9 heard", count, 4)
	kit.Confirm(c, "删除？", "", "删除", func() {})
	kittest.Press(t, c, fyne.KeyF9)
	kittest.Equal(t, "F9 heard beneath a question", count, 4)
}

func TestQuestionsCloseByDecision(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	c := kittest.Window(t, kit.NewCard(kit.Text("底下", kit.ColorText)), 800, 600).Canvas()
	done := 0
	kit.Confirm(c, "把 3 人移出储备库？", "移出后仍可撤销。", "移出", func() { done++ })
	kittest.Chinese(t, c)
	kittest.Press(t, c, fyne.KeyEscape)
	kittest.Equal(t, "done after Esc", done, 0)
	kit.Confirm(c, "把 3 人移出储备库？", "", "移出", func() { done++ })
	kittest.Press(t, c, fyne.KeyReturn)
	kittest.Equal(t, "done after Enter", done, 1)
	if c.Overlays().Top() != nil {
		t.Fatal("the question is still there")
	}

	reason := input.NewText("理由")
	kit.Ask(c, kit.Question{Title: "确认无误", Content: reason, Answers: []kit.Answer{{Text: "取消"}, {Text: "确认", Do: func() bool {
		if reason.Value() == "" {
			reason.SetProblem("请写明理由")
		}
		return reason.Value() != ""
	}}}})
	confirm := func() {
		kittest.Press(t, c, fyne.KeyReturn) // in the last field: on to the main answer
		kittest.Press(t, c, fyne.KeyReturn)
	}
	confirm()
	kittest.Equal(t, "problem", reason.Problem(), "请写明理由")
	refused := c.Focused()
	reason.Focus()
	if refused == nil || c.Focused() != refused {
		t.Fatalf("a refused answer leaves the focus on %T", refused)
	}
	test.Type(refused, "已核对原件")
	confirm()
	if c.Overlays().Top() != nil {
		t.Error("the question is still there")
	}
}

func TestFyneSpeaksChinese(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	if err := kit.Chinese(); err != nil {
		t.Fatal(err)
	}
	for english, want := range map[string]string{"OK": "确定", "No": "否", "Select all": "全选", "Cancel": "取消"} {
		kittest.Equal(t, english, lang.L(english), want)
	}
	field := input.NewText("姓名")
	c := kittest.Window(t, field, 400, 400).Canvas()
	field.Focus()
	c.Focused().(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	kittest.Chinese(t, c)
}
