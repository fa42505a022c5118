package paper

import (
	"strings"
	"unicode/utf8"
)

// Setting is the size and line height of the text in a cell of a form.
type Setting struct {
	Size, Line float64 // of the characters and from line to line, in points
	Side, Top  float64 // between frame and text, in points
	Over       bool    // even the smallest print does not fit: the row must grow
}

// Sizes of print in forms, in points. Below the smallest of the trade text goes
// on shrinking rather than being cut off.
const (
	step     = 0.5
	smallest = 8
	tiniest  = 5
	upright  = 10.5 // upright words shrink so far before they stand in two columns
)

// Set finds the size at which the text of a cell fits: the cell's own size, or
// a smaller one in steps of half a point. Lines are one point higher than
// their characters, as 任免审批表 are printed.
func (f Form) Set(p Place) Setting {
	width, height, grows := 0.0, 0.0, false
	for _, w := range f.Columns[p.Column : p.Column+p.Columns] {
		width += float64(w) / 20
	}
	for _, row := range f.Rows[p.Row : p.Row+p.Rows] {
		height += float64(row.Height) / 20
		grows = grows || row.Grows
	}
	s := p.Cell.setting(f.Size)
	if p.Cell.Upright {
		width, height = height, width
	}
	for !grows && !p.Cell.fits(s, width, height) {
		if s.Size-step < tiniest {
			s.Over = true
			break
		}
		s = s.smaller()
	}
	return s
}

// setting is that of a cell whose text is short.
func (c FormCell) setting(size float64) Setting {
	s := Setting{Size: size, Side: 5}
	if c.Size > 0 {
		s.Size = c.Size
	}
	s.Size = max(s.Size, tiniest)
	if c.Align == Center {
		s.Side = 1.5
	}
	if c.Top {
		s.Top = 3
	}
	return s.leaded()
}

func (s Setting) smaller() Setting {
	s.Size -= step
	return s.leaded()
}

func (s Setting) leaded() Setting {
	s.Line = s.Size + 1
	if s.Size < smallest {
		s.Line = s.Size + 0.5
	}
	return s
}

// fits says whether the text fits into a cell. What stands upright has its lines
// turned.
func (c FormCell) fits(s Setting, width, height float64) bool {
	room, lines, paragraphs := (width-2*s.Side)/s.Size, 0, 0
	for paragraph := range strings.SplitSeq(Clean(c.Text), "\n") {
		paragraphs++
		lines += broken(paragraph, room, room-float64(c.Hang))
	}
	if c.Upright && lines > paragraphs && s.Size > upright {
		return false
	}
	return float64(lines)*s.Line+s.Top <= height
}

// broken counts the lines of a paragraph; first and rest are their lengths in
// Chinese characters.
func broken(text string, first, rest float64) int {
	lines, room := 1, first
	for unit := range units(text) {
		wide := breadth(unit)
		if wide <= room {
			room -= wide
			continue
		}
		if unit == " " {
			continue // hangs out at the end of the line
		}
		lines, room = lines+1, rest
		if wide <= room {
			room -= wide
			continue
		}
		for _, r := range unit { // longer than a line
			if wide = runeBreadth(r); wide > room && room < rest {
				lines, room = lines+1, rest
			}
			room -= wide
		}
	}
	return lines
}

// Marks that may not begin a line, and those that may not end one.
const (
	closing = "，。、；：？！）》〉」』】〕”’…—·％,.;:?!)%"
	opening = "（《〈「『【〔“‘("
)

// units parts a text into what is never broken: a Chinese character with the
// marks that cling to it, or a word of letters and digits.
func units(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start, last := 0, rune(0)
		for i, r := range text {
			if i > start && !clings(last, r) {
				if !yield(text[start:i]) {
					return
				}
				start = i
			}
			last = r
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}

// clings says whether no line may end between two characters.
func clings(last, next rune) bool {
	switch {
	case last == ' ' || next == ' ':
		return false
	case strings.ContainsRune(closing, next), strings.ContainsRune(opening, last):
		return true
	}
	return last < utf8.RuneSelf && next < utf8.RuneSelf && last != '-'
}

func breadth(text string) float64 {
	wide := 0.0
	for _, r := range text {
		wide += runeBreadth(r)
	}
	return wide
}

// runeBreadth is the width of a character as a part of a Chinese one. Letters
// are a little wider than half of one in most faces.
func runeBreadth(r rune) float64 {
	if r < utf8.RuneSelf {
		return 0.55
	}
	return 1
}
