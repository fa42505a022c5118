package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TimelineItem is one event of a timeline.
type TimelineItem struct {
	Month string // “2023.05”, “2021.03–2022.03”
	Text  string
	Note  string // smaller, below the text
	Mark  TimelineMark
	Color fyne.ThemeColorName // of the mark; empty means the secondary colour
}

// Timeline lists events along a vertical line: the month at the left, a small
// mark for the kind of event, and the text, which wraps. It scrolls when it is
// long. Up and Down move between the events, Enter opens one.
type Timeline struct {
	widget.BaseWidget
	// OnTap is called with the index of an event that is chosen; without it the
	// events are only there to be read.
	OnTap func(index int)
	// Empty is shown when there is no event.
	Empty string

	items   []TimelineItem
	strip   *Strip
	width   float32
	columns timelineColumns
	current int
	focused bool
}

const (
	timelineGap  = 6  // above and below an event
	timelineRule = 30 // from the months to the texts; the rule is in its middle
)

// timelineColumns are the horizontal positions of the parts of an event at one
// width.
type timelineColumns struct{ month, text, textWidth float32 }

// NewTimeline returns a timeline of events in the given order.
func NewTimeline(items []TimelineItem, tap func(index int)) *Timeline {
	t := &Timeline{OnTap: tap, items: items, Empty: "暂无记录"}
	t.strip = NewStrip(t.draw)
	t.strip.Target = t.itemAt
	t.strip.OnTapped = func(i int) {
		t.current = i
		t.OnTap(i)
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetItems shows other events.
func (t *Timeline) SetItems(items []TimelineItem) {
	t.items, t.current = items, 0
	t.Refresh()
}

// HeightAt returns the height of all events at a width, for pages that show
// the timeline without scrolling.
func (t *Timeline) HeightAt(width float32) float32 {
	_, _, height := t.measure(width)
	return height
}

// CreateRenderer implements fyne.Widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return &Drawn{
		Content: []fyne.CanvasObject{t.strip.Scroller},
		Place:   t.layout,
		Least:   func() fyne.Size { return fyne.NewSize(180, 80) },
		Repaint: t.arrange,
	}
}

func (t *Timeline) layout(size fyne.Size) {
	Put(t.strip.Scroller, 0, 0, size.Width, size.Height)
	if size.Width != t.width {
		t.width = size.Width
		t.arrange()
	}
}

func (t *Timeline) arrange() {
	columns, parts, height := t.measure(t.width)
	t.columns = columns
	t.strip.Set(parts, height, t.ground(parts))
}

// Measure finds the columns and the height of each event.
func (t *Timeline) measure(width float32) (columns timelineColumns, parts []StripPart, height float32) {
	columns = t.columnsAt(width)
	for _, item := range t.items {
		b := columns.broken(item)
		texts := float32(len(b.text))*timelineLine(theme.SizeNameText) + float32(len(b.note))*timelineLine(SizeSmall)
		high := max(texts, float32(len(b.month))*timelineLine(SizeSmall)) + 2*timelineGap
		parts = append(parts, StripPart{height, high})
		height += high
	}
	return columns, parts, height
}

// columnsAt gives the months what the longest needs, but not the room of the
// texts: a range of months then stands on two lines.
func (t *Timeline) columnsAt(width float32) timelineColumns {
	var month float32
	for _, item := range t.items {
		month = max(month, fyne.MeasureText(item.Month, TextSize(SizeSmall), fyne.TextStyle{}).Width)
	}
	if single := fyne.MeasureText("0000.00–", TextSize(SizeSmall), fyne.TextStyle{}).Width; month > width*0.3 {
		month = min(month, single)
	}
	left := 8 + month + timelineRule
	return timelineColumns{month: month, text: left, textWidth: max(60, width-left-18)}
}

// timelineLines are the texts of an event, broken into lines.
type timelineLines struct{ month, text, note []string }

func (c timelineColumns) broken(item TimelineItem) timelineLines {
	var plain fyne.TextStyle
	b := timelineLines{
		month: WrapText(item.Month, TextSize(SizeSmall), plain, c.month+1),
		text:  WrapText(item.Text, TextSize(theme.SizeNameText), plain, c.textWidth),
	}
	if item.Note != "" {
		b.note = WrapText(item.Note, TextSize(SizeSmall), plain, c.textWidth)
	}
	return b
}

func timelineLine(size fyne.ThemeSizeName) float32 { return TextSize(size) * 1.5 }

// ground is the rule, from the first mark to the last, or the word for nothing.
func (t *Timeline) ground(parts []StripPart) []fyne.CanvasObject {
	if len(parts) == 0 {
		empty := Text(t.Empty, ColorSecondary)
		Put(empty, 8, timelineGap, t.width-16, timelineLine(theme.SizeNameText))
		return []fyne.CanvasObject{empty}
	}
	rule := canvas.NewRectangle(Paint(ColorLine))
	first := timelineGap + timelineLine(theme.SizeNameText)/2
	Put(rule, t.ruleAt()-1, first, 2, max(0, parts[len(parts)-1].Top))
	return []fyne.CanvasObject{rule}
}

func (t *Timeline) ruleAt() float32 { return t.columns.text - timelineRule/2 }

// itemAt finds the event at a point.
func (t *Timeline) itemAt(p fyne.Position) int {
	parts := t.strip.parts
	i := sort.Search(len(parts), func(i int) bool { return parts[i].Top+parts[i].Height > p.Y })
	if t.OnTap == nil || i == len(parts) || p.Y < 0 {
		return -1
	}
	return i
}

// FocusGained implements fyne.Focusable.
func (t *Timeline) FocusGained() { t.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (t *Timeline) FocusLost() { t.setFocused(false) }

func (t *Timeline) setFocused(on bool) {
	t.focused = on
	t.strip.Redraw()
}

// TypedRune implements fyne.Focusable.
func (t *Timeline) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Timeline) TypedKey(ev *fyne.KeyEvent) {
	if len(t.items) == 0 {
		RouteKey(t, ev)
		return
	}
	switch ev.Name {
	case fyne.KeyUp:
		t.moveTo(t.current - 1)
	case fyne.KeyDown:
		t.moveTo(t.current + 1)
	case fyne.KeyHome:
		t.moveTo(0)
	case fyne.KeyEnd:
		t.moveTo(len(t.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if t.OnTap != nil {
			t.OnTap(t.current)
		}
	default:
		RouteKey(t, ev)
	}
}

func (t *Timeline) moveTo(i int) {
	t.current = max(0, min(i, len(t.items)-1))
	if t.current < len(t.strip.parts) {
		p := t.strip.parts[t.current]
		t.strip.Reveal(p.Top, p.Height)
	}
	t.strip.Redraw()
}
