package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

const gap = 14 // between the surfaces of the page

// over puts one object above another, which is as high as it needs.
func over(top, foot fyne.CanvasObject) *fyne.Container { return container.New(overLayout{}, top, foot) }

// overLayout is the layout of over.
type overLayout struct{}

// Layout implements fyne.Layout.
func (overLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := size.Height
	if o[1].Visible() {
		foot := o[1].MinSize().Height
		o[1].Move(fyne.NewPos(0, size.Height-foot))
		o[1].Resize(fyne.NewSize(size.Width, foot))
		top = max(0, size.Height-foot-gap)
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, top))
}

// MinSize implements fyne.Layout.
func (overLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := o[0].MinSize()
	if o[1].Visible() {
		size = size.AddWidthHeight(0, o[1].MinSize().Height+gap)
	}
	return size
}

// highLayout gives one object a fixed height.
type highLayout struct{ height float32 }

// Layout implements fyne.Layout.
func (highLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
}

// MinSize implements fyne.Layout.
func (l highLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, l.height)
}

// besideLayout divides the width between two objects. right is the width of
// the second one: a share if it is below one, else a length.
type besideLayout struct{ right float32 }

// Layout implements fyne.Layout.
func (l besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := l.right
	switch {
	case !o[1].Visible():
		right = -gap
	case right < 1:
		right *= size.Width
	}
	left := size.Width - right - gap
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[1].Move(fyne.NewPos(left+gap, 0))
	o[1].Resize(fyne.NewSize(max(0, right), size.Height))
}

// MinSize implements fyne.Layout.
func (l besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+gap+o[1].MinSize().Width, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Sheet is a white surface whose content, which scrolls, reaches down to its
// lower edge, with a line of words above it when there is one.
func sheet(head, content fyne.CanvasObject) fyne.CanvasObject {
	top := float32(12)
	if head != nil {
		head = container.New(layout.NewCustomPaddedLayout(12, 6, 16, 16), head)
		top = 0
	}
	return surface(container.NewBorder(head, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(top, 3, 16, 16), content)))
}

// surface is a white ground with a thin line around what fills it to the edge.
func surface(content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(kit.ColorSurface))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(kit.ColorLine), 1, 6
	return container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(1, 1, 1, 1), content))
}
