package paper

import (
	"fmt"
	"math"
)

// Slides are laid out on a field of 1280 by 720, whatever shows them.
const (
	SlideWidth  = 1280
	SlideHeight = 720
)

// Box is a rectangle on the field of a slide.
type Box struct{ X, Y, W, H float64 }

// Layout is where the things of a slide are placed, in the order of the slide.
type Layout struct {
	Section, Title, Note, Number Box
	TitleSize                    float64
	Cards, Charts, Lights        []Box
	Table                        Box
}

// The measures of a slide.
const (
	slideEdge   = 72  // left and right of everything
	slideFoot   = 650 // content ends here
	slideGap    = 20
	titleSize   = 36
	titleLeast  = 29
	cardColumn  = 350 // cards beside a chart
	cardHighest = 250
	cardStrip   = 128 // cards above something else
	lightRow    = 76  // at most
)

// What a slide can hold and still be read from six metres.
const (
	CardsOnSlide  = 6
	RowsOnSlide   = 12
	lightsOnSlide = 72
	lightsInWide  = 40 // up to here the map has wide plates
)

// lightColumns are those of a map of so many lights.
func lightColumns(n int) int {
	if n <= lightsInWide {
		return 5
	}
	return 6
}

// Pages are the slides as they are shown. A slide with too much for one page
// is split into several with the same title.
func (d *Deck) Pages() []Slide {
	var pages []Slide
	for _, s := range d.Slides {
		pages = append(pages, s.pages()...)
	}
	return pages
}

func (s Slide) pages() []Slide {
	rows := 0
	if s.Table != nil {
		rows = len(s.Table.Rows)
	}
	parts := max(over(len(s.Cards), CardsOnSlide), over(len(s.Lights), lightsOnSlide), over(rows, RowsOnSlide))
	if parts <= 1 {
		return []Slide{s}
	}
	pages := make([]Slide, parts)
	for i := range pages {
		p := s
		p.Title = fmt.Sprintf("%s（%d／%d）", s.Title, i+1, parts)
		p.Cards, p.Lights = nth(s.Cards, i, parts, CardsOnSlide, 1), nth(s.Lights, i, parts, lightsOnSlide, lightColumns(lightsOnSlide))
		if s.Table != nil {
			t := *s.Table
			t.Rows = nth(t.Rows, i, parts, RowsOnSlide, 1)
			p.Table = &t
		}
		if i > 0 {
			p.Charts, p.Remarks = nil, nil
		}
		pages[i] = p
	}
	return pages
}

// over is how many parts of at most so many things fall into.
func over(n, most int) int { return (n + most - 1) / most }

// nth is the i-th of even parts, in whole rows of so many; or all of it on every
// page where it fits.
func nth[T any](list []T, i, parts, most, row int) []T {
	if len(list) <= most {
		return list
	}
	size := over(over(len(list), parts), row) * row
	return list[min(i*size, len(list)):min((i+1)*size, len(list))]
}

// Layout places the things of a slide. Cards fill the slide when they are
// alone, are left of a single chart when they are few, and are at the top
// otherwise.
func (s Slide) Layout() Layout {
	const width = SlideWidth - 2*slideEdge
	size, rows := s.title(width)
	l := Layout{
		Section: Box{slideEdge, 34, width, 30},
		Title:   Box{slideEdge, 66, width, size * 1.25 * rows}, TitleSize: size,
		Note:   Box{slideEdge, 668, width - 90, 30},
		Number: Box{SlideWidth - slideEdge - 80, 668, 80, 30},
	}
	top := l.Title.Y + l.Title.H + slideGap + 4
	area := Box{slideEdge, top, width, slideFoot - top}
	n := len(s.Cards)
	switch {
	case n == 0:
	case len(s.Charts) == 0 && s.Table == nil && len(s.Lights) == 0:
		l.Cards = cardGrid(area, n)
		return l
	case n <= 3 && len(s.Charts) == 1 && s.Table == nil && len(s.Lights) == 0:
		l.Cards = stack(Box{area.X, area.Y, cardColumn, area.H}, n)
		area.X, area.W = area.X+cardColumn+2*slideGap, area.W-cardColumn-2*slideGap
	default:
		l.Cards = grid(Box{area.X, area.Y, area.W, cardStrip}, n, n, cardStrip)
		area.Y, area.H = area.Y+cardStrip+slideGap, area.H-cardStrip-slideGap
	}
	l.place(s, area)
	return l
}

