package stats

import (
	"context"
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// monitor is the table of the monitored figures (动态监测).
type monitor struct {
	room   *Workspace
	source figure.Source
	values []figure.Value
	asking desk.Latest
	grid   *grid.Grid
	body   fyne.CanvasObject
	told   *kit.Paragraph // the wording of the figure one stands on, in full
}

func newMonitor(w *Workspace) *monitor { return &monitor{room: w} }

func (m *monitor) title() string { return "动态监测" }

func (m *monitor) subtitle() string {
	if m.values == nil {
		return ""
	}
	return fmt.Sprintf("%s　与上年同月相比　按回车看名单", m.room.month())
}

func (m *monitor) actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{copyAll(m.grid), m.room.saver("动态监测指标", m.paper)}
}

func (m *monitor) filter() fyne.CanvasObject { return nil }

func (m *monitor) content() fyne.CanvasObject {
	if m.grid == nil {
		right := fyne.TextAlignTrailing
		m.grid = grid.New([]grid.Column{
			{ID: "label", Title: "指标", Width: 392, Unsorted: true},
			{ID: "value", Title: "现值", Width: 88, Align: right, Unsorted: true},
			{ID: "parts", Title: "分子/分母", Width: 104, Align: right, Unsorted: true},
			{ID: "before", Title: "上年同期", Width: 92, Align: right, Unsorted: true},
			{ID: "change", Title: "增减", Width: 84, Align: right, Unsorted: true},
			{ID: "wording", Title: "口径", Width: 380, Flexible: true, Unsorted: true},
		}, grid.Rows(nil))
		m.grid.Tone = m.tone
		m.grid.OnCopy = m.room.copied
		m.grid.OnOpen = m.open
		m.grid.OnSelect = m.tell
		m.told = kit.NewParagraph("", kit.ColorSecondary)
		m.body = container.New(footLayout{}, m.grid, m.told)
		m.grid.OnCell = func(row int, column string) {
			if column == "value" || column == "parts" {
				m.open(row)
			}
		}
	}
	return m.body
}

// tell shows the wording of the figure one stands on.
func (m *monitor) tell(row int) {
	if row < 0 || row >= len(m.values) {
		m.told.SetText("")
		return
	}
	d := m.values[row].Definition
	m.told.SetText(d.Title(m.source.Office) + "　" + d.Wording())
}

func (m *monitor) read() {
	db, at := m.room.desk.Store, m.room.desk.At
	type stated struct {
		source figure.Source
		values []figure.Value
	}
	desk.Work(m.room.desk, &m.asking, "正在计算指标", func(ctx context.Context, _ data.Progress) (stated, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return stated{}, err
		}
		values, err := source.Compute(ctx, figure.Monitored(), at)
		return stated{source, values}, err
	}, func(s stated) {
		m.source, m.values = s.source, s.values
		if m.grid == nil {
			return
		}
		var rows grid.Rows
		for _, v := range m.values {
			rows = append(rows, append(valueCells(v), v.Definition.Wording()))
		}
		m.grid.SetSource(rows)
		m.grid.Select(0)
		m.room.show(m)
	})
}

// valueCells are a figure with its parts, and how it stood a year before.
func valueCells(v figure.Value) []string {
	parts, before, change := "", "", ""
	if v.Definition.HasOf && !v.NoData {
		parts = fmt.Sprintf("%d/%d", v.Numerator, v.Denominator)
	}
	if v.Previous != nil {
		before = withUnit(*v.Previous)
	}
	if by, ok := v.Change(); ok {
		change = changed(v, by)
	}
	return []string{v.Label, withUnit(v), parts, before, change}
}

// withUnit is a value as one reads it: 33.3%, 12 人.
func withUnit(v figure.Value) string {
	switch {
	case v.NoData:
		return v.Text()
	case v.Definition.Share:
		return v.Text() + "%"
	}
	return v.Text() + " " + v.Definition.Unit()
}

func changed(v figure.Value, by float64) string {
	switch {
	case by == 0:
		return "持平"
	case v.Definition.Share:
		return fmt.Sprintf("%+.1f 点", by)
	}
	return fmt.Sprintf("%+.0f", by)
}

func (m *monitor) tone(row int, column string) fyne.ThemeColorName {
	switch column {
	case "value":
		if m.values[row].NoData {
			return kit.ColorFaint
		}
		return kit.ColorOurs
	case "wording", "before", "parts":
		return kit.ColorSecondary
	}
	return ""
}

func (m *monitor) open(row int) {
	v := m.values[row]
	if v.NotYet {
		m.room.desk.Shell.Say(kit.NoticeInfo, v.Label+"："+v.At.Chinese()+v.Text()+"。")
		return
	}
	m.room.desk.Shell.OpenQuery(v.Label, m.source.Query(v.Definition, v.At))
}

func (m *monitor) paper() *paper.Paper {
	if m.values == nil {
		return nil
	}
	p := &paper.Paper{Title: m.source.Office.Place + "动态监测指标", Subtitle: "时点：" + m.source.Month(m.room.desk.At), Landscape: true}
	t := paper.Table{Columns: []paper.Column{
		{Title: "指标", Share: 5, Align: paper.Left},
		{Title: "现值", Share: 1.4},
		{Title: "分子/分母", Share: 1.6},
		{Title: "上年同期", Share: 1.4},
		{Title: "增减", Share: 1.8},
		{Title: "口径", Share: 8, Align: paper.Left},
	}}
	for _, v := range m.values {
		t.Rows = append(t.Rows, paper.Cells(append(valueCells(v), v.Definition.Wording())...))
	}
	p.Add(t)
	return p
}

// numberOf is the number of a figure; NaN when there are no records.
func numberOf(v figure.Value) float64 {
	if v.NoData {
		return math.NaN()
	}
	return v.Number()
}
