package app

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

const lockPassword = "Chunjiang-2026"

// lockable is a program with an encrypted database in a window of the test driver.
func lockable(t *testing.T) *program {
	t.Helper()
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	session, _, err := vault.Make(t.Context(), filepath.Join(t.TempDir(), "县.db"), "张三", lockPassword, keys.Working())
	if err != nil {
		t.Fatal(err)
	}
	s, err := session.Open(t.Context(), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	p := &program{store: s, file: session.File(), user: "张三", run: desk.Inline{}}
	p.window = test.NewTempWindow(t, canvas.NewText("房间", nil))
	p.window.Resize(fyne.NewSize(1366, 697))
	return p
}

func TestLockHidesTheRoomsUntilThePasswordIsRight(t *testing.T) {
	p := lockable(t)
	rooms := p.window.Content()
	kit.Ask(p.window.Canvas(), kit.Question{Title: "正在问的", Answers: []kit.Answer{{Text: "好"}}})
	asked := p.window.Canvas().Overlays().Top()
	p.lock()
	p.lock() // the second one finds it locked
	if p.window.Content() == rooms || p.window.Canvas().Overlays().Top() != nil {
		t.Fatal("the rooms are still seen")
	}
	test.Type(p.window.Canvas().Focused(), "不对的口令")
	kittest.Press(t, p.window.Canvas(), fyne.KeyReturn)
	if !p.locked || p.window.Content() == rooms {
		t.Fatal("opened by a wrong password")
	}
	test.Type(p.window.Canvas().Focused(), lockPassword)
	kittest.Press(t, p.window.Canvas(), fyne.KeyReturn)
	if p.locked || p.window.Content() != rooms || p.window.Canvas().Overlays().Top() != asked {
		t.Error("the rooms are not back as they were")
	}
	looks, err := store.Looks(t.Context(), p.opened(), store.Search{Who: "张三"})
	if err != nil || len(looks) != 3 || looks[0].Deed != store.LoggedIn || looks[1].Deed != store.LoginFailed || looks[1].What != "口令输错 1 次" || looks[2].Deed != store.Locked {
		t.Errorf("%+v %v", looks, err)
	}
	if p.idle.since() > time.Minute {
		t.Error("would be locked again at once")
	}
}
