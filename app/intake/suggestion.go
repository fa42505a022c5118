package intake

import (
	"fyne.io/fyne/v2"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/exchange"
)

// newUnit is the choice of a unit that is not on record.
const newUnit = "new"

// editor lets the user change a suggestion: the unit and the post.
type editor struct {
	proposal *exchange.Proposal
	s        exchange.Suggestion
	which    *input.Choice
	unit     *form.Form
	post     *form.Form
	proposed data.Unit // the new unit, for when one comes back to it
}

// editLine opens a suggestion to be changed.
func (w *Workspace) editLine(l *line) {
	e := newEditor(w.model.proposal, l.Suggestion)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "新建职位", Text: "文件中的现任职务：" + l.Title,
		Content: kit.Fixed(fyne.NewSize(800, 420), e.content()),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "就这样新建", Do: func() bool {
			if !e.finish() {
				return false
			}
			w.stay()
			w.model.changeLine(l, e.s)
			return true
		}}},
	})
}

func newEditor(p *exchange.Proposal, s exchange.Suggestion) *editor {
	e := &editor{proposal: p, s: s}
	if s.Unit.ID == "" {
		e.proposed = s.Unit
	}
	choices := []input.Option{{Value: newUnit, Text: "（新机构）"}}
	for _, u := range p.Units() {
		choices = append(choices, input.Option{Value: u.ID, Text: u.Short})
	}
	e.which = input.NewChoice("机构", form.NewMatch(), choices...)
	e.which.OnChanged = e.choose
	e.unit = form.New(data.UnitKind, nil, "parent", "sort", "since", "until")
	e.post = form.New(data.PostKind, nil, "unit", "sort", "since", "until")
	e.show()
	return e
}

func (e *editor) content() fyne.CanvasObject {
	return kit.Scroll(kit.Pile(14, input.NewForm(2, e.which), e.unit.Grid(4), e.post.Grid(4)))
}

func (e *editor) show() {
	id := e.s.Unit.ID
	if id == "" {
		id = newUnit
	}
	e.which.SetValue(id)
	e.unit.Show(form.NewDraft(&e.s.Unit))
	e.post.Show(form.NewDraft(&e.s.Post))
	for _, key := range []string{"name", "short", "kind"} {
		e.unit.Input(key).SetReadOnly(id != newUnit)
	}
}

// choose puts the post into another unit, and guesses again what it is there.
func (e *editor) choose(id string) {
	e.post.Settle()
	approved := e.s.Post.Approved
	if id == newUnit {
		e.s.Unit = e.proposed
	}
	for _, u := range e.proposal.Units() {
		if u.ID == id {
			e.s = e.proposal.SuggestIn(u, e.s.Post.Name)
			e.s.Post.Approved = approved
		}
	}
	e.show()
}

// finish reports whether unit and post can be made; what is missing is marked.
func (e *editor) finish() bool {
	if e.s.Unit.ID == "" && !e.unit.Check() {
		return false
	}
	return e.post.Check()
}
