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
	"huoshui/app/kit/grid"
	"huoshui/data"
	teams "huoshui/data/team"
)

const (
	comparedMost = 4 // plans side by side
	offeredMost  = 6 // plans to choose them from, the latest
)

// beside is the part of the room that compares plans side by side (对比方案).
type beside struct {
	room     *Workspace
	chosen   []string // ids of plans; empty for the one at work, when it is not stored
	outcomes []*teams.Outcome
	playing  desk.Latest

	chips   *fyne.Container
	said    *kit.Paragraph
	grid    *grid.Grid
	details *fyne.Container
	content fyne.CanvasObject
}

func newBeside(w *Workspace) *beside {
	b := &beside{room: w, chips: kit.Row(8), said: kit.NewParagraph("", kit.ColorSecondary)}
	b.grid = grid.New(nil, grid.Rows(nil))
	b.grid.Empty = "选两个以上有调配动作的方案。"
	b.details = container.New(columns{})
	top := kit.Pile(10, b.chips, b.said)
	b.content = container.NewBorder(top, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), kit.Above(0.48, b.grid, b.details)))
	return b
}

// open begins with the plan at work and the next ones that are not carried out.
func (b *beside) open() {
	m := b.room.model
	b.chosen = nil
	if len(m.moves) > 0 && m.plan.Decision == "" {
		b.chosen = append(b.chosen, m.plan.ID)
	}
	for _, p := range m.plans {
		if p.Decision == "" && !slices.Contains(b.chosen, p.ID) && len(b.chosen) < 3 {
			b.chosen = append(b.chosen, p.ID)
		}
	}
	b.play()
}

// offered are the plans one can choose from: the one at work as it stands, and
// those stored that are not carried out.
func (b *beside) offered() []*data.Scenario {
	m := b.room.model
	list := slices.DeleteFunc(slices.Clone(m.plans), func(p *data.Scenario) bool { return p.Decision != "" || p.ID == m.plan.ID })
	if m.plan.Decision == "" {
		list = append([]*data.Scenario{m.plan}, list...)
	}
	return list[:min(len(list), offeredMost)]
}

// toggle takes a plan in or leaves it out.
func (b *beside) toggle(id string) {
	if i := slices.Index(b.chosen, id); i >= 0 {
		b.chosen = slices.Delete(b.chosen, i, i+1)
	} else if len(b.chosen) == comparedMost {
		b.room.desk.Shell.Say(kit.NoticeInfo, fmt.Sprintf("最多并排比较 %d 个方案。", comparedMost))
		return
	} else {
		b.chosen = append(b.chosen, id)
	}
	b.play()
}

// play works out every plan chosen, telling which it is at.
func (b *beside) play() {
	w, m := b.room, b.room.model
	plan := *m.plan
	db, drafted := w.desk.Store, teams.Plan{Scenario: &plan, Moves: slices.Clone(m.moves)}
	var chosen []*data.Scenario
	for _, p := range b.offered() {
		if slices.Contains(b.chosen, p.ID) {
			chosen = append(chosen, p)
		}
	}
	b.outcomes = nil
	b.show("正在推算…")
	tell := func(part float64, name string) {
		w.desk.Run.Go(func() {}, func() {
			if b.outcomes == nil {
				b.said.SetText(fmt.Sprintf("正在推算“%s”… %.0f%%", name, part*100))
			}
		})
	}
	desk.Try(&b.playing, w.desk.Run, func(ctx context.Context) ([]*teams.Outcome, error) {
		var plans []teams.Plan
		for _, p := range chosen {
			one := teams.Plan{Scenario: p}
			if p.ID == plan.ID {
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
		b.outcomes = outcomes
		switch {
		case err != nil:
			b.show(data.Sentence(err))
		case len(outcomes) == 0:
			b.show("没有可以比较的方案：先把人选放到职位上，或选一个存有调配动作的方案。")
		default:
			b.show(fmt.Sprintf("各方案都推演到 %s；“现状”为不作调配时的情况。", outcomes[0].At))
		}
	})
}

// show lays out what there is.
func (b *beside) show(said string) {
	b.said.SetText(said)
	var chips []fyne.CanvasObject
	for _, p := range b.offered() {
		chip := kit.NewChip(planName(p), func() { b.toggle(p.ID) })
		chip.Selected = slices.Contains(b.chosen, p.ID)
		chips = append(chips, chip)
	}
	b.chips.Objects = chips
	b.chips.Refresh()
	heads := []grid.Column{
		{ID: "item", Title: "项目", Width: 200, Flexible: true, Unsorted: true},
		{ID: "now", Title: "现状", Width: 90, Align: fyne.TextAlignTrailing, Unsorted: true},
	}
	var details []fyne.CanvasObject
	for i, o := range b.outcomes {
		heads = append(heads, grid.Column{
			ID: fmt.Sprint(i), Title: o.Scenario.Name, Width: 150, Flexible: true, Align: fyne.TextAlignTrailing, Unsorted: true,
		})
		details = append(details, kit.NewPanel(planName(o.Scenario), b.printer(o), kit.Scroll(kit.Pile(6, b.room.told(o)...))))
	}
	var rows grid.Rows
	for _, l := range teams.Beside(b.outcomes) {
		rows = append(rows, append([]string{l.Label, l.Before}, l.After...))
	}
	b.grid.SetColumns(heads)
	b.grid.SetSource(rows)
	b.details.Objects = details
	b.details.Refresh()
}

// printer makes the paper of a stored plan.
func (b *beside) printer(o *teams.Outcome) fyne.CanvasObject {
	if o.Scenario.ID == "" {
		return nil
	}
	return kit.NewLink("调配建议方案", func() { b.room.OnPaper("allocation", o.Scenario.ID) })
}

func planName(p *data.Scenario) string {
	if p.ID == "" {
		return p.Name + "（未保存）"
	}
	return p.Name
}

// columns places objects of the same width beside each other.
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
