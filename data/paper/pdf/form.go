package pdf

import (
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
	least       = 5    // the smallest of all, so that a form stays on its page
	besideLine  = 2    // between rule and centred text
	besideStart = 5    // between rule and text that begins at the left
	airy        = 1.25 // height of a line, in sizes
	dense       = 1    // points between the lines of a résumé
)

// field is a cell of a form, laid out.
type field struct {
	paper.Place
	x, width, height float64
	look             look
	lines            []line
	photo            photo
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
	foot := look{role: song, size: 12, line: 20}
	room := f.room()
	if form.Foot != "" {
		room -= foot.line
	}
	f.grid(form, places, room)
	if form.Foot != "" {
		f.lines(fold(f.shelf.shape(form.Foot, foot), measure{width: f.wide}), foot, paper.Left, false)
	}
}

// grid lays the cells out and adds them, row by row as far as no joined cell
// keeps rows together. Where text needs more than its rows even at the smallest
// legible size, the rows grow; where the form would then leave its page, the text
// goes on shrinking instead.
func (f *flow) grid(form paper.Form, places []paper.Place, room float64) {
	edges := f.formEdges(form.Columns)
	size := form.Size
	if size <= 0 {
		size = usualSize
	}
	fields := make([]field, len(places))
	for i, p := range places {
		fields[i] = field{Place: p, photo: readPhoto(p.Cell.Photo), x: edges[p.Column], width: edges[p.Column+p.Columns] - edges[p.Column]}
	}
	var heights []float64
	for floor := float64(legible); ; floor -= 0.5 {
		heights = f.fitFields(form, fields, size, floor)
		if sum(heights) <= min(room, f.tall) || floor <= least {
			break
		}
	}
	for first := 0; first < len(heights); {
		end := unjoined(places, first)
		f.formStrip(fields, heights, edges, first, end)
		first = end
	}
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
	d.look = look{role: song, size: size, line: size * airy}
	if d.Cell.Hang > 0 {
		d.look.line = size + dense
	}
	text := d.Cell.Text
	if text == "" {
		d.lines = nil
		return
	}
	if d.Cell.Upright {
		if column := upright(text); float64(strings.Count(column, "\n")+1)*d.look.line <= d.height {
			text = column
		}
	}
	inner := d.inner()
	hang := min(float64(d.Cell.Hang)*size, inner/2)
	d.lines = fold(s.shape(text, d.look), measure{width: inner, rest: hang})
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
	return float64(len(d.lines))*d.look.line + 2*aboveText
}

// widest is the longest line: longer than the cell where a word cannot be broken.
func (d *field) widest() float64 {
	longest := 0.0
	for _, ln := range d.lines {
		longest = max(longest, ln.indent+widthOf(ln.glyphs), widest(ln.glyphs))
	}
	return longest
}

// formStrip adds the rows from first to before end.
func (f *flow) formStrip(fields []field, heights, edges []float64, first, end int) {
	inset := (f.wide - edges[len(edges)-1]) / 2
	above, height := sum(heights[:first]), sum(heights[first:end])
	f.add(strip{height: height, keep: false, draw: func(x, y float64) {
		for _, d := range fields {
			if d.Row >= first && d.Row < end {
				d.draw(f.canvas, x+inset+d.x, y+sum(heights[:d.Row])-above)
			}
		}
		left, right := x+inset, x+inset+edges[len(edges)-1]
		f.line(left, y, left, y+height, frameWidth, black)
		f.line(right, y, right, y+height, frameWidth, black)
		if first == 0 {
			f.line(left-frameWidth/2, y, right+frameWidth/2, y, frameWidth, black)
		}
		if end == len(heights) {
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
	at := y + 2*aboveText
	if !d.Cell.Top {
		at = y + (d.height-float64(len(d.lines))*d.look.line)/2
	}
	for _, ln := range d.lines {
		c.aligned(ln, d.look, x+d.beside(), at, d.inner(), d.Cell.Align, black)
		at += d.look.line
	}
}
