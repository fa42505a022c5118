package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Plate is one item of a map: a name, a line of text, and a light along its
// edge.
type Plate struct {
	ID, Title, Note string
	Light           Light
	Changed         bool // Drawn stronger: its light is not what it was
}

// PlateGroup is a group of plates under a title.
type PlateGroup struct {
	Title  string
	Plates []Plate
}

// Plates is a map of plates in groups. The width decides how many stand in a
// row. The arrow keys move between the plates; a click or Enter chooses one.
type Plates struct {
	widget.BaseWidget
	// OnChoose is called with the ID of a plate that was clicked, or walked to.
	OnChoose func(id string)
	// OnOpen is called with the ID of a plate that was double clicked, or entered.
	OnOpen func(id string)
	// Empty says what to do when there is no plate.
	Empty string

	groups  []PlateGroup
	current string // ID of the plate chosen
	focused bool

	strip   *Strip
	width   float32
	columns int
	lines   []plateLine
}

// plateLine is one line of the map: the title of a group, or a row of its
// plates.
type plateLine struct {
	title  string
	plates []Plate
}

const (
	plateWidth  = 148 // the least; nine characters of a name fit
	plateLeast  = 12  // text size down to which a longer name shrinks
	plateHeight = 52
	plateGap    = 8
	plateTitle  = 30
)

// NewPlates returns an empty map.
func NewPlates() *Plates {
	p := &Plates{}
	p.strip = NewStrip(p.draw)
	p.strip.Target = p.plateAt
	p.strip.OnTapped = p.tapped
	p.ExtendBaseWidget(p)
	return p
}

// SetGroups shows other plates. The chosen plate stays chosen if it is still
// there.
func (p *Plates) SetGroups(groups []PlateGroup) {
	p.groups = groups
	p.Refresh()
}

// Choose marks a plate as chosen without calling OnChoose. It scrolls to the
// plate if another one was chosen before.
func (p *Plates) Choose(id string) {
	another := id != p.current
	p.current = id
	if line, _, ok := p.place(); ok && another {
		p.strip.Reveal(p.strip.parts[line].Top, plateHeight)
	}
	p.strip.Redraw()
}

// CreateRenderer implements fyne.Widget.
func (p *Plates) CreateRenderer() fyne.WidgetRenderer {
	return &Drawn{
		Content: []fyne.CanvasObject{p.strip.Scroller},
		Place:   p.layout,
		Least:   func() fyne.Size { return fyne.NewSize(plateWidth, 3*plateHeight) },
		Repaint: p.arrange,
	}
}

func (p *Plates) layout(size fyne.Size) {
	Put(p.strip.Scroller, 0, 0, size.Width, size.Height)
	if size.Width != p.width {
		p.width = size.Width
		p.arrange()
	}
}

// arrange parts the plates among lines of the present width.
func (p *Plates) arrange() {
	p.columns = max(1, int((p.width-12+plateGap)/(plateWidth+plateGap)))
	p.lines = nil
	var parts []StripPart
	top := float32(0)
	add := func(l plateLine, height float32) {
		p.lines = append(p.lines, l)
		parts = append(parts, StripPart{top, height})
		top += height
	}
	for _, g := range p.groups {
		add(plateLine{title: g.Title}, plateTitle)
		for start := 0; start < len(g.Plates); start += p.columns {
			add(plateLine{plates: g.Plates[start:min(start+p.columns, len(g.Plates))]}, plateHeight+plateGap)
		}
	}
	var under []fyne.CanvasObject
	if len(p.lines) == 0 {
		empty := Text(p.Empty, ColorSecondary)
		Put(empty, 0, 8, p.width, 24)
		under = []fyne.CanvasObject{empty}
	}
	p.strip.Set(parts, top, under)
}

// wide is the width of a plate: all of a line share what there is.
func (p *Plates) wide() float32 {
	return (p.width-12+plateGap)/float32(p.columns) - plateGap
}

func (p *Plates) draw(line int) []fyne.CanvasObject {
	l, top := p.lines[line], p.strip.parts[line].Top
	if l.title != "" {
		t := TextSized(l.title, ColorSecondary, SizeSmall)
		Put(t, 0, top+6, p.width, plateTitle-8)
		return []fyne.CanvasObject{t}
	}
	var objects []fyne.CanvasObject
	for i, one := range l.plates {
		objects = append(objects, p.plate(one, float32(i)*(p.wide()+plateGap), top, line*p.columns+i)...)
	}
	return objects
}

