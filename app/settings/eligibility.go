package settings

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// inUse is shown for a rule without a bound that is not out of use.
const inUse = "启用"

// newEligibility shows the bounds of the rules of who may be given a post, each
// with the clause it comes from.
func (w *Workspace) newEligibility() fyne.CanvasObject {
	var fields []input.Field
	var rows grid.Rows
	for _, e := range rule.Eligibilities() {
		kind := "供比较时考虑"
		if e.Hard {
			kind = "硬条件"
		}
		bound := "不设界限"
		if e.Bound > 0 {
			bound = fmt.Sprintf("%d %s", e.Bound, e.Unit)
		}
		rows = append(rows, []string{e.Name, kind, bound, e.Clause})
		if e.Bound == 0 {
			field := input.NewChoice(e.Name, nil, input.Option{Value: inUse, Text: inUse}, input.Option{Value: rule.Off, Text: rule.Off})
			w.fields[e.Name] = field
			fields = append(fields, field)
			continue
		}
		field := input.NewText(e.Name)
		w.fields[e.Name] = field
		fields = append(fields, field)
	}
	table := grid.New([]grid.Column{
		{ID: "rule", Title: "规则", Width: 220, Unsorted: true},
		{ID: "kind", Title: "性质", Width: 130, Unsorted: true},
		{ID: "bound", Title: "随程序的界限", Width: 130, Unsorted: true},
		{ID: "clause", Title: "依据", Width: 600, Flexible: true, Unsorted: true},
	}, rows)
	return under(kit.NewPanel("任职资格界限（单位见下表；填“停用”则不查）", nil, input.NewForm(eligibilityColumns, fields...)), table)
}

const eligibilityColumns = 6

// readTexts are the settings in force at a month that are words: yes or no, the
// bounds of eligibility, and the fonts of papers.
func readTexts(ctx context.Context, r store.View, at data.Month) (map[string]string, error) {
	settings, err := store.Find[data.Setting](ctx, r)
	texts := map[string]string{}
	for _, y := range data.YesSettings() {
		texts[y.Key] = "否"
		if y.At(settings, at) {
			texts[y.Key] = "是"
		}
	}
	bounds := rule.BoundsAt(settings, at)
	for _, e := range rule.Eligibilities() {
		number, on := bounds.Of(e.Name)
		switch {
		case !on:
			texts[e.Name] = rule.Off
		case e.Bound == 0:
			texts[e.Name] = inUse
		default:
			texts[e.Name] = strconv.Itoa(number)
		}
	}
	office := data.OfficeAt(settings, at)
	for _, key := range data.FontSettings() {
		texts[key] = office.Fonts[key]
	}
	return texts, err
}

// boundsSound says in place which bound is neither a number nor out of use.
func (w *Workspace) boundsSound() bool {
	sound := true
	for _, e := range rule.Eligibilities() {
		if e.Bound == 0 {
			continue
		}
		field := w.fields[e.Name]
		field.SetProblem("")
		if n, err := strconv.Atoi(field.Value()); field.Value() != rule.Off && (err != nil || n < 1 || n > 10000) {
			field.SetProblem("请填正整数，或填“停用”")
			sound = false
		}
	}
	return sound
}
