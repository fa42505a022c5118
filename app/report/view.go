package report

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/app/kit/preview"
	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/report"
)

// Workspace is the room of the papers.
type Workspace struct {
	// OnOpenFolder shows a folder in the file manager of the system. Set it before
	// Content is asked for.
	OnOpenFolder func(path string) error

	model *model
	desk  *desk.Desk

	content *fyne.Container // the catalogue, or the editor of a text
	page    fyne.CanvasObject
	right   *fyne.Container
	header  *kit.PageHeader
	list    *kit.GroupList
	about   *fyne.Container // what the paper is about, and its layout
	picker  *input.Choice
	layouts *input.Choice
	people  *filter.Line
	preview *preview.Preview
	empty   *kit.Paragraph
	shown   *paper.Paper
	subject string // what it is a paper of; another state of it stays where one reads
	draft   *draftPage
}

// New makes the workspace.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d)}
	w.draft = newDraftPage(w)
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.page = w.build()
		w.content = container.NewStack(w.page)
		w.model.onChange = w.update
		w.update()
	}
	return w.content
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.model.build()
	w.draft.refresh()
}

// Take makes papers about records chosen in another room. sort is the name of
// the sort of paper; an unknown name leaves the sort as it is. A sort that
// does not suit the records is replaced by the first one that does.
func (w *Workspace) Take(sort string, kind *data.Kind, ids []string) {
	w.Content()
	w.closeDraft()
	if s := report.SortNamed(sort); s != nil {
		w.model.sort = s
	}
	w.model.take(kind, ids)
}

// Show makes a paper of the sort with this name.
func (w *Workspace) Show(name string) {
	w.Content()
	w.closeDraft()
	if s := report.SortNamed(name); s != nil {
		w.model.show(s)
	}
}

func (w *Workspace) build() fyne.CanvasObject {
	w.header = kit.NewPageHeader("材料报告", "")
	w.list = kit.NewGroupList(func(name string) { w.model.show(report.SortNamed(name)) }, catalogue()...)
	w.about = kit.Row(8)
	w.picker = input.NewChoice("", form.NewMatch())
	w.picker.OnChanged = func(id string) {
		if id != "" {
			w.model.choose(id)
		}
	}
	w.layouts = input.NewChoice("", form.NewMatch())
	w.layouts.OnChanged = func(option string) {
		if option != "" {
			w.model.setOption(option)
		}
	}
	asker := filter.Cadres(w.desk, func() data.Month { return w.desk.At }, w.model.check)
	w.people = filter.NewLine(&w.model.Conditions, asker, "年龄 < 36 且 职务层次 属于 乡科级正职、乡科级副职")
	w.people.Before, w.people.After = w.pickedChips, w.moreChips
	w.preview = preview.New(nil, w.desk.Shell.OpenFigure)
	w.empty = kit.NewParagraph("", kit.ColorSecondary)
	w.right = container.New(underLayout{}, w.about, w.people.Content, container.NewStack(w.preview, kit.NewCard(w.empty)))
	w.people.OnResize = w.right.Refresh
	body := container.New(besideLayout{}, kit.NewCard(w.list.Scrolling()), w.right)
	return kit.NewPage(w.header, nil, body, nil)
}

// catalogue lists the sorts under their headings.
func catalogue() []kit.GroupItem {
	var items []kit.GroupItem
	for _, group := range report.Groups {
		headed := false
		for _, s := range report.Sorts() {
			if s.Group != group {
				continue
			}
			if !headed {
				items = append(items, kit.GroupItem{Text: group})
				headed = true
			}
			items = append(items, kit.GroupItem{ID: s.Name, Text: s.Label})
		}
	}
	return items
}

// pickedChips tell of cadres handed over from elsewhere.
func (w *Workspace) pickedChips() []*kit.Chip {
	if w.model.picked == nil {
		return nil
	}
	text := fmt.Sprintf("选来的 %d 人", len(w.model.picked))
	return []*kit.Chip{kit.NewFilterChip(text, nil, w.model.dropPicked)}
}

func (w *Workspace) moreChips() []*kit.Chip {
	return []*kit.Chip{kit.NewChip(w.people.TextAction(), func() {
		w.people.ToggleText()
		w.people.Update()
	})}
}

