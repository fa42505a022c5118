package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	navWidth  = 152
	navHeight = 41 // of a line; in a low window they close up to navLow
	navLow    = 28
	navTop    = 9
	navIcon   = 20
	navText   = 46 // where the words begin
)

// NavItem is one entry of the navigation.
type NavItem struct {
	ID, Text string
	Icon     fyne.Resource // an SVG of one colour
}

// NavList is the navigation at the left of the window: an icon and a word for
// each entry, with a red bar at the current one.
type NavList struct {
	widget.BaseWidget
	words
	OnSelect func(id string)

	items    []NavItem
	selected int

	ground, edge *canvas.Rectangle
	rows         []navRow
}

type navRow struct {
	ground, bar *canvas.Rectangle
	icon        *canvas.Image
	text        *canvas.Text
}

// NewNavList returns a navigation with the first entry selected.
func NewNavList(onSelect func(id string), items ...NavItem) *NavList {
	n := &NavList{OnSelect: onSelect, items: items}
	n.ground, n.edge = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	for _, item := range items {
		row := navRow{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewImageFromResource(item.Icon), Text(item.Text, ColorText)}
		row.icon.FillMode = canvas.ImageFillContain
		n.rows = append(n.rows, row)
	}
	n.words = words{hovered: -1, at: func(p fyne.Position) int { return n.word(p.Y) }, refresh: n.Refresh}
	n.ExtendBaseWidget(n)
	return n
}

// Mark marks an entry as the current one without calling OnSelect.
func (n *NavList) Mark(id string) {
	for i, item := range n.items {
		if item.ID == id {
			n.selected = i
			n.Refresh()
		}
	}
}

func (n *NavList) choose(i int) {
	if i < 0 || i >= len(n.items) {
		return
	}
	n.selected = i
	n.Refresh()
	if n.OnSelect != nil {
		n.OnSelect(n.items[i].ID)
	}
}

// CreateRenderer implements fyne.Widget.
func (n *NavList) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{n.ground, n.edge}
	for _, r := range n.rows {
		objects = append(objects, r.ground, r.bar, r.icon, r.text)
	}
	n.recolor()
	return &Drawn{
		Content: objects, Place: n.layout,
		Least:   func() fyne.Size { return fyne.NewSize(navWidth, navTop+float32(len(n.rows))*navLow) },
		Repaint: n.refresh,
	}
}

func (n *NavList) layout(size fyne.Size) {
	Put(n.ground, 0, 0, size.Width, size.Height)
	Put(n.edge, size.Width-1, 0, 1, size.Height)
	line := n.line()
	for i, r := range n.rows {
		y := navTop + float32(i)*line
		Put(r.ground, 0, y, size.Width-1, line)
		Put(r.bar, 0, y, 3, line)
		Put(r.icon, 16, y+(line-navIcon)/2, navIcon, navIcon)
		Put(r.text, navText, y, size.Width-navText-8, line)
	}
}

// line is the height of a line: the usual one while all have room.
func (n *NavList) line() float32 {
	room := (n.Size().Height - navTop) / float32(max(len(n.rows), 1))
	return min(navHeight, max(navLow, room))
}

func (n *NavList) refresh() {
	n.recolor()
	canvas.Refresh(n)
}

func (n *NavList) recolor() {
	n.ground.FillColor, n.edge.FillColor = Paint(ColorSide), Paint(ColorLine)
	for i, r := range n.rows {
		chosen := i == n.selected
		text, icon := ColorText, ColorSecondary
		if chosen {
			text, icon = ColorOurs, ColorOurs
		}
		r.ground.FillColor = Paint(ColorSurface)
		r.ground.Hidden = !chosen && i != n.hovered
		r.bar.FillColor, r.bar.Hidden = Paint(ColorOurs), !chosen
		r.text.Color = Paint(text)
		r.text.TextStyle.Bold = chosen
		r.text.TextStyle.Underline = chosen && n.focused
		n.colorIcon(i, icon)
	}
}

// colorIcon draws an icon again only when its colour changes: it is an SVG.
func (n *NavList) colorIcon(i int, name fyne.ThemeColorName) {
	if colored := theme.NewColoredResource(n.items[i].Icon, name); n.rows[i].icon.Resource.Name() != colored.Name() {
		n.rows[i].icon.Resource = colored
		n.rows[i].icon.Refresh()
	}
}

func (n *NavList) word(y float32) int {
	i := int((y - navTop) / n.line())
	if y < navTop || i >= len(n.items) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (n *NavList) Tapped(ev *fyne.PointEvent) { n.choose(n.word(ev.Position.Y)) }

// TypedKey implements fyne.Focusable.
func (n *NavList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		n.choose(n.selected - 1)
	case fyne.KeyDown:
		n.choose(n.selected + 1)
	default:
		RouteKey(n, ev)
	}
}
