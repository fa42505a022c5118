package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Plate is one thing on a map: its name, a line about it, and its light along
// the edge.
type Plate struct {
	ID, Title, Note string
	Light           Light
	Changed         bool // drawn stronger: its light is not what it was
}

// PlateGroup is a run of plates under a title.
type PlateGroup struct {
	Title  string
	Plates []Plate
}

// Plates is a map of plates in groups, as many to a row as the width allows.
// The arrows walk it, a click or Enter chooses.
type Plates struct {
	widget.BaseWidget
	// OnChoose is told the ID of a plate that was clicked, or walked to.
	OnChoose func(id string)
	// OnOpen is told the ID of a plate that was double clicked, or entered.
	OnOpen func(id string)
	// Empty says what to do when there is no plate.
	Empty string

	groups  []PlateGroup
	current string // ID of the plate chosen
	focused bool

	strip   *strip
	width   float32
	columns int
	lines   []plateLine
}

// plateLine is a line of the map: the title of a group, or some of its plates.
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
	p.strip = newStrip(p.draw)
	p.strip.target = p.plateAt
	p.strip.tapped = p.tapped
	p.ExtendBaseWidget(p)
	return p
}

// SetGroups shows other plates; the one chosen stays chosen if it is among them.
func (p *Plates) SetGroups(groups []PlateGroup) {
	p.groups = groups
	p.Refresh()
}

// Choose marks a plate, without OnChoose; another one than before comes into
// sight.
func (p *Plates) Choose(id string) {
	another := id != p.current
	p.current = id
	if line, _, ok := p.place(); ok && another {
		p.strip.reveal(p.strip.parts[line].top, plateHeight)
	}
	p.strip.redraw()
}

// CreateRenderer implements fyne.Widget.
func (p *Plates) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		objects: []fyne.CanvasObject{p.strip.scroll},
		layout:  p.layout,
		min:     func() fyne.Size { return fyne.NewSize(plateWidth, 3*plateHeight) },
		refresh: p.arrange,
	}
}

func (p *Plates) layout(size fyne.Size) {
	put(p.strip.scroll, 0, 0, size.Width, size.Height)
	if size.Width != p.width {
		p.width = size.Width
		p.arrange()
	}
}

// arrange parts the plates among lines of the present width.
func (p *Plates) arrange() {
	p.columns = max(1, int((p.width-12+plateGap)/(plateWidth+plateGap)))
	p.lines = nil
	var parts []stripPart
	top := float32(0)
	add := func(l plateLine, height float32) {
		p.lines = append(p.lines, l)
		parts = append(parts, stripPart{top, height})
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
		put(empty, 0, 8, p.width, 24)
		under = []fyne.CanvasObject{empty}
	}
	p.strip.set(parts, top, under)
}

// wide is the width of a plate: all of a line share what there is.
func (p *Plates) wide() float32 {
	return (p.width-12+plateGap)/float32(p.columns) - plateGap
}

func (p *Plates) draw(line int) []fyne.CanvasObject {
	l, top := p.lines[line], p.strip.parts[line].top
	if l.title != "" {
		t := TextSized(l.title, ColorSecondary, SizeSmall)
		put(t, 0, top+6, p.width, plateTitle-8)
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
	ground, edge := sheet(4), canvas.NewRectangle(paint(one.Light.Color()))
	edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = 4, 4
	if p.strip.hot == target {
		ground.FillColor = paint(ColorStripe)
	}
	if one.ID == p.current {
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = paint(ColorOursPale), paint(ColorOurs), 1.5
		if !p.focused {
			ground.StrokeWidth = 1
		}
	}
	put(ground, x, y, w, plateHeight)
	put(edge, x, y, 5, plateHeight)
	f := fitter{}
	title := Text("", ColorText)
	title.TextStyle.Bold = one.Changed
	for title.TextSize > plateLeast && f.width(one.Title, title.TextSize, one.Changed) > w-20 {
		title.TextSize--
	}
	title.Text = f.fit(one.Title, w-20, title.TextSize, one.Changed)
	note := TextSized(f.fit(one.Light.Shape()+" "+one.Note, w-20, textSize(SizeSmall), false), ColorSecondary, SizeSmall)
	if one.Changed {
		note.Color = paint(ColorOurs)
	}
	put(title, x+13, y+4, w-18, 24)
	put(note, x+13, y+27, w-18, 20)
	return []fyne.CanvasObject{ground, edge, title, note}
}

// plateAt finds the plate at a point of the strip, as line and place in one
// number; -1 beside them.
func (p *Plates) plateAt(at fyne.Position) int {
	for line, part := range p.strip.parts {
		if at.Y < part.top || at.Y >= part.top+plateHeight {
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
		routeKey(p, ev)
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
	p.strip.redraw()
}

// FocusLost implements fyne.Focusable.
func (p *Plates) FocusLost() {
	p.focused = false
	p.strip.redraw()
}
