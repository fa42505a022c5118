package unit

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// window is the shell of the tests: it remembers what it was asked for.
type window struct {
	canvas  fyne.Canvas
	opened  []string
	people  []string // titles of lists
	failed  []error
	changed int
}

func (w *window) Canvas() fyne.Canvas                       { return w.canvas }
func (w *window) OpenCadre(id string)                       { w.opened = append(w.opened, id) }
func (w *window) OpenPeople(title string, _ criteria.Query) { w.people = append(w.people, title) }
func (w *window) OpenQuery(string, criteria.Query)          {}
func (w *window) MakePapers(string, *data.Kind, []string)   {}
func (w *window) OpenFigure(string)                         {}
func (w *window) OpenImport(...string)                      {}
func (w *window) Say(kit.NoticeKind, string)                {}
func (w *window) Fail(err error)                            { w.failed = append(w.failed, err) }
func (w *window) NewCadre()                                 {}
func (w *window) Changed()                                  { w.changed++ }

const month = data.Month(202610)

// open makes a database of a small county: a folder with a town and a
// township, a bureau, and one that was abolished.
func open(t *testing.T, records ...any) (*desk.Desk, *window) {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "测试.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	_, err = db.Change(t.Context(), store.Act{Who: "测试", What: "准备"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := tx.Put(t.Context(), r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	w := &window{}
	return &desk.Desk{
		Store: db, User: "录入员", At: month, Shell: w, Run: desk.Inline{},
		Now: func() time.Time { return time.Date(2026, 10, 9, 9, 0, 0, 0, time.UTC) },
	}, w
}

func county() []any {
	return []any{
		&data.Unit{ID: "f", Name: "乡镇（街道）", Short: "乡镇（街道）", Kind: folder, Sort: 20},
		&data.Unit{ID: "u1", Name: "清源县青石镇", Short: "青石镇", Kind: "31", Parent: "f", Sort: 1},
		&data.Unit{ID: "u2", Name: "清源县白鹿乡", Short: "白鹿乡", Kind: "32", Parent: "f", Sort: 2},
		&data.Unit{ID: "u3", Name: "清源县财政局", Short: "县财政局", Kind: "22", Sort: 10},
		&data.Unit{ID: "u4", Name: "清源县粮食局", Short: "县粮食局", Kind: "22", Sort: 11, Until: 201903},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Key: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "党委副书记、镇长", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 2},
		&data.Post{ID: "p3", Unit: "u1", Name: "副镇长", Approved: 3, Level: "1A42", Rank: "2", Managed: "2", Team: true, Sort: 3},
		&data.Post{ID: "p4", Unit: "u1", Name: "科员", Approved: 1, Managed: "3", Sort: 4},
		&data.Post{ID: "p5", Unit: "u1", Name: "工业办主任", Approved: 1, Managed: "3", Sort: 5, Until: 202001},
		&data.Post{ID: "p6", Unit: "u3", Name: "党组书记、局长", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Sort: 1},
		&data.Cadre{ID: "c1", Name: "沈嘉怡"}, &data.Cadre{ID: "c2", Name: "单雨"}, &data.Cadre{ID: "c3", Name: "王静思"}, &data.Cadre{ID: "c4", Name: "欧阳文"},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p1", Title: "青石镇党委书记", Main: true, Since: 202305},
		&data.Appointment{Cadre: "c2", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Main: true, Since: 202305},
		&data.Appointment{Cadre: "c3", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Main: true, Since: 202605},
		&data.Appointment{Cadre: "c4", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Since: 202605, How: "5"},
		&data.Appointment{Cadre: "c4", Unit: "u3", Post: "p6", Title: "县财政局局长", Main: true, Since: 201905},
	}
}

// silent makes a model nobody looks at.
func silent(d *desk.Desk) *model {
	m := newModel(d)
	m.read()
	return m
}

// enter opens the room in a window.
func enter(t *testing.T, records ...any) (*Workspace, *window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	if err := kit.Chinese(); err != nil {
		t.Fatal(err)
	}
	d, shell := open(t, records...)
	w := New(d)
	win := test.NewTempWindow(t, nil)
	win.SetPadded(false)
	shell.canvas = win.Canvas()
	win.SetContent(w.Content())
	win.Resize(fyne.NewSize(1214, 690))
	w.Refresh()
	return w, shell
}

// walk visits everything that is seen, dialogs first.
func walk(shell *window, visit func(fyne.CanvasObject)) {
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		visit(o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				look(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				look(child)
			}
		}
	}
	if top := shell.canvas.Overlays().Top(); top != nil {
		look(top)
	}
	look(shell.canvas.Content())
}

func texts(shell *window) map[string]bool {
	seen := map[string]bool{}
	walk(shell, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			seen[text.Text] = true
		}
	})
	return seen
}

// press presses the button with these words, the one in a dialog first.
func press(t *testing.T, shell *window, text string) {
	t.Helper()
	var found *kit.Button
	walk(shell, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == text && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q in %v", text, texts(shell))
	}
	test.Tap(found)
}
