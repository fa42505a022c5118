package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// NoData is written wherever there is no number; a missing number is never 0.
const NoData = "无数据"

// Tone says how a comparison is judged: good, doubtful, or not at all.
type Tone int

// Tones of the second line of a figure card.
const (
	TonePlain Tone = iota // nothing to be said
	ToneGood              // the mark is met
	ToneDoubt             // something to look at
)

// color is the colour a comparison of this tone is written in.
func (t Tone) color() fyne.ThemeColorName {
	switch t {
	case ToneGood:
		return ColorGood
	case ToneDoubt:
		return ColorDoubt
	default:
		return ColorSecondary
	}
}

// Figure is one number, with the name of what it counts and a comparison.
type Figure struct {
	Caption string // “县管党政正职中 85后”
	Value   string // “17”, “37.5”
	Unit    string // “人”, “%”
	Note    string // “占 15.6%　较上年 +2.8 个百分点”
	Tone    Tone   // of the note
	NoData  bool   // there is no such number; Value says why, “无数据” when it is empty
}

const (
	figurePad    = 16
	figureAction = "名单 ›"
	figureWidth  = 210
	figureHeight = 120
)

// FigureCard shows a figure. A click anywhere on the card opens the list of
// its people. Without OnTapped the card cannot be clicked.
type FigureCard struct {
	pressable
	figure Figure

	ground, ring                         *canvas.Rectangle
	caption, action, number, unit, notes *canvas.Text
}

// NewFigureCard returns a card for a figure. A click, Enter or Space calls
// open, which may be nil.
func NewFigureCard(figure Figure, open func()) *FigureCard {
	c := &FigureCard{figure: figure}
	c.OnTapped = open
	c.extend(c)
	return c
}

// SetFigure shows another number.
func (c *FigureCard) SetFigure(figure Figure) {
	c.figure = figure
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *FigureCard) CreateRenderer() fyne.WidgetRenderer {
	c.ground, c.ring = Sheet(7), canvas.NewRectangle(nil)
	c.ring.CornerRadius, c.ring.StrokeWidth = 8, 2
	c.caption, c.action = Text("", ColorSecondary), Text(figureAction, ColorFaint)
	c.number, c.unit = Text("", ColorText), Text("", ColorSecondary)
	c.notes = TextSized("", ColorSecondary, SizeSmall)
	c.fill(c.Size())
	d := &Drawn{
		Content: []fyne.CanvasObject{c.ground, c.ring, c.caption, c.action, c.number, c.unit, c.notes},
		Place:   c.fill,
		Least:   func() fyne.Size { return fyne.NewSize(figureWidth, figureHeight) },
	}
	d.Repaint = func() {
		c.fill(c.Size())
		canvas.Refresh(c)
	}
	return d
}

// fill writes the figure into the texts and places them; the width decides how
// much of the caption can be read.
func (c *FigureCard) fill(size fyne.Size) {
	c.recolor()
	Put(c.ground, 0, 0, size.Width, size.Height)
	Put(c.ring, -1, -1, size.Width+2, size.Height+2)
	room := size.Width - 2*figurePad
	line := TextSize(theme.SizeNameText) * 1.45

	captionRoom := room
	c.action.Hidden = c.OnTapped == nil
	if !c.action.Hidden {
		w := Measure(figureAction, fyne.TextStyle{})
		Put(c.action, size.Width-figurePad-w, figurePad-1, w, line)
		captionRoom -= w + 10
	}
	shrinkText(c.caption, c.figure.Caption, captionRoom, TextSize(theme.SizeNameText))
	Put(c.caption, figurePad, figurePad-1, captionRoom, line)

	// Number and note keep together in the middle of a high card.
	slack := max(0, size.Height-figureHeight)
	c.placeNumber(room, figurePad+line+slack*0.4)
	shrinkText(c.notes, c.figure.Note, room, TextSize(SizeSmall))
	Put(c.notes, figurePad, size.Height-slack*0.5-figurePad-TextSize(SizeSmall)*1.3, room, TextSize(SizeSmall)*1.45)
}

// placeNumber sets the number and, on the same base line, its unit.
func (c *FigureCard) placeNumber(room, top float32) {
	value, unit, size := c.figure.Value, c.figure.Unit, TextSize(SizeNumeral)
	c.number.TextStyle.Bold = !c.figure.NoData
	if c.figure.NoData {
		unit, size = "", TextSize(SizeTitle)
		if value == "" {
			value = NoData
		}
	}
	c.unit.Text = unit
	unitWidth := Measure(unit, fyne.TextStyle{})
	c.number.Text, c.number.TextSize = value, size
	shrinkTo(c.number, room-unitWidth-5, TextSize(SizeSmall)) // a number is never cut
	number := c.number.MinSize()
	// The base line stands where that of a full-size number would.
	base := top + TextSize(SizeNumeral)*1.16
	Put(c.number, figurePad, base-baseLine(c.number), number.Width, number.Height)
	Put(c.unit, figurePad+number.Width+5, base-baseLine(c.unit), unitWidth, c.unit.MinSize().Height)
}

func (c *FigureCard) recolor() {
	c.ground.FillColor, c.ground.StrokeColor = Paint(ColorSurface), Paint(ColorLine)
	c.ring.StrokeColor, c.ring.Hidden = Paint(theme.ColorNameFocus), !c.focused
	c.caption.Color, c.unit.Color = Paint(ColorSecondary), Paint(ColorSecondary)
	c.number.Color, c.action.Color = Paint(ColorText), Paint(ColorFaint)
	c.notes.Color = Paint(c.figure.Tone.color())
	if c.figure.NoData {
		c.number.Color = Paint(ColorFaint)
	}
	if c.OnTapped != nil && (c.hovered || c.focused) {
		c.ground.StrokeColor, c.action.Color = Paint(theme.ColorNameInputBorder), Paint(ColorOurs)
	}
}

// Cursor is a hand when the card has a list to open.
func (c *FigureCard) Cursor() desktop.Cursor {
	if c.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return c.pressable.Cursor()
}

// baseLine is how far below its top the letters of a text stand.
func baseLine(t *canvas.Text) float32 {
	_, base := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
	return base
}

// shrinkText writes a text in a size at which it fits the width, down to about
// four fifths; beyond that it is cut.
func shrinkText(t *canvas.Text, text string, width, size float32) {
	t.Text, t.TextSize = text, size
	shrinkTo(t, width, size*0.8)
	t.Text = Fitter{}.Fit(text, width, t.TextSize, t.TextStyle.Bold)
}

// shrinkTo makes the letters smaller until the text fits, but not smaller than
// the least size. Sizes stay whole; Fyne sets broken ones with gaps.
func shrinkTo(t *canvas.Text, width, least float32) {
	for t.TextSize > least && t.MinSize().Width > width {
		t.TextSize--
	}
}
