package data

import "testing"

// The examples by which the arithmetic of the trade is checked.
func TestRetireMonth(t *testing.T) {
	for _, c := range []struct {
		birth Month
		base  int
		want  Month
	}{
		{196412, 60, 202412}, // the last without delay
		{196501, 60, 202502},
		{196505, 60, 202507},
		{197608, 60, 203907}, // 35 months
		{197609, 60, 203909}, // 36 months: 63 years
		{199001, 60, 205301},
		{197001, 55, 202502},
		{197501, 50, 202502},
		{198411, 50, 203911}, // 60 months: 55 years
		{196501, 65, 203001}, // not one of the ages of the law
		{0, 60, 0},
		{196501, 0, 0},
	} {
		if got := RetireMonth(c.birth, c.base); got != c.want {
			t.Errorf("born %s, %d: %s, want %s", c.birth, c.base, got, c.want)
		}
	}
}

func TestAgeLimitOf(t *testing.T) {
	for text, want := range map[string]int{"60": 60, "女干部 55 周岁": 55, "六十": 0, "": 0, "改革前任职年龄界限为58岁": 58} {
		if got := AgeLimitOf(text); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}
