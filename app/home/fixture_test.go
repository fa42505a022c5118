package home

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// window is the shell of the tests: it remembers where it was asked to go.
type window struct {
	canvas  fyne.Canvas
	figures []string
	titles  []string
	queries []criteria.Query
	failed  []error
	imports int
}

func (w *window) Canvas() fyne.Canvas                     { return w.canvas }
func (w *window) OpenCadre(string)                        {}
func (w *window) MakePapers(string, *data.Kind, []string) {}
func (w *window) OpenFigure(id string)                    { w.figures = append(w.figures, id) }
func (w *window) NewCadre()                               {}
func (w *window) OpenImport(...string)                    { w.imports++ }
func (w *window) Say(kit.NoticeKind, string)              {}
func (w *window) Fail(err error)                          { w.failed = append(w.failed, err) }
func (w *window) Changed()                                {}
func (w *window) OpenPeople(title string, q criteria.Query) {
	w.titles, w.queries = append(w.titles, title), append(w.queries, q)
}

const october = data.Month(202610)

func newDesk(db *store.Store) (*desk.Desk, *window) {
	w := &window{}
	return &desk.Desk{
		Store: db, User: "科长", At: october, Shell: w, Run: desk.Inline{},
		Now: func() time.Time { return time.Date(2026, 10, 9, 9, 0, 0, 0, time.UTC) },
	}, w
}

func emptyStore(t testing.TB) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "测试.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func (w *window) OpenQuery(title string, q criteria.Query) { w.OpenPeople(title, q) }
