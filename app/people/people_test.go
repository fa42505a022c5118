package people

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
	"huoshui/data/keys"
	"huoshui/data/store"
	"huoshui/data/vault"
)

func TestMain(m *testing.M) {
	keys.Cheapen()
	m.Run()
}

const password = "Chunjiang-2026"

// shown is the page of 张三, who does everything, in a window of the test driver.
func shown(t *testing.T) (*Workspace, string, fyne.Canvas) {
	t.Helper()
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	db := filepath.Join(t.TempDir(), "县.db")
	s, _, err := vault.Make(t.Context(), db, "张三", password, keys.Working())
	if err != nil {
		t.Fatal(err)
	}
	window := kittest.Window(t, kit.NewParagraph("", kit.ColorText), 1366, 697)
	w := New(desk.Inline{}, window.Canvas)
	w.Session = s
	window.SetContent(w.Content())
	w.Refresh()
	return w, db, window.Canvas()
}

func states(w *Workspace) string {
	var list []string
	for _, p := range w.people {
		list = append(list, p.Name+" "+keys.Words(p.Roles)+" "+string(w.Session.State(p)))
	}
	return strings.Join(list, "；")
}

// A person is added in the window, chooses his password, is confirmed with the code he
// tells, and goes again.
func TestAPersonComesAndGoes(t *testing.T) {
	w, db, c := shown(t)
	rekeyed := 0
	w.OnRekey = func() { rekeyed++ }
	w.askAdd()
	test.Type(c.Focused(), "李四")
	kittest.Press(t, c, fyne.KeyReturn) // on to the roles
	answer(t, c, "加入")
	text := question(t, c)
	first := text[strings.LastIndex(text, "\n")+1:]
	answer(t, c, "知道了")
	if got := states(w); got != "张三 录入、审核、查阅、系统管理、安全审计 可以使用；李四 查阅 待本人改口令" {
		t.Fatal(got)
	}
	check, err := vault.SetPassword(db, "李四", first, "Bb-four-5566", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	w.list.Select(1)
	w.askConfirm()
	test.Type(c.Focused(), "0000-0000")
	answer(t, c, "确认")
	if text := question(t, c); !strings.Contains(text, "核对码") {
		t.Errorf("a wrong code: %s", text)
	}
	answer(t, c, "知道了")
	w.askConfirm()
	test.Type(c.Focused(), check)
	answer(t, c, "确认")
	if got := states(w); !strings.HasSuffix(got, "李四 查阅 可以使用") {
		t.Error(got)
	}
	if _, err := vault.Login(t.Context(), db, "李四", "Bb-four-5566", time.Now()); err != nil {
		t.Error(err)
	}
	w.list.Select(1)
	w.askRemove()
	answer(t, c, "移除")
	if got := states(w); strings.Contains(got, "李四") || rekeyed != 1 {
		t.Errorf("%s, key changed %d times", got, rekeyed)
	}
	w.list.Select(0)
	w.askRemove()
	answer(t, c, "移除")
	if text := question(t, c); !strings.Contains(text, "张三") {
		t.Errorf("the last one: %s", text)
	}
}

// answer gives an answer to the question on the screen.
func answer(t *testing.T, c fyne.Canvas, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if b, ok := o.(*kit.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no answer %s", text)
}

// question is the text of the question on the screen.
func question(t *testing.T, c fyne.Canvas) (text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if p, ok := o.(*kit.Paragraph); ok {
			text += p.Text()
		}
	}
	return text
}
