package chartml_test

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/papertest"
)

var style = chartml.Style{Latin: "Times New Roman", Chinese: "宋体", Size: 10.5}

func TestElementsInTheOrderOfTheSchema(t *testing.T) {
	titled := style
	titled.Title = true
	for _, c := range papertest.Charts() {
		papertest.ChartSequences.Check(t, c.Caption, chartml.Part(c, style))
		papertest.ChartSequences.Check(t, c.Caption, chartml.Part(c, titled))
	}
}

// part is what a program reads from a chart's part.
type part struct {
	Title  []string `xml:"chart>title>tx>rich>p>r>t"`
	Legend *struct {
		Place struct {
			Val string `xml:"val,attr"`
		} `xml:"legendPos"`
	} `xml:"chart>legend"`
	Plot struct {
		Bar    []plot `xml:"barChart"`
		Line   []plot `xml:"lineChart"`
		Donut  []plot `xml:"doughnutChart"`
		Values []struct {
			Format value `xml:"numFmt"`
			Max    value `xml:"scaling>max"`
			Min    value `xml:"scaling>min"`
			Step   value `xml:"majorUnit"`
		} `xml:"valAx"`
	} `xml:"chart>plotArea"`
}

type plot struct {
	Grouping value    `xml:"grouping"`
	Overlap  value    `xml:"overlap"`
	Series   []series `xml:"ser"`
}

type value struct {
	Val  string `xml:"val,attr"`
	Code string `xml:"formatCode,attr"`
}

type series struct {
	Name   reference `xml:"tx>strRef"`
	Labels reference `xml:"cat>strRef"`
	Values reference `xml:"val>numRef"`
	Place  value     `xml:"dLbls>dLblPos"`
	Gone   value     `xml:"dLbls>delete"`
	Format value     `xml:"dLbls>numFmt"`
}

type reference struct {
	Cells  string `xml:"f"`
	Text   cache  `xml:"strCache"`
	Number cache  `xml:"numCache"`
}

type cache struct {
	Count  value   `xml:"ptCount"`
	Points []point `xml:"pt"`
}

type point struct {
	Index int    `xml:"idx,attr"`
	Value string `xml:"v"`
}

