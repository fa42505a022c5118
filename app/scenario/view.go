package scenario

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// Workspace is the room of the plans.
type Workspace struct {
	// OnBack leads to the teams; OnPaper makes the paper of a stored plan.
	OnBack  func()
	OnPaper func(sort, scenario string)

	desk    *desk.Desk
	model   *model
	header  *kit.PageHeader
	plan    *input.Choice
	unit    *input.Choice
	search  *input.Text
	posts   *fyne.Container // tiles of the team's posts
	people  *fyne.Container // tiles of who could be put there
	moves   *grid.Grid
	result  *fyne.Container
	month   *input.Month
	shown   data.Month      // in that field
	pages   *fyne.Container // the board, or plans side by side
	board   fyne.CanvasObject
	beside  *beside
	compare *kit.Button
	content fyne.CanvasObject

	slots  []slot
	tiles  map[string]*kit.Tile // of people, by id
	picked string               // the person chosen to be put somewhere
}

// slot is a post onto which the user can drop a person.
type slot struct {
	post string
	tile *kit.Tile
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d), OnBack: func() {}, OnPaper: func(string, string) {}}
	w.model.onUnits, w.model.onChange = w.offerUnits, w.update
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.build()
	}
	return w.content
}

// Refresh implements desk.Workspace. The current plan stays.
func (w *Workspace) Refresh() {
	w.Content()
	w.model.read()
}

// Shows implements desk.Shower. The result of a plan includes the lights of
// the teams.
func (w *Workspace) Shows(c store.Changed) bool { return desk.TellsOfTeams(c) }

// Begin starts a plan for a team.
func (w *Workspace) Begin(unit string) {
	w.Content()
	w.turn(false)
	w.unit.SetValue(unit)
	w.model.choose(unit)
}

// Load opens the first stored plan that is not decided yet, if there is one.
func (w *Workspace) Load() {
	for _, p := range w.model.plans {
		if p.Decision == "" {
			w.model.load(p.ID)
			return
		}
	}
}

func (w *Workspace) build() {
	w.compare = kit.NewButton("对比方案", w.Beside)
	w.header = kit.NewPageHeader(
		"模拟调配", "先在这里试，不改动任职记录",
		kit.NewButton("返回班子", func() { w.OnBack() }),
		kit.NewButton("新方案", w.fresh),
		w.compare,
		kit.NewButton("调配建议方案…", w.print),
		kit.NewButton("执行…", w.askApply),
		kit.NewPrimary("保存方案 Ctrl+S", w.Save),
	)
	w.plan = input.NewChoice("方案", form.NewMatch())
	w.plan.OnChanged = func(id string) { w.ask(func() { w.model.load(id) }) }
	w.month = input.NewMonth("推演到", readMonth)
	w.month.OnChanged = w.model.project
	w.unit = input.NewChoice("班子", form.NewMatch())
	w.unit.OnChanged = w.model.choose
	w.search = input.NewText("人选")
	w.search.SetPlaceHolder("姓名、首字母或职务")
	w.search.OnChanged = w.model.find
	w.posts, w.people = kit.Pile(6), kit.Pile(6)
	w.moves = grid.New([]grid.Column{
		{ID: "cadre", Title: "姓名", Width: 66, Unsorted: true},
		{ID: "to", Title: "拟任", Width: 130, Flexible: true, Unsorted: true},
		{ID: "from", Title: "拟免", Width: 120, Flexible: true, Unsorted: true},
		{ID: "how", Title: "方式", Width: 86, Unsorted: true},
	}, grid.Rows(nil))
	w.moves.Empty = "还没有调配动作。"
	w.moves.OnOpen = w.askMove
	w.result = container.NewStack()
	w.board = kit.Beside(
		[]float32{0.23, 0.28},
		kit.NewCard(container.NewBorder(w.unit, nil, nil, nil, kit.Scroll(w.posts))),
		kit.NewCard(container.NewBorder(w.search, nil, nil, nil, kit.Scroll(w.people))),
		kit.NewCard(container.NewBorder(container.New(wideAndNarrow{}, w.plan, w.month), nil, nil, nil, container.New(upper{}, w.moves, w.result))),
	)
	w.beside = newBeside(w)
	w.pages = container.NewStack(w.board)
	w.content = kit.NewPage(w.header, nil, w.pages, nil)
}

// offerUnits offers the teams, and stands on the one at work.
func (w *Workspace) offerUnits() {
	var choices []input.Option
	for _, u := range w.model.units {
		choices = append(choices, input.Option{Value: u.ID, Text: u.Short})
	}
	w.unit.SetChoices(choices)
	w.unit.SetValue(w.model.unit)
}

// update shows posts, people, moves and what they would bring about.
func (w *Workspace) update() {
	if w.content == nil || w.model.plan == nil {
		return
	}
	var plans []input.Option
	if w.model.plan.ID == "" {
		plans = append(plans, input.Option{Text: w.model.plan.Name + "（未保存）"})
	}
	for _, p := range w.model.plans {
		text := p.Name
		if p.Decision != "" {
			text += "（已执行）"
		}
		plans = append(plans, input.Option{Value: p.ID, Text: text})
	}
	w.plan.SetChoices(plans)
	w.plan.SetValue(w.model.plan.ID)
	if at := w.model.plan.At; at != w.shown { // not while another month is being typed
		w.shown = at
		if w.month.Value() != at.String() {
			w.month.SetValue(at.String())
		}
	}
	w.showPosts()
	w.showPeople()
	var rows grid.Rows
	for _, move := range w.model.moves {
		how := data.MoveKind.Field("how").Text(move)
		rows = append(rows, []string{w.model.names[move.Cadre], w.model.names[move.Post], w.model.names[move.Leaves], how})
	}
	w.moves.SetSource(rows)
	w.result.Objects = []fyne.CanvasObject{kit.Scroll(w.outcome())}
	w.result.Refresh()
}

