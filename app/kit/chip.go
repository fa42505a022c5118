package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const (
	chipHeight = 28
	chipPad    = 12
	chipCross  = 20
)

// Chip is a small rounded label: a condition in force with a cross that
// removes it, or a small choice next to others.
type Chip struct {
	pressable
	Text     string
	Selected bool
	// OnRemove, when set, shows a cross; Delete and Backspace do the same.
	OnRemove func()

	ground *canvas.Rectangle
	label  *canvas.Text
	cross  *canvas.Text
}

// NewChip returns a grey chip.
func NewChip(text string, do func()) *Chip {
	c := &Chip{Text: text}
	c.OnTapped = do
	c.extend(c)
	return c
}

// NewFilterChip returns a red chip with a cross, for a condition in force.
func NewFilterChip(text string, edit, remove func()) *Chip {
	c := NewChip(text, edit)
	c.Selected, c.OnRemove = true, remove
	return c
}

// SetSelected switches between the grey and the red look.
func (c *Chip) SetSelected(on bool) {
	c.Selected = on
	c.Refresh()
}

// Tapped implements fyne.Tappable. A click on the cross removes the chip, a
// click elsewhere opens it.
func (c *Chip) Tapped(ev *fyne.PointEvent) {
	if c.OnRemove != nil && ev != nil && ev.Position.X > c.Size().Width-chipCross-chipPad/2 {
		c.OnRemove()
		return
	}
	c.press()
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(ev *fyne.KeyEvent) {
	if c.OnRemove != nil && (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace) {
		c.OnRemove()
		return
	}
	c.pressable.TypedKey(ev)
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ground = Sheet(chipHeight / 2)
	c.label, c.cross = TextSized(c.Text, ColorText, SizeSmall), TextSized("✕", ColorOurs, SizeSmall)
	c.cross.Alignment = fyne.TextAlignCenter
	c.recolor()
	return &Drawn{
		Content: []fyne.CanvasObject{c.ground, c.label, c.cross},
		Place:   c.layout, Least: c.minSize, Repaint: c.refresh,
	}
}

func (c *Chip) minSize() fyne.Size {
	width := fyne.MeasureText(c.Text, TextSize(SizeSmall), fyne.TextStyle{}).Width + 2*chipPad
	if c.OnRemove != nil {
		width += chipCross - chipPad/2
	}
	return fyne.NewSize(width, chipHeight)
}

func (c *Chip) layout(size fyne.Size) {
	Put(c.ground, 0, 0, size.Width, size.Height)
	Put(c.label, chipPad, 0, size.Width-2*chipPad, size.Height)
	Put(c.cross, size.Width-chipCross-chipPad/2, 0, chipCross, size.Height)
}

func (c *Chip) refresh() {
	c.label.Text = c.Text
	c.recolor()
	c.layout(c.Size())
	for _, o := range []fyne.CanvasObject{c.ground, c.label, c.cross} {
		canvas.Refresh(o)
	}
}

func (c *Chip) recolor() {
	fill, line, text := ColorSurface, theme.ColorNameInputBorder, ColorSecondary
	if c.Selected {
		fill, line, text = ColorOursPale, ColorOurs, ColorOurs
	}
	if c.hovered && !c.Disabled() {
		line, text = ColorOurs, ColorOurs
	}
	c.ground.StrokeWidth = 1
	if c.focused {
		line, c.ground.StrokeWidth = ColorOurs, 2
	}
	if c.Disabled() {
		text = ColorFaint
	}
	c.ground.FillColor, c.ground.StrokeColor = Paint(fill), Paint(line)
	c.label.Color, c.cross.Color = Paint(text), Paint(text)
	c.cross.Hidden = c.OnRemove == nil
}
