package report

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// WorkName is the name under which the text of the work report is kept.
const WorkName = "工作汇报"

// OwnText is the office's own text of a paper at a month; nil when the text
// that comes with the program is used.
func OwnText(ctx context.Context, r store.View, name string, at data.Month) (*data.Template, error) {
	kept, err := store.Find[data.Template](ctx, r, store.Where("name", name))
	var last *data.Template
	for _, t := range kept {
		if t.Since <= at && (last == nil || last.Since <= t.Since) {
			last = t
		}
	}
	return last, err
}

// workText is the text of the work report in force at a month.
func workText(ctx context.Context, r store.View, at data.Month) (string, error) {
	own, err := OwnText(ctx, r, WorkName, at)
	if own == nil {
		return assets.WorkReport, err
	}
	return string(own.Text), err
}

// Line is a line of a template: its sort, by the mark at its beginning, and
// its text. Places in it name figures by title, as an office reads them.
type Line struct {
	Mark string // =, #, ##, ###, ####, > or empty for a paragraph
	Text string
}

// marks are the marks lines begin with, followed by a blank.
var marks = []string{"=", "#", "##", "###", "####", ">"}

// Draft is the text of a paper while a user edits it, with the values of its
// places.
type Draft struct {
	Lines []Line
	Own   *data.Template // the record it was read from; nil for the program's text
	facts *filler
	title map[string]string // of figures, without blanks, by ID
}

// OpenDraft reads the text of the work report in force at a month. The values
// are those of a report written on the given day.
func OpenDraft(ctx context.Context, source figure.Source, at data.Month, written time.Time) (*Draft, error) {
	own, err := OwnText(ctx, source.View, WorkName, at)
	if err != nil {
		return nil, err
	}
	facts, err := newFiller(ctx, source, at, written)
	if err != nil {
		return nil, err
	}
	d := &Draft{Own: own, facts: facts, title: map[string]string{}}
	for title, id := range facts.titles {
		d.title[id] = title
	}
	if own == nil {
		d.Restore()
	} else {
		d.Lines = d.read(string(own.Text))
	}
	return d, nil
}

// Restore puts back the text that comes with the program.
func (d *Draft) Restore() { d.Lines = d.read(assets.WorkReport) }

// read parts a text into lines; empty ones only part paragraphs, and remarks on
// the form of the file are for those who read the file.
func (d *Draft) read(text string) []Line {
	var lines []Line
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r")
		if line == "" || strings.HasPrefix(line, ";") {
			continue
		}
		l := Line{Text: line}
		if mark, rest, _ := strings.Cut(line, " "); isMark(mark) {
			l = Line{mark, rest}
		}
		l.Text = d.rename(l.Text, d.title)
		lines = append(lines, l)
	}
	return lines
}

func isMark(mark string) bool {
	for _, m := range marks {
		if m == mark {
			return true
		}
	}
	return false
}

// Text is the draft in the form in which a template is stored: figures by ID,
// an empty line after each paragraph.
func (d *Draft) Text() string {
	var b strings.Builder
	for _, l := range d.Lines {
		text := strings.TrimSpace(strings.ReplaceAll(l.Text, "\n", ""))
		if l.Mark != "" {
			text = l.Mark + " " + text
		}
		b.WriteString(d.rename(text, d.facts.titles) + "\n\n")
	}
	return b.String()
}

// rename puts other names into the places whose name is known.
func (d *Draft) rename(text string, names map[string]string) string {
	return place.ReplaceAllStringFunc(text, func(found string) string {
		m := place.FindStringSubmatch(found)
		name, ok := names[m[1]]
		switch {
		case !ok:
			return found
		case m[2] == "":
			return "{" + name + "}"
		}
		return "{" + name + " " + m[2] + "}"
	})
}

// Places lists the places of a line as they are written, with their braces.
// Places that only decide whether a segment is shown are not in it.
func (d *Draft) Places(l Line) []string {
	return place.FindAllString(segmentHead.ReplaceAllString(l.Text, ""), -1)
}

// Says is the present value of a place.
func (d *Draft) Says(written string) string { return d.facts.plain(written) }

// Spans are the words of a line with the present values of its figures.
func (d *Draft) Spans(l Line) []paper.Span { return d.facts.spans(d.facts.chosen(l.Text)) }

// braced finds whatever stands between braces, right or wrong.
var braced = regexp.MustCompile(`\{[^{}]*\}`)

// Flaw says in a sentence what is wrong with the places of a line; empty when
// nothing is.
func (d *Draft) Flaw(l Line) string {
	rest := braced.ReplaceAllString(l.Text, "")
	switch {
	case strings.ContainsAny(l.Text, "｛｝"):
		return "填写处要用半角的大括号 { }，这里有全角的 ｛ 或 ｝。"
	case strings.Contains(rest, "{"):
		return fmt.Sprintf("“%s”前面的 { 没有对应的 }。", excerpt(rest[strings.Index(rest, "{")+1:]))
	case strings.Contains(rest, "}"):
		return "有一个 } 前面没有对应的 {。"
	case strings.TrimSpace(l.Text) == "":
		return "这一段还没有文字；不要的话请删除。"
	}
	for _, found := range braced.FindAllString(l.Text, -1) {
		m := place.FindStringSubmatch(found)
		if m == nil || m[0] != found {
			return fmt.Sprintf("“%s”里缺少指标名称，或空格不止一个。", found)
		}
		if !d.facts.knows(m[1]) {
			return fmt.Sprintf("没有名为“%s”的指标，请从“插入指标”里选。", m[1])
		}
	}
	return segmentFlaw(l.Text)
}

// excerpt is the beginning of a text.
func excerpt(text string) string {
	if runes := []rune(text); len(runes) > 8 {
		return string(runes[:8]) + "…"
	}
	return text
}

// Offer is a place that the user can put into a template.
type Offer struct {
	Name string // as it stands in a place
	Unit string // behind it in a place; empty for words
	Text string // what it says at the month, with its unit
}

// Offers lists what the user can put into a template: the words of the office,
// then the figures in their order.
func (d *Draft) Offers() []Offer {
	var list []Offer
	for _, name := range wordNames {
		list = append(list, Offer{Name: name, Text: d.facts.words[name]})
	}
	for _, v := range d.facts.order {
		unit := v.Definition.Unit()
		list = append(list, Offer{Name: d.title[v.Definition.ID], Unit: unit, Text: v.Text()})
		if !v.NoData {
			list[len(list)-1].Text += unit
		}
	}
	return list
}

// Place is the offer as it is written in a template.
func (o Offer) Place() string {
	if o.Unit == "" {
		return "{" + o.Name + "}"
	}
	return "{" + o.Name + " " + o.Unit + "}"
}
