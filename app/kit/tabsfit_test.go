package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit/kittest"
)

// Where there is little room the words come closer, so that the last is still
// there to be clicked.
func TestTabsFitANarrowWindow(t *testing.T) {
	kittest.Look(t, Theme{})
	titles := []string{
		"常委会听取汇报", "工作调度会", "专项督察", "配备评价", "班子评价", "反馈函",
		"实地调研与片会", "班子调研分析", "制度措施", "三张清单事项", "回头看事项", "考核评分",
	}
	for _, width := range []float32{1728, 1174, 1088, 900} {
		chosen := -1
		tabs := NewTabs(func(i int) { chosen = i }, titles...)
		kittest.Window(t, tabs, width, 60)
		if tabs.MinSize().Width > width {
			t.Errorf("the tabs ask for %v of %v", tabs.MinSize().Width, width)
		}
		tabs.Resize(fyne.NewSize(width, tabHeight))
		last := tabs.texts[len(titles)-1]
		if end := last.Position().X + last.Size().Width - tabs.pad; end > width+0.5 {
			t.Errorf("in %v the last word ends at %v", width, end)
		}
		test.TapAt(tabs, fyne.NewPos(last.Position().X+last.Size().Width/2, 10))
		kittest.Equal(t, "chosen", chosen, len(titles)-1)
	}
}
