package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	groupRow     = 30
	groupMore    = 22 // for each further line of a long name
	groupHead    = 34
	groupWidth   = 200 // until it is given one
	groupPad     = 14
	groupHeadPad = 4
)

// GroupItem is a line of a GroupList. An item without an ID is the heading of
// the items after it.
type GroupItem struct{ ID, Text string }

// GroupList is a list with headings, in which the user chooses one item, for
// example what a page shows. Long names break into lines. Up and Down move the
// choice.
type GroupList struct {
	widget.BaseWidget
	words
	OnSelect func(id string)

	items    []GroupItem
	selected string
	scroll   *container.Scroll
	width    float32 // the names are broken for

	grounds, bars []*canvas.Rectangle
	texts         [][]*canvas.Text // of each item, line by line
	renderer      *Drawn
}

// NewGroupList returns a list in which nothing is chosen yet.
func NewGroupList(onSelect func(id string), items ...GroupItem) *GroupList {
	l := &GroupList{OnSelect: onSelect, items: items, texts: make([][]*canvas.Text, len(items))}
	for range items {
		l.grounds, l.bars = append(l.grounds, canvas.NewRectangle(nil)), append(l.bars, canvas.NewRectangle(nil))
	}
	l.renderer = &Drawn{Place: l.layout, Least: l.minSize}
	l.renderer.Repaint = func() {
		l.recolor()
		canvas.Refresh(l)
	}
	l.breakNames(groupWidth)
	l.words = words{hovered: -1, at: func(p fyne.Position) int { return l.line(p.Y) }, refresh: l.Refresh}
	l.ExtendBaseWidget(l)
	return l
}

// Scrolling returns the list in a scroll container. The chosen item stays
// visible.
func (l *GroupList) Scrolling() *container.Scroll {
	l.scroll = container.NewVScroll(l)
	return l.scroll
}

// Mark marks an item as chosen without calling OnSelect.
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
	return groupRow + groupMore*float32(len(l.texts[i])-1)
}

// breakNames breaks the names into lines of a width, as bold as they are when
// chosen.
func (l *GroupList) breakNames(width float32) {
	l.width = width
	l.renderer.Content = nil
	for i, item := range l.items {
		left, size := float32(groupPad), TextSize(theme.SizeNameText)
		if item.ID == "" {
			left, size = groupHeadPad, TextSize(SizeSmall)
		}
		l.texts[i] = nil
		l.renderer.Content = append(l.renderer.Content, l.grounds[i], l.bars[i])
		for _, line := range WrapText(item.Text, size, fyne.TextStyle{Bold: true}, width-left-ScrollBar) {
			text := canvas.NewText(line, nil)
			text.TextSize = size
			l.texts[i] = append(l.texts[i], text)
			l.renderer.Content = append(l.renderer.Content, text)
		}
	}
	l.recolor()
}

// CreateRenderer implements fyne.Widget.
func (l *GroupList) CreateRenderer() fyne.WidgetRenderer { return l.renderer }

func (l *GroupList) minSize() fyne.Size {
	size := fyne.NewSize(120, 0)
	for i := range l.items {
		size.Height += l.height(i)
	}
	return size
}

func (l *GroupList) layout(size fyne.Size) {
	if size.Width != l.width {
		l.breakNames(size.Width)
		if l.scroll != nil {
			l.scroll.Refresh() // the list has another height now
		}
	}
	y := float32(0)
	for i, item := range l.items {
		height := l.height(i)
		Put(l.grounds[i], 0, y, size.Width, height)
		Put(l.bars[i], 0, y, 3, height)
		top, left := y+(groupRow-groupMore)/2, float32(groupPad)
		if item.ID == "" {
			top, left = y+groupHead-groupMore-3, groupHeadPad
		}
		for line, text := range l.texts[i] {
			Put(text, left, top+float32(line)*groupMore, size.Width-left, groupMore)
		}
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
		case chosen:
			color = ColorOurs
		}
		for _, text := range l.texts[i] {
			text.Color = Paint(color)
			text.TextStyle.Bold = chosen
			text.TextStyle.Underline = chosen && l.focused
		}
		l.grounds[i].FillColor, l.bars[i].FillColor = Paint(ColorOursPale), Paint(ColorOurs)
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
		RouteKey(l, ev)
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
