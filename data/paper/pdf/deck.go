package pdf

import (
	"bytes"
	"fmt"
	"io"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// The colours of a slide, as in the window and in PowerPoint.
const (
	oursInk   = "9E1B1B"
	quietInk  = "6B6B66"
	groundInk = "F7F5F1"
	headInk   = "EDE9E1"
)

// WriteDeck writes d to w as a PDF file of 16:9 pages with the layout of its
// PowerPoint file; one unit of the slide is one point. Notes for the speaker
// are left out.
func WriteDeck(w io.Writer, d *paper.Deck, fonts paper.Fonts) error {
	if err := writeDeck(w, d, newCanvas(fonts, folders())); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

func writeDeck(w io.Writer, d *paper.Deck, c *canvas) error {
	if err := d.Check(); err != nil {
		return err
	}
	c.titleSlide(d)
	for i, page := range d.Pages() {
		c.slide(page, i+2)
	}
	if c.err != nil {
		return c.err
	}
	var file bytes.Buffer
	if _, err := c.pdf.WriteTo(&file); err != nil {
		return err
	}
	return finish(w, file.Bytes(), info{d.Title, d.Made})
}

// emptySlide begins a page with the band that marks our slides.
func (c *canvas) emptySlide(band float64) {
	c.page(paper.SlideWidth, paper.SlideHeight)
	c.bar(oursInk, 0, 0, band, paper.SlideHeight)
}

// titleSlide opens the deck.
func (c *canvas) titleSlide(d *paper.Deck) {
	const left, width = 120, 1040
	c.emptySlide(36)
	c.say(d.Title, set{role: title, size: 60, ink: chartml.TextInk, anchor: 1}, paper.Box{X: left, Y: 150, W: width, H: 170})
	c.bar(oursInk, left, 340, 120, 5)
	c.say(d.Subtitle, set{role: hei, size: 28, ink: quietInk}, paper.Box{X: left, Y: 366, W: width, H: 44})
	c.say(d.Sign, set{role: hei, size: 28, ink: chartml.TextInk, anchor: 0.5}, paper.Box{X: left, Y: 556, W: width, H: 44})
	c.say(d.Date, set{role: hei, size: 24, ink: quietInk, anchor: 0.5}, paper.Box{X: left, Y: 604, W: width, H: 40})
}

// slide draws one page of the deck.
func (c *canvas) slide(page paper.Slide, number int) {
	c.emptySlide(12)
	l := page.Layout()
	c.say(page.Section, set{role: hei, size: 18, ink: oursInk, anchor: 0.5}, l.Section)
	c.say(page.Title, set{role: title, size: l.TitleSize, ink: chartml.TextInk}, l.Title)
	for i, card := range page.Cards {
		c.card(card, l.Cards[i])
	}
	for i, chart := range page.Charts {
		size := 21.0
		if len(page.Charts) > 1 {
			size = 17 // half a slide leaves less room
		}
		c.slideChart(chart, l.Charts[i], size)
	}
	if page.Table != nil {
		c.slideTable(page.Table, l.Table)
	}
	for i, light := range page.Lights {
		c.light(light, l.Lights[i])
	}
	c.say(page.Note, set{role: hei, size: 17, ink: quietInk, anchor: 0.5}, l.Note)
	c.say(fmt.Sprint(number), set{role: hei, size: 17, ink: quietInk, anchor: 0.5, align: paper.Right}, l.Number)
}

// set is how a text stands in a box of a slide.
type set struct {
	role   role
	size   float64
	ink    string
	align  paper.Align // Center stands for Left where a text has none
	middle bool        // truly in the middle
	anchor float64     // 0 at the top, 1 at the foot
}

// say writes a text into a box, smaller where it does not fit.
func (c *canvas) say(text string, s set, b paper.Box) {
	const smallest = 8
	if text == "" || b.W <= 0 {
		return
	}
	align := s.align
	if align == paper.Center && !s.middle {
		align = paper.Left
	}
	for size := s.size; ; size-- {
		l := look{role: s.role, size: size, line: size * 1.22}
		glyphs := c.shelf.shape(text, l)
		lines := fold(glyphs, measure{width: b.W})
		high := float64(len(lines)) * l.line
		if (high > b.H+1 || widest(glyphs) > b.W) && size > smallest {
			continue
		}
		y := b.Y + (b.H-high)*s.anchor
		for i, ln := range lines {
			c.aligned(ln, l, b.X, y+float64(i)*l.line, b.W, align, s.ink)
		}
		return
	}
}

// slideChart draws a chart into a box, its caption above, in words of a size.
func (c *canvas) slideChart(chart paper.Chart, b paper.Box, size float64) {
	if chart.Caption != "" {
		head := size * 2
		c.say(chart.Caption, set{role: hei, size: size * 1.25, ink: chartml.TextInk, middle: true, anchor: 0.5}, paper.Box{X: b.X, Y: b.Y, W: b.W, H: head})
		b.Y, b.H = b.Y+head, b.H-head
	}
	p := plot{
		canvas: c, chart: chart, look: look{role: hei, size: size, line: size * 1.3},
		frame: frame{b.X, b.Y, b.W, b.H},
	}
	p.draw()
}
