package stats

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/pivot"
	"huoshui/data/report"
)

// pivotPart counts the records of any subject by any two of its fields.
type pivotPart struct {
	room *Workspace
	filter.Conditions

	subject     *criteria.Subject
	row, column string
	measure     pivot.Measure
	form        string // of the chart; empty for what suits
	preset      string // name of the ready table shown; empty for another
	table       *pivot.Table
	source      figure.Source
	asking      desk.Latest

	above      *fyne.Container
	body       *fyne.Container
	presets    []*kit.Chip
	subjects   *input.Choice
	rows, cols *input.Choice
	measures   *input.Choice
	forms      *input.Choice
	line       *filter.Line
	place      *fyne.Container // of the line
	grid       *grid.Grid
	chart      *kit.Panel
}

func newPivotPart(w *Workspace) *pivotPart {
	p := &pivotPart{room: w}
	p.Check = p.check
	p.OnChanged = func() {
		p.preset = ""
		p.read()
	}
	p.take(pivot.Presets()[0])
	return p
}

func (p *pivotPart) title() string { return "交叉统计" }

// take asks for a ready table.
func (p *pivotPart) take(r pivot.Preset) {
	p.subject, p.row, p.column, p.form, p.preset, p.measure = r.Subject, r.Row, r.Column, r.Chart, r.Name, pivot.People
	p.Parts = nil
	if len(r.Where.All) > 0 {
		p.Parts = slices.Clone(r.Where.All)
	} else if !r.Where.Always() {
		p.Parts = []criteria.Criterion{r.Where}
	}
}

func (p *pivotPart) check(c criteria.Criterion) error {
	return criteria.Query{Subject: p.subject, Where: c, At: p.room.desk.At, Book: p.source.Book}.Check()
}

func (p *pivotPart) read() {
	db, at := p.room.desk.Store, p.room.desk.At
	question := pivot.Question{Row: p.row, Column: p.column}
	question.Query = criteria.Query{Subject: p.subject, Where: p.Where(), At: at}
	type made struct {
		source figure.Source
		table  *pivot.Table
	}
	desk.Work(p.room.desk, &p.asking, "正在统计", func(ctx context.Context, _ data.Progress) (made, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return made{}, err
		}
		question.Query.Book = source.Book
		table, err := pivot.Make(ctx, db, question)
		return made{source, table}, err
	}, func(m made) {
		p.source, p.table = m.source, m.table
		p.show()
	})
}

func (p *pivotPart) subtitle() string {
	if p.table == nil {
		return ""
	}
	return fmt.Sprintf("%s　共 %d %s　点任一数字看名单", p.room.month(), p.table.Count(pivot.Total, pivot.Total), p.subject.Counter)
}

func (p *pivotPart) actions() []fyne.CanvasObject {
	swap := kit.NewButton("纵横互换", p.swap)
	if p.column == "" {
		swap.Disable()
	}
	return []fyne.CanvasObject{swap, copyAll(p.grid), p.room.saver("交叉统计表", p.paper)}
}

func (p *pivotPart) paper() *paper.Paper {
	if p.table == nil {
		return nil
	}
	return report.Pivot(p.source, p.table, p.measure)
}

func (p *pivotPart) swap() {
	if p.column != "" {
		p.row, p.column = p.column, p.row
		p.own()
	}
}

// own is what follows when the user no longer looks at a ready table.
func (p *pivotPart) own() {
	p.preset, p.form = "", ""
	p.read()
}

func (p *pivotPart) filter() fyne.CanvasObject {
	if p.above == nil {
		p.build()
	}
	return p.above
}

func (p *pivotPart) content() fyne.CanvasObject {
	p.filter()
	return p.body
}

// show brings everything up to the table.
func (p *pivotPart) show() {
	if p.above == nil || p.table == nil { // the first question was refused
		return
	}
	p.fill()
	p.grid.SetColumns(p.columns())
	p.grid.SetSource(p.cells())
	p.chart.SetContent(p.draw())
	p.line.Update()
	p.room.show(p)
}

func (p *pivotPart) columns() []grid.Column {
	width := float32(110)
	for _, r := range p.table.Rows {
		width = max(width, min(190, float32(len([]rune(r.Label)))*15+24))
	}
	columns := []grid.Column{{ID: rowHead, Title: p.table.Row, Width: width, Unsorted: true}}
	for i, c := range p.table.Columns {
		columns = append(columns, number(strconv.Itoa(i), c.Label))
	}
	return append(columns, number(total, "合计"))
}

// Columns that are no group: the names of the rows, and the totals.
const (
	rowHead = "row"
	total   = "total"
)

func number(id, title string) grid.Column {
	width := float32(24)
	for _, r := range title {
		if width += 15; r < 0x2000 { // digits and signs are narrower
			width -= 6
		}
	}
	return grid.Column{ID: id, Title: title, Width: max(58, width), Align: fyne.TextAlignTrailing, Unsorted: true, Flexible: true}
}

// cells are the rows of the table; none where nobody is counted: that is no
// data, not a table of noughts.
func (p *pivotPart) cells() grid.Rows {
	var rows grid.Rows
	if p.table.Count(pivot.Total, pivot.Total) == 0 {
		return rows
	}
	for row := range p.table.Rows {
		rows = append(rows, p.cellsOf(row, p.table.Rows[row].Label))
	}
	return append(rows, p.cellsOf(pivot.Total, "合计"))
}

