package intake

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store"
)

// enter opens the room on an empty database and reads a form for each title.
func enter(t *testing.T, titles ...string) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := desktest.Open(t)
	for i, title := range titles {
		file := lrmx.New()
		file.Set(lrmx.TagName, "王"+string(rune('甲'+i)))
		file.Set(lrmx.TagPost, title)
		if err := data.SaveFile(filepath.Join(shell.Dir, file.Get(lrmx.TagName)+".lrmx"), func(w io.Writer) error { return lrmx.Write(w, file) }); err != nil {
			t.Fatal(err)
		}
	}
	w := New(d)
	shell.Enter(w)
	w.Start(shell.Dir)
	return w, shell
}

func (m *model) titles() string {
	var list []string
	for _, l := range m.unsettled() {
		list = append(list, tick(l.on)+l.Title)
	}
	return strings.Join(list, " ")
}

func units(t *testing.T, w *Workspace) []string {
	t.Helper()
	found, err := store.Find[data.Unit](t.Context(), w.desk.Store)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, u := range found {
		names = append(names, u.Short)
	}
	return names
}

var three = []string{"清源县青石镇副镇长", "清源县水务集团董事长", "某单位帮忙"}

func TestSuggestionsStandUnitByUnit(t *testing.T) {
	w, _ := enter(t, three...)
	w.model.show(tabUnsettled)
	if got := w.model.titles(); got != "某单位帮忙 ✓清源县青石镇副镇长 ✓清源县水务集团董事长" {
		t.Error(got)
	}
	want := []string{"✓", "清源县青石镇副镇长", "＋ 青石镇", "镇", "副镇长", "乡科级副职", "副职", "✓", "1"}
	if got := w.model.rows[1].cells; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A click marks and unmarks; what names no unit cannot be marked.
func TestMarking(t *testing.T) {
	w, _ := enter(t, three...)
	w.model.show(tabUnsettled)
	w.clicked(0, "on")
	w.clicked(1, "on")
	w.clicked(2, "title")
	if got := w.model.titles(); got != "某单位帮忙 清源县青石镇副镇长 ✓清源县水务集团董事长" {
		t.Error(got)
	}
	w.markAll(true)
	if w.model.marked() != 2 {
		t.Error(w.model.titles())
	}
}

func TestCreatingWhatIsMarked(t *testing.T) {
	w, shell := enter(t, three...)
	w.model.show(tabUnsettled)
	w.clicked(1, "on")
	shell.Press(t, "全部按建议新建（1）")
	if got := w.model.titles(); got != "某单位帮忙 清源县青石镇副镇长" {
		t.Error(got)
	}
	shell.Press(t, "重新对应")
	if got := w.model.titles(); got != "某单位帮忙 ✓清源县青石镇副镇长 ✓清源县水务集团董事长" {
		t.Error(got)
	}
	if got := units(t, w); len(got) > 0 {
		t.Errorf("written before the import: %v", got)
	}
}

// Importing with titles that count nowhere is asked about; taking the import
// back takes back what it made.
func TestImportingAsksAboutTitles(t *testing.T) {
	w, shell := enter(t, three...)
	shell.Press(t, "导入 3 人")
	shell.Press(t, "取消")
	if w.model.change != "" {
		t.Fatal("imported all the same")
	}
	shell.Press(t, "导入 3 人")
	shell.Press(t, "按建议新建 2 个并导入")
	if got := units(t, w); !slices.Equal(got, []string{"青石镇", "县水务集团"}) {
		t.Errorf("%v %v", got, shell.Failed)
	}
	w.model.takeBack()
	if got := units(t, w); len(got) > 0 || len(shell.Failed) > 0 {
		t.Errorf("%v %v", got, shell.Failed)
	}
}

// A suggestion may be put right: another unit, another name.
func TestChangingASuggestion(t *testing.T) {
	w, shell := enter(t, three...)
	w.model.show(tabUnsettled)
	w.clicked(2, "on")
	w.model.create() // 青石镇 is now among the units
	w.model.show(tabUnsettled)
	l := w.line(0)
	if l.Title != "某单位帮忙" {
		t.Fatal(w.model.titles())
	}
	e := newEditor(w.model.proposal, l.Suggestion)
	if e.finish() {
		t.Error("a post without unit")
	}
	for _, u := range w.model.proposal.Units() {
		e.which.SetValue(u.ID)
		e.choose(u.ID)
	}
	e.post.Input("name").SetValue("党委副书记、镇长")
	if !e.finish() {
		t.Fatal("not finished")
	}
	w.model.changeLine(l, e.s)
	w.opened(0)
	shell.Press(t, "就这样新建")
	if got := w.model.rows[0].cells; got[2] != "青石镇" || got[4] != "党委副书记、镇长" || got[0] != "✓" {
		t.Errorf("%q", got)
	}
}

// Forms tell of today: what they are compared with does not depend on the
// month that happens to be shown.
func TestImportWhileLookingBack(t *testing.T) {
	w, shell := enter(t)
	file := lrmx.New()
	file.Set(lrmx.TagName, "王甲")
	file.Set(lrmx.TagPost, "清源县青石镇副镇长")
	file.Set(lrmx.TagResume, "2025.03--         清源县青石镇副镇长")
	if err := data.SaveFile(filepath.Join(shell.Dir, "王甲.lrmx"), func(w io.Writer) error { return lrmx.Write(w, file) }); err != nil {
		t.Fatal(err)
	}
	for _, month := range []data.Month{202610, 202406, 203001} {
		w.desk.At = month
		w.Start(shell.Dir)
		w.model.write()
	}
	if held, err := store.Find[data.Appointment](t.Context(), w.desk.Store); err != nil || len(held) != 1 {
		t.Errorf("%v: %d appointments, want 1", err, len(held))
	}
}
