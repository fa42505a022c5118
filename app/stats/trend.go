package stats

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// mostTrended is how many lines one can still tell apart.
const mostTrended = 4

// trend shows figures over months (变化趋势).
type trend struct {
	room    *Workspace
	figures []string // IDs
	span    int      // months looked back
	step    int      // months from one point to the next

	source figure.Source
	chosen []*figure.Definition
	months []data.Month
	course [][]figure.Value // by month, then by figure
	asking desk.Latest

	above  *fyne.Container
	chips  *fyne.Container
	add    *input.Choice
	spans  *input.Choice
	steps  *input.Choice
	body   *fyne.Container
	charts *fyne.Container
	grid   *grid.Grid
}

func newTrend(w *Workspace) *trend {
	return &trend{room: w, figures: []string{"m4.2.town.principals.share", "m4.2.town.members.share"}, span: 36, step: 3}
}

func (t *trend) title() string { return "变化趋势" }

func (t *trend) subtitle() string {
	if len(t.months) == 0 {
		return ""
	}
	return fmt.Sprintf("%s 至 %s　点图上的点或表中的数看当时的名单", t.months[0], t.months[len(t.months)-1])
}

func (t *trend) actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{copyAll(t.grid), t.room.saver("指标变化趋势", t.paper)}
}

// times are the months looked at, the newest last.
func times(at data.Month, span, step int) []data.Month {
	var list []data.Month
	for back := span / step; back >= 0; back-- {
		list = append(list, at.Add(-back*step))
	}
	return list
}

func (t *trend) read() {
	db, at, ids := t.room.desk.Store, t.room.desk.At, slices.Clone(t.figures)
	months := times(at, t.span, t.step)
	type run struct {
		source figure.Source
		chosen []*figure.Definition
		course [][]figure.Value
	}
	desk.Work(t.room.desk, &t.asking, "正在逐月计算", func(ctx context.Context, progress data.Progress) (run, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return run{}, err
		}
		r := run{source: source}
		for _, id := range ids {
			if d, err := source.Named(id); err == nil { // the office may have taken it away
				r.chosen = append(r.chosen, d)
			}
		}
		r.course, err = source.Course(ctx, r.chosen, months, progress)
		return r, err
	}, func(r run) {
		t.source, t.chosen, t.course, t.months = r.source, r.chosen, r.course, months
		t.show()
	})
}

func (t *trend) filter() fyne.CanvasObject {
	if t.above == nil {
		t.build()
	}
	return t.above
}

func (t *trend) content() fyne.CanvasObject {
	t.filter()
	return t.body
}

// choices of how far back and how finely.
var (
	trendSpans = []input.Option{{Value: "12", Text: "近一年"}, {Value: "36", Text: "近三年"}, {Value: "60", Text: "近五年"}, {Value: "120", Text: "近十年"}}
	trendSteps = []input.Option{{Value: "1", Text: "按月"}, {Value: "3", Text: "按季"}, {Value: "6", Text: "按半年"}, {Value: "12", Text: "按年"}}
)

func (t *trend) build() {
	t.add = input.NewChoice("加一个指标", matches)
	t.add.SetPlaceHolder("输入文字或拼音首字母")
	t.add.OnChanged = func(id string) {
		t.add.SetValue("")
		if id == "" || slices.Contains(t.figures, id) {
			return
		}
		if len(t.figures) >= mostTrended {
			t.room.desk.Shell.Say(kit.NoticeInfo, fmt.Sprintf("一次最多看 %d 个指标，先去掉一个。", mostTrended))
			return
		}
		t.figures = append(t.figures, id)
		t.read()
	}
	t.spans, t.steps = input.NewChoice("看多长", nil, trendSpans...), input.NewChoice("间隔", nil, trendSteps...)
	t.spans.OnChanged = func(v string) { t.span, _ = strconv.Atoi(v); t.read() }
	t.steps.OnChanged = func(v string) { t.step, _ = strconv.Atoi(v); t.read() }
	t.chips = kit.Flow()
	form := input.NewForm(4)
	form.Add(t.add, 2)
	form.Add(t.spans, 1)
	form.Add(t.steps, 1)
	t.above = kit.Pile(aboveGap, form, t.chips)
	t.grid = grid.New(nil, grid.Rows(nil))
	t.grid.Empty = "先在上面加一个指标。"
	t.grid.OnCopy = t.room.copied
	t.grid.OnOpenCell = func(row int, column string) {
		i, _ := strconv.Atoi(column)
		t.open(len(t.months)-1-row, i)
	}
	t.charts = container.NewGridWithColumns(1)
	t.body = kit.Beside([]float32{0.62}, kit.NewCard(t.charts), t.grid)
}

