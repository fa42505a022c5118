package input

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

func TestMonthPickerSteps(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	button := kit.NewOutlined("时点 2026.10 ▼", nil)
	c := kittest.Window(t, container.NewCenter(button), 800, 600).Canvas()
	year, month := 0, 0
	picked := func(y, m int) { year, month = y, m }
	PickMonth(button, 2026, 10, picked)
	kittest.Chinese(t, c)
	kittest.Press(t, c, fyne.KeyPageUp, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	kittest.Equal(t, "year", year, 2026)
	kittest.Equal(t, "month", month, 1)
	PickMonth(button, 2026, 10, picked)
	picker := c.Focused().(*monthPicker)
	test.TapAt(picker, fyne.NewPos(5, 20))
	test.TapAt(picker, fyne.NewPos(monthPad+monthWidth+5, monthPad+monthHead+monthHeight+5))
	kittest.Equal(t, "year by mouse", year, 2025)
	kittest.Equal(t, "month by mouse", month, 6)
}
