package input

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
)

// choiceRows is how many choices one sees at once.
const choiceRows = 10

// choiceList is an open drop-down list: a search line over its field, and the
// matching options below it.
type choiceList struct {
	choices        []Option
	match          Match
	rank           func(Option, string) int
	free           bool
	current, typed string
	onPick         func(Option)
	onClose        func()

	search  *entry
	grid    *grid.Grid
	found   []Option
	popover *kit.Popover
}

// Len implements grid.Source.
func (l *choiceList) Len() int { return len(l.found) }

// Row implements grid.Source.
func (l *choiceList) Row(i int) ([]string, bool) { return []string{l.found[i].Text}, true }

// openChoiceList shows the list at the place of an object.
func openChoiceList(at fyne.CanvasObject, l choiceList) {
	c := kit.CanvasOf(at)
	if c == nil {
		return
	}
	list := &l
	list.search = newEntry(false)
	list.search.set(l.typed)
	list.search.goesOn, list.search.CursorColumn = true, len([]rune(l.typed))
	list.search.SetPlaceHolder("输入文字或拼音首字母")
	list.search.changed(list.narrow)
	list.search.onKey = list.key
	list.grid = grid.New([]grid.Column{{ID: "text", Flexible: true}}, list)
	list.grid.Headless, list.grid.Empty = true, "没有相符的选项"
	list.grid.OnPick = list.pick
	list.show(c, at)
	list.narrow(l.typed)
	c.Focus(list.search)
}

func (l *choiceList) show(c fyne.Canvas, at fyne.CanvasObject) {
	rows := min(choiceRows, max(3, len(l.choices)))
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	field, list := at.Size().Height, float32(rows*grid.RowHeight)+2
	size := fyne.NewSize(max(at.Size().Width, 200), field+list)
	place := kit.ListLayout{Other: l.search, List: l.grid}
	if below := c.Size().Height - pos.Y; below < size.Height && pos.Y > below {
		place.Below = true
		pos.Y -= list
	}
	l.popover = kit.NewPopover(c, container.New(place, l.search, l.grid), pos, size)
	l.popover.OnCancel = l.cancel
	l.popover.Show()
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
		slices.SortStableFunc(l.found, func(a, b Option) int { return l.rank(a, typed) - l.rank(b, typed) })
	}
	if l.free && typed != "" && !slices.ContainsFunc(l.found, func(c Option) bool { return c.Text == typed }) {
		l.found = append(l.found, Option{Value: typed, Text: typed})
	}
	row := 0
	if typed == "" {
		row = max(0, slices.IndexFunc(l.found, func(c Option) bool { return c.Value == l.current }))
	}
	l.grid.ScrollToTop()
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
	l.popover.Close()
	l.onPick(l.found[row])
}

func (l *choiceList) cancel() {
	l.popover.Close()
	l.onClose()
}
