// Package rows lists, in a dialog, the records behind a question or a figure
// that is not about cadres; cadres are shown by the roster.
package rows

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
)

// ShowQuery shows the records that a query finds, under a title.
func ShowQuery(d *desk.Desk, title string, q criteria.Query) {
	if q.Subject.Personal() && !q.Each {
		d.Shell.OpenPeople(title, q)
		return
	}
	show(d, q, q.Subject.Columns(), "", func(rows [][]string) string {
		return fmt.Sprintf("%s：%d %s", title, len(rows), q.Subject.Counter)
	})
}

// behind is the data behind a figure.
type behind struct {
	figure *figure.Definition // nil where no figure has the id
	title  string
	query  criteria.Query
	value  figure.Value
	notYet bool // what the figure counts has not happened
}

// ShowFigure shows the records that a figure counts at the desk's month.
func ShowFigure(d *desk.Desk, id string) {
	var once desk.Latest
	db, at := d.Store, d.At
	desk.Ask(d, &once, func(ctx context.Context) (behind, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return behind{}, err
		}
		f, err := source.Named(id)
		if err != nil {
			return behind{}, nil
		}
		b := behind{figure: f, title: f.Title(source.Office), query: source.Query(f, at), notYet: source.NotYet(f, at)}
		if !b.people() {
			b.value, err = source.One(ctx, f, at)
		}
		return b, err
	}, func(b behind) {
		switch {
		case b.figure == nil:
			d.Shell.Say(kit.NoticeInfo, "这个指标还没有记录可看。")
		case b.notYet:
			d.Shell.Say(kit.NoticeInfo, fmt.Sprintf("%s：%s%s。", b.title, at.Chinese(), figure.NotYet))
		case b.people():
			d.Shell.OpenPeople(b.title, b.query)
		default:
			show(d, b.query, b.figure.Columns(), b.value.Wording(), b.heading)
		}
	})
}

func (b behind) people() bool { return b.figure.Subject.Personal() && !b.figure.Each }

func (b behind) heading(rows [][]string) string {
	if b.figure.Sum != nil {
		return fmt.Sprintf("%s：%d 条，“%s”合计 %d", b.title, len(rows), b.figure.Sum.Label, b.figure.Total(rows))
	}
	return fmt.Sprintf("%s：%d %s", b.title, len(rows), b.figure.RowUnit())
}

// show asks for the rows and shows them; heading makes the title of them, wording
// says by what they were found. A click on a column's title sorts.
func show(d *desk.Desk, q criteria.Query, fields []string, wording string, heading func(rows [][]string) string) {
	var latest desk.Latest
	db := d.Store
	ask := func(order []criteria.Order, done func(rows [][]string)) {
		desk.Ask(d, &latest, func(ctx context.Context) ([][]string, error) { return q.Rows(ctx, db, order, fields...) }, done)
	}
	ask(nil, func(rows [][]string) {
		table := grid.New(columnsOf(q.Subject, fields), grid.Rows(rows))
		table.Empty = "没有记录。"
		table.OnSort = func(column string, descending bool) {
			ask([]criteria.Order{{Field: column, Descending: descending}}, func(rows [][]string) { table.SetSource(grid.Rows(rows)) })
		}
		size := d.Shell.Canvas().Size()
		kit.Ask(d.Shell.Canvas(), kit.Question{
			Title:   heading(rows),
			Text:    wording,
			Content: kit.Fixed(fyne.NewSize(size.Width*0.75, size.Height*0.55), table),
			Answers: []kit.Answer{{Text: "关闭"}},
		})
	})
}

// columnsOf are the columns for fields, numbers at the right.
func columnsOf(subject *criteria.Subject, fields []string) []grid.Column {
	columns := make([]grid.Column, len(fields))
	for i, label := range fields {
		columns[i] = grid.Column{ID: label, Title: label, Width: 160}
		switch subject.Field(label).Type {
		case data.TypeInt:
			columns[i].Width, columns[i].Align = 110, fyne.TextAlignTrailing
		case data.TypeMonth, data.TypeDate, data.TypeBool:
			columns[i].Width = 110
		}
	}
	return columns
}
