package paper

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Span is a piece of text within a paragraph or a table cell. With Figure set
// it states that figure: the window's preview makes it clickable, the file
// formats print its text.
type Span struct {
	Text   string
	Figure string // id of the figure, or empty
	Photo  []byte // JPEG or PNG above the text, as wide as a table's cell allows; in tables only
}

// Plain makes a span of ordinary words.
func Plain(text string) Span { return Span{Text: text} }

// Chip makes a span that states a figure.
func Chip(figure, text string) Span { return Span{Text: text, Figure: figure} }

// Heading is a title within the body. Its text includes its number: 一、 at
// level 1, （一） at 2, 1. at 3, （1） at 4.
type Heading struct {
	Level int
	Text  string
}

// H makes a heading of the given level.
func H(level int, text string) Heading { return Heading{Level: level, Text: text} }

func (h Heading) lines() []string       { return []string{h.Text} }
func (h Heading) spans() iter.Seq[Span] { return none }
func (h Heading) check() error {
	if h.Level < 1 || h.Level > 4 {
		return fmt.Errorf("heading of level %d", h.Level)
	}
	return nil
}

// Paragraph is running text. Its first line is indented by two characters
// unless it is Flush (顶格), like the line with the addressee.
type Paragraph struct {
	Spans []Span
	Flush bool
}

// Para makes a paragraph of words and figures.
func Para(spans ...Span) Paragraph { return Paragraph{Spans: spans} }

// Text makes a paragraph without figures.
func Text(text string) Paragraph { return Para(Plain(text)) }

// Addressee makes the flush line with the name of the receiver (主送).
func Addressee(text string) Paragraph {
	return Paragraph{Spans: []Span{Plain(text)}, Flush: true}
}

func (p Paragraph) lines() []string       { return []string{join(p.Spans)} }
func (p Paragraph) spans() iter.Seq[Span] { return slices.Values(p.Spans) }
func (p Paragraph) check() error          { return nil }

// Note is small print, such as the remarks under a table.
type Note struct {
	Spans []Span
}

// Remark makes a note of words and figures.
func Remark(spans ...Span) Note { return Note{Spans: spans} }

func (n Note) lines() []string       { return []string{join(n.Spans)} }
func (n Note) spans() iter.Seq[Span] { return slices.Values(n.Spans) }
func (n Note) check() error          { return nil }

// PageBreak starts a new page: of the same kind as before, or of the given
// kind.
type PageBreak struct{ Page *Page }

func (PageBreak) lines() []string       { return nil }
func (PageBreak) spans() iter.Seq[Span] { return none }
func (PageBreak) check() error          { return nil }

func none(func(Span) bool) {}

func join(spans []Span) string {
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(s.Text)
	}
	return out.String()
}
