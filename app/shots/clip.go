package shots

import (
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// picture draws the screen. The painter that works without a display clips what
// it draws at the innermost scroll only: the text of an input that a form has
// scrolled out of sight, or the rows of a table longer than its panel, would
// stand over whatever lies there. So what is in a scroll is taken from one
// picture, and everything around from another one, in which the scrolls are empty.
func (c *Camera) picture() image.Image {
	whole := c.canvas.Capture()
	over := overfull(c.canvas.Content(), fyne.Position{})
	if len(over) == 0 {
		return whole
	}
	for _, o := range over {
		o.scroll.Content.Hide()
	}
	bare := c.canvas.Capture().(draw.Image)
	for _, o := range over {
		o.scroll.Content.Show()
		within := c.pixels(o.at, o.scroll.Size())
		draw.Draw(bare, within, whole, within.Min, draw.Src)
	}
	return bare
}

// pixels is where a part of the screen is in its picture.
func (c *Camera) pixels(at fyne.Position, size fyne.Size) image.Rectangle {
	px := func(v float32) int { return int(math.Round(float64(v * c.canvas.Scale()))) }
	return image.Rect(px(at.X), px(at.Y), px(at.X+size.Width), px(at.Y+size.Height))
}

// placedScroll is a scroll container with its position on the screen.
type placedScroll struct {
	scroll *container.Scroll
	at     fyne.Position
}

// overfull finds the outermost scrolls that hold more than they show.
func overfull(o fyne.CanvasObject, offset fyne.Position) []placedScroll {
	if o == nil || !o.Visible() {
		return nil
	}
	at := offset.Add(o.Position())
	switch o := o.(type) {
	case *container.Scroll:
		if inner, outer := o.Content.Size(), o.Size(); inner.Height > outer.Height || inner.Width > outer.Width {
			return []placedScroll{{o, at}}
		}
		return nil
	case *fyne.Container:
		var found []placedScroll
		for _, part := range o.Objects {
			found = append(found, overfull(part, at)...)
		}
		return found
	case interface{ Content() fyne.CanvasObject }: // a panel
		return overfull(o.Content(), at)
	}
	return nil
}
