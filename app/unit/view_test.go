package unit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit/input"
	"huoshui/data"
)

func TestTheRoomShowsUnitsAndPosts(t *testing.T) {
	w, shell := enter(t, county()...)
	w.units.Select(2)
	for _, want := range []string{"　青石镇", "3/6", "党委副书记、镇长", "单雨、王静思、欧…", "机构职位", "清源县青石镇　班子实配 3/5　全部 3/6"} {
		if !shell.Shows(want) {
			t.Errorf("%q is not there: %v", want, shell.Texts())
		}
	}
	w.Open("u3")
	if w.units.CursorRow() != 0 || !shell.Shows("党组书记、局长") {
		t.Error("the unit asked for is not looked at")
	}
}

func TestAnEmptyDatabaseSaysWhatToDo(t *testing.T) {
	w, shell := enter(t)
	if w.units.Empty == "" || w.feet[0].Visible() {
		t.Error("nothing is said")
	}
	shell.Press(t, "新增机构")
	if !shell.Shows("简称") {
		t.Errorf("no form: %v", shell.Texts())
	}
}

// Enter opens the post; a click on the names, the people.
func TestOpening(t *testing.T) {
	w, shell := enter(t, county()...)
	w.Open("u1")
	w.posts.Select(0)
	w.posts.OnCell(0, columnHolders)
	w.posts.OnOpen(0)
	if !slices.Equal(shell.Opened, []string{"c1"}) {
		t.Errorf("opened %v", shell.Opened)
	}
	w.posts.Select(2)
	w.posts.OnCell(2, columnHolders)
	w.posts.OnOpen(2)
	if !slices.Equal(shell.Opened, []string{"c1", "青石镇 副镇长"}) {
		t.Errorf("listed %v", shell.Opened)
	}
	w.posts.Select(1)
	w.posts.OnOpen(1)
	if !shell.Shows("修改职位") || !shell.Shows("管理权限") {
		t.Error("no form for the post")
	}
}

// A form that lacks something stays; filled in, it is kept.
func TestAddingAPost(t *testing.T) {
	w, shell := enter(t, county()...)
	w.Open("u2")
	shell.Press(t, "新增职位")
	shell.Press(t, "保存")
	if !shell.Shows("请填写“职位名称”") {
		t.Fatalf("a post without name: %v", shell.Texts())
	}
	typeInto(t, shell, "职位名称", "党委书记")
	shell.Press(t, "保存")
	if shell.Window.Overlays().Top() != nil || w.model.rows() != "党委书记 0/1 " {
		t.Errorf("%s %v", w.model.rows(), shell.Failed)
	}
}

func TestCopyingInTheWindow(t *testing.T) {
	w, shell := enter(t, county()...)
	w.Open("u2")
	shell.Press(t, "照某机构设职位")
	shell.Press(t, "设这些职位")
	if len(w.model.posts) != 1 || len(shell.Failed) > 0 {
		t.Errorf("%s %v", w.model.rows(), shell.Failed)
	}
}

func TestRemovingIsAskedFirst(t *testing.T) {
	w, shell := enter(t, county()...)
	w.Open("u1")
	w.posts.Select(3)
	w.askRemovePost()
	if len(w.model.posts) != 4 {
		t.Fatal("removed without asking")
	}
	shell.Press(t, "删除")
	if len(w.model.posts) != 3 {
		t.Errorf("%s %v", w.model.rows(), shell.Failed)
	}
	w.unitMenu()
	if items := w.postMenu(); items[0].Label != "修改职位" || items[1].Label != "打开 单雨" {
		t.Errorf("%s %s", items[0].Label, items[1].Label)
	}
}

// typeInto types into the field with a label.
func typeInto(t *testing.T, shell *desktest.Shell, label, text string) {
	t.Helper()
	found := false
	shell.Walk(func(o fyne.CanvasObject) {
		if f, ok := o.(*input.Text); ok && f.Label == label && !found {
			found = true
			f.SetValue(text)
		}
	})
	if !found {
		t.Fatalf("no field %q", label)
	}
}

// A unit renamed from a month on keeps its old name in the months before, and is
// found by either; the old name can be taken out of its history again.
func TestRenamingAUnit(t *testing.T) {
	w, shell := enter(t, county()...)
	rename := func(short, answer string) {
		t.Helper()
		w.Open("u3")
		w.editUnit()
		typeInto(t, shell, "简称", short)
		typeInto(t, shell, "机构名称", "清源"+short)
		shell.Press(t, "保存")
		shell.Press(t, answer)
	}
	at := func(month data.Month) string {
		t.Helper()
		w.desk.At = month
		w.Refresh()
		return w.model.unit().Short
	}
	rename("县财政和国资局", "从这个月起")
	if was, is := at(202609), at(202610); was != "县财政局" || is != "县财政和国资局" || len(shell.Failed) > 0 {
		t.Errorf("2026.09 %s, 2026.10 %s, %v", was, is, shell.Failed)
	}
	w.model.find("县财政局")
	if len(w.model.tree) != 1 {
		t.Error("not found by its former name")
	}
	rename("县财政国资局", "一直以来就应如此") // the latest name was misspelt
	if was, is := at(202609), at(202610); was != "县财政局" || is != "县财政国资局" {
		t.Errorf("corrected: 2026.09 %s, 2026.10 %s", was, is)
	}
	w.showPast()
	if !shell.Shows("清源县财政局") || !shell.Shows("2026.10") {
		t.Errorf("history: %v", shell.Texts())
	}
	shell.Press(t, "删除这一条")
	if was := at(202609); was != "县财政国资局" {
		t.Errorf("after its former name was deleted: %s", was)
	}
}
