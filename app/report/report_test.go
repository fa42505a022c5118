package report

import (
	"errors"
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
	"huoshui/data/criteria"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// enter opens the room on two townships with three cadres: 江文 and 石磊 are
// principals, 方圆 is a deputy born in 1996.
func enter(t *testing.T) (*Workspace, *desktest.Shell, string) {
	t.Helper()
	d, shell := desktest.Open(
		t, &data.Setting{Key: data.SettingLevel, Value: "县"}, &data.Setting{Key: data.SettingPlace, Value: "清源县"},
		&data.Unit{ID: "u1", Name: "白鹿乡", Short: "白鹿乡", Kind: "32", Sort: 1},
		&data.Unit{ID: "u2", Name: "青石镇", Short: "青石镇", Kind: "31", Sort: 2},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副乡长", Approved: 1, Level: "1A42", Rank: "2", Managed: "2", Team: true, Sort: 2},
		&data.Post{ID: "p3", Unit: "u2", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 1},
		&data.Cadre{ID: "c1", Name: "江文", Sex: "1", Birth: 198801, WorkStart: 201001},
		&data.Cadre{ID: "c2", Name: "方圆", Sex: "2", Birth: 199603, WorkStart: 201801},
		&data.Cadre{ID: "c3", Name: "石磊", Sex: "1", Birth: 196805, WorkStart: 199001},
		&data.Appointment{Cadre: "c1", Post: "p1", Title: "白鹿乡党委书记", Since: 202401, How: "1", Main: true},
		&data.Appointment{Cadre: "c2", Post: "p2", Title: "白鹿乡副乡长", Since: 202401, How: "1", Main: true},
		&data.Appointment{Cadre: "c3", Post: "p3", Title: "青石镇党委书记", Since: 202001, How: "1", Main: true},
	)
	w := New(d)
	shell.Enter(w)
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	return w, shell, shell.Dir
}

// A paper there is nothing to tell in says so where it would stand; another team
// can still be chosen.
func TestNothingToTell(t *testing.T) {
	w, shell, _ := enter(t)
	w.Show("letter")
	if text := w.model.empty(); !strings.Contains(text, "尚未设目标") || len(shell.Failed) > 0 {
		t.Errorf("%q, failed %v", text, shell.Failed)
	}
	if len(w.model.choices) != 2 {
		t.Errorf("%d teams to choose", len(w.model.choices))
	}
}

// Every sort is shown, or says what it lacks, and nothing fails.
func TestEverySortOfPaperIsShown(t *testing.T) {
	w, shell, _ := enter(t)
	for _, s := range report.Sorts() {
		w.Show(s.Name)
		if w.model.sort != s || w.model.paper == nil && w.model.empty() == "" {
			t.Errorf("%s: %q", s.Label, w.model.empty())
		}
		if w.model.paper != nil && w.preview.Pages() < 1 {
			t.Errorf("%s has no page", s.Label)
		}
	}
	if len(shell.Failed) > 0 {
		t.Error(shell.Failed)
	}
}

func TestConditionsNarrowTheRoster(t *testing.T) {
	w, _, _ := enter(t)
	w.Show("roster")
	if text := w.model.paper.Text(); !strings.Contains(text, "共 3 人") {
		t.Error(text)
	}
	w.model.Add(criteria.MustParse("年龄 < 40"))
	if text := w.model.paper.Text(); !strings.Contains(text, "共 2 人") || strings.Contains(text, "石磊") {
		t.Error(text)
	}
}

func TestOneIsChosenAmongCadres(t *testing.T) {
	w, _, _ := enter(t)
	w.Show("growth")
	if len(w.model.choices) != 3 || w.model.of() != "江文" || !strings.Contains(w.model.paper.Title, "江文") {
		t.Errorf("%v %s", w.model.choices, w.model.of())
	}
	w.picker.SetValue("c3")
	w.picker.OnChanged("c3")
	if !strings.Contains(w.model.paper.Title, "石磊") || w.model.fileName(".docx") != "成长档案（石磊，2026.10）.docx" {
		t.Errorf("%s %s", w.model.paper.Title, w.model.fileName(".docx"))
	}
	w.model.setAbout(report.AboutTeam)
	if !strings.Contains(w.model.paper.Title, "白鹿乡") {
		t.Error(w.model.paper.Title)
	}
}

// What was selected in the roster comes along, and stays for other papers until
// it is dropped.
func TestPeopleHandedOver(t *testing.T) {
	w, _, _ := enter(t)
	w.Take("", data.CadreKind, []string{"c3", "c2"})
	if text := w.model.paper.Text(); w.model.sort.Name != "roster" || !strings.Contains(text, "共 2 人") || strings.Contains(text, "江文") {
		t.Errorf("%s: %s", w.model.sort.Name, text)
	}
	w.Show("photos")
	if text := w.model.paper.Text(); !strings.Contains(text, "石磊") || strings.Contains(text, "江文") {
		t.Error(text)
	}
	w.model.dropPicked()
	if text := w.model.paper.Text(); !strings.Contains(text, "江文") {
		t.Error(text)
	}
	w.Take("form", data.CadreKind, []string{"c2"})
	if w.model.sort.Name != "form" || w.model.about != report.AboutCadre || w.model.of() != "方圆" {
		t.Errorf("%s %d %s", w.model.sort.Name, w.model.about, w.model.of())
	}
	w.Take("", data.UnitKind, []string{"u2"})
	if w.model.about != report.AboutTeam || w.model.of() != "青石镇" {
		t.Errorf("%s %d %s", w.model.sort.Name, w.model.about, w.model.of())
	}
}

func TestSavedUnderAProposedName(t *testing.T) {
	w, shell, dir := enter(t)
	w.Show("roster")
	for _, end := range w.model.sort.Ends() {
		w.askSave(end)
		if info, err := os.Stat(filepath.Join(dir, "干部名册（2026.10）"+end)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", end, err)
		}
	}
	if len(shell.Failed) > 0 || len(shell.Said) == 0 || !strings.HasPrefix(shell.Said[len(shell.Said)-1], "已存为") {
		t.Error(shell.Failed, shell.Said)
	}
	if looks := desktest.Looked(t, w.desk); len(looks) != len(w.model.sort.Ends()) || looks[0] != "导出 干部名册 3" {
		t.Errorf("%q", looks)
	}
}

func TestOnePaperEach(t *testing.T) {
	w, shell, dir := enter(t)
	w.Show("growth")
	var opened string
	w.OnOpenFolder = func(path string) error {
		opened = path
		return errors.New("没有文件管理器")
	}
	w.batch(dir, ".docx")
	names, err := filepath.Glob(filepath.Join(dir, "成长档案（2026.10）", "*.docx"))
	if err != nil || len(names) != 3 || filepath.Base(names[0]) != "1 成长档案（江文，2026.10）.docx" {
		t.Fatal(names, err)
	}
	if looks := desktest.Looked(t, w.desk); !slices.Equal(looks, []string{"导出 成长档案 3"}) {
		t.Errorf("%q", looks)
	}
	tapAnswer(t, shell.Window, "打开文件夹")
	if opened != filepath.Join(dir, "成长档案（2026.10）") || len(shell.Failed) != 1 {
		t.Error(opened, shell.Failed)
	}
}

// tapAnswer gives an answer to the question on the screen.
func tapAnswer(t *testing.T, c fyne.Canvas, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no answer %s", text)
}

func TestTheTextIsEditedAndKept(t *testing.T) {
	w, shell, _ := enter(t)
	w.Edit()
	d := &w.draft.model
	d.text.Lines, d.line = d.text.Lines[:2], 0
	w.draft.update()
	w.draft.text.SetValue("{地区}的汇报")
	w.draft.edited()
	if got := w.draft.reads.Text(); got != "清源县的汇报" || !d.changed() {
		t.Error(got)
	}
	w.draft.text.SetValue("{地区的汇报")
	w.draft.edited()
	w.Save()
	if !strings.Contains(w.draft.text.Problem(), "没有对应的 }") || len(storetest.All[data.Template](t, w.desk.Store)) != 0 {
		t.Errorf("%q", w.draft.text.Problem())
	}
	w.draft.text.SetValue("{地区}的{本级}汇报")
	w.draft.edited()
	w.draft.drop(1)
	w.Save()
	kept := storetest.All[data.Template](t, w.desk.Store)
	if len(kept) != 1 || kept[0].Since != 202610 || !strings.HasPrefix(string(kept[0].Text), "= {地区}的汇报\n") {
		t.Fatal(kept, shell.Said)
	}
	if d.changed() || shell.Changes != 1 {
		t.Error(d.changed(), shell.Changes)
	}
	w.Show("work")
	if w.model.paper.Title != "清源县的汇报" {
		t.Error(w.model.paper.Title)
	}
}

// Whoever saves on the way out is let go once it is saved.
func TestLeavingWaitsForTheTextToBeSaved(t *testing.T) {
	w, shell, _ := enter(t)
	w.Edit()
	w.draft.text.SetValue("{地区}的汇报")
	w.draft.edited()
	run, left := &desktest.Late{}, false
	w.desk.Run = run
	w.Leave(func() { left = true })
	if shell.Press(t, "保存"); left || len(run.Waiting) != 1 {
		t.Fatal("left before anything was saved")
	}
	run.Waiting[0]()
	if !left || len(storetest.All[data.Template](t, w.desk.Store)) != 1 {
		t.Error("not left, or not saved")
	}
}

func TestParagraphsAreMovedAddedAndRemoved(t *testing.T) {
	w, _, _ := enter(t)
	w.Edit()
	d := &w.draft.model
	n, first := len(d.text.Lines), d.text.Lines[0].Text
	d.line = 0
	d.move(-1)
	d.move(1)
	if d.text.Lines[1].Text != first || d.line != 1 {
		t.Error(d.text.Lines[1].Text, d.line)
	}
	d.add()
	if len(d.text.Lines) != n+1 || d.line != 2 || d.current().Mark != "" {
		t.Error(len(d.text.Lines), d.line)
	}
	w.draft.put("{地区}")
	if got := d.current().Text; !strings.Contains(got, "{地区}") {
		t.Error(got)
	}
	d.remove()
	d.restore()
	if d.changed() || len(d.text.Lines) != n {
		t.Error("restoring leaves a change")
	}
}

// Unsaved text is not lost without a word.
func TestUnsavedTextAsks(t *testing.T) {
	w, shell, _ := enter(t)
	left := 0
	w.Leave(func() { left++ })
	w.Edit()
	w.Leave(func() { left++ })
	w.draft.model.add()
	w.Leave(func() { left++ })
	if left != 2 {
		t.Fatal(left)
	}
	tapAnswer(t, shell.Window, "不保存")
	if left != 3 || w.draft.model.changed() || len(storetest.All[data.Template](t, w.desk.Store)) != 0 {
		t.Error(left)
	}
}
