package grid

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

// longNames are rows whose names need more than their column was made for; the
// posts need more than there is.
func longNames() Rows {
	rows := cadres(300)
	for _, row := range rows {
		row[1] = "清源县发展和改革局党组成员、副局长"
	}
	rows[3][0] = "阿卜杜热合曼·买买提"
	rows[250][0] = "在很下面的一个特别长的名字"
	return rows
}

func cellText(g *Grid, row, slot int) string {
	return g.body.rows[row%len(g.body.rows)].cells[slot].Text
}

func TestGridCutsNothingWhereThereIsRoom(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	columns := []Column{
		{ID: "name", Title: "姓名", Width: 60},
		{ID: "post", Title: "现任职务", Width: 100, Flexible: true},
		{ID: "born", Title: "出生年月", Width: 200, Align: fyne.TextAlignTrailing},
		{ID: "age", Title: "年龄", Width: 100, Align: fyne.TextAlignTrailing},
	}
	g := New(columns, longNames())
	kittest.Window(t, g, 660, 400)
	kittest.Equal(t, "name", cellText(g, 3, 0), "阿卜杜热合曼·买买提")
	kittest.Equal(t, "post", cellText(g, 3, 1), "清源县发展和改革局党组成员、副局长")
	kittest.Equal(t, "month", cellText(g, 3, 2), longNames()[3][2])
	kittest.Equal(t, "no scroll bar below", g.wide(), false)
	for slot, title := range []string{"姓名", "现任职务", "出生年月", "年龄"} {
		kittest.Equal(t, "title", g.header.titles[slot].Text, title)
	}

	// With less room the short one is still whole, and the long one is cut.
	g.Resize(fyne.NewSize(540, 400))
	kittest.Equal(t, "name", cellText(g, 3, 0), "阿卜杜热合曼·买买提")
	if text := cellText(g, 3, 1); !strings.HasSuffix(text, "…") {
		t.Errorf("%q fits", text)
	}
	kittest.Equal(t, "no scroll bar below", g.wide(), false)
}

func TestGridColumnsStandStillWhileScrolling(t *testing.T) {
	g, _ := newTestGrid(t, longNames())
	before := append([]placedColumn(nil), g.placed...)
	g.ScrollToRow(290)
	g.Refresh()
	for i, p := range g.placed {
		kittest.Equal(t, "column", p, before[i])
	}
}

func TestGridKeepsTheWidthTheUserGave(t *testing.T) {
	g, _ := newTestGrid(t, longNames())
	g.resizeColumn(0, 70)
	kittest.Equal(t, "width", g.placed[0].w, 70)
	g.SetSource(longNames())
	kittest.Equal(t, "width with other rows", g.placed[0].w, 70)
	columnMenu{g}.reset()
	if w := g.placed[0].w; w <= 90 {
		t.Errorf("back as at first, the name has %v", w)
	}
}