// fresh begins another plan.
func (w *Workspace) fresh() { w.ask(w.model.fresh) }

// ask goes on once the moves are saved, or not wanted.
func (w *Workspace) ask(then func()) {
	if !w.model.dirty || len(w.model.moves) == 0 {
		then()
		return
	}
	kit.AskUnsaved(w.desk.Shell.Canvas(), "方案“"+w.model.plan.Name+"”还没有保存。", then, func() { w.model.save(then) })
}

// Leave asks about unsaved changes and calls then unless the user stays.
func (w *Workspace) Leave(then func()) {
	if w.model.plan == nil {
		then()
		return
	}
	w.ask(then)
}

// Save asks for a name and saves the plan.
func (w *Workspace) Save() {
	if w.model.plan == nil {
		return
	}
	head := form.New(data.ScenarioKind, func(*data.Field) []input.Option { return nil })
	draft := *w.model.plan
	head.Show(form.NewDraft(&draft))
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "保存调配方案", Content: head.Grid(2),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "保存", Do: func() bool {
			head.Settle()
			if !head.Check() {
				return false
			}
			decision := w.model.plan.Decision
			*w.model.plan = *head.Draft().Record.(*data.Scenario)
			w.model.plan.Decision = decision
			w.model.save(func() { w.desk.Shell.Say(kit.NoticeGood, "方案已保存。") })
			return true
		}}},
		OnCancel: func() {},
	})
}

// print makes the paper of the plan.
func (w *Workspace) print() {
	if w.model.plan == nil || w.model.plan.ID == "" || w.model.dirty {
		w.desk.Shell.Say(kit.NoticeInfo, "先保存方案，再生成调配建议方案。")
		return
	}
	w.OnPaper("allocation", w.model.plan.ID)
}

// askApply asks for the document by which the committee has decided.
func (w *Workspace) askApply() {
	switch p := w.model.plan; {
	case p == nil || p.ID == "" || w.model.dirty:
		w.desk.Shell.Say(kit.NoticeInfo, "先保存方案，再按会议决定执行。")
		return
	case p.Decision != "":
		w.desk.Shell.Say(kit.NoticeInfo, "这个方案已经执行。")
		return
	}
	doc := form.New(batch.DocumentKind, func(*data.Field) []input.Option { return nil })
	doc.Show(form.NewDraft(&batch.Document{Since: w.model.plan.Since}))
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "按会议决定执行方案", Text: fmt.Sprintf("将登记 %d 项任免，作为一份任免文件。", len(w.model.moves)), Content: doc.Grid(2),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "执行", Do: func() bool {
			doc.Settle()
			if !doc.Check() {
				return false
			}
			w.model.apply(*doc.Draft().Record.(*batch.Document))
			return true
		}}},
		OnCancel: func() {},
	})
}

// askMove asks how somebody is put into the post and why, or takes the move out
// of the plan.
func (w *Workspace) askMove(row int) {
	if row < 0 || row >= len(w.model.moves) {
		return
	}
	if w.model.plan.Decision != "" {
		w.desk.Shell.Say(kit.NoticeInfo, "这个方案已经执行，不能再改。")
		return
	}
	move := *w.model.moves[row]
	var ways []input.Option
	for _, item := range data.ListNamed("how").Items {
		ways = append(ways, input.Option{Value: string(item.Code), Text: item.Label})
	}
	how := input.NewChoice("任职方式", form.NewMatch(), ways...)
	how.SetValue(string(move.How))
	why := input.NewArea("理由", 3)
	why.SetValue(string(move.Note))
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: w.model.names[move.Cadre], Text: w.wording(&move), Content: input.NewForm(1, how, why),
		Answers: []kit.Answer{
			{Text: "取消"},
			{Text: "从方案里去掉", Do: func() bool { w.model.remove(row); return true }},
			{Text: "确定", Do: func() bool {
				move.How, move.Note = data.Code(how.Value()), data.Long(why.Value())
				w.model.alter(row, &move)
				return true
			}},
		},
		OnCancel: func() {},
	})
}

// wording is a move in words.
func (w *Workspace) wording(m *data.Move) string {
	var parts []string
	if m.Post != "" {
		parts = append(parts, "拟任 "+w.model.names[m.Post])
	}
	if m.Leaves != "" {
		parts = append(parts, "拟免 "+w.model.names[m.Leaves])
	}
	return strings.Join(parts, "，")
}

// Beside shows plans side by side, or goes back to the current plan.
func (w *Workspace) Beside() {
	if w.model.plan != nil {
		w.turn(w.pages.Objects[0] == w.board)
	}
}

// turn shows plans side by side, or the board.
func (w *Workspace) turn(beside bool) {
	w.pages.Objects = []fyne.CanvasObject{w.board}
	w.compare.SetText("对比方案")
	if beside {
		w.pages.Objects = []fyne.CanvasObject{w.beside.content}
		w.compare.SetText("返回方案")
		w.beside.open()
	}
	w.pages.Refresh()
}

// readMonth is how a month is typed.
func readMonth(text string) (string, error) {
	at, err := data.ParseMonth(text)
	return at.String(), err
}
