package scenario

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	teams "huoshui/data/team"
)

const (
	comparedMost = 4 // plans side by side
	offeredMost  = 6 // plans to choose them from, the latest
)

// comparison is the part of the room that lays plans side by side (对比方案).
type comparison struct {
	room     *Workspace
	chosen   []string // ids of plans; empty for the one at work, when it is not stored
	outcomes []*teams.Outcome
	playing  desk.Latest

	chips   *fyne.Container
	said    *kit.Paragraph
	grid    *kit.Grid
	details *fyne.Container
	content fyne.CanvasObject
}

func newComparison(w *Workspace) *comparison {
	c := &comparison{room: w, chips: kit.Row(8), said: kit.NewParagraph("", kit.ColorSecondary)}
	c.grid = kit.NewGrid(nil, kit.Rows(nil))
	c.grid.Empty = "选两个以上有调配动作的方案。"
	c.details = container.New(columns{})
	top := kit.Pile(10, c.chips, c.said)
	c.content = container.NewBorder(top, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), kit.Above(0.48, c.grid, c.details)))
	return c
}

// open begins with the plan at work and the next ones that are not carried out.
func (c *comparison) open() {
	m := c.room.model
	c.chosen = nil
	if len(m.moves) > 0 && m.plan.Decision == "" {
		c.chosen = append(c.chosen, m.plan.ID)
	}
	for _, p := range m.plans {
		if p.Decision == "" && !slices.Contains(c.chosen, p.ID) && len(c.chosen) < 3 {
			c.chosen = append(c.chosen, p.ID)
		}
	}
	c.play()
}

// offered are the plans one can choose from: the one at work as it stands, and
// those stored that are not carried out.
func (c *comparison) offered() []*data.Scenario {
	m := c.room.model
	list := slices.DeleteFunc(slices.Clone(m.plans), func(p *data.Scenario) bool { return p.Decision != "" || p.ID == m.plan.ID })
	if m.plan.Decision == "" {
		list = append([]*data.Scenario{m.plan}, list...)
	}
	return list[:min(len(list), offeredMost)]
}

// toggle takes a plan in or leaves it out.
func (c *comparison) toggle(id string) {
	if i := slices.Index(c.chosen, id); i >= 0 {
		c.chosen = slices.Delete(c.chosen, i, i+1)
	} else if len(c.chosen) == comparedMost {
		c.room.desk.Shell.Say(kit.NoticeInfo, fmt.Sprintf("最多并排比较 %d 个方案。", comparedMost))
		return
	} else {
		c.chosen = append(c.chosen, id)
	}
	c.play()
}

// play works out every plan chosen, telling which it is at.
func (c *comparison) play() {
	w, m := c.room, c.room.model
	db, at, drafted := w.desk.Store, m.plan.ID, teams.Plan{Scenario: m.plan, Moves: slices.Clone(m.moves)}
	var chosen []*data.Scenario
	for _, p := range c.offered() {
		if slices.Contains(c.chosen, p.ID) {
			chosen = append(chosen, p)
		}
	}
	c.outcomes = nil
	c.show("正在推算…")
	tell := func(part float64, name string) {
		w.desk.Run.Go(func() {}, func() {
			if c.outcomes == nil {
				c.said.SetText(fmt.Sprintf("正在推算“%s”… %.0f%%", name, part*100))
			}
		})
	}
	desk.Ask(&c.playing, w.desk.Run, func(ctx context.Context) ([]*teams.Outcome, error) {
		var plans []teams.Plan
		for _, p := range chosen {
			one := teams.Plan{Scenario: p}
			if p.ID == at {
				one = drafted
			} else {
				var err error
				if one.Moves, err = teams.MovesOf(ctx, db, p.ID); err != nil {
					return nil, err
				}
			}
			if len(one.Moves) > 0 {
				plans = append(plans, one)
			}
		}
		return teams.PlayAll(ctx, db, plans, tell)
	}, func(outcomes []*teams.Outcome, err error) {
		c.outcomes = outcomes
		switch {
		case err != nil:
			c.show(data.Sentence(err))
		case len(outcomes) == 0:
			c.show("没有可以比较的方案：先把人选放到职位上，或选一个存有调配动作的方案。")
		default:
			c.show(fmt.Sprintf("各方案都推演到 %s；“现状”为不作调配时的情况。", outcomes[0].At))
		}
	})
}

// show lays out what there is.
func (c *comparison) show(said string) {
	c.said.SetText(said)
	var chips []fyne.CanvasObject
	for _, p := range c.offered() {
		chip := kit.NewChip(planName(p), func() { c.toggle(p.ID) })
		chip.Selected = slices.Contains(c.chosen, p.ID)
		chips = append(chips, chip)
	}
	c.chips.Objects = chips
	c.chips.Refresh()
	heads := []kit.Column{
		{ID: "item", Title: "项目", Width: 200, Flexible: true, Unsorted: true},
		{ID: "now", Title: "现状", Width: 90, Align: fyne.TextAlignTrailing, Unsorted: true},
	}
	var details []fyne.CanvasObject
	for i, o := range c.outcomes {
		heads = append(heads, kit.Column{
			ID: fmt.Sprint(i), Title: o.Scenario.Name, Width: 150, Flexible: true, Align: fyne.TextAlignTrailing, Unsorted: true,
		})
		details = append(details, kit.NewPanel(planName(o.Scenario), c.printer(o), kit.Scroll(kit.Pile(6, c.room.told(o)...))))
	}
	var rows kit.Rows
	for _, l := range teams.Beside(c.outcomes) {
		rows = append(rows, append([]string{l.Label, l.Before}, l.After...))
	}
	c.grid.SetColumns(heads)
	c.grid.SetSource(rows)
	c.details.Objects = details
	c.details.Refresh()
}

// printer makes the paper of a stored plan.
func (c *comparison) printer(o *teams.Outcome) fyne.CanvasObject {
	if o.Scenario.ID == "" {
		return nil
	}
	return kit.NewLink("调配建议方案", func() { c.room.Paper("allocation", o.Scenario.ID) })
}

func planName(p *data.Scenario) string {
	if p.ID == "" {
		return p.Name + "（未保存）"
	}
	return p.Name
}

// columns sets things of the same width beside each other.
type columns struct{}

func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 100) }

func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 12
	w := (size.Width - gap*float32(len(o)-1)) / float32(max(1, len(o)))
	for i, one := range o {
		one.Move(fyne.NewPos(float32(i)*(w+gap), 0))
		one.Resize(fyne.NewSize(w, size.Height))
	}
}
