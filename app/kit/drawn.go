package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawn is the renderer of the widgets here: each widget places and colours
// its few objects itself, so that there is one type to read instead of two.
type drawn struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
}

func (d *drawn) Destroy()                     {}
func (d *drawn) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawn) MinSize() fyne.Size           { return d.min() }
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawn) Refresh()                     { d.refresh() }

// paint gives the colour of a name in the theme of the program.
func paint(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// textSize gives the size of a name in the theme of the program.
func textSize(name fyne.ThemeSizeName) float32 { return theme.Size(name) }

// put moves and resizes an object in one line.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// canvasOf returns the canvas an object was last painted on, nil for none.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// CanvasOf returns the canvas an object is shown on, nil when it is not shown.
// Fyne knows that from the first picture on that shows the object; what the key
// just pressed has brought up is in no picture yet, so the windows are made to
// look at what they show.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	if c := canvasOf(o); c != nil {
		return c
	}
	for c := range routers {
		if looks, ok := c.(interface{ EnsureMinSize() bool }); ok {
			looks.EnsureMinSize()
		}
	}
	return canvasOf(o)
}

// focus gives the keyboard to an object that is shown.
func focus(o fyne.Focusable) {
	if c := CanvasOf(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// sheet is a white rounded rectangle with a thin line around it.
func sheet(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(paint(ColorSurface))
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = paint(ColorLine), 1, radius
	return r
}