// show draws a chart for each unit: people and percent have no common scale.
func (t *trend) show() {
	if t.above == nil {
		return
	}
	t.spans.SetValue(strconv.Itoa(t.span))
	t.steps.SetValue(strconv.Itoa(t.step))
	t.offer()
	t.chips.Objects, t.charts.Objects = nil, nil
	var units []string
	for _, d := range t.chosen {
		t.chips.Add(kit.NewFilterChip(d.Title(t.source.Office), nil, func() { t.remove(d.ID) }))
		if !slices.Contains(units, d.Unit()) {
			units = append(units, d.Unit())
		}
	}
	for _, unit := range units {
		t.charts.Add(t.draw(unit))
	}
	t.fillGrid()
	t.charts.Refresh()
	t.chips.Refresh()
	t.room.show(t)
	t.room.arrange()
}

// offer lists the figures not chosen yet.
func (t *trend) offer() {
	var choices []input.Option
	for _, d := range append(t.source.Definitions(), figure.Monitored()...) {
		c := input.Option{Value: d.ID, Text: d.Title(t.source.Office)}
		if !slices.Contains(t.figures, d.ID) && !slices.Contains(choices, c) {
			choices = append(choices, c)
		}
	}
	t.add.SetChoices(choices)
}

func (t *trend) remove(id string) {
	t.figures = slices.DeleteFunc(t.figures, func(other string) bool { return other == id })
	t.read()
}

// draw makes the chart of the figures counted in a unit.
func (t *trend) draw(unit string) fyne.CanvasObject {
	var places []int // of its series among the figures
	d := chart.LineData{}
	for _, m := range t.months {
		d.Labels = append(d.Labels, m.String())
	}
	for i, def := range t.chosen {
		if def.Unit() != unit {
			continue
		}
		s := chart.LineSeries{Name: def.Title(t.source.Office)}
		for month := range t.months {
			v := t.course[month][i]
			s.Values = append(s.Values, chart.Datum{Value: v.Number(), Text: withUnit(v), Missing: v.NoData})
		}
		d.Series, places = append(d.Series, s), append(places, i)
	}
	d.Title = "单位：" + unit
	if len(d.Series) == 1 {
		d.Title = d.Series[0].Name + "（" + unit + "）"
	}
	c := chart.NewLine(d)
	c.OnTap = func(series, month int) { t.open(month, places[series]) }
	return c
}

// fillGrid writes the numbers, the newest month first.
func (t *trend) fillGrid() {
	columns := []grid.Column{{ID: rowHead, Title: "时点", Width: 86, Unsorted: true}}
	for i, d := range t.chosen {
		columns = append(columns, grid.Column{ID: strconv.Itoa(i), Title: d.Title(t.source.Office), Width: 96, Align: fyne.TextAlignTrailing, Unsorted: true, Flexible: true})
	}
	var rows grid.Rows
	for i := len(t.months) - 1; i >= 0 && len(t.chosen) > 0; i-- {
		cells := []string{t.months[i].String()}
		for _, v := range t.course[i] {
			cells = append(cells, withUnit(v))
		}
		rows = append(rows, cells)
	}
	t.grid.SetColumns(columns)
	t.grid.SetSource(rows)
}

// open shows the people behind a figure as it was at a month.
func (t *trend) open(month, i int) {
	v := t.course[month][i]
	if v.NotYet {
		t.room.desk.Shell.Say(kit.NoticeInfo, v.Label+"："+v.At.Chinese()+v.Text()+"。")
		return
	}
	t.room.desk.Shell.OpenQuery(v.Label, t.source.Query(v.Definition, v.At))
}

func (t *trend) paper() *paper.Paper {
	if len(t.chosen) == 0 {
		return nil
	}
	p := &paper.Paper{Title: t.source.Office.Place + "指标变化趋势", Subtitle: fmt.Sprintf("%s 至 %s", t.months[0], t.months[len(t.months)-1])}
	table := paper.Table{Columns: []paper.Column{{Title: "时点"}}}
	for _, d := range t.chosen {
		table.Columns = append(table.Columns, paper.Column{Title: d.Title(t.source.Office), Share: 2})
	}
	for i, m := range t.months {
		cells := []string{m.String()}
		for _, v := range t.course[i] {
			cells = append(cells, withUnit(v))
		}
		table.Rows = append(table.Rows, paper.Cells(cells...))
	}
	for i, d := range t.chosen {
		p.Add(t.paperChart(i, d))
	}
	p.Add(table)
	return p
}

// paperChart is the course of one figure, for a file.
func (t *trend) paperChart(i int, d *figure.Definition) paper.Chart {
	c := paper.Chart{Caption: d.Title(t.source.Office), Form: paper.Lines, Unit: d.Unit()}
	s := paper.Series{Name: d.Title(t.source.Office)}
	for month, m := range t.months {
		c.Labels = append(c.Labels, m.String())
		s.Values = append(s.Values, numberOf(t.course[month][i]))
	}
	c.Series = []paper.Series{s}
	return c
}
