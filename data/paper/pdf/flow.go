package pdf

import (
	"fmt"

	"huoshui/data/paper"
)

// strip is a piece of the paper as wide as the type area that no page break
// cuts: a line of text, a row of a table, a chart.
type strip struct {
	height float64
	keep   bool // on the page of the next strip
	blank  bool // vanishes at the head of a page
	header *strip
	draw   func(x, y float64) // from the left top corner of the strip
}

// flow fills pages with strips.
type flow struct {
	*canvas
	page     paper.Page
	begun    bool // a page
	broken   bool // the next strip begins a page
	number   int  // of the page
	y        float64
	bottom   float64
	waiting  []strip // kept together with what comes next
	untaken  bool    // nothing stands on the page yet
	tall     float64 // height of the type area
	wide     float64 // its width
	left     float64
	numbered look
}

func newFlow(c *canvas, page paper.Page) *flow {
	f := &flow{canvas: c, numbered: look{role: allSong, size: 14}}
	f.turn(page)
	return f
}

// points turns twips into points.
func points(twips int) float64 { return float64(twips) / 20 }

// turn sets the kind of the pages that follow.
func (f *flow) turn(page paper.Page) {
	f.page = page
	f.tall, f.wide, f.left = points(page.TextHeight()), points(page.TextWidth()), points(page.Left)
}

// end closes the page, so that the next strip begins one.
func (f *flow) end() {
	f.settle()
	f.broken = true
}

// settle puts down what waits for more.
func (f *flow) settle() {
	if len(f.waiting) > 0 {
		f.put(f.waiting)
		f.waiting = nil
	}
}

// add appends a strip.
func (f *flow) add(s strip) {
	f.waiting = append(f.waiting, s)
	if !s.keep {
		f.settle()
	}
}

// space appends blank room.
func (f *flow) space(height float64, keep bool) {
	f.add(strip{height: height, keep: keep, blank: true})
}

// room is how much of the page is left for what comes next.
func (f *flow) room() float64 {
	if !f.begun || f.broken {
		return f.tall - heightOf(f.waiting)
	}
	return f.bottom - f.y - heightOf(f.waiting)
}

func heightOf(strips []strip) float64 {
	sum := 0.0
	for _, s := range strips {
		sum += s.height
	}
	return sum
}

// put sets strips on one page, if they fit on any.
func (f *flow) put(strips []strip) {
	const rounding = 0.01
	if !f.begun || f.broken || !f.untaken && heightOf(strips) > f.bottom-f.y+rounding && !blank(strips) {
		f.newPage()
	}
	for _, s := range strips {
		if !f.untaken && s.height > f.bottom-f.y+rounding && !s.blank {
			f.newPage()
		}
		if s.blank && f.untaken {
			continue
		}
		if f.untaken && s.header != nil {
			s.header.draw(f.left, f.y)
			f.y += s.header.height
		}
		if s.draw != nil {
			s.draw(f.left, f.y)
		}
		f.y += s.height
		f.untaken = false
	}
}

func blank(strips []strip) bool {
	for _, s := range strips {
		if !s.blank {
			return false
		}
	}
	return true
}

func (f *flow) newPage() {
	f.number++
	f.begun, f.broken, f.untaken = true, false, true
	f.canvas.page(points(f.page.Width), points(f.page.Height))
	f.y, f.bottom = points(f.page.Top), points(f.page.Height-f.page.Bottom)
	if !f.page.Unnumbered {
		f.drawNumber()
	}
}

// drawNumber sets the page number by GB/T 9704: its dashes 7 mm below the type
// area, one character in from the outer edge.
func (f *flow) drawNumber() {
	const (
		below = 7 * 72 / 25.4
		dash  = 0.38 // height of a dash above the base line, in ems
		edge  = 12   // what printers leave blank
	)
	glyphs := f.shelf.shape(fmt.Sprintf("— %d —", f.number), f.numbered)
	x := f.left + f.numbered.size
	if f.number%2 == 1 {
		x = f.left + f.wide - f.numbered.size - widthOf(glyphs)
	}
	base := min(f.bottom+below+dash*f.numbered.size, points(f.page.Height)-edge)
	f.text(glyphs, f.numbered, x, base, 0, black)
}
