package home

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/rule"
)

// checks is the result of the check of all records.
type checks struct {
	known bool
	found int
}

// check counts what is to be looked at again in all files, as the records stood
// when the figures were read. It goes by today, whatever month is looked at.
func (m *model) check() {
	now := stamp{m.stamp.store, m.stamp.version, data.MonthOf(m.desk.Now())}
	if now == m.checked {
		return
	}
	m.checked = now
	desk.Try(&m.checking, m.desk.Run,
		func(ctx context.Context) (int, error) {
			persons, err := rule.CheckAll(ctx, now.store, now.month, nil)
			found := 0
			for _, p := range persons {
				found += len(p.Findings)
			}
			return found, err
		},
		func(found int, err error) {
			if err != nil {
				m.checked = stamp{}
				m.desk.Shell.Fail(err)
				return
			}
			m.checks = checks{true, found}
			m.onChange()
		})
}

// sorted puts what is due before what is not, each in the order of the
// definitions.
func sorted(dues []rule.Due) []rule.Due {
	dues = slices.Clone(dues)
	slices.SortStableFunc(dues, func(a, b rule.Due) int { return idle(a) - idle(b) })
	return dues
}

func idle(d rule.Due) int {
	if d.Count > 0 {
		return 0
	}
	return 1
}

// newLists makes the part at the right: reminders and figures, one at a time.
func (w *Workspace) newLists() fyne.CanvasObject {
	w.dues, w.list = kit.Pile(0), kit.Pile(0)
	// The scroll bar has a lane of its own beside the numbers.
	lane := layout.NewCustomPaddedLayout(0, 0, 0, barLane)
	reminders := container.NewVScroll(container.New(lane, w.dues))
	figures := container.NewVScroll(container.New(lane, w.list))
	against := container.New(lane, kit.TextSized("较上年", kit.ColorSecondary, kit.SizeSmall))
	figures.Hide()
	against.Hide()
	w.tabs = kit.NewTabs(func(index int) {
		for i, parts := range [][]fyne.CanvasObject{{reminders}, {figures, against}} {
			for _, o := range parts {
				if i == index {
					o.Show()
				} else {
					o.Hide()
				}
			}
		}
	}, "提醒", "指标")
	head := container.NewBorder(nil, nil, nil, against, w.tabs)
	return kit.NewCard(container.NewBorder(head, nil, nil, nil, container.NewStack(reminders, figures)))
}

// fillDues writes what is due, beginning with the records to look at again, if
// there are any.
func (w *Workspace) fillDues() {
	w.dues.Objects = nil
	for _, d := range sorted(w.model.state.dues) {
		w.dues.Add(newDue(d.Label, d.Text(), d.Count > 0, func() { w.openDue(d) }))
	}
	if w.OnCheck != nil {
		number, c := "…", w.model.checks
		if c.known {
			number = strconv.Itoa(c.found) + " 项"
		}
		l := newDue("记录待核对", number, c.found > 0, func() { w.OnCheck() })
		at := 0
		if c.known && c.found == 0 {
			at = len(w.dues.Objects)
		}
		w.dues.Objects = slices.Insert(w.dues.Objects, at, fyne.CanvasObject(l))
	}
	w.dues.Refresh()
}

// openDue shows those who fall under a reminder.
func (w *Workspace) openDue(d rule.Due) {
	w.desk.Shell.OpenQuery(d.Label, d.Query(w.model.state.source, w.model.state.month))
}
