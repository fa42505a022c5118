package person

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/report"
)

// growthTab is the growth file (成长档案): the events from all kinds of records,
// the newest first, and beside them the chosen record.
type growthTab struct {
	page    *Workspace
	chips   []*kit.Chip
	chapter int
	lines   []criteria.Line
	line    *kit.Timeline
	detail  *fyne.Container
	side    *kit.Panel
	whole   *fyne.Container
	latest  desk.Latest
}

const growthSide = 380

func newGrowthTab(w *Workspace) tab {
	t := &growthTab{page: w, detail: kit.Pile(10)}
	t.line = kit.NewTimeline(nil, t.choose)
	t.line.Empty = "还没有可以写入成长档案的记录。"
	for i, c := range chapters {
		t.chips = append(t.chips, kit.NewChip(c.title, func() { t.turn(i) }))
	}
	t.chips[0].Selected = true
	var chips []fyne.CanvasObject
	for _, c := range t.chips {
		chips = append(chips, c)
	}
	save := kit.NewButton("存为 Word", t.save)
	head := container.New(layout.NewBorderLayout(nil, nil, nil, save), save, kit.Flow(chips...))
	t.side = kit.NewSidePanel(t.detail)
	t.side.Hide()
	t.whole = container.New(besideLayout{growthSide}, sheet(head, t.line), t.side)
	return t
}

func (t *growthTab) object() fyne.CanvasObject { return t.whole }

func (t *growthTab) load() { t.fold() }

func (t *growthTab) update() {
	t.lines = t.page.model.growth(t.chapter)
	items := make([]kit.TimelineItem, len(t.lines))
	for i, l := range t.lines {
		items[i] = kit.TimelineItem{Month: span(l), Text: l.Text, Note: l.Kind.Label, Color: kit.ColorOurs}
		if l.Until != 0 && l.Until <= t.page.desk.At {
			items[i].Mark, items[i].Color = kit.MarkRing, kit.ColorSecondary
		}
	}
	t.line.SetItems(items)
}

func (t *growthTab) settle() {}

// visit shows the record a finding is about.
func (t *growthTab) visit(p place) bool {
	records := t.page.model.file.beside[p.kind]
	if p.row < 0 || p.row >= len(records) {
		return false
	}
	t.turn(0)
	id := data.IDOf(records[p.row])
	i := slices.IndexFunc(t.lines, func(l criteria.Line) bool { return l.Kind == p.kind && l.ID == id })
	if i >= 0 {
		t.choose(i)
	}
	return true
}

// turn shows another chapter.
func (t *growthTab) turn(chapter int) {
	t.chapter = chapter
	for i, c := range t.chips {
		c.SetSelected(i == chapter)
	}
	t.fold()
	t.update()
}

func (t *growthTab) fold() {
	t.side.Hide()
	t.whole.Refresh()
}

// choose shows the fields of the record behind a line.
func (t *growthTab) choose(index int) {
	l, s, at := t.lines[index], t.page.desk.Store, t.page.desk.At
	desk.Ask(t.page.desk, &t.latest,
		func(ctx context.Context) ([]field, error) { return fields(ctx, s, at, l) },
		func(known []field) {
			t.tell(l, known)
		})
}

func (t *growthTab) tell(l criteria.Line, known []field) {
	title := kit.BoldText(l.Kind.Label, kit.ColorText)
	t.detail.Objects = []fyne.CanvasObject{title}
	for _, f := range known {
		t.detail.Add(kit.Pile(1, kit.TextSized(f.label, kit.ColorSecondary, kit.SizeSmall), kit.NewParagraph(f.text, kit.ColorText)))
	}
	t.detail.Refresh()
	t.side.Show()
	t.whole.Refresh()
}

// save writes the growth file as a paper.
func (t *growthTab) save() {
	w := t.page
	id, at, s := w.model.id(), w.desk.At, w.desk.Store
	if id == "" {
		w.desk.Shell.Say(kit.NoticeDoubt, "请先保存，再存为 Word。")
		return
	}
	w.desk.Files.Save("存为 Word", w.who()+"成长档案.docx", func(path string) {
		desk.Ask(w.desk, &w.exporting,
			func(ctx context.Context) (struct{}, error) {
				source, err := figure.Open(ctx, s, at)
				if err != nil {
					return struct{}{}, err
				}
				paper, err := report.Growth(ctx, source, data.CadreKind, id, at)
				if err != nil {
					return struct{}{}, err
				}
				if err := w.desk.Look(ctx, report.LookAt("成长档案", []string{id})); err != nil {
					return struct{}{}, err
				}
				return struct{}{}, report.Save(path, paper, source.Office)
			},
			func(_ struct{}) {
				w.desk.Shell.Say(kit.NoticeGood, "已存为 "+path)
			})
	})
}
