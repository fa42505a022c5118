package chart

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// StackData is the data of a stacked bar chart: rows made of the same parts.
type StackData struct {
	Title string
	Parts []StackPart
	Rows  []StackRow
	Share bool // each row fills the width; otherwise rows are drawn to one scale
}

// StackPart is the name and the colour of one part. Without a colour it gets
// the default colour of its position.
type StackPart struct {
	Name  string
	Color fyne.ThemeColorName
}

// StackRow is one bar: a value for each part, in the order of the parts.
type StackRow struct {
	Label  string
	Values []Datum
	Text   string // written behind the bar, such as the total
}

// Stacked is one bar, or several bars below each other, divided into parts. A
// single bar without a label shows the names of its parts inside it; several
// bars have a legend. OnTap gets the row as series and the part as index.
type Stacked struct {
	base
	data StackData
}

// NewStacked makes a stacked bar chart of the data.
func NewStacked(data StackData) *Stacked {
	c := &Stacked{data: data}
	c.start(c, c.plan, func() fyne.Size {
		if c.single() && c.data.Title == "" {
			return fyne.NewSize(160, 26)
		}
		return fyne.NewSize(200, 30+26*float32(len(c.data.Rows)))
	})
	return c
}

// SetData shows other numbers.
func (c *Stacked) SetData(data StackData) {
	c.data = data
	c.Refresh()
}

func (c *Stacked) single() bool { return len(c.data.Rows) == 1 && c.data.Rows[0].Label == "" }

// total adds up what can be stacked; there are no parts below zero.
func (r StackRow) total() float64 {
	sum := 0.0
	for _, d := range r.Values {
		if d.known() {
			sum += math.Max(0, d.Value)
		}
	}
	return sum
}

func (c *Stacked) plan(s *scene) {
	greatest := 0.0
	for _, r := range c.data.Rows {
		greatest = math.Max(greatest, r.total())
	}
	if greatest == 0 {
		s.empty(c.data.Title)
		return
	}
	var legend []legendItem
	if !c.single() {
		legend = c.legend()
	}
	r := newRows(s, s.header(c.data.Title, legend), len(c.data.Rows))
	if c.single() {
		r.thick = min(r.area.h, s.px(28))
		r.pitch = r.thick
	}
	names, totals := make([]string, len(c.data.Rows)), make([]string, len(c.data.Rows))
	for i, row := range c.data.Rows {
		names[i], totals[i] = row.Label, row.Text
	}
	r.label(names)
	right := min(longest(s.body("", kit.ColorSecondary), totals...), r.area.w*0.2)
	if right > 0 {
		right += s.px(8)
	}
	for i, row := range c.data.Rows {
		width, sum := max(1, r.area.right()-right-r.left), row.total()
		if !c.data.Share && !c.single() {
			width *= float32(sum / greatest)
		}
		c.row(r, i, box{r.left, r.middle(i) - r.thick/2, width, r.thick})
		l := s.body(row.Text, kit.ColorSecondary).cut(right - s.px(8))
		s.put(l, l.at(r.left+width+s.px(8), r.middle(i)-l.half()))
	}
}

func (c *Stacked) legend() []legendItem {
	items := make([]legendItem, len(c.data.Parts))
	for i, p := range c.data.Parts {
		items[i] = legendItem{p.Name, c.inkOfPart(i)}
	}
	return items
}

func (c *Stacked) inkOfPart(i int) color.NRGBA {
	if name := c.data.Parts[i].Color; name != "" {
		return ink(name)
	}
	return partInk(i)
}

// row draws one bar.
func (c *Stacked) row(r *rows, i int, bar box) {
	s, row, sum := r.scene, c.data.Rows[i], c.data.Rows[i].total()
	if sum == 0 {
		if l := s.small("0", kit.ColorFaint); row.Text == "" { // else the total says it
			s.put(l, l.at(bar.x, bar.centre().Y-l.half()))
		}
		return
	}
	x, at := bar.x, bar.x
	for j, w := range c.widths(s, row, bar.w) {
		if w == 0 {
			continue
		}
		at += w
		// Whole pixels, or the ground would shine through between the parts.
		end := float32(math.Round(float64(at)))
		b := box{x, bar.y, max(0, end-x), bar.h}
		x = end
		c.part(r, i, j, b, bar)
	}
}

