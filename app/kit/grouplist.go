package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

const (
	groupRow  = 30
	groupHead = 34
	groupPad  = 14
)

// GroupItem is a line of a GroupList; one without an ID is the heading of those
// that follow.
type GroupItem struct{ ID, Text string }

// GroupList is a list under headings of which one line is chosen: what a page
// can show. Up and Down walk through it.
type GroupList struct {
	widget.BaseWidget
	words
	OnSelect func(id string)

	items    []GroupItem
	selected string
	fits     fitter
	scroll   *container.Scroll

	grounds, bars []*canvas.Rectangle
	texts         []*canvas.Text
}

// NewGroupList returns a list of which nothing is chosen yet.
func NewGroupList(onSelect func(id string), items ...GroupItem) *GroupList {
	l := &GroupList{OnSelect: onSelect, items: items, fits: fitter{}}
	for _, item := range items {
		l.grounds, l.bars = append(l.grounds, canvas.NewRectangle(nil)), append(l.bars, canvas.NewRectangle(nil))
		l.texts = append(l.texts, Text(item.Text, ColorText))
	}
	l.words = words{hovered: -1, at: func(p fyne.Position) int { return l.line(p.Y) }, refresh: l.Refresh}
	l.ExtendBaseWidget(l)
	return l
}

// Scrolling returns the list in a place that may be lower than it; what is
// chosen stays in sight.
func (l *GroupList) Scrolling() *container.Scroll {
	l.scroll = container.NewVScroll(l)
	return l.scroll
}

// Mark shows what is chosen, without OnSelect.
func (l *GroupList) Mark(id string) {
	if id == l.selected {
		return
	}
	l.selected = id
	l.Refresh()
	l.reveal()
}

// reveal scrolls as little as needed to see what is chosen.
func (l *GroupList) reveal() {
	if l.scroll == nil || l.scroll.Size().IsZero() {
		return
	}
	top := float32(0)
	for i, item := range l.items {
		bottom := top + l.height(i)
		if item.ID != "" && item.ID == l.selected {
			at, view := l.scroll.Offset.Y, l.scroll.Size().Height
			if top < at {
				l.scroll.ScrollToOffset(fyne.NewPos(0, top))
			} else if bottom > at+view {
				l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
			}
		}
		top = bottom
	}
}

func (l *GroupList) choose(i int) {
	if i < 0 || i >= len(l.items) || l.items[i].ID == "" {
		return
	}
	l.Mark(l.items[i].ID)
	l.OnSelect(l.selected)
}

func (l *GroupList) height(i int) float32 {
	if l.items[i].ID == "" {
		return groupHead
	}
	return groupRow
}

// CreateRenderer implements fyne.Widget.
func (l *GroupList) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i := range l.items {
		objects = append(objects, l.grounds[i], l.bars[i], l.texts[i])
	}
	l.recolor()
	return &drawn{
		objects: objects, layout: l.layout, min: l.minSize,
		refresh: func() {
			l.recolor()
			canvas.Refresh(l)
		},
	}
}

func (l *GroupList) minSize() fyne.Size {
	size := fyne.NewSize(120, 0)
	for i := range l.items {
		size.Height += l.height(i)
	}
	return size
}

func (l *GroupList) layout(size fyne.Size) {
	y := float32(0)
	for i, item := range l.items {
		height := l.height(i)
		put(l.grounds[i], 0, y, size.Width, height)
		put(l.bars[i], 0, y, 3, height)
		top, left := y, float32(groupPad)
		if item.ID == "" {
			top, left = y+6, 4
		}
		l.texts[i].Text = l.fits.fit(item.Text, size.Width-left-scrollBar, l.texts[i].TextSize, true)
		put(l.texts[i], left, top, size.Width-left, y+height-top)
		y += height
	}
}

func (l *GroupList) recolor() {
	for i, item := range l.items {
		chosen := item.ID != "" && item.ID == l.selected
		color := ColorText
		switch {
		case item.ID == "":
			color = ColorSecondary
			l.texts[i].TextSize = textSize(SizeSmall)
		case chosen:
			color = ColorOurs
		}
		l.texts[i].Color = paint(color)
		l.texts[i].TextStyle.Bold = chosen
		l.texts[i].TextStyle.Underline = chosen && l.focused
		l.grounds[i].FillColor, l.bars[i].FillColor = paint(ColorOursPale), paint(ColorOurs)
		l.bars[i].Hidden = !chosen
		l.grounds[i].Hidden = !chosen && (i != l.hovered || item.ID == "")
	}
}

func (l *GroupList) line(y float32) int {
	for i := range l.items {
		if y -= l.height(i); y < 0 {
			if l.items[i].ID == "" {
				return -1
			}
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (l *GroupList) Tapped(ev *fyne.PointEvent) { l.choose(l.line(ev.Position.Y)) }

// TypedKey implements fyne.Focusable.
func (l *GroupList) TypedKey(ev *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[ev.Name]
	if by == 0 {
		routeKey(l, ev)
		return
	}
	at := 0
	for i, item := range l.items {
		if item.ID != "" && item.ID == l.selected {
			at = i
		}
	}
	for at += by; at >= 0 && at < len(l.items); at += by {
		if l.items[at].ID != "" {
			l.choose(at)
			return
		}
	}
}
