// Package report builds the papers of the trade from records: it fills
// templates and lists into the document model of package paper.
package report

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// place is a {…} in a template: a figure with its unit, or a word of the office.
var place = regexp.MustCompile(`\{([^{} ]+)(?: ([^{}]+))?\}`)

// filler fills a template with the words of the office and the figures.
type filler struct {
	words   map[string]string
	figures map[string]figure.Value
	titles  map[string]string // IDs of figures by their title, without blanks
	order   []figure.Value
	missing []string // figures without data, in words, in the order met
}

// newFiller states all figures at a month, for a paper written on a day.
func newFiller(ctx context.Context, source figure.Source, at data.Month, written time.Time) (*filler, error) {
	values, err := source.Compute(ctx, source.Definitions(), at)
	if err != nil {
		return nil, err
	}
	f := &filler{figures: map[string]figure.Value{}, titles: map[string]string{}, order: values}
	for _, v := range values {
		f.figures[v.Definition.ID] = v
		f.titles[unspaced(v.Label)] = v.Definition.ID
	}
	f.words = words(source.Office, at, written, f.figures[floorFigure])
	return f, nil
}

// unspaced is a title as it stands in a place, where a blank parts it from its
// unit.
func unspaced(title string) string { return strings.Join(strings.Fields(title), "") }

// floorFigure is the share that has a floor (保底).
const floorFigure = "m1.2.floor"

// wordNames are the words of the office, as places name them.
var wordNames = []string{"地区", "单位", "本级", "时点", "年", "今年", "半年", "近年", "每半年调度会次数", "保底比例", "距保底尚需"}

// words are what they say at a month, in a paper written on a day.
func words(office data.Office, at data.Month, written time.Time, floor figure.Value) map[string]string {
	needed := noData
	if n, ok := floor.Needed(); ok {
		needed = fmt.Sprint(n)
	}
	return map[string]string{
		"地区":       office.Place,
		"单位":       office.Name,
		"本级":       string(office.Level),
		"时点":       at.Chinese(),
		"年":        fmt.Sprint(at.Year()),
		"今年":       thisYear(at, written),
		"半年":       at.HalfYear(),
		"近年":       office.RecentYears(),
		"每半年调度会次数": fmt.Sprint(office.Dispatches),
		"保底比例":     fmt.Sprint(office.Floor),
		"距保底尚需":    needed,
	}
}

// thisYear is the word of a paper for its year: “今年” while it is written
// in that year, else by its number.
func thisYear(at data.Month, written time.Time) string {
	if at.Year() == written.Year() {
		return "今年"
	}
	return fmt.Sprintf("%d年", at.Year())
}

// id is that of the figure a place names, by ID or by title.
func (f *filler) id(name string) string {
	if id, ok := f.titles[name]; ok {
		return id
	}
	return name
}

// knows reports a word or a figure.
func (f *filler) knows(name string) bool {
	_, word := f.words[name]
	_, value := f.figures[f.id(name)]
	return word || value
}

// noData stands for a figure that has no records.
const noData = "无数据"

// fill turns a template into blocks. The head of the template describes its form.
func (f *filler) fill(template string) (title string, blocks []paper.Block) {
	for _, line := range strings.Split(f.chosen(template), "\n") {
		line = strings.TrimRight(line, " \r")
		mark, rest, _ := strings.Cut(line, " ")
		switch mark {
		case "", ";":
		case "=":
			title = f.plain(rest)
		case "#", "##", "###", "####":
			blocks = append(blocks, paper.H(len(mark), f.plain(rest)))
		case ">":
			blocks = append(blocks, paper.Addressee(f.plain(rest)))
		default:
			blocks = append(blocks, paper.Para(f.spans(line)...))
		}
	}
	return title, blocks
}

func (f *filler) plain(text string) string {
	var b strings.Builder
	for _, s := range f.spans(text) {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (f *filler) spans(text string) []paper.Span {
	var spans []paper.Span
	last := 0
	for _, m := range place.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > last {
			spans = append(spans, paper.Plain(text[last:m[0]]))
		}
		unit := ""
		if m[4] >= 0 {
			unit = text[m[4]:m[5]]
		}
		span, ok := f.span(text[m[2]:m[3]], unit)
		if !ok {
			f.missing = append(f.missing, nearby(text[:m[0]], text[m[1]:]))
		}
		spans, last = append(spans, span), m[1]
	}
	if last < len(text) {
		spans = append(spans, paper.Plain(text[last:]))
	}
	return spans
}

// span is what stands at a place; false when there are no records for it.
func (f *filler) span(name, unit string) (paper.Span, bool) {
	if word, ok := f.words[name]; ok {
		return paper.Plain(word), true
	}
	id := f.id(name)
	value, ok := f.figures[id]
	switch {
	case !ok:
		return paper.Chip(id, noData), false
	case value.NoData:
		return paper.Chip(id, value.Text()), false
	}
	return paper.Chip(id, value.Text()+unit), true
}

// stops end the words that tell what a figure is about.
const stops = "，。；、：（）{}"

// nearby names a place by the words that lead to it, else by those behind it.
func nearby(before, after string) string {
	if i := strings.LastIndexAny(before, stops); i >= 0 {
		before = strings.TrimLeft(before[i:], stops)
	}
	if before != "" {
		return before
	}
	if i := strings.IndexAny(after, stops); i >= 0 {
		after = after[:i]
	}
	return after
}
