package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// TimelineMark is the shape that shows the kind of an event.
type TimelineMark int

// The marks; what they stand for is up to the page.
const (
	MarkDot TimelineMark = iota
	MarkRing
	MarkSquare
	MarkDiamond
	MarkTriangle
)

// draw makes the objects of one event.
func (t *Timeline) draw(i int) []fyne.CanvasObject {
	item, part := t.items[i], t.strip.parts[i]
	var objects []fyne.CanvasObject
	if ground := t.lit(i, part); ground != nil {
		objects = append(objects, ground)
	}
	top, b := part.Top+timelineGap, t.columns.broken(item)
	big, small := timelineLine(theme.SizeNameText), timelineLine(SizeSmall)
	objects = append(objects, item.Mark.shape(item.Color, fyne.NewPos(t.ruleAt(), top+big/2))...)
	write := func(texts []string, color fyne.ThemeColorName, size fyne.ThemeSizeName, x, y float32) float32 {
		for _, text := range texts {
			line := TextSized(text, color, size)
			line.Move(fyne.NewPos(x, y+(timelineLine(size)-line.MinSize().Height)/2))
			objects = append(objects, line)
			y += timelineLine(size)
		}
		return y
	}
	write(b.month, ColorSecondary, SizeSmall, 8, top+(big-small)/2)
	top = write(b.text, ColorText, theme.SizeNameText, t.columns.text, top)
	write(b.note, ColorSecondary, SizeSmall, t.columns.text, top)
	return objects
}

// lit is the ground of an event that is pointed at or has the keyboard.
func (t *Timeline) lit(i int, part StripPart) fyne.CanvasObject {
	current := t.focused && i == t.current
	if i != t.strip.Hot && !current {
		return nil
	}
	r := canvas.NewRectangle(Paint(theme.ColorNameHover))
	r.CornerRadius = 4
	if current {
		r.StrokeColor, r.StrokeWidth = Paint(theme.ColorNameFocus), 1.5
	}
	Put(r, 2, part.Top+1, t.width-12, part.Height-2)
	return r
}

// shape draws the mark around a point, on a disc that interrupts the rule.
func (m TimelineMark) shape(color fyne.ThemeColorName, at fyne.Position) []fyne.CanvasObject {
	if color == "" {
		color = ColorSecondary
	}
	disc := canvas.NewCircle(Paint(ColorSurface))
	Put(disc, at.X-7, at.Y-7, 14, 14)
	half := float32(5)
	var mark fyne.CanvasObject
	switch m {
	case MarkRing:
		ring := canvas.NewCircle(Paint(ColorSurface))
		ring.StrokeColor, ring.StrokeWidth = Paint(color), 2
		mark, half = ring, 4.5
	case MarkSquare:
		mark, half = canvas.NewRectangle(Paint(color)), 4.5
	case MarkDiamond:
		mark, half = polygon(color, fyne.NewPos(0.5, 0), fyne.NewPos(1, 0.5), fyne.NewPos(0.5, 1), fyne.NewPos(0, 0.5)), 6
	case MarkTriangle:
		mark, half = polygon(color, fyne.NewPos(0.5, 0.05), fyne.NewPos(1, 0.92), fyne.NewPos(0, 0.92)), 5.5
	default:
		mark = canvas.NewCircle(Paint(color))
	}
	Put(mark, at.X-half, at.Y-half, 2*half, 2*half)
	return []fyne.CanvasObject{disc, mark}
}

// polygon is a filled shape given by its corners in parts of its size.
func polygon(color fyne.ThemeColorName, points ...fyne.Position) fyne.CanvasObject {
	p := canvas.NewArbitraryPolygon(points, Paint(color))
	p.NormalizedPoints = true
	return p
}