// widths gives each part of a row its share of the bar, nothing to those that
// are not drawn. In a single bar, which has no legend, a part is at least as
// wide as its words, and the others together are as much less wide.
func (c *Stacked) widths(s *scene, row StackRow, whole float32) []float32 {
	widths := make([]float32, min(len(row.Values), len(c.data.Parts)))
	least := make([]float32, len(widths))
	sum := row.total()
	room, rest := whole, sum
	for j := range widths {
		d := row.Values[j]
		if !d.known() || d.Value <= 0 {
			continue
		}
		widths[j] = whole * float32(d.Value/sum)
		if c.single() {
			least[j] = s.small(c.data.Parts[j].Name+" "+d.text(), kit.ColorSurface).size().Width + s.px(12)
		}
		if widths[j] < least[j] {
			room, rest = room-least[j], rest-d.Value
		}
	}
	if room < 0.5*whole {
		return widths // too little place for all words
	}
	for j := range widths {
		switch d := row.Values[j]; {
		case widths[j] == 0:
		case widths[j] < least[j]:
			widths[j] = least[j]
		default:
			widths[j] = room * float32(d.Value/rest)
		}
	}
	return widths
}

// part draws one piece of a bar; the outer corners of the whole are round.
func (c *Stacked) part(r *rows, i, j int, b, bar box) {
	s := r.scene
	d, fill := c.data.Rows[i].Values[j], inkOf(c.data.Rows[i].Values[j], c.inkOfPart(j))
	shape := s.rectangle(b, fill, 0)
	if b.x <= bar.x+0.5 {
		shape.TopLeftCornerRadius, shape.BottomLeftCornerRadius = 4, 4
	}
	if b.right() >= bar.right()-0.5 {
		shape.TopRightCornerRadius, shape.BottomRightCornerRadius = 4, 4
	}
	name := c.data.Parts[j].Name
	s.add(mark{
		series: i, index: j, row: i, col: j, area: b, shape: shape, fill: fill,
		hint: c.hint(i, j), anchor: fyne.NewPos(b.centre().X, b.y),
	})
	tries := []string{d.text()}
	if c.single() {
		tries = []string{name + " " + d.text(), d.text()}
	}
	for _, text := range tries {
		l, ok := s.small(text, kit.ColorSurface).inked(inkOn(fill)).shrunk(b.w - s.px(6))
		if z := l.size(); ok && z.Height <= b.h+s.px(6) && s.put(l, l.centredOn(b.centre().X, b.centre().Y-l.half())) {
			return
		}
	}
	if !c.single() {
		c.besidePart(r, i, d, b, bar)
	}
}

// besidePart writes the value of a part too narrow for it: behind the bar where
// the part is its end, else above it, as far as there is room.
func (c *Stacked) besidePart(r *rows, i int, d Datum, b, bar box) {
	s := r.scene
	if c.data.Rows[i].Text == d.text() {
		return // the total says it
	}
	l := s.small(d.text(), kit.ColorSecondary)
	if b.right() >= bar.right()-0.5 && c.data.Rows[i].Text == "" && s.put(l, l.at(b.right()+s.px(5), b.centre().Y-l.half())) {
		return
	}
	above := s.nudged(l.centredOn(b.centre().X, b.y-l.size().Height*0.9))
	if lettersOf(above).h < r.pitch-r.thick {
		s.put(l, above)
	}
}

func (c *Stacked) hint(i, j int) string {
	d := c.data.Rows[i].Values[j]
	if d.Label == "" {
		d.Label = c.data.Parts[j].Name
	}
	return d.hint(c.data.Rows[i].Label)
}
