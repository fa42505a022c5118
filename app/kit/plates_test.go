package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestPlatesByMouseAndKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	p := NewPlates()
	var chosen, opened []string
	p.OnChoose = func(id string) { chosen = append(chosen, id) }
	p.OnOpen = func(id string) { opened = append(opened, id) }
	many := PlateGroup{Title: "部门"}
	for i := range 300 {
		many.Plates = append(many.Plates, Plate{ID: fmt.Sprint("d", i), Title: "住房和城乡建设局机关党委", Note: "实配 9/9", Light: LightAmber})
	}
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(12+4*(plateWidth+plateGap)-plateGap, 300)) // four to a row
	p.SetGroups([]PlateGroup{
		{"县级", []Plate{{ID: "a", Title: "县委"}, {ID: "b", Title: "县政府"}}},
		many,
	})
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			p.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	if got, want := fmt.Sprint(chosen), "[a b d0 d4 d3 d2 b]"; got != want {
		t.Errorf("walked %s, want %s", got, want)
	}
	if fmt.Sprint(opened) != "[b]" {
		t.Errorf("opened %v", opened)
	}
	chosen = nil
	at := fyne.NewPos(plateWidth+plateGap+20, plateTitle+20)
	test.TapCanvas(w.Canvas(), at) // chosen already: opens
	test.TapCanvas(w.Canvas(), at.SubtractXY(plateWidth, 0))
	test.TapCanvas(w.Canvas(), at.AddXY(2*plateWidth, 0)) // beside all plates
	if fmt.Sprint(chosen, opened) != "[a] [b b]" {
		t.Errorf("clicked: chosen %v, opened %v", chosen, opened)
	}
	for range 80 {
		press(fyne.KeyDown)
	}
	if p.current != "d296" || p.strip.Scroller.Offset.Y == 0 {
		t.Errorf("the last line: %s at %v", p.current, p.strip.Scroller.Offset)
	}
}
