package team

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/store"
	teams "huoshui/data/team"
)

// round is a settled round of evaluation with its results.
type round struct {
	*data.Evaluation
	tally   teams.Tally
	against teams.Shifts // with the round before
	letters letterCount
}

// letterCount counts the letters of a round by their state at a month.
type letterCount struct{ issued, back, answered, late int }

// rounds is the page of the evaluation rounds.
type rounds struct {
	room    *Workspace
	list    []round // the latest first
	names   map[data.Ref]string
	grid    *grid.Grid
	shifts  *grid.Grid
	panel   *kit.Panel
	content fyne.CanvasObject

	reading, writing desk.Latest
}

func newRounds(w *Workspace) *rounds {
	r := &rounds{room: w}
	number := func(id, title string) grid.Column {
		return grid.Column{ID: id, Title: title, Width: 66, Align: fyne.TextAlignTrailing, Unsorted: true}
	}
	r.grid = grid.New([]grid.Column{
		{ID: "name", Title: "评价批次", Width: 200, Flexible: true, Unsorted: true},
		{ID: "at", Title: "评价时点", Width: 86, Unsorted: true},
		number("red", "红"), number("yellow", "黄"), number("green", "绿"),
		number("better", "变好"), number("worse", "变差"),
		number("issued", "发函"), number("back", "回执"), number("answered", "答复"), number("late", "逾期"),
	}, grid.Rows(nil))
	r.grid.Empty = "还没有定稿的评价，按“评价定稿”把时点的灯色和原因存下来。"
	r.grid.OnSelect = r.look
	r.shifts = grid.New([]grid.Column{
		{ID: "team", Title: "班子", Width: 150, Unsorted: true},
		{ID: "before", Title: "上一批次", Width: 86, Unsorted: true},
		{ID: "after", Title: "本批次", Width: 86, Unsorted: true},
		{ID: "why", Title: "原因", Width: 400, Flexible: true, Unsorted: true},
	}, grid.Rows(nil))
	r.shifts.Empty = "与上一批次相比没有变化。"
	r.panel = kit.NewPanel("与上一批次比较", nil, r.shifts)
	actions := kit.Row(8, kit.NewPrimary("评价定稿…", r.askFreeze), kit.NewButton("发出反馈函…", r.askIssue), kit.NewButton("打印反馈函", r.print))
	r.content = container.NewBorder(container.NewVBox(actions), nil, nil, nil, container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), kit.Above(0.45, r.grid, r.panel)))
	return r
}

// read reads the rounds up to the as-of month.
func (r *rounds) read() {
	db, at := r.room.desk.Store, r.room.desk.At
	type answer struct {
		list  []round
		names map[data.Ref]string
	}
	desk.Ask(r.room.desk, &r.reading, func(ctx context.Context) (a answer, err error) {
		a.list, err = readRounds(ctx, db, at)
		if err != nil {
			return a, err
		}
		units, err := store.Units(ctx, db, at)
		a.names = map[data.Ref]string{}
		for _, u := range units {
			a.names[data.Ref(u.ID)] = u.Short
		}
		return a, err
	}, func(a answer) {
		r.list, r.names = a.list, a.names
		r.show()
	})
}

func readRounds(ctx context.Context, db store.View, at data.Month) ([]round, error) {
	all, err := store.Find[data.Evaluation](ctx, db)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(e *data.Evaluation) bool { return e.At > at })
	slices.SortStableFunc(all, func(a, b *data.Evaluation) int { return int(a.At) - int(b.At) })
	letters, err := store.Find[data.Letter](ctx, db)
	if err != nil {
		return nil, err
	}
	var list []round
	var before []*data.Light
	for _, e := range all {
		lights, err := teams.LightsOf(ctx, db, e.ID)
		if err != nil {
			return nil, err
		}
		one := round{Evaluation: e, against: teams.Shifted(before, lights)}
		one.tally = one.against.After
		for _, l := range letters {
			if string(l.Evaluation) == e.ID {
				one.letters.add(l, at)
			}
		}
		list, before = append(list, one), lights
	}
	slices.Reverse(list)
	return list, nil
}

func (n *letterCount) add(l *data.Letter, at data.Month) {
	done := func(d data.Date) bool { return d != 0 && d.Month() <= at }
	if !done(l.Issued) {
		return
	}
	n.issued++
	if done(l.Back) {
		n.back++
	}
	switch {
	case done(l.Answered):
		n.answered++
	case l.Due != 0 && l.Due.Month() < at:
		n.late++
	}
}

func (r *rounds) show() {
	var rows grid.Rows
	for _, one := range r.list {
		n := one.letters
		cells := []string{one.Name, one.At.String()}
		for _, count := range []int{one.tally.Red, one.tally.Yellow, one.tally.Green, one.against.Better, one.against.Worse, n.issued, n.back, n.answered, n.late} {
			cells = append(cells, fmt.Sprint(count))
		}
		rows = append(rows, cells)
	}
	r.grid.SetSource(rows)
	if len(rows) > 0 {
		r.grid.Select(0)
	}
}

