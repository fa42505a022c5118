package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

const numberColumns = 3

// newReminders shows the numbers the reminders go by, and what each reminder
// looks for.
func (w *Workspace) newReminders() fyne.CanvasObject {
	var fields []input.Field
	for _, n := range data.ReminderSettings() {
		field := input.NewNumber(n.Key)
		field.Help = n.Source
		w.fields[n.Key] = field
		fields = append(fields, field)
	}
	var rows grid.Rows
	for _, r := range rule.Reminders() {
		rows = append(rows, []string{r.Label, r.Subject.Label, r.Where.String(), r.Source})
	}
	table := grid.New([]grid.Column{
		{ID: "label", Title: "提醒", Width: 240, Unsorted: true},
		{ID: "subject", Title: "对象", Width: 110, Unsorted: true},
		{ID: "where", Title: "条件", Width: 440, Flexible: true, Unsorted: true},
		{ID: "source", Title: "依据", Width: 300, Unsorted: true},
	}, rows)
	return under(kit.NewPanel("界限", nil, input.NewForm(numberColumns, fields...)), table)
}

// readNumbers are the numbers in force at a month.
func readNumbers(ctx context.Context, r store.View, at data.Month) (map[string]int, error) {
	settings, err := store.Find[data.Setting](ctx, r)
	numbers := map[string]int{}
	for _, n := range data.NumberSettings() {
		numbers[n.Key] = n.At(settings, at)
	}
	return numbers, err
}

// numbersSound says in place which number is none.
func (w *Workspace) numbersSound() bool {
	sound := true
	for _, n := range data.NumberSettings() {
		field := w.fields[n.Key]
		field.SetProblem("")
		if number, err := strconv.Atoi(field.Value()); err != nil || number < 1 || number > 1000 {
			field.SetProblem("请填 1 到 1000 的整数")
			sound = false
		}
	}
	return sound
}
