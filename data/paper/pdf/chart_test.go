package pdf_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

func TestChartsAreDrawnWithAllTheirNumbers(t *testing.T) {
	for _, c := range papertest.Charts() {
		p := &paper.Paper{}
		p.Add(c)
		file, all := printed(t, p)
		checkMargins(t, file, paper.Upright)
		text := papertest.Packed(strings.Join(all, ""))
		want := append([]string{c.Caption}, c.Labels...)
		for _, s := range c.Series {
			if len(c.Series) > 1 {
				want = append(want, s.Name)
			}
			for i := range s.Values {
				want = append(want, s.Label(i))
			}
		}
		for _, w := range want {
			if !strings.Contains(text, papertest.Packed(w)) {
				t.Errorf("%s: no %q in %s", c.Caption, w, text)
			}
		}
		if images := officetest.Run(t, "pdfimages", "-list", file); strings.Contains(images, "image") && strings.Count(images, "\n") > 2 {
			t.Errorf("%s is a picture:\n%s", c.Caption, images)
		}
	}
}

func TestChartsOfOddNumbers(t *testing.T) {
	nan := math.NaN()
	for name, values := range map[string][]float64{
		"nought": {0, 0, 0}, "below nought": {-3, 4, -1.5}, "unknown": {nan, nan, nan}, "huge": {1e9, 2, 3}, "tiny": {0.01, 0, nan},
	} {
		if testing.Short() && name != "below nought" && name != "tiny" {
			continue // each prints files, which other programs read
		}
		for i, form := range []paper.ChartForm{paper.Bars, paper.Stacked, paper.Lines, paper.Donut, paper.Pyramid} {
			if testing.Short() && i%2 > 0 {
				continue
			}
			c := paper.Chart{Caption: "图", Form: form, Labels: []string{"甲", "乙", "丙"}, Series: []paper.Series{{Name: "子", Values: values}}}
			if form == paper.Pyramid {
				c.Series = append(c.Series, paper.Series{Name: "丑", Values: []float64{1, 2, 3}})
			}
			p := &paper.Paper{}
			p.Add(c)
			file, all := printed(t, p)
			checkMargins(t, file, paper.Upright)
			if len(all) != 1 || strings.Contains(all[0], "NaN") || strings.Contains(all[0], "Inf") {
				t.Errorf("%s in form %d: %q", name, form, all)
			}
		}
	}
}

func TestCrowdedChartStaysLegible(t *testing.T) {
	c := paper.Chart{Caption: "图", Form: paper.Bars, Series: make([]paper.Series, 3)}
	for i := range 60 {
		c.Labels = append(c.Labels, fmt.Sprintf("第%d街道办事处", i+1))
		for j := range c.Series {
			c.Series[j].Name = strings.Repeat("很长的系列名称", 6)
			c.Series[j].Values = append(c.Series[j].Values, float64(i*j))
		}
	}
	p := &paper.Paper{}
	p.Add(c)
	file, _ := printed(t, p)
	checkMargins(t, file, paper.Upright)

	c.Series[0].Values[0] = 1e300 // longer than any page is wide
	write(t, &paper.Paper{Body: []paper.Block{c}})
}

func TestLightsKeepTheirColours(t *testing.T) {
	p := &paper.Paper{}
	p.Add(paper.Chart{Caption: "评价", Form: paper.Stacked, Unit: "个", Labels: []string{"2026.06"}, Series: []paper.Series{
		{Name: "红灯", Values: []float64{10}}, {Name: "黄灯", Values: []float64{20}}, {Name: "绿灯", Values: []float64{30}},
	}})
	file, _ := printed(t, p)
	pixels := officetest.Run(t, "pdftoppm", "-r", "50", "-f", "1", "-l", "1", file)
	for name, ink := range map[string]string{"red": "\xc6\x28\x28", "yellow": "\xe0\xa1\x00", "green": "\x2e\x8b\x57"} {
		if !strings.Contains(pixels, ink) {
			t.Errorf("no %s", name)
		}
	}
}
