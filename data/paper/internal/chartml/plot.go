package chartml

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"huoshui/data/paper"
)

// plot writes what is drawn, and its axes.
func (w *writer) plot() {
	switch w.chart.Form {
	case paper.Donut:
		w.donut()
	case paper.Lines:
		w.lines()
		w.axes("b", "l")
	case paper.Pyramid:
		w.bars("bar", "clustered", 100, 30)
		w.axes("l", "b")
	case paper.Stacked:
		w.bars("col", "stacked", 100, 60)
		w.axes("b", "l")
	default:
		w.bars("col", "clustered", -5, 70)
		w.axes("b", "l")
	}
}

// bars writes upright (col) or lying (bar) bars, how far those of a category
// overlap and how wide the gap to the next is, both in hundredths of a bar.
func (w *writer) bars(direction, grouping string, overlap, gap int) {
	w.put(`<c:barChart><c:barDir val="`, direction, `"/><c:grouping val="`, grouping, `"/><c:varyColors val="0"/>`)
	scale, inLabel := SeriesInks, "outEnd"
	if w.chart.Form == paper.Stacked {
		scale, inLabel = PartInks, "ctr"
	}
	for i, ink := range Lit(w.chart.Series, scale(len(w.chart.Series))) {
		w.openSeries(i)
		w.put(`<c:spPr>`, fill(ink), `</c:spPr><c:invertIfNegative val="0"/>`)
		words := TextInk
		if w.chart.Form == paper.Stacked {
			words = InkOn(ink)
		}
		w.labels(inLabel, words, w.thin(i)...)
		w.numbers(i)
		w.put(`</c:ser>`)
	}
	w.put(`<c:gapWidth val="`, strconv.Itoa(gap), `"/><c:overlap val="`, strconv.Itoa(overlap), `"/>`, axisIDs, `</c:barChart>`)
}

func (w *writer) lines() {
	w.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for i, ink := range SeriesInks(len(w.chart.Series)) {
		w.openSeries(i)
		w.put(`<c:spPr><a:ln w="28575" cap="rnd">`, fill(ink), `<a:round/></a:ln></c:spPr>`,
			`<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>`, fill(ink), `<a:ln w="9525">`, fill(PaperInk), `</a:ln></c:spPr></c:marker>`)
		w.labels("t", TextInk)
		w.numbers(i)
		w.put(`<c:smooth val="0"/></c:ser>`)
	}
	w.put(`<c:marker val="1"/>`, axisIDs, `</c:lineChart>`)
}

// donut writes a ring with a colour for each part. Its labels have no place of
// their own: the schema forbids one.
func (w *writer) donut() {
	w.put(`<c:doughnutChart><c:varyColors val="1"/>`)
	w.openSeries(0)
	w.put(`<c:spPr><a:ln w="19050">`, fill(PaperInk), `</a:ln></c:spPr>`)
	parts := PartInks(len(w.chart.Labels))
	for i, ink := range parts {
		w.put(`<c:dPt><c:idx val="`, strconv.Itoa(i), `"/><c:bubble3D val="0"/><c:spPr>`, fill(ink),
			`<a:ln w="19050">`, fill(PaperInk), `</a:ln></c:spPr></c:dPt>`)
	}
	w.put(`<c:dLbls>`)
	for i, ink := range parts {
		w.put(`<c:dLbl><c:idx val="`, strconv.Itoa(i), `"/>`)
		w.label("", InkOn(ink))
		w.put(`</c:dLbl>`)
	}
	w.label("", TextInk)
	w.put(`<c:showLeaderLines val="0"/></c:dLbls>`)
	w.numbers(0)
	w.put(`</c:ser><c:firstSliceAng val="0"/><c:holeSize val="52"/></c:doughnutChart>`)
}

// openSeries begins a series: its place and its name.
func (w *writer) openSeries(i int) {
	fmt.Fprintf(&w.out, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f>`+
		`<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
		i, i, clean(w.cells.name(i)), clean(w.chart.Series[i].Name))
}

// Crowded is the number of values beyond which they are no longer written
// beside their marks: they would cover each other.
const Crowded = 42

// thin lists the values of a series whose part of a stacked bar is too thin for
// a number.
func (w *writer) thin(i int) []int {
	if w.chart.Form != paper.Stacked {
		return nil
	}
	highest := 0.0
	for j := range w.chart.Labels {
		height := 0.0
		for _, s := range w.chart.Series {
			if v := s.Values[j]; v > 0 {
				height += v
			}
		}
		highest = max(highest, height)
	}
	var list []int
	for j, v := range w.chart.Series[i].Values {
		if v < highest*0.06 {
			list = append(list, j)
		}
	}
	return list
}

// labels has every value written at its mark, unless they are too many; those at
// the places in without stay blank.
func (w *writer) labels(place, ink string, without ...int) {
	w.put(`<c:dLbls>`)
	if len(w.chart.Labels)*len(w.chart.Series) > Crowded {
		w.put(`<c:delete val="1"/></c:dLbls>`)
		return
	}
	for _, j := range without {
		w.put(`<c:dLbl><c:idx val="`, strconv.Itoa(j), `"/><c:delete val="1"/></c:dLbl>`)
	}
	w.label(place, ink)
	w.put(`</c:dLbls>`)
}

func (w *writer) label(place, ink string) {
	format := w.format("")
	if w.chart.Form == paper.Donut {
		format = "General;-General;" // a part that is not there has no label
	}
	w.put(`<c:numFmt formatCode="`, format, `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.words(w.style.Size, ink, false)
	if place != "" {
		w.put(`<c:dLblPos val="`, place, `"/>`)
	}
	w.put(`<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>`,
		`<c:showPercent val="0"/><c:showBubbleSize val="0"/>`)
}

// format is the number format of a value with its unit. The left side of a
// pyramid is negative for the program, not for the reader.
func (w *writer) format(unit string) string {
	code := "General"
	if unit = strings.ReplaceAll(unit, `"`, ""); unit != "" {
		code += `"` + unit + `"`
	}
	if w.chart.Form == paper.Pyramid {
		code += ";" + code
	}
	return clean(code)
}

// numbers writes the labels and the values of the i-th series, with the cells
// they stand in. A value nobody knows is left out.
func (w *writer) numbers(i int) {
	n := len(w.chart.Labels)
	fmt.Fprintf(&w.out, `<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, clean(w.cells.labels(n)), n)
	for j, label := range w.chart.Labels {
		fmt.Fprintf(&w.out, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, j, clean(label))
	}
	fmt.Fprintf(&w.out, `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode>`+
		`<c:ptCount val="%d"/>`, clean(w.cells.values(i, n)), n)
	for j := range n {
		if v := Value(w.chart, i, j); !math.IsNaN(v) {
			fmt.Fprintf(&w.out, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, j, strconv.FormatFloat(v, 'f', -1, 64))
		}
	}
	w.put(`</c:numCache></c:numRef></c:val>`)
}

// Value is the number in the cell of the j-th value of the i-th series:
// rounded as it is printed, negative on the left side of a pyramid, NaN for an
// unknown value.
func Value(c paper.Chart, i, j int) float64 {
	v := c.Series[i].Values[j]
	if rounded := math.Round(v*10) / 10; !math.IsInf(rounded, 0) {
		v = rounded
	}
	if c.Form == paper.Pyramid && i == 0 && v != 0 {
		return -v
	}
	return v
}
