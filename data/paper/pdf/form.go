package pdf

import (
	"slices"
	"strings"

	"huoshui/data/paper"
)

// The frame of a form and the text within, in points. The rules are those of the
// printed 任免审批表.
const (
	frameWidth  = 1.5
	innerWidth  = 1
	usualSize   = 14   // of a form that names none
	usualTitle  = 24   // of its title
	legible     = 8    // text is made smaller down to this; then its row grows
	tiniest     = 5    // and to this, so that a form stays on its page
	stacked     = 10.5 // upright words shrink so far before they stand beside each other
	besideLine  = 1.5  // between rule and centred text
	besideStart = 5    // between rule and text that begins at a side
	aboveStart  = 3    // between rule and text that begins at the top
)

// field is a cell of a form, laid out.
type field struct {
	paper.Place
	x, y, width, height float64 // within its rows
	look                look
	lines               []line
	photo               photo
}

// form writes a form: its title, its grid, its foot.
func (f *flow) form(form paper.Form) {
	if form.Title != "" {
		size := form.TitleSize
		if size <= 0 {
			size = usualTitle
		}
		l := look{role: title, size: size, line: size * 1.5}
		f.lines(balance(f.shelf.shape(form.Title, l), f.wide), l, paper.Center, true)
	}
	places, err := form.Places()
	if err != nil { // the paper was checked before
		return
	}
	size := form.Size
	if size <= 0 {
		size = usualSize
	}
	foot := look{role: allSong, size: size, line: size + 6}
	room := f.room()
	if form.Foot != "" {
		room -= foot.line
	}
	edges := f.formEdges(form.Columns)
	f.grid(form, places, edges, size, room)
	if form.Foot != "" {
		inset := (f.wide - edges[len(edges)-1]) / 2
		f.lines(fold(f.shelf.shape(form.Foot, foot), measure{f.wide - inset, inset, inset}), foot, paper.Left, false)
	}
}

// grid lays the cells out and adds them, row by row as far as no joined cell
// keeps rows together. Where text needs more than its rows even at the smallest
// legible size, the rows grow; where the form would then leave its page, the text
// goes on shrinking instead.
func (f *flow) grid(form paper.Form, places []paper.Place, edges []float64, size, room float64) {
	fields := make([]field, len(places))
	for i, p := range places {
		fields[i] = field{Place: p, photo: readPhoto(p.Cell.Photo), x: edges[p.Column], width: edges[p.Column+p.Columns] - edges[p.Column]}
	}
	var heights []float64
	for floor := float64(legible); ; floor -= 0.5 {
		heights = f.fitFields(form, fields, size, floor)
		if sum(heights) <= min(room, f.tall) || floor <= tiniest {
			break
		}
	}
	for first := 0; first < len(heights); {
		end := unjoined(places, first)
		f.formRows(fields, heights, edges, first, end)
		first = end
	}
}

// formRows adds the rows from first to before end, which joined cells keep
// together. A single row taller than a page goes on over the next.
func (f *flow) formRows(fields []field, heights, edges []float64, first, end int) {
	var own []field
	for _, d := range fields {
		if d.Row >= first && d.Row < end {
			d.y = sum(heights[first:d.Row])
			own = append(own, d)
		}
	}
	height, top := sum(heights[first:end]), first == 0
	for room := max(f.room(), f.tall/4); end == first+1 && height > f.tall; room = f.tall {
		upper := make([]field, len(own))
		for i, d := range own {
			n := min(len(d.lines), max(1, int((room-aboveStart)/d.look.line)))
			upper[i] = d
			upper[i].lines, upper[i].height = d.lines[:n], room
			own[i].lines, own[i].photo = d.lines[n:], photo{}
		}
		f.formStrip(upper, room, edges, top, false)
		height, top = height-room, false
		for _, d := range own { // what a full page left over may be less than a line
			height = max(height, d.need())
		}
		for i := range own {
			own[i].height = height
		}
	}
	f.formStrip(own, height, edges, top, end == len(heights))
}

// formEdges are the columns' edges; a form wider than the type area is narrowed.
func (f *flow) formEdges(columns []int) []float64 {
	edges := []float64{0}
	for _, width := range columns {
		edges = append(edges, edges[len(edges)-1]+points(max(0, width)))
	}
	if total := edges[len(edges)-1]; total > f.wide {
		for i := range edges {
			edges[i] *= f.wide / total
		}
	}
	return edges
}

func sum(numbers []float64) float64 {
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	return total
}

// unjoined is the first row at or after first+1 that no cell from above reaches.
func unjoined(places []paper.Place, first int) int {
	end := first + 1
	for _, p := range places { // row by row
		if p.Row < end {
			end = max(end, p.Row+p.Rows)
		}
	}
	return end
}