func (p *Plates) plate(one Plate, x, y float32, target int) []fyne.CanvasObject {
	w := p.wide()
	ground, edge := Sheet(4), canvas.NewRectangle(Paint(one.Light.Color()))
	edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = 4, 4
	if p.strip.Hot == target {
		ground.FillColor = Paint(ColorStripe)
	}
	if one.ID == p.current {
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = Paint(ColorOursPale), Paint(ColorOurs), 1.5
		if !p.focused {
			ground.StrokeWidth = 1
		}
	}
	Put(ground, x, y, w, plateHeight)
	Put(edge, x, y, 5, plateHeight)
	f := Fitter{}
	title := Text("", ColorText)
	title.TextStyle.Bold = one.Changed
	for title.TextSize > plateLeast && f.Width(one.Title, title.TextSize, one.Changed) > w-20 {
		title.TextSize--
	}
	title.Text = f.Fit(one.Title, w-20, title.TextSize, one.Changed)
	note := TextSized(f.Fit(one.Light.Shape()+" "+one.Note, w-20, TextSize(SizeSmall), false), ColorSecondary, SizeSmall)
	if one.Changed {
		note.Color = Paint(ColorOurs)
	}
	Put(title, x+13, y+4, w-18, 24)
	Put(note, x+13, y+27, w-18, 20)
	return []fyne.CanvasObject{ground, edge, title, note}
}

// plateAt finds the plate at a point of the strip, as line and place in one
// number; -1 beside them.
func (p *Plates) plateAt(at fyne.Position) int {
	for line, part := range p.strip.parts {
		if at.Y < part.Top || at.Y >= part.Top+plateHeight {
			continue
		}
		i := int(at.X / (p.wide() + plateGap))
		if i < len(p.lines[line].plates) && at.X-float32(i)*(p.wide()+plateGap) < p.wide() {
			return line*p.columns + i
		}
	}
	return -1
}

func (p *Plates) tapped(target int) {
	if c := CanvasOf(p); c != nil {
		c.Focus(p)
	}
	id := p.lines[target/p.columns].plates[target%p.columns].ID
	if id == p.current && p.OnOpen != nil {
		p.OnOpen(id)
		return
	}
	p.choose(id)
}

func (p *Plates) choose(id string) {
	p.Choose(id)
	if p.OnChoose != nil {
		p.OnChoose(id)
	}
}

// place finds the plate chosen.
func (p *Plates) place() (line, i int, ok bool) {
	for line, l := range p.lines {
		for i, one := range l.plates {
			if one.ID == p.current {
				return line, i, true
			}
		}
	}
	return 0, 0, false
}

// TypedKey implements fyne.Focusable.
func (p *Plates) TypedKey(ev *fyne.KeyEvent) {
	var by int
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		by = -1
	case fyne.KeyRight, fyne.KeyDown:
		by = 1
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.current != "" && p.OnOpen != nil {
			p.OnOpen(p.current)
		}
		return
	default:
		RouteKey(p, ev)
		return
	}
	p.walk(by, ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown)
}

// walk goes to the plate beside the one chosen, or to that above or below it.
func (p *Plates) walk(by int, lines bool) {
	line, i, ok := p.place()
	if !ok {
		line, i = -1, 1<<20
		by, lines = 1, false
	} else if !lines {
		i += by
	}
	if lines || !ok || i < 0 || i >= len(p.lines[line].plates) {
		for line += by; line >= 0 && line < len(p.lines) && len(p.lines[line].plates) == 0; line += by {
		}
		if line < 0 || line >= len(p.lines) {
			return
		}
		switch n := len(p.lines[line].plates); {
		case lines:
			i = min(i, n-1)
		case by > 0:
			i = 0
		default:
			i = n - 1
		}
	}
	p.choose(p.lines[line].plates[i].ID)
}

// TypedRune implements fyne.Focusable.
func (p *Plates) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (p *Plates) FocusGained() {
	p.focused = true
	p.strip.Redraw()
}

// FocusLost implements fyne.Focusable.
func (p *Plates) FocusLost() {
	p.focused = false
	p.strip.Redraw()
}
