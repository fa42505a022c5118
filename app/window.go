package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/ncruces/zenity"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/person"
	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// ID names the program to the operating system.
const ID = "cn.huoshui.workbench"

// Run opens the window on a database. Where it asks for a login, or does not exist yet,
// the gate comes first. It returns the exit code when the window is closed.
func Run(ctx context.Context, db string, version string) int {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "这里没有显示器，打不开窗口；命令仍然可用，运行 huoshui help 看有哪些。")
		return 1
	}
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: ID, Name: "活水", Version: version, Icon: icon(),
		Migrations: map[string]bool{"fyneDo": true},
	})
	p := &program{file: store.File{Path: db}, user: vault.SystemUser(), run: desk.Background{Fail: func(err error) { slog.Error("window", "err", err) }}}
	if _, err := os.Stat(db); !errors.Is(err, fs.ErrNotExist) && !vault.Locked(db) {
		s, err := p.file.Open(ctx, false)
		if err != nil {
			slog.Error("open database", "err", err)
			p.refused = err
		}
		p.set(s)
	}
	end := ending(p, os.Exit)
	defer end()
	go func() {
		<-ctx.Done() // the system wants the program to end
		end()
	}()
	return keepOpen(p, end)
}

// keepOpen shows the window, and where a mistake of the program ends Fyne's loop a
// new one in its place. It gives up when that does not help.
func keepOpen(p *program, end func()) (code int) {
	var failed error
	for tries := 0; tries < 3; tries++ {
		shown := time.Now()
		failed = data.Guard(func() error { p.show(failed, end); return nil })
		if failed == nil {
			return p.code()
		}
		abandon()
		if time.Since(shown) > time.Minute {
			tries = 0
		}
	}
	fmt.Fprintln(os.Stderr, data.Sentence(failed))
	_ = zenity.Error(data.Sentence(failed), zenity.Title("活水")) // where the system shows no dialog, it stands above
	return 1
}

// tryMistakes is set in programs built to try what comes of mistakes.
var tryMistakes = func(*shell) {}

// windowSize is that of a window that is not maximized.
var windowSize = fyne.NewSize(1366, 768)

func newWindow() (fyne.App, fyne.Window) {
	a := fyneapp.NewWithID(ID)
	if err := furnish(a); err != nil {
		slog.Error("window", "err", err)
	}
	w := a.NewWindow("活水")
	w.SetMaster()
	w.SetPadded(false)
	w.Resize(windowSize)
	return a, w
}

// abandon leaves the windows in which a mistake has ended Fyne's loop, as far as
// they still obey.
func abandon() {
	a := fyne.CurrentApp()
	for _, w := range a.Driver().AllWindows() {
		w.SetOnClosed(nil)
		_ = data.Guard(func() error { w.Hide(); return nil })
	}
	_ = data.Guard(func() error { a.Quit(); return nil })
	_ = data.Guard(func() error { a.Driver().Quit(); return nil })
}

// lastMoments is how long the program may still run after its window is closed.
const lastMoments = 2 * time.Second

// ending gives what ends the program after its window: it closes the store, and
// leaves no later than the last moments are over, whatever Fyne still waits for.
func ending(p *program, exit func(int)) (end func()) {
	var once sync.Once
	return func() {
		once.Do(func() {
			time.AfterFunc(lastMoments, func() { exit(0) })
			closed := make(chan struct{})
			go func() {
				defer close(closed)
				if s := p.opened(); s != nil {
					if err := s.Close(); err != nil {
						slog.Error("close database", "err", err)
					}
				}
			}()
			select {
			case <-closed:
			case <-time.After(lastMoments / 2): // the window is still seen
			}
		})
	}
}

// furnish gives an application our theme, icon and language.
func furnish(a fyne.App) error {
	a.Settings().SetTheme(kit.Theme{})
	a.SetIcon(icon())
	return kit.Chinese()
}

func icon() fyne.Resource { return fyne.NewStaticResource("icon.png", assets.Icon) }

// bindKeys sets the keys that work everywhere in the window.
func (s *shell) bindKeys(c fyne.Canvas) {
	bind := func(keys fyne.Shortcut, do func()) {
		c.AddShortcut(keys, func(fyne.Shortcut) {
			if c.Overlays().Top() == nil { // what lies over the window has the keyboard to itself
				do()
			}
		})
	}
	control := func(key fyne.KeyName, do func()) {
		bind(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, do)
	}
	control(fyne.KeyK, func() { s.top.search.Focus() })
	control(fyne.KeyS, s.save)
	control(fyne.KeyL, func() {
		if s.onLock != nil {
			s.onLock()
		}
	})
	control(fyne.KeyN, s.add)
	bind(&fyne.ShortcutUndo{}, s.undo)
	bind(&fyne.ShortcutRedo{}, s.desk.Redo)
	control(fyne.KeyPageDown, func() { s.turn(1) })
	control(fyne.KeyPageUp, func() { s.turn(-1) })
	for i, line := range s.navItems()[:9] {
		control(fyne.KeyName(rune('1'+i)), func() { s.enter(line.ID) })
	}
	kit.KeysOf(c).On(fyne.KeyF5, s.refresh)
	kit.KeysOf(c).On(fyne.KeyF11, s.beginMeeting)
}

// save saves the changes in the current room.
func (s *shell) save() {
	if w, ok := s.here.workspace.(desk.Saver); ok {
		w.Save()
	}
}

// undo takes back the last thing changed in the room that is not saved yet, else
// the last saved change of this sitting, wherever it was made.
func (s *shell) undo() {
	if w, ok := s.here.workspace.(desk.Undoer); ok && w.Undo() {
		return
	}
	s.desk.Undo()
}

// turn goes to the next part of the current room, or to the one before.
func (s *shell) turn(by int) {
	if w, ok := s.here.workspace.(desk.Turner); ok {
		w.Turn(by)
	}
}

// add begins a new record of what the room one is in is about, else a cadre.
func (s *shell) add() {
	if w, ok := s.here.workspace.(desk.Adder); ok {
		w.Add()
		return
	}
	s.NewCadre()
}

// dropped handles files dragged into the window. A picture becomes the photo
// of the open cadre; everything else is imported.
func (s *shell) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 1 && isPicture(paths[0]) {
		if s.here.id == roomPerson {
			workspace[*person.Workspace](s, roomPerson).TakePhoto(paths[0])
		} else {
			s.Say(kit.NoticeDoubt, "请先打开干部的页面，再把照片拖进来。")
		}
		return
	}
	if len(paths) > 0 {
		s.OpenImport(paths...)
	}
}

func isPicture(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jpg", ".jpeg", ".png":
		return true
	}
	return false
}

// leave closes the window, unless there is unsaved work the user wants to keep,
// or a question has to be answered first. What is under way may be given up:
// nothing is left of it.
func (s *shell) leave(close func()) {
	switch {
	case kit.Asking(s.canvas):
	case kit.Working(s.canvas):
		kit.Ask(s.canvas, kit.Question{
			Title: "还有工作没有做完", Text: "现在关闭就此停下，没有写完的不会留下。",
			Answers:  []kit.Answer{{Text: "关闭", Do: func() bool { close(); return true }}, {Text: "等它做完"}},
			OnCancel: func() {},
		})
	default:
		s.leaveRoom(func() { s.desk.WhenWritten(func() { s.closing(close) }) })
	}
}
