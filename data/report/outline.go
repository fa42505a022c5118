package report

import (
	"strings"

	"huoshui/data/figure"
)

// part is one paragraph of the work report under its headings, with the figures
// it states: what a slide shows and a band of the annex lists.
type part struct {
	section   string // 一、压实责任……; empty before the first
	title     string // 书记带头抓，层层有人管
	sentences [][]stated
}

// stated is a figure where a template states it.
type stated struct {
	figure.Value
	id    string
	label string
	unit  string // as the template counts it: 名, 个, 次, %
	share string // the same as a part of its whole, stated right behind it; empty for none
	by    string // id of the figure that states the share
}

// outline reads a template for its headings and the figures below them, in
// their order, so that slides and annex state what the report states.
func (f *filler) outline(template string) []part {
	parts := []part{{title: "总体情况"}}
	for _, line := range strings.Split(f.told(template), "\n") {
		mark, rest, _ := strings.Cut(strings.TrimRight(line, " \r"), " ")
		last := &parts[len(parts)-1]
		switch mark {
		case "", ";", "=", ">":
		case "#":
			parts = append(parts, part{section: f.plain(rest), title: f.plain(rest)})
		case "##":
			parts = append(parts, part{section: last.section, title: bare(f.plain(rest))})
		default:
			for _, sentence := range strings.SplitAfter(line, "。") {
				if figures := f.stated(sentence); len(figures) > 0 {
					last.sentences = append(last.sentences, figures)
				}
			}
		}
	}
	var full []part
	for _, p := range parts {
		if len(p.sentences) > 0 {
			full = append(full, p)
		}
	}
	return full
}

// stated lists the figures of a sentence.
func (f *filler) stated(sentence string) []stated {
	var list []stated
	for _, m := range place.FindAllStringSubmatchIndex(sentence, -1) {
		name := sentence[m[2]:m[3]]
		if _, word := f.words[name]; word {
			continue
		}
		s := stated{id: f.id(name)}
		if m[4] >= 0 {
			s.unit = sentence[m[4]:m[5]]
		}
		value, ok := f.figures[s.id]
		if !ok {
			value.NoData = true
		}
		s.Value, s.label = value, value.Label
		if s.label == "" {
			s.label = nearby(sentence[:m[0]], sentence[m[1]:])
		}
		list = append(list, s)
	}
	return list
}

// shared puts a share to the count before it that it is the share of.
func shared(list []stated) []stated {
	var out []stated
	for _, s := range list {
		last := len(out) - 1
		if last >= 0 && s.id == out[last].id+".share" && !s.NoData && !out[last].NoData {
			out[last].share, out[last].by = s.Text(), s.id
			continue
		}
		out = append(out, s)
	}
	return out
}

// bare is a heading without its number and its full stop.
func bare(heading string) string {
	if _, rest, ok := strings.Cut(heading, "）"); ok && strings.HasPrefix(heading, "（") {
		heading = rest
	}
	return strings.TrimSuffix(heading, "。")
}
