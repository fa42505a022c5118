// Package shots takes pictures of the window without a display and prepares
// the data they show. The window knows which screens there are.
package shots

import (
	"image/png"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"huoshui/data"
)

// Camera takes pictures of a window of a fixed size.
type Camera struct {
	canvas software.WindowlessCanvas
	dir    string
	only   string
	size   fyne.Size
	taken  []string
}

// NewCamera returns a camera that saves pictures into a folder. It saves only
// the pictures whose names contain the text; an empty text means all.
func NewCamera(dir, only string, size fyne.Size) *Camera {
	c := &Camera{canvas: software.NewCanvas(), dir: dir, only: only, size: size}
	c.canvas.SetPadded(false)
	return c
}

// Canvas returns the canvas of the window.
func (c *Camera) Canvas() fyne.Canvas { return c.canvas }

// Show shows content in the window.
func (c *Camera) Show(content fyne.CanvasObject) {
	c.canvas.SetContent(content)
	c.canvas.Resize(c.size)
}

// Take saves a picture of the window as name.png, then closes the dialogs over
// it.
func (c *Camera) Take(name string) error {
	defer c.closeDialogs()
	if !strings.Contains(name, c.only) {
		return nil
	}
	c.canvas.Resize(c.size)
	path := filepath.Join(c.dir, name+".png")
	err := data.SaveFile(path, func(w io.Writer) error { return png.Encode(w, c.picture()) })
	c.taken = append(c.taken, path)
	return err
}

func (c *Camera) closeDialogs() {
	over := c.canvas.Overlays()
	for top := over.Top(); top != nil; top = over.Top() {
		over.Remove(top)
	}
}

// Taken returns the paths of the saved files.
func (c *Camera) Taken() []string { return c.taken }
