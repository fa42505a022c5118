package unit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit/input"
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
