package chart

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// Several lines are read by the values at the side; one line has its own.
func TestSeveralLinesHaveAScale(t *testing.T) {
	themed(t)
	course := func(values ...float64) LineSeries {
		s := LineSeries{Name: "乡镇"}
		for _, v := range values {
			s.Values = append(s.Values, Datum{Value: v})
		}
		return s
	}
	texts := func(d LineData) []string {
		d.Labels = []string{"2024", "2025", "2026"}
		c := NewLine(d)
		c.Resize(fyne.NewSize(600, 300))
		var list []string
		for _, text := range textsOf(c) {
			list = append(list, text.Text)
		}
		return list
	}
	two := texts(LineData{Series: []LineSeries{course(43.7, 44.2, 59.7), course(6.9, 20, 26.7)}})
	for _, want := range []string{"0", "20", "40"} {
		if !slices.Contains(two, want) {
			t.Errorf("no %s at the side of %v", want, two)
		}
	}
	if one := texts(LineData{Series: []LineSeries{course(43.7, 44.2, 59.7)}}); slices.Contains(one, "20") {
		t.Errorf("%v", one)
	}
}

func TestRoundSteps(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		want     []float64
	}{
		{0, 59.7, []float64{0, 20, 40}},
		{0, 26.7, []float64{0, 10, 20}},
		{0, 1, []float64{0, 0.5, 1}},
		{0, 4, []float64{0, 1, 2, 3, 4}},
		{89.2, 94.1, []float64{90, 92, 94}},
		{0, 1200, []float64{0, 500, 1000}},
		{0, 0, nil},
	} {
		if got := roundSteps(c.from, c.to); !slices.Equal(got, c.want) {
			t.Errorf("from %v to %v: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

// The three lights have no legend: a single red team needs room for its word.
func TestEveryPartOfASingleBarIsNamed(t *testing.T) {
	themed(t)
	part := func(v float64, text string) Datum { return Datum{Value: v, Text: text} }
	c := NewStacked(StackData{
		Parts: []StackPart{{Name: "红"}, {Name: "黄"}, {Name: "绿"}},
		Rows:  []StackRow{{Values: []Datum{part(1, "1"), part(2, "2"), part(97, "97")}}},
	})
	c.Resize(fyne.NewSize(700, 30))
	var got []string
	for _, text := range textsOf(c) {
		got = append(got, text.Text)
	}
	if want := []string{"红 1", "黄 2", "绿 97"}; !slices.Equal(got, want) {
		t.Errorf("the bar says %v", got)
	}
	marks := marksOf(c)
	if last := marks[len(marks)-1]; last.area.right() != 700 {
		t.Errorf("the bar ends at %v", last.area.right())
	}
}
