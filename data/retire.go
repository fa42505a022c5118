package data

import (
	"strconv"
	"strings"
)

// The delay of retirement from 2025 on (渐进式延迟法定退休年龄): who would have
// retired later than the month before it begins works longer, one month more
// for every few months, up to a limit.
// Source: 国务院关于渐进式延迟法定退休年龄的办法, in force since 2025.01.
type delay struct{ every, most int }

// delays are known for the retirement ages of the law before 2025. Ages set
// above them by the office stay as they are.
var delays = map[int]delay{50: {2, 60}, 55: {4, 36}, 60: {4, 36}}

// RetireMonth is the month in which somebody reaches the age of retirement,
// when that age was base before 2025; zero when birth or age is not known.
func RetireMonth(birth Month, base int) Month {
	if birth == 0 || base <= 0 {
		return 0
	}
	old := birth.Add(12 * base)
	d, ok := delays[base]
	n := old.Since(202412)
	if !ok || n <= 0 {
		return old
	}
	return old.Add(min(d.most, (n+d.every-1)/d.every))
}

// LimitAges are the ages the form's 改革前任职年龄界限 may state.
var LimitAges = []int{50, 55, 58, 60, 63, 65}

// AgeLimitOf reads the age out of that sentence; 0 when none is written.
func AgeLimitOf(text string) int {
	for _, age := range LimitAges {
		if strings.Contains(text, strconv.Itoa(age)) {
			return age
		}
	}
	return 0
}

// RetireAge is the age of retirement before 2025 of a cadre in a post of a level:
// the one the form states, else what the office has set for men and women. It is 0
// when neither is known.
func RetireAge(c *Cadre, level Code, settings []*Setting, at Month) int {
	if age := AgeLimitOf(c.AgeLimit); age != 0 {
		return age
	}
	switch {
	case c.Sex == SexMan:
		return RetireMen.At(settings, at)
	case c.Sex == SexWoman && level != "" && level <= LevelCountyDeputy:
		return RetireWomenAbove.At(settings, at)
	case c.Sex == SexWoman:
		return RetireWomen.At(settings, at)
	}
	return 0
}