// look shows what changed in a round.
func (r *rounds) look(row int) {
	if row < 0 || row >= len(r.list) {
		return
	}
	one := r.list[row]
	r.panel.SetTitle(one.Name + "与上一批次比较")
	db, id := r.room.desk.Store, one.ID
	desk.Ask(r.room.desk, &r.writing, func(ctx context.Context) ([]*data.Light, error) {
		return teams.LightsOf(ctx, db, id)
	}, func(lights []*data.Light) {
		why := map[data.Ref]string{}
		for _, l := range lights {
			why[l.Unit] = string(l.Reasons)
		}
		var rows grid.Rows
		for _, s := range one.against.Teams {
			if s.Before != s.After {
				rows = append(rows, []string{r.names[s.Unit], s.Before.Word(), s.After.Word(), why[s.Unit]})
			}
		}
		r.shifts.SetSource(rows)
	})
}

// askFreeze asks for the name of a round and settles it.
func (r *rounds) askFreeze() {
	at, now := r.room.desk.At, r.room.desk.Now()
	head := form.New(data.EvaluationKind, func(*data.Field) []input.Option { return nil })
	head.Show(form.NewDraft(&data.Evaluation{
		Name: fmt.Sprintf("%d年%s配备评价", at.Year(), at.HalfYear()), At: at, Held: data.DateOf(now),
	}))
	kit.Ask(r.room.desk.Shell.Canvas(), kit.Question{
		Title: "评价定稿", Text: "把各班子在评价时点的灯色和原因存下来，以后目标改了也不变。", Content: head.Grid(2),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "定稿", Do: func() bool {
			head.Settle()
			if !head.Check() {
				return false
			}
			r.freeze(*head.Draft().Record.(*data.Evaluation))
			return true
		}}},
		OnCancel: func() {},
	})
}

func (r *rounds) freeze(e data.Evaluation) {
	user := r.room.desk.User
	desk.Do(r.room.desk, desk.Job[string]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) (string, error) {
			return teams.Freeze(ctx, s, user, e)
		},
		OnDone: func(string) { r.written("评价已定稿。") },
	})
}

// askIssue asks how the letters of the round looked at go out.
func (r *rounds) askIssue() {
	row := r.grid.CursorRow()
	if row < 0 || row >= len(r.list) {
		r.room.desk.Shell.Say(kit.NoticeInfo, "先选一个评价批次。")
		return
	}
	one, now := r.list[row], r.room.desk.Now()
	series, first := input.NewText("文号"), input.NewNumber("起始号")
	series.SetValue(fmt.Sprintf("组函〔%d〕{号}号", now.Year()))
	series.Help = "{号} 处为顺序号"
	first.SetValue("1")
	only := input.NewChoice("发给", nil, input.Option{Text: "全部班子"}, input.Option{Value: "red", Text: "红灯和黄灯的班子"})
	kit.Ask(r.room.desk.Shell.Canvas(), kit.Question{
		Title: "发出反馈函", Text: one.Name + "：每个班子的书记一份，已发过的不重发；红灯、黄灯的按本单位设置的天数答复。",
		Content: input.NewForm(1, series, first, only),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "发出", Do: func() bool {
			var number int
			if _, err := fmt.Sscan(first.Value(), &number); err != nil || number < 1 {
				first.SetProblem("请填从几号起")
				return false
			}
			issue := teams.Issue{Series: series.Value(), First: number, Issued: data.DateOf(now)}
			if only.Value() != "" {
				issue.Colors = []teams.Color{teams.Red, teams.Yellow}
			}
			r.issue(one.ID, issue)
			return true
		}}},
		OnCancel: func() {},
	})
}

func (r *rounds) issue(id string, issue teams.Issue) {
	user := r.room.desk.User
	desk.Do(r.room.desk, desk.Job[[]*data.Letter]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) ([]*data.Letter, error) {
			return teams.IssueLetters(ctx, s, user, id, issue)
		},
		OnDone: func(letters []*data.Letter) {
			r.written(fmt.Sprintf("已登记发出反馈函 %d 份，按“打印反馈函”生成文件；回执和答复在“责任落实—反馈函”里登记。", len(letters)))
		},
	})
}

func (r *rounds) written(said string) {
	r.room.desk.Shell.Say(kit.NoticeGood, said)
	r.read()
}

// print makes the letters of all teams.
func (r *rounds) print() {
	var ids []string
	for _, v := range r.room.model.now {
		ids = append(ids, v.Team)
	}
	r.room.OnPapers("letter", ids)
}
