package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/form"
	"huoshui/data"
)

func resume(segments ...data.ResumeSegment) *form.Rows {
	rows := &form.Rows{New: func() any { return &data.Resume{} }}
	for _, s := range segments {
		rows.Drafts = append(rows.Drafts, form.NewDraft(&data.Resume{Since: s.From, Until: s.To, Text: data.Long(s.Text)}))
	}
	return rows
}

func said(rows *form.Rows) string {
	var lines []string
	for _, d := range rows.Drafts {
		lines = append(lines, d.Text("since")+"-"+d.Text("until")+" "+d.Text("text"))
	}
	return strings.Join(lines, "\n")
}

func resumeTable(t *testing.T, rows *form.Rows) (*form.Table, fyne.Window) {
	t.Helper()
	begin(t)
	table := form.NewTable(
		data.ResumeKind, rows,
		form.Column{Key: "since", Width: 90},
		form.Column{Key: "until", Width: 90},
		form.Column{Key: "text", Hint: "回车新增一段"},
		form.Column{Title: "核对", Width: 150},
	)
	return table, window(t, table)
}

func TestTableTypesRows(t *testing.T) {
	rows := resume()
	table, w := resumeTable(t, rows)
	table.Edit(0, "since")
	for _, cell := range []string{"200709", "2011.7", "浙江大学学习", "201107", "", "梅林乡科员"} {
		write(w, cell)
		press(w, fyne.KeyReturn)
	}
	if got, want := said(rows), "2007.09-2011.07 浙江大学学习\n2011.07- 梅林乡科员"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if table.Active() != 2 {
		t.Errorf("on row %d, not on the empty one", table.Active())
	}
}

func TestTableKeepsWhatItCannotRead(t *testing.T) {
	rows := resume(data.ResumeSegment{From: 200709, To: 201107, Text: "学习"})
	table, w := resumeTable(t, rows)
	table.Edit(0, "until")
	write(w, "2011.13")
	press(w, fyne.KeyReturn)
	press(w, fyne.KeyReturn)
	if got := said(rows); got != "2007.09-2011.13 学习" {
		t.Errorf("%q", got)
	}
	if row, key := rows.Check(); row != 0 || key != "until" {
		t.Errorf("found wrong: %d %q", row, key)
	}
}

func TestTabGoesThroughAndOut(t *testing.T) {
	rows := resume(data.ResumeSegment{From: 200709, To: 201107, Text: "学习"})
	table, w := resumeTable(t, rows)
	c := w.Canvas()
	c.FocusNext()
	if table.Active() != 0 {
		t.Fatalf("Tab comes to row %d", table.Active())
	}
	for range 3 {
		c.FocusNext()
	}
	if table.Active() != 1 {
		t.Errorf("Tab goes on to row %d", table.Active())
	}
	c.FocusPrevious()
	if table.Active() != 0 {
		t.Errorf("Shift+Tab goes back to row %d", table.Active())
	}
}

func TestTableMovesInsertsRemoves(t *testing.T) {
	a, b := data.ResumeSegment{From: 200709, Text: "甲"}, data.ResumeSegment{From: 200809, Text: "乙"}
	rows := resume(a, b)
	table, w := resumeTable(t, rows)
	table.Edit(0, "text")
	table.MoveRow(1)
	if got := said(rows); got != "2008.09- 乙\n2007.09- 甲" || table.Active() != 1 {
		t.Errorf("moved: %q, on row %d", got, table.Active())
	}
	write(w, "丙")
	if got := rows.Drafts[1].Text("text"); got != "丙" {
		t.Errorf("typing after moving gives %q", got)
	}
	table.Insert()
	if rows.Len() != 3 || table.Active() != 1 {
		t.Errorf("%d rows, on row %d", rows.Len(), table.Active())
	}
	table.Remove()
	table.Remove()
	if got := said(rows); got != "2008.09- 乙" {
		t.Errorf("removed: %q", got)
	}
}

func TestTableLeavesRowsByClick(t *testing.T) {
	rows := resume(data.ResumeSegment{From: 200709, Text: "甲"}, data.ResumeSegment{From: 200809, Text: "乙"})
	table, w := resumeTable(t, rows)
	table.Edit(0, "since")
	write(w, "200609")
	test.TapCanvas(w.Canvas(), fyne.NewPos(300, 36+60))
	if table.Active() != 1 || rows.Drafts[0].Text("since") != "2006.09" {
		t.Errorf("on row %d, %q", table.Active(), said(rows))
	}
}
