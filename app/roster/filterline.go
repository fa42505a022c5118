package roster

import (
	"fyne.io/fyne/v2"

	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
)

// newFilterLine makes the line of conditions, with where the list came from,
// what was searched for, and the criteria that have a name.
func newFilterLine(w *Workspace) *filter.Line {
	m := w.model
	line := filter.NewLine(&m.Conditions, m.asker(), "年龄 < 36 且 职务层次 属于 乡科级正职、乡科级副职")
	line.Before = func() []*kit.Chip {
		var chips []*kit.Chip
		if m.scope != nil {
			chips = append(chips, kit.NewFilterChip(m.scope.text(), nil, m.leaveScope))
		}
		if m.search != "" {
			chips = append(chips, kit.NewFilterChip("搜索 "+m.search, nil, func() { m.find("") }))
		}
		return chips
	}
	line.After = func() []*kit.Chip {
		var common *kit.Chip
		common = kit.NewChip("常用口径 ▼", func() { kit.ShowMenuBelow(common, w.saved()...) })
		var lists *kit.Chip
		lists = kit.NewChip("常用名单 ▼", func() { kit.ShowMenuBelow(lists, w.lists()...) })
		chips := []*kit.Chip{lists, common}
		if len(m.Parts) > 0 {
			chips = append(chips, kit.NewChip("存为口径", w.askSave))
		}
		return chips
	}
	line.OnResize = func() {
		if w.page != nil {
			w.page.Layout.Layout(w.page.Objects, w.page.Size())
		}
	}
	line.Update()
	return line
}

// saved is the menu of criteria that have a name, and of what else one can do
// with conditions.
func (w *Workspace) saved() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, saved := range w.model.saved() {
		items = append(items, w.meeting(saved))
	}
	all := fyne.NewMenuItem("去掉全部条件", w.model.clear)
	all.Disabled = !w.model.narrowed()
	return append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.filter.TextAction(), w.filter.ToggleText), all)
}

// asker offers conditions on cadres, as at the month of the list.
func (m *model) asker() *filter.Asker {
	return filter.Cadres(m.desk, func() data.Month { return m.query.At }, m.Check)
}

// meeting is the line of a menu that asks for those who meet a criterion.
func (w *Workspace) meeting(s criteria.Saved) *fyne.MenuItem {
	return fyne.NewMenuItem(s.Name, func() { w.model.Add(criteria.Meets(s.Name)) })
}

// lists is the menu of the ready lists, by group.
func (w *Workspace) lists() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, section := range criteria.ListSections() {
		var inner []*fyne.MenuItem
		for _, s := range w.model.book.Section(section) {
			inner = append(inner, w.meeting(s))
		}
		group := fyne.NewMenuItem(section, nil)
		group.ChildMenu = fyne.NewMenu("", inner...)
		items = append(items, group)
	}
	return items
}
