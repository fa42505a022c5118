package records

import (
	"bytes"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// visitor is a record nobody has written code for.
type visitor struct {
	ID    string
	Cadre data.Ref  `label:"接待人" ref:"cadre" required:"" owner:""`
	Held  data.Date `label:"来访日期" required:"" moment:""`
}

// guest is the same record with one field more.
type guest struct {
	ID     string
	Cadre  data.Ref  `label:"接待人" ref:"cadre" required:"" owner:""`
	Held   data.Date `label:"来访日期" required:"" moment:""`
	Matter string    `label:"来访事由" max:"60" help:"一句话"`
}

// One line of a description is a field of the form, a column of the list, of
// the template and of the export, something to import and to filter by, and a
// line of the log.
func TestAFieldIsOneLine(t *testing.T) {
	before := describedPlaces[visitor](t, "")
	after := describedPlaces[guest](t, "反映道路问题")
	expect(t, before, "form:false column:false template:false export:false import:false filter:false log:false")
	expect(t, after, strings.ReplaceAll(before, "false", "true"))
}

// describedPlaces tells where the field “来访事由” of a record is found.
func describedPlaces[T any](t *testing.T, matter string) string {
	t.Helper()
	const name = "来访事由"
	kind, withdraw := data.Describe[T]("guest", "来访接待", "")
	defer withdraw()
	w, shell := enter(t, guestbook(t), kind)
	w.Add()
	w.editor.form.Input("cadre").SetValue("c1")
	w.editor.form.Input("held").SetValue("2026.10.08")
	inForm := w.editor.form.Input("matter") != nil
	if inForm {
		w.editor.form.Input("matter").SetValue(matter)
	}
	w.Save()
	w.Leave(func() {})
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	inColumns := slices.ContainsFunc(w.grid.Columns(), func(c grid.Column) bool { return c.Title == name && !c.Hidden })
	inFilter := w.list().Write(name+" 不为空") == nil
	w.list().clear()
	var template, export bytes.Buffer
	if err := sheet.Template(&template, kind); err != nil {
		t.Fatal(err)
	}
	if err := sheet.Export(t.Context(), &export, w.desk.Store, kind, w.list().pages.IDs, month); err != nil {
		t.Fatal(err)
	}
	p, err := sheet.ReadBlock(t.Context(), w.desk.Store, kind, nil, "接待人\t来访日期\t"+name+"\n单雨\t2026.10.09\t咨询", month)
	if err != nil {
		t.Fatal(err)
	}
	log, err := store.History(t.Context(), w.desk.Store, "c1")
	if err != nil || log[0].What != "新增来访接待" {
		t.Fatal(log, err)
	}
	after := log[0].Rows[0].After
	return places(
		"form", inForm, "column", inColumns, "template", inSheet(t, template.Bytes(), name), "export", inSheet(t, export.Bytes(), "反映道路问题"),
		"import", len(p.Unknown) == 0, "filter", inFilter, "log", after["matter"] == "反映道路问题",
	)
}

func places(pairs ...any) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		b.WriteString(pairs[i].(string) + ":" + map[bool]string{true: "true", false: "false"}[pairs[i+1].(bool)] + " ")
	}
	return strings.TrimSpace(b.String())
}

// inSheet reports whether a text stands in the first sheet of a workbook.
func inSheet(t *testing.T, raw []byte, text string) bool {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	found, err := book.SearchSheet(book.GetSheetName(0), text)
	if err != nil {
		t.Fatal(err)
	}
	return len(found) > 0
}

// guestbook is a county whose database has a table for the new kind: what a
// migration would do.
func guestbook(t *testing.T) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "县.db")
	db, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	raw, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	_, err = raw.ExecContext(t.Context(), `CREATE TABLE guest (id TEXT PRIMARY KEY, cadre TEXT NOT NULL REFERENCES cadre(id),
		held INTEGER NOT NULL DEFAULT 0, matter TEXT NOT NULL DEFAULT '')`)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Put(t, db, county()...)
	return db
}
