package chartml

import (
	"fmt"
	"math"

	"huoshui/data/paper"
)

// The axes by their numbers in the part.
const (
	categoryAxis = "10001"
	valueAxis    = "10002"
	axisIDs      = `<c:axId val="` + categoryAxis + `"/><c:axId val="` + valueAxis + `"/>`
)

// axes writes the axis of the labels and that of the values, on the given sides.
func (w *writer) axes(categories, values string) {
	w.put(`<c:catAx><c:axId val="`, categoryAxis, `"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`,
		`<c:axPos val="`, categories, `"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
		`<c:spPr><a:ln w="9525">`, fill(AxisInk), `</a:ln></c:spPr>`)
	w.words(w.style.Size, TextInk, false)
	w.put(`<c:crossAx val="`, valueAxis, `"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>`,
		`<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`)

	limits, step := w.limits()
	w.put(`<c:valAx><c:axId val="`, valueAxis, `"/><c:scaling><c:orientation val="minMax"/>`, limits, `</c:scaling><c:delete val="0"/>`,
		`<c:axPos val="`, values, `"/><c:majorGridlines><c:spPr><a:ln w="6350">`, fill(GridInk), `</a:ln></c:spPr></c:majorGridlines>`,
		`<c:numFmt formatCode="`, w.format(w.chart.Unit), `" sourceLinked="0"/>`,
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
		`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.words(w.style.Size, TextInk, false)
	w.put(`<c:crossAx val="`, categoryAxis, `"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>`, step, `</c:valAx>`)
}

// limits are the ends and the step of the axis of values, as far as programs
// would choose worse ones: bars must begin at zero, the sides of a pyramid are
// measured alike, and people are not counted by halves.
func (w *writer) limits() (ends, step string) {
	low, high, whole := 0.0, 0.0, true
	for i := range w.chart.Series {
		for j := range w.chart.Labels {
			if v := Value(w.chart, i, j); !math.IsNaN(v) {
				low, high, whole = min(low, v), max(high, v), whole && v == math.Trunc(v)
			}
		}
	}
	reach := max(high, -low)
	switch {
	case w.chart.Form == paper.Pyramid:
		by := Step(reach, 5)
		if reach > 3*by {
			by *= 2 // two sides share the room of one
		}
		end := max(1, math.Ceil(reach/by)) * by
		return fmt.Sprintf(`<c:max val="%g"/><c:min val="%g"/>`, end, -end), fmt.Sprintf(`<c:majorUnit val="%g"/>`, by)
	case low == 0 && w.chart.Form != paper.Lines:
		ends = `<c:min val="0"/>`
	}
	if whole && reach <= 4 {
		step = `<c:majorUnit val="1"/>`
	}
	return ends, step
}

// Step is the round step that divides a range into about the given number of
// parts.
func Step(reach float64, parts int) float64 {
	rough := reach / float64(parts)
	if rough <= 1 {
		return 1
	}
	ten := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, by := range []float64{1, 2, 5, 10} {
		if by*ten >= rough {
			return by * ten
		}
	}
	return 10 * ten
}
