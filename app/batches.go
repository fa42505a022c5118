package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/app/records"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// more is what a room of records can do to many records at once.
func (s *shell) more(room string) []records.Action {
	switch room {
	case roomReserve:
		return []records.Action{{Text: "集中调整…", Do: func([]string) { s.enter(roomAdjust) }}}
	case roomSelection:
		var actions []records.Action
		for _, kind := range []*data.Kind{data.VacancyKind, data.DecisionKind, data.AppointmentKind} {
			actions = append(actions, records.Action{Text: "任免文件…", Kind: kind, Do: func([]string) { s.enter(roomDecide) }})
		}
		actions = append(actions, records.Action{Text: "比选…", Kind: data.VacancyKind, Do: s.compare})
		return actions
	case roomTraining:
		return []records.Action{{Text: "登记结业…", Kind: data.ClassKind, Do: s.askResults}}
	}
	return nil
}

// enrol asks for the class cadres come into.
func (s *shell) enrol(cadres []string) {
	if len(cadres) == 0 {
		s.Say(kit.NoticeInfo, "先选出要编入的人，可以按住 Ctrl 或 Shift 选多人。")
		return
	}
	db := s.desk.Store
	var once desk.Latest
	desk.Ask(s.desk, &once,
		func(ctx context.Context) ([]*data.Class, error) { return store.Find[data.Class](ctx, db) },
		func(classes []*data.Class) { s.askClass(cadres, classes) })
}

// askClass offers the classes, the latest first.
func (s *shell) askClass(cadres []string, classes []*data.Class) {
	slices.SortStableFunc(classes, func(a, b *data.Class) int { return cmp.Compare(b.Start, a.Start) })
	choices := make([]input.Option, len(classes))
	for i, c := range classes {
		choices[i] = input.Option{Value: c.ID, Text: c.Name + "　" + c.Start.String()}
	}
	class := input.NewChoice("培训班", form.NewMatch(), choices...)
	s.ask(fmt.Sprintf("%d 人编入培训班", len(cadres)), class, func() bool {
		if class.Value() == "" {
			class.SetProblem("请选培训班")
			return false
		}
		s.run(func(ctx context.Context, db *store.Store, user string) (string, error) {
			added, err := batch.Enrol(ctx, db, user, class.Value(), cadres)
			return fmt.Sprintf("已编入 %d 人，原来就在班的 %d 人不变。", added, len(cadres)-added), err
		})
		return true
	})
}

// askResults asks how a class ended for those who have no result yet.
func (s *shell) askResults(chosen []string) {
	if len(chosen) != 1 {
		s.Say(kit.NoticeInfo, "先选中一个班次。")
		return
	}
	var choices []input.Option
	for _, item := range data.ListNamed("seat_result").Items {
		choices = append(choices, input.Option{Value: string(item.Code), Text: item.Label})
	}
	result := input.NewChoice("结业情况", form.NewMatch(), choices...)
	result.Help = "登记到还没有结业情况的学员，学时按班次应计"
	s.ask("登记结业", result, func() bool {
		if result.Value() == "" {
			result.SetProblem("请选结业情况")
			return false
		}
		s.run(func(ctx context.Context, db *store.Store, user string) (string, error) {
			n, err := batch.Results(ctx, db, user, chosen[0], data.Code(result.Value()))
			return fmt.Sprintf("已登记 %d 名学员。", n), err
		})
		return true
	})
}

func (s *shell) ask(title string, field input.Field, do func() bool) {
	grid := input.NewForm(1, field)
	kit.Ask(s.canvas, kit.Question{
		Title: title, Content: kit.Fixed(fyne.NewSize(420, grid.MinSize().Height), grid),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "确定", Do: do}},
	})
}

// run carries out work on many records and says what it came to.
func (s *shell) run(work func(ctx context.Context, db *store.Store, user string) (said string, err error)) {
	user := s.desk.User
	desk.Do(s.desk, desk.Job[string]{
		Work: func(ctx context.Context, db *store.Store, _ data.Progress) (string, error) {
			return work(ctx, db, user)
		},
		OnDone: func(said string) {
			s.Say(kit.NoticeGood, said)
			s.refresh()
		},
	})
}

// compare opens the comparison of candidates for the vacancy chosen.
func (s *shell) compare(chosen []string) {
	s.enter(roomChoose)
	if len(chosen) > 0 && s.room == roomChoose {
		s.choose.Open(chosen[0])
	}
}
