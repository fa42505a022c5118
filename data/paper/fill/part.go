package fill

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// The names Word knows its own elements by: as it writes them, and in files
// saved as “strict”.
var word = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             true,
}

// maxDepth of elements within each other; Word itself stops far earlier.
const maxDepth = 2000

// part is one part of the file with text: its bytes, and where in them the
// texts, the paragraphs and the rows of tables stand.
type part struct {
	content    []byte
	paragraphs []*paragraph // in the order in which they end
	rows       []span
}

// span is a stretch of the bytes of a part.
type span struct{ from, to int }

// piece is a text of a paragraph: the content of a w:t, or, without bytes of
// its own, a break or tab, over which no place reaches.
type piece struct {
	text string
	tag  span // of the opening tag; empty for breaks
	body span // between the tags
}

// paragraph is the text of a w:p, without that of boxes within it.
type paragraph struct {
	pieces []piece
	rows   []int // of tables it stands in, by index, the outermost first
	text   string
	places []match
}

// match is a place within the text of a paragraph.
type match struct {
	name     string
	from, to int // bytes of the paragraph's text
}

// braces are taken as a Chinese keyboard gives them, too.
var braces = regexp.MustCompile(`[{｛]{2}([^{}｛｝\n\t]{1,200})[}｝]{2}`)

// read finds the places, once all pieces are there.
func (p *paragraph) read() {
	var b strings.Builder
	for _, piece := range p.pieces {
		b.WriteString(piece.text)
	}
	p.text = b.String()
	for _, m := range braces.FindAllStringSubmatchIndex(p.text, -1) {
		p.places = append(p.places, match{strings.TrimSpace(p.text[m[2]:m[3]]), m[0], m[1]})
	}
}

// reader walks through the elements of a part.
type reader struct {
	part  *part
	open  []*paragraph // paragraphs one is in, the innermost last
	rows  []int        // rows one is in
	text  *piece       // the w:t one is in
	chars strings.Builder
}

// parse finds the texts of a part.
func parse(content []byte) (*part, error) {
	if !utf8.Valid(content) {
		return nil, errors.New("fill: part is not UTF-8")
	}
	r := &reader{part: &part{content: content}}
	d := xml.NewDecoder(bytes.NewReader(content))
	depth := 0
	for {
		from := int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF {
			return r.part, nil
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, errors.New("fill: elements too deep")
			}
			if word[t.Name.Space] {
				r.begin(t.Name.Local, span{from, to})
			}
		case xml.EndElement:
			depth--
			if word[t.Name.Space] {
				r.end(t.Name.Local, span{from, to})
			}
		case xml.CharData:
			if r.text != nil {
				r.chars.Write(t)
			}
		}
	}
}

func (r *reader) begin(name string, tag span) {
	switch name {
	case "p":
		r.open = append(r.open, &paragraph{rows: append([]int(nil), r.rows...)})
	case "tr":
		r.rows = append(r.rows, len(r.part.rows))
		r.part.rows = append(r.part.rows, span{from: tag.from})
	case "t":
		r.text = &piece{tag: tag, body: span{from: tag.to}}
		r.chars.Reset()
	case "br", "cr", "tab":
		r.add(piece{text: "\n"})
	}
}

func (r *reader) end(name string, tag span) {
	switch name {
	case "p":
		if n := len(r.open); n > 0 {
			r.open[n-1].read()
			r.part.paragraphs = append(r.part.paragraphs, r.open[n-1])
			r.open = r.open[:n-1]
		}
	case "tr":
		if n := len(r.rows); n > 0 {
			r.part.rows[r.rows[n-1]].to = tag.to
			r.rows = r.rows[:n-1]
		}
	case "t":
		if r.text != nil && tag.from >= r.text.body.from && tag.to > tag.from { // <w:t/> has no body to fill
			r.text.body.to, r.text.text = tag.from, r.chars.String()
			r.add(*r.text)
		}
		r.text = nil
	}
}

func (r *reader) add(p piece) {
	if n := len(r.open); n > 0 {
		r.open[n-1].pieces = append(r.open[n-1].pieces, p)
	}
}

// contentTypes reads which part is what.
func contentTypes(content []byte) (map[string]string, error) {
	var types struct {
		Override []struct {
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(content, &types); err != nil {
		return nil, err
	}
	found := map[string]string{}
	for _, o := range types.Override {
		found[o.PartName] = o.ContentType
	}
	return found, nil
}
