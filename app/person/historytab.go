package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
)

// historyTab lists every change: when, who, which field, the old and the new
// value.
type historyTab struct {
	page   *Workspace
	grid   *grid.Grid
	rows   []historyRow
	detail *kit.Paragraph
	whole  *fyne.Container
}

func newHistoryTab(w *Workspace) tab {
	t := &historyTab{page: w}
	t.grid = grid.New([]grid.Column{
		{ID: "when", Title: "时间", Width: 146, Unsorted: true},
		{ID: "who", Title: "操作人", Width: 76, Unsorted: true},
		{ID: "what", Title: "事由", Width: 164, Unsorted: true},
		{ID: "record", Title: "记录", Width: 86, Unsorted: true},
		{ID: "field", Title: "项目", Width: 104, Unsorted: true},
		{ID: "before", Title: "改前", Width: 230, Unsorted: true},
		{ID: "after", Title: "改后", Width: 240, Flexible: true, Unsorted: true},
	}, grid.Rows{})
	t.grid.Empty = "还没有修改记录。"
	t.grid.OnSelect = t.tell
	t.detail = kit.NewParagraph("", kit.ColorText)
	beneath := container.New(highLayout{110}, kit.NewCard(container.NewVScroll(t.detail)))
	t.whole = over(surface(t.grid), beneath)
	t.whole.Objects[1].Hide()
	return t
}

// tell shows below the list the full text of a change that is too long for its
// line.
func (t *historyTab) tell(row int) {
	foot := t.whole.Objects[1]
	if row < 0 || row >= len(t.rows) {
		foot.Hide()
		t.whole.Refresh()
		return
	}
	r := t.rows[row]
	text := r.record + "　" + r.field
	if r.before != "" {
		text += "\n改前：" + r.before
	}
	if r.after != "" {
		text += "\n改后：" + r.after
	}
	t.detail.SetText(text)
	foot.Show()
	t.whole.Refresh()
}

func (t *historyTab) object() fyne.CanvasObject { return t.whole }

func (t *historyTab) load() {
	t.rows = t.page.model.historyRows()
	var rows grid.Rows
	for _, r := range t.rows {
		rows = append(rows, []string{r.when, r.who, r.what, r.record, r.field, r.before, r.after})
	}
	t.grid.SetSource(rows)
}

func (t *historyTab) update() {}

func (t *historyTab) settle() {}

func (t *historyTab) visit(place) bool { return false }
