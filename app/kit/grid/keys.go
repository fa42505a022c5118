package grid

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/kit"
)

// FocusGained implements fyne.Focusable.
func (g *Grid) FocusGained() {
	g.focused = true
	g.body.update()
}

// FocusLost implements fyne.Focusable. If the user holds shift while the grid
// loses the focus, Fyne never reports its release, so FocusLost resets the
// shift state.
func (g *Grid) FocusLost() {
	g.focused, g.shift = false, false
	g.body.update()
}

// KeyDown implements desktop.Keyable. This is the only way to know that shift
// is down, because Fyne has no shortcut for shift with an arrow key.
func (g *Grid) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		g.shift = true
	}
}

// KeyUp implements desktop.Keyable.
func (g *Grid) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		g.shift = false
	}
}

// TypedRune implements fyne.Focusable.
func (g *Grid) TypedRune(r rune) {
	cursor := g.selection.cursor
	switch {
	case !kit.IsSpace(r) || cursor < 0:
	case g.OnPick != nil:
		g.OnPick(cursor)
	default:
		g.toggle(cursor)
	}
}

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(ev *fyne.KeyEvent) {
	cursor, last := g.selection.cursor, g.source.Len()-1
	switch ev.Name {
	case fyne.KeyDown:
		g.moveTo(cursor + 1)
	case fyne.KeyUp:
		g.moveTo(cursor - 1)
	case fyne.KeyPageDown:
		g.moveTo(cursor + g.pageRows())
	case fyne.KeyPageUp:
		g.moveTo(cursor - g.pageRows())
	case fyne.KeyHome:
		g.moveTo(0)
	case fyne.KeyEnd:
		g.moveTo(last)
	case fyne.KeyLeft, fyne.KeyRight:
		g.sideways(ev.Name == fyne.KeyRight)
	default:
		g.typedCommand(ev)
	}
}

// sideways goes to the column beside where cells are opened, else it scrolls.
func (g *Grid) sideways(right bool) {
	by := -1
	if right {
		by = 1
	}
	if g.byCell() {
		g.moveCell(by)
		return
	}
	g.scroll(gridOffset{g.offset.x + 60*float32(by), g.offset.y})
}

// typedCommand hears the keys that do something with the row one is on.
func (g *Grid) typedCommand(ev *fyne.KeyEvent) {
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeyF2
	menu := ev.Name == desktop.KeyMenu || ev.Name == fyne.KeyF10 && g.shift
	switch {
	case g.selection.cursor < 0:
		kit.RouteKey(g, ev)
	case enter && g.OnPick != nil:
		g.OnPick(g.selection.cursor)
	case enter && g.byCell():
		g.openCell()
	case enter && g.OnOpen != nil:
		g.open(g.selection.cursor)
	case menu && g.OnMenu != nil:
		g.openMenu()
	default:
		kit.RouteKey(g, ev)
	}
}

// openMenu opens the menu of the row the keyboard is on, below it.
func (g *Grid) openMenu() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.body)
	y := float32(float64(g.selection.cursor+1)*RowHeight - g.offset.y)
	g.OnMenu(g.selection.cursor, at.AddXY(gridPad, y))
}

// moveTo takes the keyboard to a row, and the selection with it; with shift
// the selection grows to it.
func (g *Grid) moveTo(row int) {
	row = max(0, min(row, g.source.Len()-1))
	switch {
	case g.source.Len() == 0:
	case g.shift:
		g.extendTo(row)
	default:
		g.Select(row)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		g.Copy()
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	case *fyne.ShortcutPaste:
		if g.OnPaste != nil {
			g.OnPaste(fyne.CurrentApp().Clipboard().Content())
		}
	default:
		kit.RouteShortcut(g, s)
	}
}

// Copy puts the selected rows on the clipboard: first the titles, then one
// line for each row. It copies the visible columns in their order, separated
// by tabs.
func (g *Grid) Copy() {
	selected := g.Selected()
	if len(selected) == 0 {
		return
	}
	rows, err := g.load(selected)
	if err == nil {
		fyne.CurrentApp().Clipboard().SetContent(g.tabbed(rows))
	}
	if g.OnCopy != nil {
		g.OnCopy(len(rows), err)
	}
}

func (g *Grid) load(selected []int) ([][]string, error) {
	if loader, ok := g.source.(Loader); ok {
		return loader.Load(selected)
	}
	rows := make([][]string, 0, len(selected))
	for _, row := range selected {
		if cells, ok := g.source.Row(row); ok {
			rows = append(rows, cells)
		}
	}
	return rows, nil
}

func (g *Grid) tabbed(rows [][]string) string {
	titles := make([]string, len(g.columns))
	for i, c := range g.columns {
		titles[i] = c.Title
	}
	var text strings.Builder
	for _, cells := range append([][]string{titles}, rows...) {
		for i, p := range g.placed {
			if i > 0 {
				text.WriteByte('\t')
			}
			if p.column < len(cells) {
				text.WriteString(harmless(oneLine.Replace(cells[p.column])))
			}
		}
		text.WriteString("\r\n")
	}
	return text.String()
}

// harmless keeps a spreadsheet from taking a text for a formula: one that begins
// like it gets a blank before it, which reading the text again leaves out.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return " " + cell
}

// oneLine keeps a cell in its place when the text is pasted into a spreadsheet.
var oneLine = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")
