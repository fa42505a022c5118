// Package backups is the room of the backups (备份与恢复): the copies there are,
// what is in one of them, and the way to put it back.
package backups

import (
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
)

// sideWidth is the width of the panel that shows one copy.
const sideWidth = 380

// Workspace is the room.
type Workspace struct {
	// OnBack leads to where one came from.
	OnBack func()
	// OnRestore puts a copy in the place of the database.
	OnRestore func(path string)

	model   *model
	content fyne.CanvasObject
	header  *kit.PageHeader
	copies  *grid.Grid
	side    *kit.Panel
	restore *kit.Button
}

// New prepares the room; nothing is read before it is entered.
func New(d *desk.Desk) *Workspace {
	return &Workspace{model: newModel(d), OnBack: func() {}, OnRestore: func(string) {}}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
	}
	return w.content
}

func (w *Workspace) build() fyne.CanvasObject {
	m := w.model
	w.restore = kit.NewButton("恢复这一份…", w.askRestore)
	w.header = kit.NewPageHeader("备份与恢复", "", kit.NewButton("返回", func() { w.OnBack() }), w.restore, kit.NewPrimary("立即备份", w.makeCopy))
	w.copies = grid.New([]grid.Column{
		{ID: "made", Title: "备份时间", Width: 200, Unsorted: true},
		{ID: "size", Title: "大小", Width: 120, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "file", Title: "文件", Width: 360, Flexible: true, Unsorted: true},
	}, grid.Rows{})
	w.copies.Empty = "还没有备份。有改动后每半小时自动备份一次，关闭程序时也备份。"
	w.copies.OnSelect = m.choose
	w.copies.OnOpen = func(int) { w.askRestore() }
	w.side = kit.NewPanel("这份备份", nil, container.NewStack())
	m.onListChanged, m.onChosenChanged = w.showList, w.showChosen
	side := kit.Fixed(fyne.NewSize(sideWidth, 0), w.side)
	return kit.NewPage(w.header, nil, container.NewBorder(nil, nil, nil, side, w.copies), nil)
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	w.model.read()
}

func (w *Workspace) showList() {
	m := w.model
	var rows grid.Rows
	for _, c := range m.copies {
		rows = append(rows, []string{moment(c.Made), size(c.Size), filepath.Base(c.Path)})
	}
	w.header.SetSubtitle(fmt.Sprintf("%d 份，在 %s", len(m.copies), m.place.Dir))
	w.copies.SetSource(rows)
	w.copies.Select(max(0, m.row()))
}

func (w *Workspace) showChosen() {
	m := w.model
	if m.sound() {
		w.restore.Enable()
	} else {
		w.restore.Disable()
	}
	var parts []fyne.CanvasObject
	add := func(text string, color fyne.ThemeColorName) { parts = append(parts, kit.NewParagraph(text, color)) }
	switch {
	case m.chosen == "":
		add("左边选一份备份，这里看里面有什么。", kit.ColorSecondary)
	case m.wrong != "":
		add(m.wrong, kit.ColorOurs)
	case m.inside == nil:
		add("正在查看……", kit.ColorSecondary)
	default:
		add(fmt.Sprintf("干部 %d 人，改动 %d 次", m.inside.Cadres, m.inside.Changes), kit.ColorText)
		if last := m.inside.Last; !last.At.IsZero() {
			add(fmt.Sprintf("末次改动：%s　%s　%s", moment(last.At.Local()), last.Who, last.What), kit.ColorText)
		}
		if m.sound() {
			add("已核对：文件和留痕完好。", kit.ColorGood)
		}
		for _, problem := range m.inside.Problems {
			add(problem, kit.ColorOurs)
		}
	}
	w.side.SetContent(kit.Pile(10, parts...))
}

func (w *Workspace) makeCopy() {
	w.model.make(func() { w.model.desk.Shell.Say(kit.NoticeGood, "已备份并核对。") })
}

func (w *Workspace) askRestore() {
	m := w.model
	row := m.row()
	if row < 0 || !m.sound() {
		return
	}
	one := m.copies[row]
	text := fmt.Sprintf("%s之后的改动将不在库里。现在的数据库不删，另名留存在同一文件夹，随时可以换回。", moment(one.Made))
	kit.Confirm(m.desk.Shell.Canvas(), "用这份备份替换现在的数据库", text, "恢复", func() { w.OnRestore(one.Path) })
}

func moment(t time.Time) string { return t.Format("2006.01.02 15:04:05") }

func size(bytes int64) string { return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20)) }
