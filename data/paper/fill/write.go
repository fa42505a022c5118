package fill

import (
	"bytes"
	"encoding/xml"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"huoshui/data/paper"
)

var errTooLarge = errors.New("fill: part grows too large")

// filling is one run over a template.
type filling struct {
	Values
	unknown map[string]bool
	left    []string // the unknown, in order
}

// edit replaces a stretch of a part.
type edit struct {
	span
	with string
}

// part gives the bytes of a part filled in.
func (f *filling) part(p *part) ([]byte, error) {
	repeated := f.repeated(p)
	var out bytes.Buffer
	at := 0
	for _, row := range repeated.order {
		stretch := p.rows[row]
		f.copy(&out, p, span{at, stretch.from}, repeated.outside, nil)
		people := f.People
		if len(people) == 0 {
			people = [][]string{nil}
		}
		for i := range people {
			f.copy(&out, p, stretch, repeated.rows[row], &person{number: i + 1, cells: people[i]})
			if out.Len() > maxGrown {
				return nil, errTooLarge
			}
		}
		at = stretch.to
	}
	f.copy(&out, p, span{at, len(p.content)}, repeated.outside, nil)
	return out.Bytes(), nil
}

// person is who a repeated row is about.
type person struct {
	number int      // from 1
	cells  []string // nil when there is nobody
	said   bool     // 无数据 stands in the row already
}

// repeats parts the paragraphs into those of repeated rows and the others.
type repeats struct {
	order   []int // the rows repeated, from the top
	rows    map[int][]*paragraph
	outside []*paragraph
}

// repeated finds the rows that ask for fields of people. A row within another
// such row goes with it.
func (f *filling) repeated(p *part) repeats {
	asks := map[int]bool{}
	for _, para := range p.paragraphs {
		for _, m := range para.places {
			if _, general := f.Text(m.name, ""); !general && len(para.rows) > 0 && f.Field(m.name) >= 0 {
				asks[para.rows[len(para.rows)-1]] = true
			}
		}
	}
	r := repeats{rows: map[int][]*paragraph{}}
	for _, para := range p.paragraphs {
		at := slices.IndexFunc(para.rows, func(row int) bool { return asks[row] })
		if at < 0 {
			r.outside = append(r.outside, para)
			continue
		}
		row := para.rows[at]
		if r.rows[row] == nil {
			r.order = append(r.order, row)
		}
		r.rows[row] = append(r.rows[row], para)
	}
	slices.Sort(r.order) // rows are numbered as they begin
	return r
}

// copy writes a stretch of a part with the places of the paragraphs in it
// filled in.
func (f *filling) copy(out *bytes.Buffer, p *part, stretch span, paragraphs []*paragraph, who *person) {
	var edits []edit
	for _, para := range paragraphs {
		edits = append(edits, f.edits(p, para, stretch, who)...)
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	at := stretch.from
	for _, e := range edits {
		out.Write(p.content[at:e.from])
		out.WriteString(e.with)
		at = e.to
	}
	out.Write(p.content[at:stretch.to])
}

// edits are what changes in a paragraph.
func (f *filling) edits(p *part, para *paragraph, stretch span, who *person) []edit {
	if len(para.places) == 0 || !within(para, stretch) {
		return nil
	}
	text := para.text
	type filled struct {
		match
		with string
	}
	var known []filled
	for _, m := range para.places {
		if with, ok := f.value(m.name, text[m.to:], who); ok {
			known = append(known, filled{m, with})
		}
	}
	var edits []edit
	from := 0
	for _, piece := range para.pieces {
		to := from + len(piece.text)
		var b strings.Builder
		at := from
		touched := false
		for _, k := range known {
			if k.to <= from || k.from >= to {
				continue
			}
			touched = true
			b.WriteString(text[at:max(at, k.from)])
			if k.from >= from {
				b.WriteString(k.with)
			}
			at = min(k.to, to)
		}
		if touched {
			b.WriteString(text[at:to])
			edits = append(edits, rewrite(p, piece, b.String()))
		}
		from = to
	}
	return edits
}

func within(para *paragraph, stretch span) bool {
	for _, piece := range para.pieces {
		if piece.tag.to > 0 {
			return piece.tag.from >= stretch.from && piece.tag.to <= stretch.to
		}
	}
	return false
}

// value is what belongs at a place.
func (f *filling) value(name, after string, who *person) (string, bool) {
	if text, ok := f.Text(name, after); ok {
		return text, true
	}
	if who == nil && len(f.People) == 1 {
		who = &person{number: 1, cells: f.People[0]}
	}
	field := f.Field(name)
	switch {
	case who == nil || field < 0 && name != numberName:
		f.miss(name)
		return "", false
	case who.cells == nil && who.said:
		return "", true
	case who.cells == nil:
		who.said = true
		return noData, true
	case name == numberName:
		return strconv.Itoa(who.number), true
	case field < len(who.cells):
		return who.cells[field], true
	}
	return "", true
}

func (f *filling) miss(name string) {
	if !f.unknown[name] {
		f.unknown[name] = true
		f.left = append(f.left, name)
	}
}

// spaced is the attribute that keeps blanks at the ends of a text.
var spaced = regexp.MustCompile(`\sxml:space\s*=`)

// rewrite gives a text element another text. Where the text breaks, its line is
// broken by an element of the same prefix.
func rewrite(p *part, old piece, text string) edit {
	tag := string(p.content[old.tag.from:old.tag.to])
	if !spaced.MatchString(tag) {
		tag = strings.TrimSuffix(tag, ">") + ` xml:space="preserve">`
	}
	name := tag[1:strings.IndexAny(tag, " \t\r\n>")]
	prefix := strings.TrimSuffix(name, "t")
	lines := strings.Split(paper.Clean(text), "\n")
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteString("</" + name + "><" + prefix + "br/>" + tag)
		}
		_ = xml.EscapeText(&b, []byte(line)) // a Builder never fails
	}
	return edit{span{old.tag.from, old.body.to}, tag + b.String()}
}

// numberName is the place of the running number in a repeated row.
const numberName = "序号"
