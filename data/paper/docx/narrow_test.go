package docx

import "testing"

func TestNoNumberAndNoNameIsBroken(t *testing.T) {
	for _, c := range []struct {
		text    string
		centred bool
		width   float64
		smaller bool
	}{
		{"1990.01", true, 60, false},
		{"1990.01", true, 39, true},
		{"任职至2026.10", false, 35, true}, // the number, not the words before it
		{"张欣莹", true, 31.7, true},
		{"张欣莹", true, 37, false},
		{"张欣莹", true, 20, false}, // far too narrow: in two lines
		{"清源县林业局党组书记", false, 110, false},
		{"清源县林业局党组书记", false, 60, false},
	} {
		size := narrowed(c.text, c.centred, c.width, 12)
		if (size != 0) != c.smaller || size >= 12 {
			t.Errorf("%s in %v points: %v", c.text, c.width, size)
		}
	}
}