func read(t *testing.T, c paper.Chart, s chartml.Style) part {
	t.Helper()
	var p part
	if err := xml.Unmarshal([]byte(chartml.Part(c, s)), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p part) plots() []plot { return slices.Concat(p.Plot.Bar, p.Plot.Line, p.Plot.Donut) }

// TestCellsHoldWhatTheChartShows follows every reference of every chart into
// its workbook.
func TestCellsHoldWhatTheChartShows(t *testing.T) {
	for _, c := range papertest.Charts() {
		content, err := chartml.Workbook(c)
		if err != nil {
			t.Fatal(err)
		}
		papertest.Parts(t, content)
		book, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		shown := read(t, c, style).plots()
		if len(shown) != 1 || len(shown[0].Series) != len(c.Series) {
			t.Fatalf("%s: %d plots", c.Caption, len(shown))
		}
		for i, s := range shown[0].Series {
			if got := cells(t, book, s.Name); !slices.Equal(got, []string{c.Series[i].Name}) {
				t.Errorf("%s: name %q", c.Caption, got)
			}
			if got := cells(t, book, s.Labels); !slices.Equal(got, c.Labels) {
				t.Errorf("%s: labels %q", c.Caption, got)
			}
			var want []string
			for j := range c.Labels {
				text := strings.TrimSuffix(c.Series[i].Label(j), ".0") // the cell holds the number
				if c.Form == paper.Pyramid && i == 0 && text != "0" {
					text = "-" + text
				}
				want = append(want, text)
			}
			if got := cells(t, book, s.Values); !slices.Equal(got, want) {
				t.Errorf("%s: values %q, want %q", c.Caption, got, want)
			}
		}
	}
}

// cells reads the cells of a reference, and fails when the chart remembers
// others.
func cells(t *testing.T, book *excelize.File, r reference) []string {
	t.Helper()
	match := regexp.MustCompile(`^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$`).FindStringSubmatch(r.Cells)
	if match == nil {
		t.Fatalf("reference %q", r.Cells)
	}
	from, _ := strconv.Atoi(match[3])
	to := from
	if match[5] != "" {
		to, _ = strconv.Atoi(match[5])
	}
	var texts []string
	remembered := map[int]string{}
	for _, p := range slices.Concat(r.Text.Points, r.Number.Points) {
		remembered[p.Index] = p.Value
	}
	for row := from; row <= to; row++ {
		text, err := book.GetCellValue(match[1], match[2]+strconv.Itoa(row))
		if err != nil {
			t.Fatal(err)
		}
		if text != remembered[row-from] {
			t.Errorf("cell %s%d is %q, the chart remembers %q", match[2], row, text, remembered[row-from])
		}
		texts = append(texts, text)
	}
	if count := r.Text.Count.Val + r.Number.Count.Val; count != strconv.Itoa(len(texts)) {
		t.Errorf("%s: %s points", r.Cells, count)
	}
	return texts
}

func TestUnknownValueIsNoPoint(t *testing.T) {
	values := read(t, papertest.Charts()[0], style).Plot.Bar[0].Series[0].Values.Number
	if values.Count.Val != "4" || len(values.Points) != 3 {
		t.Errorf("%+v", values)
	}
}

func TestPyramidIsMeasuredAlikeOnBothSides(t *testing.T) {
	p := read(t, papertest.Charts()[4], style)
	axis := p.Plot.Values[0]
	if axis.Max.Val != "60" || axis.Min.Val != "-60" || axis.Step.Val != "20" {
		t.Errorf("axis %+v", axis)
	}
	// The second half of the format is for negative numbers: without a minus.
	if axis.Format.Code != `General"人";General"人"` {
		t.Errorf("format %q", axis.Format.Code)
	}
	if bars := p.Plot.Bar[0]; bars.Overlap.Val != "100" || bars.Series[0].Values.Number.Points[4].Value != "-41" {
		t.Errorf("%+v", bars)
	}
}

func TestPlacesOfLabelsOfficeAccepts(t *testing.T) {
	// PowerPoint calls a file damaged with a label at the outer end of a stacked
	// bar, or anywhere at all on a ring.
	for i, want := range []string{"outEnd", "ctr", "t", "", "outEnd"} {
		for _, s := range read(t, papertest.Charts()[i], style).plots()[0].Series {
			if s.Place.Val != want {
				t.Errorf("chart %d: %q, want %q", i, s.Place.Val, want)
			}
		}
	}
}

func TestPartsThatAreNotThereHaveNoLabel(t *testing.T) {
	// The third part of a format is for zero, the second for negative numbers.
	for i, want := range []string{"General", "General", "General", "General;-General;", "General;General"} {
		for _, s := range read(t, papertest.Charts()[i], style).plots()[0].Series {
			if s.Format.Code != want {
				t.Errorf("chart %d: %q, want %q", i, s.Format.Code, want)
			}
		}
	}
}

func TestLegendOnlyWhereItTells(t *testing.T) {
	one := papertest.Charts()[0]
	one.Series = one.Series[:1]
	if read(t, one, style).Legend != nil {
		t.Error("one series needs no legend")
	}
	for i, want := range []string{"b", "b", "b", "r", "b"} {
		if legend := read(t, papertest.Charts()[i], style).Legend; legend == nil || legend.Place.Val != want {
			t.Errorf("chart %d: legend %v", i, legend)
		}
	}
}

func TestTitleOrNone(t *testing.T) {
	c := papertest.Charts()[0]
	if got := read(t, c, style).Title; got != nil {
		t.Errorf("title %q", got)
	}
	if got := read(t, c, chartml.Style{Size: 12, Title: true}).Title; !slices.Equal(got, []string{c.Caption}) {
		t.Errorf("title %q", got)
	}
}

func TestManyValuesAreNotWrittenOut(t *testing.T) {
	c := paper.Chart{Form: paper.Bars, Labels: make([]string, 60), Series: []paper.Series{{Values: make([]float64, 60)}}}
	if s := read(t, c, style).Plot.Bar[0].Series[0]; s.Gone.Val != "1" {
		t.Errorf("%+v", s)
	}
}

func TestWordsInTheFacesOfTheStyle(t *testing.T) {
	for _, c := range papertest.Charts() {
		text := chartml.Part(c, style)
		if set := strings.Count(text, `sz="1050"`); set == 0 || set != strings.Count(text, `<a:ea typeface="宋体"/>`) ||
			set != strings.Count(text, `<a:latin typeface="Times New Roman"/>`) {
			t.Errorf("%s: sizes and faces differ", c.Caption)
		}
	}
	if strings.Contains(chartml.Part(papertest.Charts()[0], chartml.Style{Size: 12}), "typeface") {
		t.Error("a face was named though none is given")
	}
}

func TestPartsJoin(t *testing.T) {
	parts, err := chartml.Parts("ppt", 3, papertest.Charts()[0], style)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	texts := map[string]string{}
	for _, p := range parts {
		var out bytes.Buffer
		buffer := bufio.NewWriter(&out)
		p.Write(buffer)
		_ = buffer.Flush()
		names, texts[p.Name] = append(names, p.Name), out.String()
	}
	want := []string{"ppt/charts/chart3.xml", "ppt/charts/_rels/chart3.xml.rels", "ppt/embeddings/chart3.xlsx"}
	if !slices.Equal(names, want) {
		t.Errorf("parts %q", names)
	}
	if !strings.Contains(texts[want[0]], `<c:externalData r:id="rId1">`) ||
		!strings.Contains(texts[want[1]], `Id="rId1"`) || !strings.Contains(texts[want[1]], `Target="../embeddings/chart3.xlsx"`) {
		t.Error("the chart does not find its workbook")
	}
	again, err := chartml.Workbook(papertest.Charts()[0])
	if err != nil || string(again) != texts[want[2]] {
		t.Error("two workbooks of one chart differ")
	}
}

func FuzzAnyTextAndValue(f *testing.F) {
	for i, text := range papertest.Odd {
		f.Add(text, float64(i)*1.7-9, i%5)
	}
	f.Add("大", math.MaxFloat64, 4)
	f.Add("小", -math.MaxFloat64, 0)
	f.Add("无", math.NaN(), 3)
	f.Fuzz(func(t *testing.T, text string, v float64, form int) {
		c := paper.Chart{Caption: text, Unit: text, Form: paper.ChartForm(form), Labels: []string{text, "乙"}}
		c.Series = []paper.Series{{Name: text, Values: []float64{v, 1}}, {Name: "二", Values: []float64{-v, 0}}}
		if c.Form == paper.Donut {
			c.Series = c.Series[:1]
		}
		if err := (&paper.Paper{Body: []paper.Block{c}}).Check(); err != nil {
			t.Skip(err)
		}
		s := style
		s.Title = true
		papertest.ChartSequences.Check(t, "chart", chartml.Part(c, s))
		for _, p := range read(t, c, s).plots()[0].Series[0].Values.Number.Points {
			if v, err := strconv.ParseFloat(p.Value, 64); err != nil || math.IsInf(v, 0) {
				t.Errorf("value %q: %v", p.Value, err)
			}
		}
		content, err := chartml.Workbook(c)
		if err != nil {
			t.Fatal(err)
		}
		papertest.Parts(t, content)
	})
}
