package preview

import (
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// paperStyle is the style of a kind of block. All lengths are in points.
type paperStyle struct {
	size, line    float32 // of the letters, from line to line
	indent        float32 // of the first line, in characters
	before, after float32
	bold, centred bool
	right         bool // at the right margin, two characters in
	leads         bool // a heading, which must not stand alone at the foot
	color         fyne.ThemeColorName
}

// paperStyles follow the weights of official papers: 黑体 and 仿宋加粗 for the
// first and third heading become bold, 楷体 and 仿宋 for the others regular.
var paperStyles = map[Kind]paperStyle{
	Title:    {size: 22, line: 34, after: 8, bold: true, centred: true, leads: true, color: kit.ColorText},
	Subtitle: {size: 16, line: 28, after: 14, centred: true, leads: true, color: kit.ColorText},
	H1:       {size: 16, line: 28, indent: 2, before: 6, bold: true, leads: true, color: kit.ColorText},
	H2:       {size: 16, line: 28, indent: 2, leads: true, color: kit.ColorText},
	H3:       {size: 16, line: 28, indent: 2, bold: true, leads: true, color: kit.ColorText},
	H4:       {size: 16, line: 28, indent: 2, leads: true, color: kit.ColorText},
	Body:     {size: 16, line: 28, indent: 2, color: kit.ColorText},
	Flush:    {size: 16, line: 28, color: kit.ColorText},
	Sign:     {size: 16, line: 28, right: true, color: kit.ColorText},
	Note:     {size: 12, line: 19, indent: 2, before: 4, after: 4, color: kit.ColorSecondary},
}

var paperCaption = paperStyle{size: 14, line: 24, before: 6, bold: true, centred: true, leads: true, color: kit.ColorText}

// paragraph sets the spans one after the other, broken into lines.
func (s *setter) paragraph(spans []Span, style paperStyle) {
	runes, owner := flatten(spans)
	size, fyneStyle := s.px(style.size), fyne.TextStyle{Bold: style.bold}
	widths := kit.RuneWidths(runes, size, fyneStyle)
	indent := size * style.indent
	figures := s.figuresOf(spans)
	s.space(style.before)
	for i, l := range kit.BreakLines(runes, widths, s.textWidth()-indent, s.textWidth()) {
		x := s.textLeft()
		if i == 0 {
			x += indent
		}
		line := paperLine{StripPart: kit.StripPart{Height: s.px(style.line)}}
		for from := l.From; from < l.To; {
			to, w := from, float32(0)
			for to < l.To && owner[to] == owner[from] {
				w += widths[to]
				to++
			}
			line.pieces = append(line.pieces, paperPiece{
				paperBox: paperBox{x, 0, w, line.Height}, text: string(runes[from:to]),
				size: size, bold: style.bold, color: style.color, figure: figures[owner[from]],
			})
			x, from = x+w, to
		}
		if style.centred {
			line.shift((s.textLeft() + s.textWidth() - x) / 2)
		}
		if style.right {
			line.shift(s.textLeft() + s.textWidth() - x - 2*size)
		}
		follows := float32(0)
		if style.leads {
			follows = s.px(28)
		}
		s.add(line, follows)
	}
	s.space(style.after)
}

// flatten joins the spans and remembers whose each rune is.
func flatten(spans []Span) (runes []rune, owner []int) {
	for i, span := range spans {
		for _, r := range span.Text {
			runes, owner = append(runes, r), append(owner, i)
		}
	}
	return runes, owner
}

// figuresOf gives each span the index of its figure, or -1.
func (s *setter) figuresOf(spans []Span) []int {
	figures := make([]int, len(spans))
	for i, span := range spans {
		figures[i] = s.figure(span)
	}
	return figures
}

func (s *setter) figure(span Span) int {
	if span.ID == "" || strings.TrimSpace(span.Text) == "" {
		return -1
	}
	s.paper.figures = append(s.paper.figures, paperFigure{id: span.ID})
	return len(s.paper.figures) - 1
}

func (l *paperLine) shift(by float32) {
	for i := range l.pieces {
		l.pieces[i].x += by
	}
}
