package records

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store"
)

// preview shows cell by cell what a table or a pasted block would change. It
// stays open until the user has corrected the bad rows and saved the good
// ones.
type preview struct {
	room     *Workspace
	list     *list
	proposal *sheet.Proposal
	onlyBad  bool
	rows     []int // of the proposal, that are listed

	page   *fyne.Container
	header *kit.PageHeader
	filter *fyne.Container
	notes  *kit.Paragraph
	grid   *grid.Grid
	side   *kit.Panel
	inputs []input.Field // by column; nil where there is none
	row    int           // of the proposal, at the side; -1 for none
	saving desk.Saving
}

var stateWords = map[sheet.State]string{sheet.New: "新增", sheet.Changed: "变更", sheet.Same: "无变化", sheet.Bad: "需改"}

func (w *Workspace) showPreview(l *list, p *sheet.Proposal) {
	v := &preview{room: w, list: l, proposal: p, row: -1, onlyBad: false}
	v.build()
	w.preview = v
	w.page.Objects = []fyne.CanvasObject{v.page}
	w.page.Refresh()
	v.update()
	v.grid.Select(max(0, v.firstBad()))
}

func (w *Workspace) closePreview() {
	w.preview = nil
	w.page.Objects = []fyne.CanvasObject{w.home}
	w.page.Refresh()
	w.focusList()
}

func (v *preview) build() {
	v.header = kit.NewPageHeader("", "")
	v.filter, v.notes = kit.Flow(), kit.NewParagraphSized("", kit.ColorDoubt, kit.SizeSmall)
	v.grid = grid.New(v.columns(), v)
	v.grid.Empty = "没有要导入的行。"
	v.grid.Tone = v.tone
	v.grid.OnSelect = v.selected
	v.grid.OnMenu = func(_ int, at fyne.Position) {
		kit.ShowMenu(v.room.desk.Shell.Canvas(), at,
			fyne.NewMenuItem(fmt.Sprintf("去掉选中的 %d 行", len(v.grid.Selected())), v.dropSelected))
	}
	v.side = kit.NewCard(kit.NewParagraph("选一行，在这里改。", kit.ColorSecondary))
	v.page = kit.NewPage(v.header, kit.Pile(6, v.filter, v.notes), v.grid, v.side)
}

func (v *preview) columns() []grid.Column {
	columns := []grid.Column{
		{ID: "line", Title: "行", Width: 56, Align: fyne.TextAlignTrailing, Unsorted: true},
		{ID: "state", Title: "结果", Width: 72, Unsorted: true},
		{ID: "flaw", Title: "要改的地方", Width: 230, Unsorted: true, Hidden: v.proposal.Count(sheet.Bad) == 0},
	}
	for i, c := range v.proposal.Columns {
		width := float32(110)
		if n := v.widest(i); n > 6 {
			width = min(260, float32(n)*15+24)
		}
		columns = append(columns, grid.Column{ID: strconv.Itoa(i), Title: c.Title, Width: width, Unsorted: true, Hidden: c.Key() == ""})
	}
	return columns
}

// widest is how many characters the cells of a column take, by the first rows.
func (v *preview) widest(column int) int {
	n := len([]rune(v.proposal.Columns[column].Title))
	for _, row := range v.proposal.Rows[:min(50, len(v.proposal.Rows))] {
		n = max(n, len([]rune(row.Cells[column])))
	}
	return n
}

// Len implements kit.grid.Source.
func (v *preview) Len() int { return len(v.rows) }

// Row implements kit.grid.Source.
func (v *preview) Row(i int) ([]string, bool) {
	row := v.proposal.Rows[v.rows[i]]
	cells := []string{strconv.Itoa(row.Line), stateWords[row.State], ""}
	if len(row.Flaws) > 0 {
		cells[2] = v.flaw(row.Flaws[0])
	}
	for column, text := range row.Cells {
		if strings.TrimSpace(text) == "" && row.Flaw(column) != "" {
			text = "（未填）"
		}
		cells = append(cells, strings.Join(strings.Fields(strings.ReplaceAll(text, "\x00", "")), " "))
	}
	return cells, true
}

// flaw says what is wrong, and in which column.
func (v *preview) flaw(f sheet.Flaw) string {
	if f.Column < 0 {
		return f.Sentence
	}
	return strings.TrimRight(v.proposal.Columns[f.Column].Title, "*") + "：" + f.Sentence
}

// tone marks bad cells, and the word for the result of a row.
func (v *preview) tone(row int, column string) fyne.ThemeColorName {
	r := v.proposal.Rows[v.rows[row]]
	i, err := strconv.Atoi(column)
	switch {
	case err == nil && r.Flaw(i) != "":
		return kit.ColorOurs
	case column == "flaw":
		return kit.ColorOurs
	case column != "state":
		return ""
	}
	return map[sheet.State]fyne.ThemeColorName{
		sheet.New: kit.ColorGood, sheet.Changed: kit.ColorDoubt, sheet.Same: kit.ColorFaint, sheet.Bad: kit.ColorOurs,
	}[r.State]
}

