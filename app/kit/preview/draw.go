package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

// ground is the grey behind the paper and its white pages.
func (p *paper) ground(height, width float32) []fyne.CanvasObject {
	grey := canvas.NewRectangle(kit.Paint(kit.ColorLine))
	kit.Put(grey, 0, 0, width, height)
	objects := []fyne.CanvasObject{grey}
	for _, page := range p.pages {
		white := canvas.NewRectangle(kit.Paint(kit.ColorSurface))
		white.StrokeColor, white.StrokeWidth = kit.Paint(theme.ColorNameInputBorder), 1
		kit.Put(white, page.x, page.y, page.w, page.h)
		objects = append(objects, white)
	}
	return objects
}

// draw makes the objects of one line.
func (p *Preview) draw(i int) []fyne.CanvasObject {
	line := p.paper.lines[i]
	objects := make([]fyne.CanvasObject, 0, len(line.fills)+2*len(line.pieces))
	for _, fill := range line.fills {
		r := canvas.NewRectangle(kit.Paint(fill.color))
		kit.Put(r, fill.x, line.Top+fill.y, fill.w, fill.h)
		objects = append(objects, r)
	}
	for _, thing := range line.things {
		object := thing.object
		if object == nil {
			object = picture(thing.picture)
		}
		kit.Put(object, thing.x, line.Top+thing.y, thing.w, thing.h)
		objects = append(objects, object)
	}
	for _, piece := range line.pieces {
		color := piece.color
		if piece.figure >= 0 {
			color = kit.ColorOurs
			objects = append(objects, p.chip(line, piece))
		}
		text := canvas.NewText(piece.text, kit.Paint(color))
		text.TextSize, text.TextStyle.Bold = piece.size, piece.bold
		high := text.MinSize().Height
		kit.Put(text, piece.x, line.Top+piece.y+(piece.h-high)/2, piece.w, high)
		objects = append(objects, text)
	}
	return objects
}

// chip is the pale ground of a figure, deeper under the pointer and framed
// where the keyboard stands.
func (p *Preview) chip(line paperLine, piece paperPiece) fyne.CanvasObject {
	r := canvas.NewRectangle(kit.Paint(kit.ColorOursPale))
	r.CornerRadius = 3
	if piece.figure == p.strip.Hot {
		r.FillColor = kit.Paint(theme.ColorNameSelection)
	}
	if p.focused && piece.figure == p.current {
		r.StrokeColor, r.StrokeWidth = kit.Paint(kit.ColorOurs), 1
	}
	kit.Put(r, piece.x-1, line.Top+piece.y+piece.h*0.1, piece.w+2, piece.h*0.8)
	return r
}
