package input

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

const (
	monthWidth  = 62
	monthHeight = 36
	monthHead   = 40
	monthPad    = 10
)

// monthPicker shows one year with its twelve months. The user can go to
// another year.
type monthPicker struct {
	widget.BaseWidget
	year, month int // what the keyboard is on
	chosenYear  int
	chosenMonth int
	onPick      func(year, month int)
	onClose     func()

	title, before, after *canvas.Text
	months               [12]*canvas.Text
	grounds              [12]*canvas.Rectangle
	hovered              int // 0 to 11, -1 for none
}

// PickMonth opens a month picker below a button.
func PickMonth(button fyne.CanvasObject, year, month int, picked func(year, month int)) {
	c := kit.CanvasOf(button)
	if c == nil {
		return
	}
	m := newMonthPicker(year, month)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
	p := kit.NewPopover(c, m, at.AddXY(0, button.Size().Height+4), m.MinSize())
	m.onClose = p.Close
	m.onPick = func(year, month int) {
		p.Close()
		picked(year, month)
	}
	p.Show()
	c.Focus(m)
}

func newMonthPicker(year, month int) *monthPicker {
	m := &monthPicker{year: year, month: month, chosenYear: year, chosenMonth: month, hovered: -1}
	m.title, m.before, m.after = kit.BoldText("", kit.ColorText), kit.Text("‹", kit.ColorSecondary), kit.Text("›", kit.ColorSecondary)
	for _, t := range []*canvas.Text{m.title, m.before, m.after} {
		t.Alignment = fyne.TextAlignCenter
	}
	for i := range m.months {
		m.months[i], m.grounds[i] = kit.Text(strconv.Itoa(i+1)+"月", kit.ColorText), canvas.NewRectangle(nil)
		m.months[i].Alignment, m.grounds[i].CornerRadius = fyne.TextAlignCenter, 4
	}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer implements fyne.Widget.
func (m *monthPicker) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{m.title, m.before, m.after}
	for i := range m.months {
		objects = append(objects, m.grounds[i], m.months[i])
	}
	m.recolor()
	return &kit.Drawn{
		Content: objects, Place: m.layout,
		Least: func() fyne.Size {
			return fyne.NewSize(4*monthWidth+2*monthPad, monthHead+3*monthHeight+2*monthPad)
		},
		Repaint: func() { m.recolor(); canvas.Refresh(m) },
	}
}

func (m *monthPicker) layout(size fyne.Size) {
	kit.Put(m.title, monthHead, monthPad/2, size.Width-2*monthHead, monthHead)
	kit.Put(m.before, 0, monthPad/2, monthHead, monthHead)
	kit.Put(m.after, size.Width-monthHead, monthPad/2, monthHead, monthHead)
	for i := range m.months {
		x := monthPad + float32(i%4)*monthWidth
		y := monthPad + monthHead + float32(i/4)*monthHeight
		kit.Put(m.grounds[i], x+2, y+2, monthWidth-4, monthHeight-4)
		kit.Put(m.months[i], x, y, monthWidth, monthHeight)
	}
}

func (m *monthPicker) recolor() {
	m.title.Text = fmt.Sprintf("%d 年", m.year)
	for i := range m.months {
		g, text := m.grounds[i], kit.ColorText
		g.StrokeWidth, g.FillColor = 0, kit.Paint(kit.ColorSurface)
		switch {
		case m.year == m.chosenYear && i+1 == m.chosenMonth:
			g.FillColor, text = kit.Paint(kit.ColorOurs), kit.ColorSurface
		case i == m.hovered:
			g.FillColor = kit.Paint(kit.ColorHeader)
		}
		if i+1 == m.month {
			g.StrokeWidth, g.StrokeColor = 1.5, kit.Paint(kit.ColorOurs)
		}
		m.months[i].Color = kit.Paint(text)
	}
}

// step moves the keyboard by months, over the turn of the year.
func (m *monthPicker) step(months int) {
	n := m.year*12 + m.month - 1 + months
	m.year, m.month = n/12, n%12+1
	m.Refresh()
}

// Tapped implements fyne.Tappable.
func (m *monthPicker) Tapped(ev *fyne.PointEvent) {
	switch i := m.at(ev.Position); {
	case i >= 0:
		m.onPick(m.year, i+1)
	case ev.Position.Y > monthHead+monthPad:
	case ev.Position.X < monthHead:
		m.step(-12)
	case ev.Position.X > m.Size().Width-monthHead:
		m.step(12)
	}
}

// at returns the month under a position, from 0, or -1.
func (m *monthPicker) at(pos fyne.Position) int {
	column, row := int((pos.X-monthPad)/monthWidth), int((pos.Y-monthPad-monthHead)/monthHeight)
	if pos.X < monthPad || pos.Y < monthPad+monthHead || column > 3 || row > 2 {
		return -1
	}
	return row*4 + column
}

// MouseIn implements desktop.Hoverable.
func (m *monthPicker) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (m *monthPicker) MouseMoved(ev *desktop.MouseEvent) { m.hover(m.at(ev.Position)) }

// MouseOut implements desktop.Hoverable.
func (m *monthPicker) MouseOut() { m.hover(-1) }

func (m *monthPicker) hover(i int) {
	if m.hovered != i {
		m.hovered = i
		m.Refresh()
	}
}

// Scrolled implements fyne.Scrollable. The wheel changes the year.
func (m *monthPicker) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY > 0 {
		m.step(-12)
	} else if ev.Scrolled.DY < 0 {
		m.step(12)
	}
}

// FocusGained implements fyne.Focusable.
func (m *monthPicker) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (m *monthPicker) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (m *monthPicker) TypedRune(r rune) {
	if kit.IsSpace(r) {
		m.onPick(m.year, m.month)
	}
}

// TypedKey implements fyne.Focusable.
func (m *monthPicker) TypedKey(ev *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{
		fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -4, fyne.KeyDown: 4,
		fyne.KeyPageUp: -12, fyne.KeyPageDown: 12,
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		m.onPick(m.year, m.month)
	case fyne.KeyEscape:
		m.onClose()
	default:
		if n := steps[ev.Name]; n != 0 {
			m.step(n)
		}
	}
}
