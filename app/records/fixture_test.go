package records

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const month = data.Month(202610)

func label(list string, i int) string { return data.ListNamed(list).Items[i].Label }

func code(list string, i int) data.Code { return data.ListNamed(list).Items[i].Code }

// window is the stand-in for the window, with an eye for chips.
type window struct{ *desktest.Shell }

// room opens a room on a small county.
func room(t *testing.T, kinds ...*data.Kind) (*Workspace, *window) {
	t.Helper()
	return enter(t, storetest.Open(t, county()...), kinds...)
}

func enter(t *testing.T, db *store.Store, kinds ...*data.Kind) (*Workspace, *window) {
	t.Helper()
	d, shell := desktest.Over(t, db)
	w := New(d, "管理监督", kinds...)
	shell.Enter(w)
	return w, &window{shell}
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

// texts lists what stands on the screen.
func (w *window) texts() []string {
	var found []string
	w.Walk(func(o fyne.CanvasObject) {
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

// tap presses the button or chip whose words begin so; the topmost one.
func (w *window) tap(t *testing.T, words string) {
	t.Helper()
	var found fyne.Tappable
	w.Walk(func(o fyne.CanvasObject) {
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
	if err := png.Encode(f, w.Window.Capture()); err != nil {
		t.Fatal(err)
	}
}

func expect(t *testing.T, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
