package pdf

import (
	"strconv"

	"github.com/signintech/gopdf"

	"huoshui/data/paper"
)

// canvas draws on the pages of one file. Lengths are in points from the top left
// corner of the page. The first error is kept and ends all drawing.
type canvas struct {
	pdf    gopdf.GoPdf
	shelf  *shelf
	ground string // colours and width the page is set to
	pen    float64
	ink    string
	err    error
}

// black is what papers are printed in.
const black = "000000"

func newCanvas(fonts paper.Fonts, folders []string) *canvas {
	c := &canvas{shelf: newShelf(fonts, folders)}
	c.pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	return c
}

// page begins a page of the given size.
func (c *canvas) page(width, height float64) {
	c.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: width, H: height}})
	c.ground, c.ink, c.pen = "", "", 0
}

// text sets glyphs from x on along a base line, with extra space after each
// character where a line may be stretched.
func (c *canvas) text(glyphs []glyph, l look, x, base, extra float64, ink string) {
	for len(glyphs) > 0 {
		n, inside, after := run(glyphs, extra)
		c.put(glyphs[:n], l, x, base, inside, ink)
		x += widthOf(glyphs[:n]) + inside*float64(n-1) + after
		glyphs = glyphs[n:]
	}
}

// run is how many glyphs can be written at once, those of one face and one
// spacing, and the extra space between them and after the last.
func run(glyphs []glyph, extra float64) (n int, inside, after float64) {
	for n = 1; n < len(glyphs) && glyphs[n].face == glyphs[0].face; n++ {
		own := extra
		if inWord(glyphs[n-1].char, glyphs[n].char) {
			own = 0
		}
		if n > 1 && own != inside {
			break
		}
		inside = own
	}
	if n < len(glyphs) && !inWord(glyphs[n-1].char, glyphs[n].char) {
		after = extra
	}
	return n, inside, after
}

// inWord reports two characters of one word or number, which no line parts or
// stretches.
func inWord(a, b rune) bool { return a != ' ' && b != ' ' && a < 0x2000 && b < 0x2000 }

// gapsOf is how many gaps of a line can be stretched.
func gapsOf(glyphs []glyph) int {
	gaps := 0
	for i := 1; i < len(glyphs); i++ {
		if !inWord(glyphs[i-1].char, glyphs[i].char) {
			gaps++
		}
	}
	return gaps
}

func (c *canvas) put(glyphs []glyph, l look, x, base, space float64, ink string) {
	f := glyphs[0].face
	if c.err != nil || f == nil { // a line break where there is one line only
		return
	}
	if !f.added {
		f.added = true
		if c.err = c.pdf.AddTTFFontData(f.name, f.data); c.err != nil {
			return
		}
	}
	if c.err = c.pdf.SetFont(f.name, "", l.size); c.err != nil {
		return
	}
	c.pdf.SetTextColor(rgb(ink))
	c.pdf.SetXY(x, base)
	text := make([]rune, len(glyphs))
	for i, g := range glyphs {
		text[i] = g.char
	}
	_ = c.pdf.SetCharSpacing(l.track + space) // never fails
	c.err = c.pdf.Text(string(text))
	c.ground = "" // the colour of text fills shapes too
}

// line draws a straight line.
func (c *canvas) line(x1, y1, x2, y2, width float64, ink string) {
	c.draws(width, ink)
	c.pdf.Line(x1, y1, x2, y2)
}

// box draws the outline of a rectangle.
func (c *canvas) box(x, y, width, height, pen float64) {
	c.draws(pen, black)
	c.pdf.RectFromUpperLeft(x, y, width, height)
}

// draws sets the width and the colour of lines.
func (c *canvas) draws(width float64, ink string) {
	if c.pen != width {
		c.pdf.SetLineWidth(width)
		c.pen = width
	}
	if c.ink != ink {
		c.pdf.SetStrokeColor(rgb(ink))
		c.ink = ink
	}
}

// fill fills a polygon.
func (c *canvas) fill(ink string, points ...gopdf.Point) {
	if c.ground != ink {
		c.pdf.SetFillColor(rgb(ink))
		c.ground = ink
	}
	c.pdf.Polygon(points, "F")
}

// bar fills a rectangle.
func (c *canvas) bar(ink string, x, y, width, height float64) {
	c.fill(ink, gopdf.Point{X: x, Y: y}, gopdf.Point{X: x + width, Y: y}, gopdf.Point{X: x + width, Y: y + height}, gopdf.Point{X: x, Y: y + height})
}

// rgb reads a colour as the palette writes it: six hexadecimal digits.
func rgb(ink string) (r, g, b uint8) {
	v, _ := strconv.ParseUint(ink, 16, 32)
	return uint8(v >> 16), uint8(v >> 8), uint8(v)
}
