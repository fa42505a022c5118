package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/rule"
)

// formTab is the 任免审批表 as a form: the fields in the order of the official
// form, the photo at the right, and the present post computed from the
// appointments.
type formTab struct {
	page  *Workspace
	shown string // the cadre in the form
	form  *form.Form
	grid  *input.Form
	photo *photoCard
	title *kit.Paragraph
	whole fyne.CanvasObject
	side  *fyne.Container
}

func newFormTab(w *Workspace) tab {
	t := &formTab{page: w, form: form.New(data.CadreKind, nil), title: kit.NewParagraph("", kit.ColorText)}
	t.form.OnChanged = t.changed
	t.photo = newPhotoCard(w)
	t.grid = t.form.Grid(4)
	present := kit.NewPanel("现任职务", kit.NewLink("到任职", func() { w.visit(place{data.AppointmentKind, -1, ""}) }), t.title)
	t.side = kit.Pile(gap, t.photo, present)
	t.whole = container.New(besideLayout{220}, sheet(nil, t.grid.Scrolling()), kit.ScrollRarely(t.side))
	return t
}

// changed fills in what follows from a change.
func (t *formTab) changed(key string) {
	if key == "id_number" {
		for _, other := range t.page.model.fillFromNumber() {
			t.form.Reload(other)
		}
	}
	t.page.edited()
}

func (t *formTab) object() fyne.CanvasObject { return t.whole }

func (t *formTab) load() {
	t.form.Show(t.page.model.cadre)
	if id := t.page.model.id(); id != t.shown {
		t.shown = id
		t.grid.ScrollToTop()
	}
}

func (t *formTab) update() {
	doubts := t.page.doubts(data.CadreKind, -1)
	if number := t.page.model.record().IDNumber; number != "" {
		if _, _, problem := rule.ReadIDNumber(number); problem != "" {
			doubts["id_number"] = problem
		}
	}
	t.form.Doubt(doubts)
	t.photo.update()
	title := t.page.model.title()
	if title == "" {
		title = "没有 " + t.page.desk.At.String() + " 在任的任职"
	}
	t.title.SetText(title)
	t.side.Refresh() // the title may need another line now
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
	if entry := t.form.Input(p.key); entry != nil {
		entry.Focus()
	}
	return true
}
