// Package desktest stands in for the window in tests of workspaces.
package desktest

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// Shell remembers what a workspace asked of the window, and answers every
// question for files with Paths or a place in Dir.
type Shell struct {
	Window  fyne.Canvas
	Dir     string
	Paths   []string
	Said    []string
	Failed  []error
	Opened  []string // IDs of cadres, figures and what papers are made of, titles of lists, 导入 for an import
	Queries []criteria.Query
	Changes int
	Saving  desk.SaveState

	window fyne.Window
	room   desk.Workspace
}

var (
	_ desk.Shell = (*Shell)(nil)
	_ desk.Files = (*Shell)(nil)
)

// Late is a runner that keeps work until the test lets it go, in any order.
type Late struct{ Waiting []func() }

// Go implements desk.Runner.
func (l *Late) Go(work, done func()) {
	l.Waiting = append(l.Waiting, func() { desk.Away(work); done() })
}

// Flush runs all waiting work in order, and the work that follows from it.
func (l *Late) Flush() {
	for len(l.Waiting) > 0 {
		next := l.Waiting[0]
		l.Waiting = l.Waiting[1:]
		next()
	}
}

// Open makes a desk over a new database with the given records.
func Open(t testing.TB, records ...any) (*desk.Desk, *Shell) {
	t.Helper()
	return Over(t, storetest.Open(t, records...))
}

// Over makes a desk over a database, on 9 October 2026, in an empty window as
// large as a workspace on a 1366×768 screen. The store is guarded (Guard).
func Over(t testing.TB, db *store.Store) (*desk.Desk, *Shell) {
	t.Helper()
	Guard(t, db)
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	if err := kit.Chinese(); err != nil {
		t.Fatal(err)
	}
	window := test.NewTempWindow(t, nil)
	window.SetPadded(false)
	canvas := window.Canvas()
	t.Cleanup(func() { kit.Forget(canvas) })
	s := &Shell{Window: canvas, Dir: t.TempDir(), window: window}
	d := desk.New(db)
	d.User, d.At, d.Shell, d.Files, d.Run = "录入员", 202610, s, s, desk.Inline{}
	d.Now = func() time.Time { return time.Date(2026, 10, 9, 9, 0, 0, 0, time.UTC) }
	return d, s
}

// Enter shows a workspace in the window, as when a user opens it.
func (s *Shell) Enter(w desk.Workspace) {
	s.Stand(w)
	s.window.SetContent(w.Content())
	s.window.Resize(fyne.NewSize(1214, 690))
	w.Refresh()
}

// Stand makes a workspace the current one without a window.
func (s *Shell) Stand(w desk.Workspace) { s.room = w }

// Canvas implements desk.Shell.
func (s *Shell) Canvas() fyne.Canvas { return s.Window }

// OpenCadre implements desk.Shell.
func (s *Shell) OpenCadre(id string) { s.Opened = append(s.Opened, id) }

// NewCadre implements desk.Shell.
func (s *Shell) NewCadre() { s.Opened = append(s.Opened, "") }

// OpenPeople implements desk.Shell.
func (s *Shell) OpenPeople(title string, q criteria.Query) { s.OpenQuery(title, q) }

// OpenQuery implements desk.Shell.
func (s *Shell) OpenQuery(title string, q criteria.Query) {
	s.Opened, s.Queries = append(s.Opened, title), append(s.Queries, q)
}

// OpenFigure implements desk.Shell.
func (s *Shell) OpenFigure(id string) { s.Opened = append(s.Opened, id) }

// MakePapers implements desk.Shell.
func (s *Shell) MakePapers(_ string, _ *data.Kind, ids []string) { s.Opened = append(s.Opened, ids...) }

// OpenImport implements desk.Shell.
func (s *Shell) OpenImport(...string) { s.Opened = append(s.Opened, "导入") }

// Say implements desk.Shell.
func (s *Shell) Say(_ kit.NoticeKind, text string) { s.Said = append(s.Said, text) }

// Fail implements desk.Shell.
func (s *Shell) Fail(err error) { s.Failed = append(s.Failed, err) }

// Changed implements desk.Shell.
func (s *Shell) Changed([]store.Changed) { s.Changes++ }

// TakenBack implements desk.Shell.
func (s *Shell) TakenBack(changes []store.Changed) {
	switch room := s.room.(type) {
	case desk.Watcher:
		room.OnChanged(changes)
	case desk.Workspace:
		room.Refresh()
	}
}

// ShowSaving implements desk.Shell.
func (s *Shell) ShowSaving(state desk.SaveState) { s.Saving = state }

// Open implements desk.Files.
func (s *Shell) Open(_ string, _ []string, picked func([]string)) { picked(s.Paths) }

// Folder implements desk.Files.
func (s *Shell) Folder(_ string, picked func(string)) { picked(s.Dir) }

// Save implements desk.Files.
func (s *Shell) Save(_, name string, picked func(string)) { picked(filepath.Join(s.Dir, name)) }