// place parts what the cards leave free among charts, table and lights.
func (l *Layout) place(s Slide, area Box) {
	blocks := 0.0
	for _, there := range []bool{len(s.Charts) > 0, s.Table != nil, len(s.Lights) > 0} {
		if there {
			blocks++
		}
	}
	next := func() Box {
		b := Box{area.X, area.Y, area.W, (area.H - (blocks-1)*slideGap) / blocks}
		area.Y += b.H + slideGap
		return b
	}
	if n := len(s.Charts); n > 0 {
		b := next()
		l.Charts = grid(b, n, n, b.H)
	}
	if s.Table != nil {
		l.Table = next()
	}
	if n := len(s.Lights); n > 0 {
		l.Lights = grid(next(), n, lightColumns(n), lightRow)
	}
}

// title is the size of the title, a little smaller where that saves a second
// line, and how many lines it takes.
func (s Slide) title(width float64) (size, rows float64) {
	ems := Ems(s.Title)
	size = math.Floor(width / max(ems, 1))
	switch {
	case size >= titleSize:
		return titleSize, 1
	case size >= titleLeast:
		return size, 1
	}
	return titleSize, 2
}

// Ems is the approximate width of a text, in widths of a Chinese character.
// Programs leave a little room between Chinese and other characters.
func Ems(text string) float64 {
	const latin, between = 0.57, 0.12
	n, last := 0.0, rune(0)
	for _, r := range text {
		if r < 0x80 {
			n += latin
		} else {
			n++
		}
		if last != 0 && (r < 0x80) != (last < 0x80) {
			n += between
		}
		last = r
	}
	return n
}

// cardGrid sets up to three cards in a row and up to six in two; the shorter row
// is as wide as the other.
func cardGrid(area Box, n int) []Box {
	rows := 1
	if n > 3 {
		rows = over(n, 3)
	}
	height := min(cardHighest, (area.H-float64(rows-1)*slideGap)/float64(rows))
	used := height*float64(rows) + slideGap*float64(rows-1)
	y := area.Y + (area.H-used)*0.4 // a little above the middle
	var boxes []Box
	for row := range rows {
		first, next := (row*n+rows-1)/rows, ((row+1)*n+rows-1)/rows
		boxes = append(boxes, grid(Box{area.X, y, area.W, height}, next-first, next-first, height)...)
		y += height + slideGap
	}
	return boxes
}

// stack sets cards one below the other, from the top.
func stack(area Box, n int) []Box {
	height := min(cardHighest, (area.H-float64(n-1)*slideGap)/float64(n))
	y := area.Y + (area.H-height*float64(n)-slideGap*float64(n-1))/2
	boxes := make([]Box, n)
	for i := range boxes {
		boxes[i] = Box{area.X, y + float64(i)*(height+slideGap), area.W, height}
	}
	return boxes
}

// grid parts an area into n boxes of so many columns, none higher than most.
func grid(area Box, n, columns int, most float64) []Box {
	gap := float64(slideGap)
	rows := over(n, columns)
	if rows > 1 {
		gap = slideGap / 2
	}
	w := (area.W - float64(columns-1)*gap) / float64(columns)
	h := min(most, (area.H-float64(rows-1)*gap)/float64(rows))
	boxes := make([]Box, n)
	for i := range boxes {
		boxes[i] = Box{area.X + float64(i%columns)*(w+gap), area.Y + float64(i/columns)*(h+gap), w, h}
	}
	return boxes
}
