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

// The age follows from the form, else from the settings of the office for men,
// women and women of the county level and above.
func TestRetireAge(t *testing.T) {
	settings := []*Setting{{Key: RetireWomen.Key, Value: "57", Since: 202601}}
	for name, c := range map[string]struct {
		cadre Cadre
		level Code
		at    Month
		want  int
	}{
		"stated on the form":    {Cadre{Sex: SexWoman, AgeLimit: "改革前任职年龄界限为58岁"}, LevelSectionHead, 202610, 58},
		"man":                   {Cadre{Sex: SexMan}, LevelSectionHead, 202610, 60},
		"woman":                 {Cadre{Sex: SexWoman}, LevelSectionHead, 202510, 55},
		"woman, as set":         {Cadre{Sex: SexWoman}, LevelSectionHead, 202610, 57},
		"woman, county deputy":  {Cadre{Sex: SexWoman}, LevelCountyDeputy, 202610, 60},
		"woman, level unknown":  {Cadre{Sex: SexWoman}, "", 202510, 55},
		"neither man nor woman": {Cadre{}, LevelSectionHead, 202610, 0},
	} {
		if got := RetireAge(&c.cadre, c.level, settings, c.at); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
