package records

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

const (
	formWidth = 470
	gap       = 14
)

// besideLayout places the form at the right of the list while the form is
// shown.
type besideLayout struct{}

// Layout implements fyne.Layout.
func (besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width
	if o[1].Visible() {
		width -= formWidth + gap
		o[1].Move(fyne.NewPos(width+gap, 0))
		o[1].Resize(fyne.NewSize(formWidth, size.Height))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(width, size.Height))
}

// MinSize implements fyne.Layout.
func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := o[0].MinSize()
	if o[1].Visible() {
		size.Width += formWidth + gap
	}
	return size
}

// besides shows or hides the form. Beside it the list has room for what tells
// the records apart; without it, the columns are as the user left them.
func (w *Workspace) besides(on bool) {
	if on == w.editor.panel.Visible() {
		return
	}
	row := w.grid.CursorRow()
	if on {
		w.columns[w.at] = w.grid.Columns()
		narrow := columnsOf(w.list().kind)
		show(narrow, besideWidth)
		w.grid.SetColumns(gridColumns(narrow))
		w.editor.panel.Show()
	} else {
		w.grid.SetColumns(w.columns[w.at])
		w.editor.panel.Hide()
	}
	w.arrange()
	w.home.Refresh()
	if row >= 0 {
		w.grid.ScrollToRow(row)
	}
}

func (w *Workspace) focusList() {
	if c := w.desk.Shell.Canvas(); c != nil && w.Here() {
		c.Focus(w.grid)
	}
}

// bindKeys sets the keys of the room: Esc closes what is open, Delete removes.
func (w *Workspace) bindKeys() {
	c := w.desk.Shell.Canvas()
	if c == nil {
		return
	}
	kit.KeysOf(c).First(fyne.KeyEscape, func() bool {
		switch {
		case !w.Here():
			return false
		case w.preview != nil:
			w.closePreview()
		case w.editor.shown():
			w.editor.leave(func() {})
		default:
			return false
		}
		return true
	})
	kit.KeysOf(c).First(fyne.KeyDelete, func() bool {
		if !w.Here() || w.preview != nil || c.Focused() != fyne.Focusable(w.grid) {
			return false
		}
		w.removeSelected()
		return true
	})
}
