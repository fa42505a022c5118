package meeting

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
	"huoshui/data/paper"
)

// area is a rectangle in slide coordinates.
type area struct{ x, y, w, h float32 }

func areaOf(b paper.Box) area { return area{float32(b.X), float32(b.Y), float32(b.W), float32(b.H)} }

// pen draws in slide coordinates. It keeps the objects in the order in which
// they are painted.
type pen struct {
	scale   float32
	origin  fyne.Position
	objects []fyne.CanvasObject
}

// newPen fits the field into a size, in the middle.
func newPen(size fyne.Size) *pen {
	k := min(size.Width/paper.SlideWidth, size.Height/paper.SlideHeight)
	return &pen{scale: k, origin: fyne.NewPos((size.Width-paper.SlideWidth*k)/2, (size.Height-paper.SlideHeight*k)/2)}
}

// place puts an object on an area of the field.
func (p *pen) place(o fyne.CanvasObject, a area) {
	o.Move(p.origin.AddXY(a.x*p.scale, a.y*p.scale))
	o.Resize(fyne.NewSize(a.w*p.scale, a.h*p.scale))
	p.objects = append(p.objects, o)
}

func (p *pen) fill(a area, c color.Color, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(c)
	r.CornerRadius = radius * p.scale
	p.place(r, a)
	return r
}

// letters is the style of a text. The size is in slide coordinates.
type letters struct {
	size  float32
	color fyne.ThemeColorName
	bold  bool
	align fyne.TextAlign
}

func (l letters) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.bold} }

// width is that of a text on the field.
func (l letters) width(text string) float32 {
	return fyne.MeasureText(text, l.size, l.style()).Width
}

// lineHeight is the pitch of lines.
func (l letters) lineHeight() float32 { return l.size * 1.45 }

// line writes one line in the middle of an area's height, smaller when it is
// too long. Sizes are whole: Fyne sets broken ones with gaps, wider than they
// Measure.
func (p *pen) line(a area, text string, l letters) {
	const least = 0.6
	size, room := floor(l.size*p.scale), a.w*p.scale
	width := func() float32 { return fyne.MeasureText(text, size, l.style()).Width }
	for smallest := floor(size * least); size > smallest && width() > room; {
		size--
	}
	if width() > room+0.5 {
		text = kit.CutText(text, size, l.style(), room)
	}
	t := canvas.NewText(text, theme.Color(l.color))
	t.TextSize, t.TextStyle, t.Alignment = size, l.style(), l.align
	p.place(t, a)
}

func floor(size float32) float32 { return max(1, float32(math.Floor(float64(size)))) }

// lines writes a text from the top of an area in as many lines as it needs,
// smaller when they would not fit, and returns the height they take.
func (p *pen) lines(a area, text string, l letters) float32 {
	wrapped := kit.WrapText(text, l.size, l.style(), a.w)
	for float32(len(wrapped))*l.lineHeight() > a.h && l.size > 10 {
		l.size *= 0.92
		wrapped = kit.WrapText(text, l.size, l.style(), a.w)
	}
	for i, line := range wrapped {
		p.line(area{a.x, a.y + float32(i)*l.lineHeight(), a.w, l.lineHeight()}, line, l)
	}
	return float32(len(wrapped)) * l.lineHeight()
}
