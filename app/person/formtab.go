package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/data"
)

// formTab is the 任免审批表 as a form: the fields in the order of the official
// one, the photo at the right, the present post as it follows from the
// appointments.
type formTab struct {
	page   *Workspace
	shown  string // the cadre in the form
	form   *form.Form
	scroll *container.Scroll
	photo  *photoCard
	title  *kit.Paragraph
	whole  fyne.CanvasObject
}

func newFormTab(w *Workspace) tab {
	t := &formTab{page: w, form: form.New(data.CadreKind, nil), title: kit.NewParagraph("", kit.ColorText)}
	t.form.OnChanged = func(string) { w.edited() }
	t.photo = newPhotoCard(w)
	grid := t.form.Grid(4)
	t.scroll = grid.Scrolling()
	present := kit.NewPanel("现任职务", kit.NewLink("到任职", func() { w.visit(place{data.AppointmentKind, -1, ""}) }), t.title)
	side := kit.Scroll(kit.Pile(gap, t.photo, present))
	t.whole = container.New(besideLayout{220}, sheet(nil, t.scroll), side)
	return t
}

func (t *formTab) object() fyne.CanvasObject { return t.whole }

func (t *formTab) load() {
	t.form.Show(t.page.model.cadre)
	if id := t.page.model.id(); id != t.shown {
		t.shown = id
		t.scroll.ScrollToTop()
	}
}

func (t *formTab) update() {
	t.form.Doubt(t.page.doubts(data.CadreKind, -1))
	t.photo.update()
	title := t.page.model.title()
	if title == "" {
		title = "没有 " + t.page.desk.At.String() + " 在任的任职"
	}
	t.title.SetText(title)
}

func (t *formTab) settle() { t.form.Settle() }

func (t *formTab) visit(p place) bool {
	if p.kind != nil && p.kind != data.CadreKind {
		return false
	}
	if p.key == "" {
		return true
	}
	t.form.Mark()
	input := t.form.Input(p.key)
	if input == nil {
		return true
	}
	top := input.Position().Y
	if top < t.scroll.Offset.Y || top+input.Size().Height > t.scroll.Offset.Y+t.scroll.Size().Height {
		t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-gap)))
	}
	input.Focus()
	return true
}
