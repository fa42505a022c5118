// Package home is the overview (总览): the main figures. Each number opens the
// list of its people.
package home

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/data/team"
)

const (
	barLane     = 12
	beginWidth  = 620
	beginHeight = 320
)

// Workspace is the room of the overview.
type Workspace struct {
	// OnCheck goes to what is to be looked at again in the records; without it
	// the overview does not offer to.
	OnCheck func()
	// OnSettings goes to the settings of the office, the first thing to fill in.
	OnSettings func()
	// OnTeams goes to the teams with a light, or to all of them.
	OnTeams func(team.Color)

	desk  *desk.Desk
	model *model

	page      *fyne.Container
	header    *kit.PageHeader
	body      *fyne.Container // the board, or what to do first
	board     *fyne.Container
	cards     []*kit.FigureCard
	pyramid   *chart.Pyramid
	trend     *chart.Line
	lamps     *chart.Stacked
	lampText  *canvas.Text // how many teams have which light
	lampSince *canvas.Text // what has changed since the last round
	tabs      *kit.Tabs
	dues      *fyne.Container
	list      *fyne.Container
	begin     fyne.CanvasObject
}

// New makes the overview. It reads nothing until the user enters the room.
func New(d *desk.Desk) *Workspace {
	return &Workspace{desk: d, model: newModel(d), OnTeams: func(team.Color) {}}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.page != nil {
		return w.page
	}
	w.header = kit.NewPageHeader("总览", "")
	w.board = w.newBoard()
	w.begin = w.newBegin()
	w.body = container.NewStack(container.NewCenter(kit.Text("正在计算……", kit.ColorSecondary)))
	w.page = kit.NewPage(w.header, nil, w.body, nil)
	w.model.onChange = w.update
	if w.model.stamp != (stamp{}) {
		w.update()
	}
	return w.page
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() { w.model.read() }

func (w *Workspace) newBoard() *fyne.Container {
	var objects []fyne.CanvasObject
	for _, id := range headlines {
		c := kit.NewFigureCard(kit.Figure{}, func() { w.desk.Shell.OpenFigure(id) })
		w.cards = append(w.cards, c)
		objects = append(objects, c)
	}
	w.pyramid = chart.NewPyramid(chart.PyramidData{})
	w.pyramid.OnTap = func(series, index int) {
		w.desk.Shell.OpenPeople(w.model.state.barred(index, []string{"男", "女"}[series]))
	}
	w.trend = chart.NewLine(chart.LineData{})
	w.trend.OnTap = func(_, index int) { w.desk.Shell.OpenPeople(w.model.state.then(index)) }
	objects = append(
		objects,
		w.newLights(), kit.NewCard(w.pyramid), kit.NewCard(w.trend),
		w.newLists(),
	)
	return container.New(boardLayout{len(w.cards)}, objects...)
}

// newBegin is what an empty database shows: what to do first.
func (w *Workspace) newBegin() fyne.CanvasObject {
	steps := []string{
		"一、在“设置”里填写单位名称、地区、层级和换届月。",
		"二、导入任免审批表，或者整理好的名册表格。一次可以选许多份，也可以选它们的压缩包。",
		"三、核对提示的问题，把干部对应到机构和职位。",
		"四、回到这里，各项指标、年龄结构和名单就都有了。右上角的时点可以改到任何一个月。",
	}
	title := kit.TextSized("第一次使用，从这里开始", kit.ColorText, kit.SizeTitle)
	title.TextStyle.Bold = true
	parts := []fyne.CanvasObject{title}
	for _, step := range steps {
		parts = append(parts, kit.NewParagraph(step, kit.ColorText))
	}
	load := kit.NewPrimary("导入任免审批表", func() { w.desk.Shell.OpenImport() })
	parts = append(parts, kit.Row(gap, load, kit.NewButton("填写本单位设置", func() { w.OnSettings() })))
	column := container.NewGridWrap(fyne.NewSize(beginWidth, beginHeight), kit.Pile(18, parts...))
	return kit.NewCard(container.NewCenter(column))
}

// update shows what the model has computed.
func (w *Workspace) update() {
	s := w.model.state
	w.header.SetSubtitle(subtitle(s.month, w.desk.Store.Now()))
	if s.people == 0 {
		w.header.SetSubtitle("还没有干部")
		w.show(w.begin)
		return
	}
	for i, v := range s.headlines {
		w.cards[i].SetFigure(card(v))
	}
	w.pyramid.SetData(pyramid(s.ages))
	w.trend.SetData(course(s))
	w.lamps.SetData(s.lights.stack())
	w.lampText.Text = s.lights.text()
	w.lampText.Refresh()
	w.lampSince.Text = s.lights.since()
	w.lampSince.Refresh()
	w.fillDues()
	w.fillList()
	w.show(w.board)
}

func (w *Workspace) show(o fyne.CanvasObject) {
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// fillList writes the figures under the headings of their groups.
func (w *Workspace) fillList() {
	w.list.Objects = nil
	group := ""
	for _, v := range w.model.state.others {
		if g := groupOf(v); g != group {
			group = g
			w.list.Add(heading(g, len(w.list.Objects) == 0))
		}
		id := v.Definition.ID
		w.list.Add(newLine(v, func() { w.desk.Shell.OpenFigure(id) }))
	}
	w.list.Refresh()
}

func heading(text string, first bool) fyne.CanvasObject {
	above := float32(14)
	if first {
		above = 0
	}
	return container.New(layout.NewCustomPaddedLayout(above, 4, 4, 0), kit.TextSized(text, kit.ColorSecondary, kit.SizeSmall))
}

// pyramid draws the bands.
func pyramid(ages []band) chart.PyramidData {
	p := chart.PyramidData{Title: "本级管理干部年龄结构", Left: "男", Right: "女"}
	if !slices.ContainsFunc(ages, func(b band) bool { return b.men+b.women > 0 }) {
		return p // nobody's post is on record: no data, not a column of noughts
	}
	for _, b := range ages {
		p.Bands = append(p.Bands, chart.PyramidBand{Label: b.label, Left: people(b.men), Right: people(b.women)})
	}
	return p
}

func people(n int) chart.Datum {
	return chart.Datum{Value: float64(n), Text: strconv.Itoa(n)}
}

// course draws the trend.
func course(s state) chart.LineData {
	values := make([]chart.Datum, len(s.trend))
	labels := make([]string, len(s.trend))
	for i, v := range s.trend {
		labels[i] = v.At.String()
		values[i] = chart.Datum{Label: labels[i], Value: v.Number(), Text: v.Text() + "%"}
		if v.NoData {
			values[i].Text, values[i].Missing = v.Text(), true
		}
	}
	title := ""
	if len(s.trend) > 0 {
		title = "近五年" + s.trend[0].Label
	}
	return chart.LineData{Title: title, Labels: labels, Series: []chart.LineSeries{{Values: values}}}
}
