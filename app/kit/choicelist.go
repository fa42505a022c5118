package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// choiceRows is how many choices one sees at once.
const choiceRows = 10

// choiceList is an open drop-down list: a search line over the field it belongs
// to, and the choices that match beneath it.
type choiceList struct {
	choices        []Choice
	match          Match
	rank           func(Choice, string) int
	free           bool
	current, typed string
	picked         func(Choice)
	closed         func()

	search  *input
	grid    *Grid
	found   []Choice
	popover *popover
}

// Len implements GridSource.
func (l *choiceList) Len() int { return len(l.found) }

// Row implements GridSource.
func (l *choiceList) Row(i int) ([]string, bool) { return []string{l.found[i].Text}, true }

// openChoiceList shows the list at the place of an object.
func openChoiceList(at fyne.CanvasObject, l choiceList) {
	c := CanvasOf(at)
	if c == nil {
		return
	}
	list := &l
	list.search = newInput(false)
	list.search.set(l.typed)
	list.search.goesOn, list.search.CursorColumn = true, len([]rune(l.typed))
	list.search.SetPlaceHolder("输入文字或拼音首字母")
	list.search.changed(list.narrow)
	list.search.onKey = list.key
	list.grid = NewGrid([]Column{{ID: "text", Flexible: true}}, list)
	list.grid.noHeader, list.grid.Empty = true, "没有相符的选项"
	list.grid.onClick = list.pick
	list.show(c, at)
	list.narrow(l.typed)
	c.Focus(list.search)
}

func (l *choiceList) show(c fyne.Canvas, at fyne.CanvasObject) {
	rows := min(choiceRows, max(3, len(l.choices)))
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	field, list := at.Size().Height, float32(rows*gridRowHeight)+2
	size := fyne.NewSize(max(at.Size().Width, 200), field+list)
	place := besideList{one: l.search, list: l.grid}
	if below := c.Size().Height - pos.Y; below < size.Height && pos.Y > below {
		place.below = true
		pos.Y -= list
	}
	l.popover = newPopover(c, container.New(place, l.search, l.grid), pos, size)
	l.popover.cancel = l.cancel
	l.popover.show()
}

// narrow keeps the choices that fit what is typed, and stands on the first, or
// on the present choice as long as nothing is typed.
func (l *choiceList) narrow(typed string) {
	l.found = l.found[:0]
	for _, c := range l.choices {
		if typed == "" || l.match(c, typed) {
			l.found = append(l.found, c)
		}
	}
	if typed != "" && l.rank != nil {
		slices.SortStableFunc(l.found, func(a, b Choice) int { return l.rank(a, typed) - l.rank(b, typed) })
	}
	if l.free && typed != "" && !slices.ContainsFunc(l.found, func(c Choice) bool { return c.Text == typed }) {
		l.found = append(l.found, Choice{Value: typed, Text: typed})
	}
	row := 0
	if typed == "" {
		row = max(0, slices.IndexFunc(l.found, func(c Choice) bool { return c.Value == l.current }))
	}
	l.grid.offset = gridOffset{}
	l.grid.Refresh()
	l.grid.Select(row)
}

func (l *choiceList) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		l.grid.TypedKey(ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.pick(l.grid.CursorRow())
	case fyne.KeyEscape:
		l.cancel()
	default:
		return false
	}
	return true
}

func (l *choiceList) pick(row int) {
	if row < 0 || row >= len(l.found) {
		return
	}
	l.popover.close()
	l.picked(l.found[row])
}

func (l *choiceList) cancel() {
	l.popover.close()
	l.closed()
}
