package papertest

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// Sequences are the orders that ECMA-376 sets for the children of elements, as
// far as a writer uses them; children joined by a slash may come in any order.
// Office calls a file damaged that breaks them. Most other programs accept it,
// so only this check finds it.
type Sequences map[string]string

// Check fails the test when the children of an element are out of order, or
// are not allowed in it.
func (s Sequences) Check(t *testing.T, name, part string) {
	t.Helper()
	type element struct {
		name    string
		reached int // place of its last child in its sequence
	}
	stack := []element{{}}
	Walk(t, part, func(token xml.Token) {
		switch token := token.(type) {
		case xml.StartElement:
			child, parent := token.Name.Local, &stack[len(stack)-1]
			if sequence, ok := s[parent.name]; ok {
				place := placeOf(child, sequence)
				if place < parent.reached {
					t.Errorf("%s: %s out of place in %s", name, child, parent.name)
				}
				parent.reached = place
			}
			stack = append(stack, element{name: child})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	})
}

func placeOf(child, sequence string) int {
	return slices.IndexFunc(strings.Fields(sequence), func(names string) bool {
		return slices.Contains(strings.Split(names, "/"), child)
	})
}

// ChartSequences are those of the part of a chart.
var ChartSequences = Sequences{
	"chartSpace":    "date1904 lang roundedCorners chart spPr txPr externalData",
	"chart":         "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
	"title":         "tx layout overlay",
	"plotArea":      "layout barChart/lineChart/doughnutChart catAx/valAx spPr",
	"barChart":      "barDir grouping varyColors ser dLbls gapWidth overlap axId",
	"lineChart":     "grouping varyColors ser dLbls marker/axId",
	"doughnutChart": "varyColors ser dLbls firstSliceAng holeSize",
	"ser":           "idx order tx spPr invertIfNegative/marker dPt dLbls cat val smooth",
	"dPt":           "idx invertIfNegative bubble3D spPr",
	"dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent " +
		"showBubbleSize showLeaderLines",
	"dLbl":     "idx delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
	"strRef":   "f strCache",
	"numRef":   "f numCache",
	"strCache": "ptCount pt",
	"numCache": "formatCode ptCount pt",
	"catAx":    "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
	"valAx":    "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
	"scaling":  "orientation max min",
	"legend":   "legendPos overlay txPr",
	"spPr":     "solidFill/noFill ln",
	"ln":       "solidFill/noFill round",
	"txPr":     "bodyPr lstStyle p",
	"rich":     "bodyPr lstStyle p",
	"p":        "pPr r endParaRPr",
	"defRPr":   "solidFill latin ea",
	"rPr":      "solidFill latin ea",
}
