package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Drawn is a renderer for a widget that places and colours its few objects
// itself. Such a widget then needs no renderer type of its own.
type Drawn struct {
	Content []fyne.CanvasObject
	Place   func(fyne.Size)
	Least   func() fyne.Size
	Repaint func()
}

func (d *Drawn) Destroy()                     {}
func (d *Drawn) Layout(size fyne.Size)        { d.Place(size) }
func (d *Drawn) MinSize() fyne.Size           { return d.Least() }
func (d *Drawn) Objects() []fyne.CanvasObject { return d.Content }
func (d *Drawn) Refresh()                     { d.Repaint() }

// Paint returns a colour of the program's theme by its name.
func Paint(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// TextSize returns a size of the program's theme by its name.
func TextSize(name fyne.ThemeSizeName) float32 { return theme.Size(name) }

// Put moves and resizes an object.
func Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// canvasOf returns the canvas an object was last painted on, nil for none.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// CanvasOf returns the canvas that shows an object, nil when none does. Fyne
// learns this only when it lays out or paints a window. An object that a key
// press has just shown may not be laid out yet, so CanvasOf lets the windows
// lay out their content and looks again.
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

// Focus gives the keyboard to an object that is shown.
func Focus(o fyne.Focusable) {
	if c := CanvasOf(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// Sheet is a white rounded rectangle with a thin line around it.
func Sheet(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(Paint(ColorSurface))
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = Paint(ColorLine), 1, radius
	return r
}
