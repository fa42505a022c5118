package paper

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ChartForm is how a chart shows its values.
type ChartForm int

// The forms of charts. Bars stand side by side for each category, Stacked ones
// on top of each other; a Donut shows the parts of one series; a Pyramid shows
// two series left and right of its categories, the first label (the youngest) at
// the bottom.
const (
	Bars ChartForm = iota
	Stacked
	Lines
	Donut
	Pyramid
)

// Chart is a chart with its numbers, so that file formats can write an
// editable one.
type Chart struct {
	Caption string
	Form    ChartForm
	Unit    string   // of the values: 人, %, 个 …
	Labels  []string // of the categories
	About   int      // the label the chart is about, counted from 1: the latest year; 0 for none
	Series  []Series
}

// Series is a row of values, one for each label. NaN is an unknown value.
type Series struct {
	Name    string
	Values  []float64
	Figures []string // id of the figure behind each value; nil for none
}

// Label is the value at i as the chart shows it, without its unit; empty for
// an unknown value. If one value of the series has a decimal place, all have
// one: 75.0 beside 72.4.
func (s Series) Label(i int) string {
	if i >= len(s.Values) || math.IsNaN(s.Values[i]) {
		return ""
	}
	places := 0
	for _, v := range s.Values {
		if tenths := math.Round(v * 10); !math.IsNaN(v) && math.Mod(tenths, 10) != 0 {
			places = 1
		}
	}
	return strconv.FormatFloat(math.Round(s.Values[i]*10)/10, 'f', places, 64)
}

// lines gives the chart as a table: the labels above, a line for each series.
func (c Chart) lines() []string {
	lines := []string{c.Caption, strings.Join(append([]string{c.Unit}, c.Labels...), "\t")}
	for _, s := range c.Series {
		cells := []string{s.Name}
		for i := range c.Labels {
			cells = append(cells, s.Label(i))
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return lines
}

func (c Chart) spans() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, s := range c.Series {
			for i, figure := range s.Figures {
				if !yield(Chip(figure, s.Label(i))) {
					return
				}
			}
		}
	}
}

func (c Chart) check() error {
	if len(c.Labels) == 0 || len(c.Series) == 0 {
		return errors.New("chart without values")
	}
	for _, s := range c.Series {
		if len(s.Values) != len(c.Labels) || len(s.Figures) > len(c.Labels) {
			return fmt.Errorf("series %s has %d values for %d labels", s.Name, len(s.Values), len(c.Labels))
		}
		if slices.ContainsFunc(s.Values, func(v float64) bool { return math.IsInf(v, 0) }) {
			return fmt.Errorf("series %s is infinite", s.Name)
		}
	}
	if c.Form == Donut && len(c.Series) != 1 || c.Form == Pyramid && len(c.Series) != 2 {
		return fmt.Errorf("%d series in a chart of form %d", len(c.Series), c.Form)
	}
	return nil
}
