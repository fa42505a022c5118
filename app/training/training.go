// Package training does what concerns all cadres of a training class (培训班) in
// one step: it enrols them, and records the result when the class ends.
package training

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
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
)

// Enrol asks for a training class and enrols the cadres in it. It calls done
// afterwards.
func Enrol(d *desk.Desk, cadres []string, done func()) {
	if len(cadres) == 0 {
		d.Shell.Say(kit.NoticeInfo, "先选出要编入的人，可以按住 Ctrl 或 Shift 选多人。")
		return
	}
	db := d.Store
	var once desk.Latest
	desk.Ask(d, &once,
		func(ctx context.Context) ([]*data.Class, error) { return store.Find[data.Class](ctx, db) },
		func(classes []*data.Class) { askClass(d, cadres, classes, done) })
}

// askClass offers the classes, the latest first.
func askClass(d *desk.Desk, cadres []string, classes []*data.Class, done func()) {
	slices.SortStableFunc(classes, func(a, b *data.Class) int { return cmp.Compare(b.Start, a.Start) })
	choices := make([]input.Option, len(classes))
	for i, c := range classes {
		choices[i] = input.Option{Value: c.ID, Text: c.Name + "　" + c.Start.String()}
	}
	user, class := d.User, input.NewChoice("培训班", form.NewMatch(), choices...)
	ask(d, fmt.Sprintf("%d 人编入培训班", len(cadres)), class, "请选培训班", func(class string) {
		write(d, func(ctx context.Context, db *store.Store) (string, error) {
			added, err := batch.Enrol(ctx, db, user, class, cadres)
			return fmt.Sprintf("已编入 %d 人，原来就在班的 %d 人不变。Ctrl+Z 撤销", added, len(cadres)-added), err
		}, done)
	})
}

// EnterResults asks for the result of the chosen class and records it for the
// cadres who have none yet. It calls done afterwards. It needs exactly one
// class.
func EnterResults(d *desk.Desk, classes []string, done func()) {
	if len(classes) != 1 {
		d.Shell.Say(kit.NoticeInfo, "先选中一个班次。")
		return
	}
	var choices []input.Option
	for _, item := range data.ListNamed("seat_result").Items {
		choices = append(choices, input.Option{Value: string(item.Code), Text: item.Label})
	}
	user, result := d.User, input.NewChoice("结业情况", form.NewMatch(), choices...)
	result.Help = "登记到还没有结业情况的学员，学时按班次应计"
	ask(d, "登记结业", result, "请选结业情况", func(result string) {
		write(d, func(ctx context.Context, db *store.Store) (string, error) {
			n, err := batch.Results(ctx, db, user, classes[0], data.Code(result))
			return fmt.Sprintf("已登记 %d 名学员。", n), err
		}, done)
	})
}

// ask asks for one choice and does something with it; missing is said where none
// is made.
func ask(d *desk.Desk, title string, choice *input.Choice, missing string, do func(value string)) {
	fields := input.NewForm(1, choice)
	kit.Ask(d.Shell.Canvas(), kit.Question{
		Title: title, Content: kit.Fixed(fyne.NewSize(420, fields.MinSize().Height), fields),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "确定", Do: func() bool {
			if choice.Value() == "" {
				choice.SetProblem(missing)
				return false
			}
			do(choice.Value())
			return true
		}}},
	})
}

// write changes the records of many and says what it came to.
func write(d *desk.Desk, work func(context.Context, *store.Store) (said string, err error), done func()) {
	desk.Do(d, desk.Job[string]{
		Work: func(ctx context.Context, db *store.Store, _ data.Progress) (string, error) { return work(ctx, db) },
		OnDone: func(said string) {
			d.Shell.Say(kit.NoticeGood, said)
			done()
		},
	})
}
