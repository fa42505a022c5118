package plot_test

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/plot"
	"huoshui/data/paper"
)

// Every form shows its labels and numbers, and opens the figure of the mark
// that the keyboard walks to first and last.
func TestChartsShowNumbersAndOpenFigures(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	labels := []string{"甲类", "乙类", "丙类"}
	series := func(name string, base float64) paper.Series {
		return paper.Series{
			Name: name, Values: []float64{base, base + 1, math.NaN()},
			Figures: []string{name + "1", name + "2", ""},
		}
	}
	for name, c := range map[string]paper.Chart{
		"bars":     {Form: paper.Bars, Labels: labels, Series: []paper.Series{series("男", 11)}},
		"clusters": {Form: paper.Bars, Labels: labels, Series: []paper.Series{series("男", 11), series("女", 31)}},
		"stacked":  {Form: paper.Stacked, Labels: labels, Series: []paper.Series{series("男", 11), series("女", 31)}},
		"lines":    {Form: paper.Lines, Labels: labels, Series: []paper.Series{series("男", 11), series("女", 31)}},
		"donut":    {Form: paper.Donut, Labels: labels, Series: []paper.Series{series("男", 11)}},
		"pyramid":  {Form: paper.Pyramid, Labels: labels, Series: []paper.Series{series("男", 11), series("女", 31)}},
	} {
		opened := map[string]bool{}
		chart := plot.New(c, func(id string) { opened[id] = true })
		chart.Resize(fyne.NewSize(600, 360))
		shown := map[string]bool{}
		for _, o := range test.WidgetRenderer(chart).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				shown[text.Text] = true
			}
		}
		for i := range c.Series {
			if value := fmt.Sprint(12 + 20*i); !shown[value] {
				t.Errorf("%s does not show %s: %v", name, value, shown)
			}
		}
		for x := float32(2); x < 600; x += 6 {
			for y := float32(2); y < 360; y += 6 {
				chart.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
			}
		}
		for i := range c.Series {
			for _, id := range c.Series[i].Figures[:2] {
				if !opened[id] {
					t.Errorf("%s never opens %s", name, id)
				}
			}
		}
		if opened[""] {
			t.Errorf("%s opens a value without a figure", name)
		}
	}
}