// update shows the proposal as it now is.
func (v *preview) update() {
	p := v.proposal
	v.rows = v.rows[:0]
	for i, row := range p.Rows {
		if !v.onlyBad || row.State == sheet.Bad {
			v.rows = append(v.rows, i)
		}
	}
	v.header.SetTitle("导入" + p.Kind.Label)
	v.header.SetSubtitle(fmt.Sprintf("%s：%s（新增 %d，变更 %d，无变化 %d）", p.File, p.Summary(), p.Count(sheet.New), p.Count(sheet.Changed), p.Count(sheet.Same)))
	v.header.SetActions(v.actions()...)
	bad := kit.NewChip(fmt.Sprintf("只看需改的 %d 行", p.Count(sheet.Bad)), v.toggleBad)
	bad.Selected = v.onlyBad
	v.filter.Objects = []fyne.CanvasObject{bad}
	v.filter.Refresh()
	v.notes.SetText(v.remarks())
	v.page.Layout.Layout(v.page.Objects, v.page.Size())
	v.grid.Refresh()
}

// remarks say what of the table is not read, and what is missing in it.
func (v *preview) remarks() string {
	var parts []string
	if u := v.proposal.Unknown; len(u) > 0 {
		parts = append(parts, "这些列没有对应的项目，不导入："+strings.Join(u, "、")+"。")
	}
	if m := v.proposal.Missing; len(m) > 0 {
		parts = append(parts, "表里没有必填的列："+strings.Join(m, "、")+"。")
	}
	return strings.Join(parts, "")
}

func (v *preview) actions() []fyne.CanvasObject {
	actions := []fyne.CanvasObject{kit.NewButton("取消", v.room.closePreview)}
	if bad := v.proposal.Count(sheet.Bad); bad > 0 {
		actions = append(actions, kit.NewButton(fmt.Sprintf("去掉需改的 %d 行", bad), v.dropBad))
	}
	if n := v.proposal.Pending(); n > 0 {
		actions = append(actions, kit.NewPrimary(fmt.Sprintf("保存好的 %d 行", n), v.save))
	}
	return actions
}

func (v *preview) toggleBad() {
	v.onlyBad = !v.onlyBad
	v.relist()
}

// relist lists other rows and stands on the first.
func (v *preview) relist() {
	v.update()
	v.grid.SetSource(v)
	v.grid.Select(0)
	if len(v.rows) == 0 {
		v.selected(-1)
	}
}

func (v *preview) firstBad() int {
	for i, at := range v.rows {
		if v.proposal.Rows[at].State == sheet.Bad {
			return i
		}
	}
	return -1
}

func (v *preview) dropSelected() {
	var chosen []int
	for _, i := range v.grid.Selected() {
		chosen = append(chosen, v.rows[i])
	}
	v.proposal.Drop(chosen...)
	v.relist()
}

func (v *preview) dropBad() {
	var bad []int
	for i, row := range v.proposal.Rows {
		if row.State == sheet.Bad {
			bad = append(bad, i)
		}
	}
	v.proposal.Drop(bad...)
	v.relist()
}

// save writes the good rows as one change; what is bad stays to be put right. Rules
// that do not say since when they hold are asked about once for all.
func (v *preview) save() {
	if !v.proposal.NeedsMonth() {
		v.saveFrom(0)
		return
	}
	q := desk.When{What: fmt.Sprintf("表里的%s", v.proposal.Kind.Label)}
	v.room.desk.AskWhen(q, v.saveFrom)
}

func (v *preview) saveFrom(since data.Month) {
	v.saving.Do(func(end func()) {
		n := v.proposal.Pending()
		if n == 0 {
			end()
			return
		}
		v.proposal.Since = since
		user := v.room.desk.User
		desk.Do(v.room.desk, desk.Job[string]{
			Title: "正在保存",
			Work: func(ctx context.Context, s *store.Store, tell data.Progress) (string, error) {
				return v.proposal.Write(ctx, s, user, tell)
			},
			OnDone:   func(string) { v.saved(n); end() },
			OnFailed: func(error) { end() },
		})
	})
}

// saved says how many rows were written and goes on with those that were not.
func (v *preview) saved(n int) {
	w := v.room
	left := v.proposal.Count(sheet.Bad)
	text := fmt.Sprintf("已保存 %d 行。", n)
	if left > 0 {
		text = fmt.Sprintf("已保存 %d 行，还有 %d 行要改。", n, left)
	}
	w.desk.Shell.Say(kit.NoticeGood, text)
	v.list.read()
	if left == 0 {
		w.closePreview()
		return
	}
	v.relist()
}