// update shows the state of the model.
func (w *Workspace) update() {
	m := w.model
	w.list.Mark(m.sort.Name)
	w.header.SetActions(w.actions()...)
	w.header.SetSubtitle(w.subtitle())
	w.fillAbout()
	w.people.Content.Hidden = !m.personal()
	w.people.Update()
	if w.shown != m.paper {
		w.shown = m.paper
		var list []preview.Block
		if m.paper != nil {
			list = blocks(m.paper, w.desk.Shell.OpenFigure)
		}
		w.preview.SetBlocks(list)
		if is := m.sort.Name + " " + m.of(); is != w.subject {
			w.subject = is
			w.preview.ScrollToTop()
		}
	}
	why := m.empty()
	w.empty.SetText(why)
	stack := w.right.Objects[2].(*fyne.Container)
	stack.Objects[0].(*preview.Preview).Hidden, stack.Objects[1].(*kit.Panel).Hidden = why != "", why == ""
	stack.Refresh()
	w.right.Refresh()
}

func (w *Workspace) subtitle() string {
	m := w.model
	parts := []string{m.sort.Label, "时点 " + w.desk.At.Chinese() + w.desk.At.Projected(w.desk.Store.Now())}
	switch {
	case m.busy && m.paper != nil:
		parts = append(parts, "正在生成……")
	case m.paper != nil && len(w.figures()) > 0:
		parts = append(parts, "红色的数可以点开看名单")
	}
	return strings.Join(parts, "　")
}

func (w *Workspace) figures() []string {
	for id := range w.model.paper.Figures() {
		return []string{id}
	}
	return nil
}

// fillAbout shows what the paper is about and which layouts it has.
func (w *Workspace) fillAbout() {
	m := w.model
	w.about.Objects = nil
	if all := m.sort.Abouts(); len(all) > 1 {
		for _, a := range all {
			chip := kit.NewChip("按"+a.Word(), func() { m.setAbout(a) })
			chip.Selected = a == m.about
			w.about.Add(container.NewCenter(chip))
		}
	}
	if m.about != report.AboutOffice && m.about != report.AboutPeople {
		var list []input.Option
		for _, c := range m.choices {
			list = append(list, input.Option{Value: c.ID, Text: c.Text()})
		}
		w.picker.SetChoices(list)
		w.picker.SetPlaceHolder("选" + m.about.Word() + "，可输入拼音首字母")
		w.picker.SetValue(m.chosen[m.about])
		w.about.Add(kit.Fixed(fyne.NewSize(300, w.picker.MinSize().Height), w.picker))
	}
	if options := m.sort.Options; len(options) > 0 {
		var list []input.Option
		for _, o := range options {
			list = append(list, input.Option{Value: o, Text: o})
		}
		w.layouts.SetChoices(list)
		w.layouts.SetValue(options[0])
		if chosen := m.option[m.sort.Name]; chosen != "" {
			w.layouts.SetValue(chosen)
		}
		w.about.Add(container.NewCenter(kit.Text("版式", kit.ColorSecondary)))
		w.about.Add(kit.Fixed(fyne.NewSize(200, w.layouts.MinSize().Height), w.layouts))
	}
	w.about.Hidden = len(w.about.Objects) == 0
	w.about.Refresh()
}

// underLayout places lines, which may be hidden, above an object that gets the
// remaining height.
type underLayout struct{}

const underGap = 10

// Layout implements fyne.Layout.
func (underLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, last := float32(0), len(objects)-1
	for _, o := range objects[:last] {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // known once it has its width
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + underGap
	}
	objects[last].Move(fyne.NewPos(0, y))
	objects[last].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// MinSize implements fyne.Layout.
func (underLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[len(objects)-1].MinSize()
}

// besideLayout places the catalogue at the left of the rest.
type besideLayout struct{}

const catalogueWidth = 236

// Layout implements fyne.Layout.
func (besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(catalogueWidth, size.Height))
	objects[1].Move(fyne.NewPos(catalogueWidth+16, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-catalogueWidth-16), size.Height))
}

// MinSize implements fyne.Layout.
func (besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(catalogueWidth+16+objects[1].MinSize().Width, objects[1].MinSize().Height)
}
