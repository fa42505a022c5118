package chartml

// The colours of charts are those of the window.
const (
	paperInk = "FFFFFF"
	textInk  = "22262B"
	axisInk  = "85857F"
	gridInk  = "E2DFD8"
)

// seriesInks are far apart: the two colours of the window, then darker ones,
// then what tells further series apart.
var seriesInks = []string{"5B7FAA", "C98B8B", "3E526A", "7D5D5F", "D6D3C8", "9DB2CC", "E4C5C5"}

// partInks are steps of one scale, from strong over pale to the other colour:
// parts of a whole are mostly in order.
var partInks = []string{"5B7FAA", "9FB4CD", "D6D3C8", "E1BFBF", "C98B8B", "415670", "866264"}

// inks are the colours for a number of series or parts side by side.
func inks(inks []string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = inks[i%len(inks)]
	}
	return out
}

// pale holds the colours on which dark words are read better than white ones.
var pale = map[string]bool{"9FB4CD": true, "9DB2CC": true, "D6D3C8": true, "E1BFBF": true, "E4C5C5": true, "C98B8B": true}

// inkOn is the colour of words on a ground.
func inkOn(ground string) string {
	if pale[ground] {
		return textInk
	}
	return paperInk
}
