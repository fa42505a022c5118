package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ground is the grey behind the paper and its white pages.
func (p *paper) ground(height, width float32) []fyne.CanvasObject {
	grey := canvas.NewRectangle(paint(ColorLine))
	put(grey, 0, 0, width, height)
	objects := []fyne.CanvasObject{grey}
	for _, page := range p.pages {
		white := canvas.NewRectangle(paint(ColorSurface))
		white.StrokeColor, white.StrokeWidth = paint(theme.ColorNameInputBorder), 1
		put(white, page.x, page.y, page.w, page.h)
		objects = append(objects, white)
	}
	return objects
}

// draw makes the objects of one line.
func (p *Preview) draw(i int) []fyne.CanvasObject {
	line := p.paper.lines[i]
	objects := make([]fyne.CanvasObject, 0, len(line.fills)+2*len(line.pieces))
	for _, fill := range line.fills {
		r := canvas.NewRectangle(paint(fill.color))
		put(r, fill.x, line.top+fill.y, fill.w, fill.h)
		objects = append(objects, r)
	}
	for _, thing := range line.things {
		object := thing.object
		if object == nil {
			object = picture(thing.picture)
		}
		put(object, thing.x, line.top+thing.y, thing.w, thing.h)
		objects = append(objects, object)
	}
	for _, piece := range line.pieces {
		color := piece.color
		if piece.figure >= 0 {
			color = ColorOurs
			objects = append(objects, p.chip(line, piece))
		}
		text := canvas.NewText(piece.text, paint(color))
		text.TextSize, text.TextStyle.Bold = piece.size, piece.bold
		high := text.MinSize().Height
		put(text, piece.x, line.top+piece.y+(piece.h-high)/2, piece.w, high)
		objects = append(objects, text)
	}
	return objects
}

// chip is the pale ground of a figure, deeper under the pointer and framed
// where the keyboard stands.
func (p *Preview) chip(line paperLine, piece paperPiece) fyne.CanvasObject {
	r := canvas.NewRectangle(paint(ColorOursPale))
	r.CornerRadius = 3
	if piece.figure == p.strip.hot {
		r.FillColor = paint(theme.ColorNameSelection)
	}
	if p.focused && piece.figure == p.current {
		r.StrokeColor, r.StrokeWidth = paint(ColorOurs), 1
	}
	put(r, piece.x-1, line.top+piece.y+piece.h*0.1, piece.w+2, piece.h*0.8)
	return r
}
