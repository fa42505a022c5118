package chartml

import "huoshui/data/paper"

// The colours of charts, in hexadecimal digits, are those of the window in every
// file format.
const (
	PaperInk = "FFFFFF" // the ground
	TextInk  = "22262B" // words
	AxisInk  = "85857F" // the line bars stand on
	GridInk  = "E2DFD8" // the lines behind them
)

// seriesInks are far apart: the two colours of the window, then darker ones,
// then what tells further series apart.
var seriesInks = []string{"5B7FAA", "C98B8B", "3E526A", "7D5D5F", "D6D3C8", "9DB2CC", "E4C5C5"}

// partInks are steps of one scale, from strong over pale to the other colour:
// parts of a whole are mostly in order.
var partInks = []string{"5B7FAA", "9FB4CD", "D6D3C8", "E1BFBF", "C98B8B", "415670", "866264"}

// lightInks keep red, yellow and green for the lights of teams.
var lightInks = map[string]string{"红灯": "C62828", "黄灯": "E0A100", "绿灯": "2E8B57"}

// SeriesInks are the colours of the given number of series.
func SeriesInks(n int) []string { return inks(seriesInks, n) }

// PartInks are the colours of the given number of parts of a whole.
func PartInks(n int) []string { return inks(partInks, n) }

// Lit gives series that are about lights the colours of the lights.
func Lit(series []paper.Series, inks []string) []string {
	for i, s := range series {
		if ink, ok := lightInks[s.Name]; ok {
			inks[i] = ink
		}
	}
	return inks
}

func inks(inks []string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = inks[i%len(inks)]
	}
	return out
}

// pale holds the colours on which dark words are read better than white ones.
var pale = map[string]bool{"9FB4CD": true, "9DB2CC": true, "D6D3C8": true, "E1BFBF": true, "E4C5C5": true, "C98B8B": true}

// InkOn is the colour of text on a background.
func InkOn(ground string) string {
	if pale[ground] {
		return TextInk
	}
	return PaperInk
}
