package records

import (
	"fmt"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/exchange/sheet"
)

// selected puts a row to the side, an input for each of its cells.
func (v *preview) selected(i int) {
	if i < 0 || i >= len(v.rows) {
		v.row = -1
		v.side.SetContent(kit.NewParagraph("选一行，在这里改。", kit.ColorSecondary))
		return
	}
	v.row = v.rows[i]
	row := v.proposal.Rows[v.row]
	grid := input.NewForm(1)
	grid.AddRow(kit.BoldText(fmt.Sprintf("第 %d 行", row.Line), kit.ColorText))
	for _, f := range row.Flaws {
		grid.AddRow(kit.NewParagraphSized(v.flaw(f), kit.ColorOurs, kit.SizeSmall))
	}
	v.inputs = make([]input.Field, len(v.proposal.Columns))
	for column, c := range v.proposal.Columns {
		if c.Key() == "" {
			continue
		}
		entry := v.input(c)
		entry.SetValue(row.Cells[column])
		entry.SetProblem(row.Flaw(column))
		form.OnChanged(entry, func(text string) { v.typed(column, text) })
		v.inputs[column] = entry
		grid.Add(entry, 1)
	}
	for _, d := range row.Differences {
		grid.AddRow(kit.NewParagraphSized(d.Label+"："+d.Before+" → "+d.After, kit.ColorDoubt, kit.SizeSmall))
	}
	v.side.SetContent(grid.Scrolling())
}

// input makes the input for a cell: that of its field, with references offered
// by a way to call them that only one record has.
func (v *preview) input(c sheet.Column) input.Field {
	if c.Field == nil || c.Key() != c.Field.Key {
		return input.NewText(c.Title)
	}
	return form.NewInput(c.Field, func(f *data.Field) []input.Option {
		return choices(v.proposal.Names().List(f.Kind), func(n sheet.Named) string { return n.Way })
	})
}

// typed puts a cell right and says again what is wrong in the row.
func (v *preview) typed(column int, text string) {
	v.proposal.Set(v.row, column, text)
	row := v.proposal.Rows[v.row]
	for i, entry := range v.inputs {
		if entry != nil {
			entry.SetProblem(row.Flaw(i))
		}
	}
	v.update()
}