func (p *pivotPart) cellsOf(row int, label string) []string {
	cells := []string{label}
	for column := range p.table.Columns {
		cells = append(cells, p.table.Text(row, column, p.measure))
	}
	return append(cells, p.table.Text(row, pivot.Total, p.measure))
}

// cell is where a cell of the grid stands in the table.
func (p *pivotPart) cell(row int, column string) (r, c int) {
	r, c = row, pivot.Total
	if row >= len(p.table.Rows) {
		r = pivot.Total
	}
	if i, err := strconv.Atoi(column); err == nil {
		c = i
	}
	return r, c
}

// tone lets noughts step back.
func (p *pivotPart) tone(row int, column string) fyne.ThemeColorName {
	if r, c := p.cell(row, column); column != rowHead && p.table.Count(r, c) == 0 {
		return kit.ColorFaint
	}
	return ""
}

// open shows the people of a cell.
func (p *pivotPart) open(row, column int) {
	p.room.desk.Shell.OpenQuery(p.table.CellTitle(row, column), p.table.Cell(row, column))
}

// nobody is what a table says that counts nothing.
const nobody = "没有符合条件的记录。去掉一个条件再看，或者先导入干部、登记有关工作。"

func (p *pivotPart) newGrid() *grid.Grid {
	g := grid.New(nil, grid.Rows(nil))
	g.Empty = nobody
	g.MinRows, g.Fixed = 6, true
	g.Tone = p.tone
	g.OnCopy = p.room.copied
	g.OnOpenCell = func(row int, column string) {
		r, c := p.cell(row, column)
		p.open(r, c)
	}
	return g
}

func (p *pivotPart) build() {
	p.grid = p.newGrid()
	p.chart = kit.NewCard(container.NewStack())
	p.body = kit.Beside([]float32{0.58}, p.grid, p.chart)
	ready := kit.Flow()
	for _, r := range pivot.Presets() {
		chip := kit.NewChip(r.Name, func() {
			p.take(r)
			p.reline()
			p.read()
		})
		p.presets = append(p.presets, chip)
		ready.Add(chip)
	}
	p.subjects = input.NewChoice("统计对象", matches)
	var choices []input.Option
	for _, s := range criteria.Subjects() {
		if len(pivot.Fields(s)) > 0 {
			choices = append(choices, input.Option{Value: s.Label, Text: s.Label})
		}
	}
	p.subjects.SetChoices(choices)
	p.subjects.OnChanged = p.setSubject
	p.rows, p.cols = input.NewChoice("纵项（行）", matches), input.NewChoice("横项（列）", matches)
	p.rows.OnChanged = func(v string) { p.row = v; p.own() }
	p.cols.OnChanged = func(v string) { p.column = v; p.own() }
	p.measures = input.NewChoice("表中数", nil)
	p.measures.SetChoices(choicesOf(pivot.Measures))
	p.measures.OnChanged = func(v string) {
		p.measure = pivot.Measure(slices.Index(pivot.Measures, v))
		p.show()
	}
	p.forms = input.NewChoice("图形", nil)
	p.forms.OnChanged = func(v string) { p.form = v; p.show() }
	p.place = container.NewStack()
	form := input.NewForm(5, p.subjects, p.rows, p.cols, p.measures, p.forms)
	p.above = kit.Pile(aboveGap, ready, form, p.place)
	p.reline()
}

// setSubject counts something else, by what one counts it by most.
func (p *pivotPart) setSubject(label string) {
	p.subject = criteria.SubjectNamed(label)
	fields := pivot.Fields(p.subject)
	has := func(name string) bool {
		return slices.ContainsFunc(fields, func(f *criteria.Field) bool { return f.Label == name })
	}
	if !has(p.row) {
		p.row = fields[0].Label
	}
	if !has(p.column) || p.column == p.row {
		p.column = ""
	}
	p.Parts = nil
	p.reline()
	p.own()
}

// reline makes the line of conditions for the subject.
func (p *pivotPart) reline() {
	p.line = p.room.newLine(&p.Conditions, p.subject, func() criteria.Book { return p.source.Book })
	p.place.Objects = []fyne.CanvasObject{p.line.Content}
	p.place.Refresh()
}

// fill sets the fields to what is shown.
func (p *pivotPart) fill() {
	for i, r := range pivot.Presets() {
		p.presets[i].SetSelected(r.Name == p.preset)
	}
	var choices []input.Option
	for _, f := range pivot.Fields(p.subject) {
		choices = append(choices, input.Option{Value: f.Label, Text: f.Label})
	}
	p.subjects.SetValue(p.subject.Label)
	p.rows.SetChoices(choices)
	p.rows.SetValue(p.row)
	p.cols.SetChoices(append([]input.Option{{Value: "", Text: "（无）"}}, choices...))
	p.cols.SetValue(p.column)
	p.measures.SetValue(pivot.Measures[p.measure])
	p.forms.SetChoices(choicesOf(p.offered()))
	p.forms.SetValue(p.shape())
}
