package app

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/data/store"
	"huoshui/data/vault"
)

// idleFor is how long nobody may touch the window before it is locked (GB/T 22239-2019
// 8.1.4.1 b asks that an idle session ends; the time is ours).
const idleFor = 10 * time.Minute

// idleCheck is how often the program looks whether the window is idle.
const idleCheck = 15 * time.Second

// idle knows when the window was last touched. The callbacks of the system note it.
type idle struct{ last atomic.Int64 }

func (i *idle) touch() { i.last.Store(time.Now().UnixNano()) }

func (i *idle) since() time.Duration { return time.Since(time.Unix(0, i.last.Load())) }

// keepLocking locks the window whenever nobody has touched it for a while. A file
// without encryption has no password to ask for.
func (p *program) keepLocking() {
	if !p.file.Encrypted() {
		return
	}
	p.idle.touch()
	s := p.shell
	var again func()
	again = func() {
		if p.shell != s { // restored: the new rooms have a watch of their own
			return
		}
		if !p.locked && p.idle.since() >= idleFor && len(fyne.CurrentApp().Driver().AllWindows()) == 1 { // no meeting is shown
			p.lock()
		}
		s.desk.After(idleCheck, again)
	}
	s.desk.After(idleCheck, again)
}

// lock puts the gate in the place of the rooms. They stay as they are behind it, with
// what is typed, and come back with the right password.
func (p *program) lock() {
	if p.locked || !p.file.Encrypted() {
		return
	}
	p.locked = true
	canvas := p.window.Canvas()
	rooms, focused := p.window.Content(), canvas.Focused()
	var over []fyne.CanvasObject
	for top := canvas.Overlays().Top(); top != nil; top = canvas.Overlays().Top() {
		over = append([]fyne.CanvasObject{top}, over...)
		canvas.Overlays().Remove(top)
	}
	g := p.newGate()
	g.User = p.user
	p.note(func(ctx context.Context) error {
		return p.opened().Look(ctx, store.Look{Who: p.user, Deed: store.Locked, What: "窗口"})
	})
	g.OnOpen = func(s *vault.Session) {
		p.session = s
		p.note(func(ctx context.Context) error { return s.Enter(ctx, p.opened(), "解锁") })
		p.window.SetContent(rooms)
		for _, o := range over {
			canvas.Overlays().Add(o)
		}
		if focused != nil {
			canvas.Focus(focused)
		}
		p.idle.touch()
		p.locked = false
	}
	p.window.SetContent(g.Content()) // the window is guarded already, by the rooms
	g.Lock()
}

// note enters a look in the background. Whether the window is locked does not depend
// on it.
func (p *program) note(do func(context.Context) error) {
	p.run.Go(func() {
		if err := do(context.Background()); err != nil {
			slog.Error("look", "err", err)
		}
	}, func() {})
}
