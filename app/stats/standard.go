package stats

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
)

// standard is the table of basic facts (基本情况统计表).
type standard struct {
	room *Workspace
	filter.Conditions

	source figure.Source
	table  *report.Statistics
	made   *paper.Paper
	asking desk.Latest

	line   *filter.Line
	grid   *grid.Grid
	charts *fyne.Container
	body   *fyne.Container
}

func newStandard(w *Workspace) *standard {
	s := &standard{room: w}
	s.Parts = []criteria.Criterion{criteria.If("管理权限", criteria.Equal, "本级管理")}
	s.Check = func(c criteria.Criterion) error {
		return criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: c, At: w.desk.At, Book: s.source.Book}.Check()
	}
	s.OnChanged = s.read
	return s
}

func (s *standard) title() string { return "基本情况统计表" }

func (s *standard) subtitle() string {
	if s.table == nil {
		return ""
	}
	return s.room.month() + "　共 " + s.table.Rows[0].Cells[0] + " 人　点任一数字看名单"
}

func (s *standard) actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{copyAll(s.grid), s.room.saver("干部基本情况统计表", func() *paper.Paper { return s.made })}
}

func (s *standard) filter() fyne.CanvasObject {
	if s.line == nil {
		s.grid = grid.New(nil, grid.Rows(nil))
		s.grid.Fixed = true
		s.grid.Empty = nobody
		s.grid.OnCopy = s.room.copied
		s.grid.Tone = s.tone
		s.grid.OnOpenCell = s.open
		s.charts = kit.Beside([]float32{1. / 3, 1. / 3})
		s.body = container.New(overLayout{s}, s.grid, s.charts)
		s.line = s.room.newLine(&s.Conditions, criteria.SubjectNamed("cadre"), func() criteria.Book { return s.source.Book })
	}
	return s.line.Content
}

func (s *standard) content() fyne.CanvasObject {
	s.filter()
	return s.body
}

// computed is the result of computing the table.
type computed struct {
	source figure.Source
	table  *report.Statistics
	paper  *paper.Paper
}

func (s *standard) read() {
	db, at, where := s.room.desk.Store, s.room.desk.At, s.Where()
	desk.Work(s.room.desk, &s.asking, "正在计算统计表", func(ctx context.Context, _ data.Progress) (computed, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return computed{}, err
		}
		table, err := report.MakeStatistics(ctx, source, where, nil, at)
		if err != nil {
			return computed{}, err
		}
		made, err := report.SortNamed("statistics").Build(ctx, report.Order{Source: source, At: at, Where: where})
		return computed{source, table, made}, err
	}, func(c computed) {
		s.source, s.table, s.made = c.source, c.table, c.paper
		s.show()
	})
}

func (s *standard) show() {
	if s.line == nil {
		return
	}
	columns := []grid.Column{{ID: rowHead, Title: "职务层次、职级", Width: 150, Unsorted: true}}
	for i, c := range s.table.Columns {
		title := c.Title
		if c.Share && i > 0 {
			title = "占比"
		}
		column := number(strconv.Itoa(i), title)
		column.Width = max(column.Width, 69) // 无数据
		columns = append(columns, column)
	}
	var rows grid.Rows
	if !s.none() {
		for _, r := range s.table.Rows {
			rows = append(rows, append([]string{r.Label}, r.Cells...))
		}
	}
	s.grid.SetColumns(columns)
	s.grid.SetSource(rows)
	s.draw()
	s.line.Update()
	s.room.show(s)
}

// none says whether nobody is counted: that is no data, not a table of noughts.
func (s *standard) none() bool { return len(s.table.Rows) == 0 || s.table.Rows[0].Cells[0] == "0" }

// open shows the people of a cell; of an average or a share, those it is of.
func (s *standard) open(row int, column string) {
	i, err := strconv.Atoi(column)
	title := s.table.Rows[row].Label
	if err != nil {
		i = 0
	} else if c := s.table.Columns[i]; !c.Where.Always() {
		name := c.Title
		if c.Share && i > 0 {
			name = s.table.Columns[i-1].Title
		}
		title += "、" + name
	}
	s.room.desk.Shell.OpenQuery(title, s.table.Who(row, i))
}

func (s *standard) tone(row int, column string) fyne.ThemeColorName {
	if i, err := strconv.Atoi(column); err == nil {
		if text := s.table.Rows[row].Cells[i]; text == "0" || text == "0.0" {
			return kit.ColorFaint
		}
	}
	return ""
}

// draw shows how everybody is made up, group by group.
func (s *standard) draw() {
	s.charts.Objects = nil
	for _, group := range []string{"学历", "年龄", "任现职务层次年限"} {
		var places []int
		d := chart.BarData{Title: group}
		for i, c := range s.table.Columns {
			if c.Group != group || c.Average || c.Share || s.none() {
				continue
			}
			n, _ := strconv.Atoi(s.table.Rows[0].Cells[i])
			d.Items, places = append(d.Items, datum(c.Title, n)), append(places, i)
		}
		b := chart.NewHBar(d)
		b.OnTap = func(_, i int) { s.open(0, strconv.Itoa(places[i])) }
		s.charts.Add(kit.NewCard(b))
	}
	s.body.Refresh()
}

// overLayout gives the table the height of its rows if there is room, and the
// rest to the charts below it.
type overLayout struct{ part *standard }

const (
	leastCharts = 230 // height
	chartsGap   = 12
)

// Layout implements fyne.Layout.
func (l overLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.part.grid.MinRows = max(2, min(l.part.grid.Source().Len(), 12))
	high := min(objects[0].MinSize().Height+16, max(0, size.Height-leastCharts-chartsGap))
	objects[0].Resize(fyne.NewSize(size.Width, high))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-high-chartsGap))
	objects[1].Move(fyne.NewPos(0, high+chartsGap))
}

// MinSize implements fyne.Layout.
func (overLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200+leastCharts) }