// fitFields lays out every cell with text no smaller than floor, and returns how
// high the rows are then.
func (f *flow) fitFields(form paper.Form, fields []field, size, floor float64) []float64 {
	heights := make([]float64, len(form.Rows))
	for i, row := range form.Rows {
		heights[i] = points(max(0, row.Height))
	}
	for i := range fields {
		d := &fields[i]
		last := d.Row + d.Rows - 1
		own := size
		if d.Cell.Size > 0 {
			own = d.Cell.Size
		}
		lowest := min(floor, own)
		if form.Rows[last].Grows {
			lowest = own
		}
		d.height = sum(heights[d.Row : last+1])
		if need := f.fit(d, own, lowest); need > d.height {
			heights[last] += need - d.height
		}
	}
	for i, d := range fields {
		fields[i].height = sum(heights[d.Row : d.Row+d.Rows])
	}
	return heights
}

// fit folds the text of a field in the largest size that fits, down to the lowest,
// and returns the height it needs.
func (f *flow) fit(d *field, size, lowest float64) float64 {
	for {
		d.set(f.shelf, size)
		need, inner := d.need(), d.inner()
		if need <= d.height && d.widest() <= inner+0.01 || size-0.5 < lowest {
			return need
		}
		size -= 0.5
	}
}

// set folds the text in a size.
func (d *field) set(s *shelf, size float64) {
	d.look = look{role: allSong, size: size, line: size + 1}
	if size < legible {
		d.look.line = size + 0.5
	}
	text := d.Cell.Text
	if text == "" {
		d.lines = nil
		return
	}
	if d.Cell.Upright {
		if column := upright(text); size > stacked || float64(strings.Count(column, "\n")+1)*d.look.line <= d.height {
			text = column
		}
	}
	d.lines = nil
	for paragraph := range strings.SplitSeq(paper.Clean(text), "\n") {
		glyphs := s.shape(paragraph, d.look)
		d.lines = append(d.lines, fold(glyphs, measure{width: d.inner(), rest: d.hang(glyphs)})...)
	}
}

// hang is how far the lines after the first of a paragraph are indented: below
// the first word after its dates, or by so many characters.
func (d *field) hang(glyphs []glyph) float64 {
	if d.Cell.Hang <= 0 {
		return 0
	}
	most := min(float64(d.Cell.Hang)*d.look.size, d.inner()/2)
	dates := slices.IndexFunc(glyphs, func(g glyph) bool { return g.char >= 0x2e80 })
	if dates > 0 {
		return min(most, widthOf(glyphs[:dates]))
	}
	return most
}

// upright writes one character below the other.
func upright(text string) string {
	var column []string
	for _, r := range paper.Clean(text) {
		if r != ' ' && r != '\n' && r != '　' {
			column = append(column, string(r))
		}
	}
	return strings.Join(column, "\n")
}

func (d *field) beside() float64 {
	if d.Cell.Align == paper.Center {
		return besideLine
	}
	return besideStart
}

func (d *field) inner() float64 { return max(1, d.width-2*d.beside()) }

func (d *field) need() float64 {
	need := float64(len(d.lines)) * d.look.line
	if d.Cell.Top {
		need += aboveStart
	}
	return need
}

// widest is the longest line: longer than the cell where a word cannot be broken.
func (d *field) widest() float64 {
	longest := 0.0
	for _, ln := range d.lines {
		longest = max(longest, ln.indent+widthOf(ln.glyphs), widest(ln.glyphs))
	}
	return longest
}

// formStrip adds one or more rows of a form with the frame around them, thick
// also above the first and below the last.
func (f *flow) formStrip(fields []field, height float64, edges []float64, first, last bool) {
	wide := edges[len(edges)-1]
	inset := (f.wide - wide) / 2
	f.add(strip{height: height, draw: func(x, y float64) {
		left, right := x+inset, x+inset+wide
		for _, d := range fields {
			d.draw(f.canvas, left+d.x, y+d.y)
		}
		f.line(left, y, left, y+height, frameWidth, black)
		f.line(right, y, right, y+height, frameWidth, black)
		if first {
			f.line(left-frameWidth/2, y, right+frameWidth/2, y, frameWidth, black)
		}
		if last {
			f.line(left-frameWidth/2, y+height, right+frameWidth/2, y+height, frameWidth, black)
		}
	}})
}

// draw draws a field with its left top corner at x, y.
func (d *field) draw(c *canvas, x, y float64) {
	c.box(x, y, d.width, d.height, innerWidth)
	if d.photo.data != nil {
		c.photo(d.photo, x+innerWidth, y+innerWidth, d.width-2*innerWidth, d.height-2*innerWidth)
		return
	}
	at := y + aboveStart
	if !d.Cell.Top {
		at = y + (d.height-float64(len(d.lines))*d.look.line)/2
	}
	for _, ln := range d.lines {
		c.aligned(ln, d.look, x+d.beside(), at, d.inner(), d.Cell.Align, black)
		at += d.look.line
	}
}
