package records

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// window is the shell of the tests: it remembers what it was asked for, and
// answers every question for a file with a path of its own.
type window struct {
	canvas  fyne.Canvas
	dir     string
	opened  []string
	said    []string
	failed  []error
	changed int
}

func (w *window) Canvas() fyne.Canvas                     { return w.canvas }
func (w *window) OpenCadre(id string)                     { w.opened = append(w.opened, id) }
func (w *window) OpenPeople(string, criteria.Query)       {}
func (w *window) OpenQuery(string, criteria.Query)        {}
func (w *window) MakePapers(string, *data.Kind, []string) {}
func (w *window) OpenFigure(string)                       {}
func (w *window) NewCadre()                               {}
func (w *window) OpenImport(...string)                    {}
func (w *window) Say(_ kit.NoticeKind, text string)       { w.said = append(w.said, text) }
func (w *window) Fail(err error)                          { w.failed = append(w.failed, err) }
func (w *window) Changed()                                { w.changed++ }
func (w *window) Save(_, name string, do func(string))    { do(filepath.Join(w.dir, name)) }
func (w *window) Open(string, []string, func([]string))   {}
func (w *window) Folder(string, func(string))             {}

const month = data.Month(202610)

func label(list string, i int) string { return data.ListNamed(list).Items[i].Label }

func code(list string, i int) data.Code { return data.ListNamed(list).Items[i].Code }

// room opens a room on a small county, in a window of 1366×768.
func room(t *testing.T, kinds ...*data.Kind) (*Workspace, *window) {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	put(t, db, county()...)
	return enter(t, db, kinds...)
}

func enter(t *testing.T, db *store.Store, kinds ...*data.Kind) (*Workspace, *window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	win := test.NewTempWindow(t, nil)
	win.SetPadded(false)
	c := win.Canvas()
	t.Cleanup(func() { kit.Forget(c) })
	shell := &window{canvas: c, dir: t.TempDir()}
	d := &desk.Desk{
		Store: db, User: "录入员", At: month, Shell: shell, Files: shell, Run: desk.Inline{},
		Now: func() time.Time { return time.Date(2026, 10, 9, 9, 0, 0, 0, time.UTC) },
	}
	w := New(d, "管理监督", kinds...)
	win.SetContent(w.Content())
	win.Resize(fyne.NewSize(1214, 690))
	w.Refresh()
	return w, shell
}

func county() []any {
	records := []any{
		&data.Unit{ID: "u1", Name: "清源县白鹿镇人民政府", Short: "白鹿镇", Kind: "31"},
		&data.Cadre{ID: "c1", Name: "单雨", Sex: "2", Birth: 198904},
		&data.Cadre{ID: "c2", Name: "王伟", Sex: "1", Birth: 199001},
		&data.Cadre{ID: "c3", Name: "王伟", Sex: "1", Birth: 198507},
		&data.Appointment{Cadre: "c1", Unit: "u1", Title: "白鹿镇副镇长", Main: true, Since: 202201},
		&data.Class{ID: "k1", Name: "第三期中青班", Kind: code("class_kind", 0), Start: 20250301},
		&data.Seat{Class: "k1", Cadre: "c1", Hours: 40},
		&data.Posting{ID: "g1", Cadre: "c1", Kind: code("posting_kind", 0), Sender: "县委办", Receiver: "白鹿镇", Since: 202001, Until: 202201},
		&data.Posting{ID: "g2", Cadre: "c2", Kind: code("posting_kind", 0), Sender: "县委办", Receiver: "白鹿镇", Since: 202601},
		&data.Warning{ID: "w1", Unit: "u1", Held: 20260303, Kind: code("warning_kind", 0), Topic: "以案四说"},
	}
	for i := range 30 {
		records = append(records, &data.Talk{
			ID: fmt.Sprintf("t%02d", i), Cadre: data.Ref([]string{"c1", "c2", "c3"}[i%3]),
			Held: data.MakeDate(2026, i%9+1, i%28+1), Kind: code("talk_kind", i%2), Who: "周书记", Content: "谈思想、工作和家庭情况",
		})
	}
	return records
}

func put(t *testing.T, db *store.Store, records ...any) {
	t.Helper()
	_, err := db.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error {
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
}

// texts lists what stands on the screen.
func (w *window) texts() []string {
	var found []string
	w.walk(func(o fyne.CanvasObject) {
		if t, ok := o.(interface{ Texts() []string }); ok {
			found = append(found, t.Texts()...)
		}
		switch o := o.(type) {
		case *kit.Button:
			found = append(found, o.Text)
		case *kit.Chip:
			found = append(found, o.Text)
		}
	})
	return found
}

func (w *window) walk(each func(fyne.CanvasObject)) {
	tops := append([]fyne.CanvasObject{w.canvas.Content()}, w.canvas.Overlays().List()...)
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		each(o)
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
	for _, top := range tops {
		look(top)
	}
}

// tap presses the button or chip whose words begin so; the topmost one.
func (w *window) tap(t *testing.T, words string) {
	t.Helper()
	var found fyne.Tappable
	w.walk(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Button:
			if strings.HasPrefix(o.Text, words) {
				found = o
			}
		case *kit.Chip:
			if strings.HasPrefix(o.Text, words) {
				found = o
			}
		}
	})
	if found == nil {
		t.Fatalf("no %q among %v", words, w.texts())
	}
	test.Tap(found)
}

// sees reports whether a button or chip begins so.
func (w *window) sees(words string) bool {
	return slices.ContainsFunc(w.texts(), func(text string) bool { return strings.HasPrefix(text, words) })
}

// picture keeps what the window shows where HUOSHUI_PICTURES says.
func (w *window) picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("HUOSHUI_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.canvas.Capture()); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
