package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	tabHeight = 38
	tabPad    = 13 // at each side of a word
	tabLeast  = 5  // the same where there is little room
	tabLine   = 4  // how much longer than the word the red line is, at each end
)

// Tabs is a line of titles, the selected one underlined in red. It does not
// hold the content of the tabs; OnSelect reports which one the user wants.
type Tabs struct {
	widget.BaseWidget
	words
	OnSelect func(index int)

	titles   []string
	selected int
	pad      float32            // at each side of a word, as the width allows
	size     fyne.ThemeSizeName // of the words, as the width allows

	texts           []*canvas.Text
	rule, underline *canvas.Rectangle
}

// NewTabs returns tabs with the first one selected.
func NewTabs(onSelect func(index int), titles ...string) *Tabs {
	t := &Tabs{OnSelect: onSelect, titles: slices.Clone(titles), pad: tabPad, size: theme.SizeNameText}
	for range titles {
		t.texts = append(t.texts, canvas.NewText("", nil))
	}
	t.rule, t.underline = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	t.words = words{hovered: -1, at: func(p fyne.Position) int { return t.word(p.X) }, refresh: t.Refresh}
	t.ExtendBaseWidget(t)
	return t
}

// Selected returns the index of the selected tab.
func (t *Tabs) Selected() int { return t.selected }

// Select selects a tab. It calls OnSelect if the tab was not selected before.
func (t *Tabs) Select(index int) {
	if index < 0 || index >= len(t.titles) || index == t.selected {
		return
	}
	t.selected = index
	t.Refresh()
	if t.OnSelect != nil {
		t.OnSelect(index)
	}
}

// SetTitle changes the title of a tab.
func (t *Tabs) SetTitle(index int, title string) {
	t.titles[index] = title
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{t.rule, t.underline}
	for _, text := range t.texts {
		objects = append(objects, text)
	}
	return &Drawn{Content: objects, Place: t.layout, Least: t.minSize, Repaint: func() {
		t.layout(t.Size())
		canvas.Refresh(t)
	}}
}

// tabWidth measures in bold, so that nothing moves when the selection does.
func (t *Tabs) tabWidth(i int) float32 { return t.wordWidth(i, t.size) + 2*t.pad }

func (t *Tabs) wordWidth(i int, size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText(t.titles[i], TextSize(size), fyne.TextStyle{Bold: true}).Width
}

// start is where the first tab begins, so that its line begins at the margin.
func (t *Tabs) start() float32 { return tabLine - t.pad }

// wordsWidth is that of all words without what is between them.
func (t *Tabs) wordsWidth(size fyne.ThemeSizeName) float32 {
	width := float32(tabLine)
	for i := range t.titles {
		width += t.wordWidth(i, size)
	}
	return width
}

// gaps is how many pads stand in the line: none before the first word.
func (t *Tabs) gaps() float32 { return float32(2*len(t.titles) - 1) }

func (t *Tabs) minSize() fyne.Size {
	return fyne.NewSize(t.wordsWidth(SizeSmall)+tabLeast*t.gaps(), tabHeight)
}

// fit moves the words together, then makes them smaller, until all are seen.
func (t *Tabs) fit(width float32) {
	for _, t.size = range []fyne.ThemeSizeName{theme.SizeNameText, SizeSmall} {
		t.pad = min(tabPad, (width-t.wordsWidth(t.size))/t.gaps())
		if t.pad >= tabLeast {
			return
		}
	}
	t.pad = tabLeast
}

func (t *Tabs) layout(size fyne.Size) {
	Put(t.rule, 0, tabHeight-1, size.Width, 1)
	t.rule.FillColor, t.underline.FillColor = Paint(ColorLine), Paint(ColorOurs)
	t.fit(size.Width)
	x := t.start()
	for i, text := range t.texts {
		w := t.tabWidth(i)
		text.Text, text.TextSize, text.Alignment = t.titles[i], TextSize(t.size), fyne.TextAlignCenter
		text.Color, text.TextStyle.Bold = Paint(ColorText), i == t.selected
		if i == t.selected || i == t.hovered {
			text.Color = Paint(ColorOurs)
		}
		Put(text, x, 0, w, tabHeight-3)
		if i == t.selected {
			height := float32(3)
			if t.focused {
				height = 4
			}
			Put(t.underline, x+t.pad-tabLine, tabHeight-height, w-2*(t.pad-tabLine), height)
		}
		x += w
	}
}

func (t *Tabs) word(x float32) int {
	x -= t.start()
	for i := range t.titles {
		if x -= t.tabWidth(i); x < 0 {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (t *Tabs) Tapped(ev *fyne.PointEvent) { t.Select(t.word(ev.Position.X)) }

// TypedKey implements fyne.Focusable.
func (t *Tabs) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		t.Select(t.selected - 1)
	case fyne.KeyRight:
		t.Select(t.selected + 1)
	default:
		RouteKey(t, ev)
	}
}
