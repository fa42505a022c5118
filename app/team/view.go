package team

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
	teams "huoshui/data/team"
)

// Workspace is the room of the teams.
type Workspace struct {
	// OnPaper makes a paper about a team; OnCure begins a trial placement for it.
	// The window sets both.
	OnPaper  func(sort, unit string)
	OnPapers func(sort string, units []string)
	OnCure   func(unit string)
	// More are further actions of the header, such as the targets.
	More []fyne.CanvasObject

	desk    *desk.Desk
	model   *model
	header  *kit.PageHeader
	slider  *widget.Slider
	months  *canvas.Text
	bar     *fyne.Container
	chips   map[teams.Color]*kit.Chip
	plates  *kit.Plates
	side    *kit.Panel
	tabs    *kit.Tabs
	page    int
	rounds  *rounds
	term    *term
	content fyne.CanvasObject
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d), OnPaper: func(string, string) {}, OnPapers: func(string, []string) {}, OnCure: func(string) {}}
	w.model.onMapChanged, w.model.onLedgerChanged = w.showMap, w.showLedger
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.build()
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	switch w.page {
	case 1:
		w.rounds.read()
	case 2:
		w.term.read()
	}
	w.model.read()
}

// Shows implements desk.Shower. The room shows lights, ledgers, rounds and the
// plan for the change of term.
func (w *Workspace) Shows(c store.Changed) bool {
	return desk.TellsOfTeams(c) || c.Has(data.TermPlanKind)
}

// Open shows the ledger of a team.
func (w *Workspace) Open(unit string) {
	w.model.open(unit)
	if w.plates != nil {
		w.plates.Choose(unit)
	}
}

// Show limits the map to the teams with this light; empty shows all.
func (w *Workspace) Show(c teams.Color) {
	w.Content()
	w.model.color = c
	w.showMap()
}

// Project shows the teams as they will be in a number of months.
func (w *Workspace) Project(months int) { w.slider.SetValue(float64(months)) }

func (w *Workspace) build() {
	w.header = kit.NewPageHeader("领导班子", "", w.More...)
	w.slider = widget.NewSlider(0, ahead)
	w.slider.OnChanged = func(v float64) { w.model.project(int(v)) }
	w.months = kit.Text("", kit.ColorSecondary)
	w.chips = map[teams.Color]*kit.Chip{}
	line := []fyne.CanvasObject{}
	for _, c := range []teams.Color{teams.Red, teams.Yellow, teams.Green} {
		w.chips[c] = kit.NewChip("", func() { w.model.show(c) })
		line = append(line, w.chips[c])
	}
	w.bar = container.New(projectionBar{}, kit.Text("推演", kit.ColorSecondary), w.slider, w.months, kit.Row(8, line...))
	w.plates = kit.NewPlates()
	w.plates.Empty = "还没有班子。先在“机构职位”里把职位标为班子成员。"
	w.plates.OnChoose = w.model.open
	w.plates.OnOpen = func(id string) { w.OnPaper("ledger", id) }
	w.side = kit.NewPanel("", nil, container.NewStack())
	w.rounds, w.term = newRounds(w), newTerm(w)
	pages := []fyne.CanvasObject{container.New(beside{}, w.bar, w.plates, w.side), w.rounds.content, w.term.content}
	stack := container.NewStack(pages[0])
	w.tabs = kit.NewTabs(func(index int) {
		w.page = index
		stack.Objects = pages[index : index+1]
		stack.Refresh()
		w.Refresh()
	}, "班子图", "评价轮次", "换届与保底")
	w.content = kit.NewPage(w.header, w.tabs, stack, nil)
}

// Turn goes to the next (1) or the previous (-1) page of the room.
func (w *Workspace) Turn(by int) { w.tabs.Select((w.page + by + 3) % 3) }

// showMap shows the lights and counts them.
func (w *Workspace) showMap() {
	if w.content == nil {
		return
	}
	n := teams.Count(w.model.then)
	w.header.SetSubtitle(w.model.summary())
	for c, count := range map[teams.Color]int{teams.Red: n.Red, teams.Yellow: n.Yellow, teams.Green: n.Green} {
		w.chips[c].Text = fmt.Sprintf("%s %s %d", light(c).Shape(), c.Word(), count)
		w.chips[c].SetSelected(w.model.color == c)
	}
	text, now := w.desk.At.String()+"（时点）"+w.desk.At.Projected(w.desk.Store.Now()), w.desk.Store.Now()
	if w.model.month > 0 {
		text = w.desk.At.String() + " → " + w.model.at().String() + w.model.at().Projected(now)
	}
	w.months.Text = text
	w.months.Refresh()
	w.bar.Refresh()
	w.plates.SetGroups(w.model.groups())
	w.plates.Choose(w.model.chosen)
}

// beside places the projection above the map, and the ledger at the right.
type beside struct{}

// ledgerWidth is that of the ledger: wide enough for its table.
func ledgerWidth(width float32) float32 { return max(430, min(560, width*0.42)) }

func (beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(800, 300) }

func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap, barHeight = 16, 40
	side := ledgerWidth(size.Width)
	left := size.Width - side - gap
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(left, barHeight))
	o[1].Move(fyne.NewPos(0, barHeight+8))
	o[1].Resize(fyne.NewSize(left, size.Height-barHeight-8))
	o[2].Move(fyne.NewPos(left+gap, 0))
	o[2].Resize(fyne.NewSize(side, size.Height))
}

// projectionBar places the label, the slider, the month and the lights beside
// each other.
type projectionBar struct{}

func (projectionBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 36) }

func (projectionBar) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const word, month, gap = 34, 200, 8 // month: 2026.10 → 2029.10（推演）
	chips := o[3].MinSize().Width
	slide := max(80, size.Width-word-month-chips-3*gap)
	x := float32(0)
	for i, w := range []float32{word, slide, month, chips} {
		h := o[i].MinSize().Height
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (size.Height-o[i].MinSize().Height)/2))
		x += w + gap
	}
}
