package app

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/meeting"
	"huoshui/app/person"
	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/store"
)

// program is the window and the database it shows, which a restore replaces.
type program struct {
	window fyne.Window
	shell  *shell

	mu    sync.Mutex
	store *store.Store // what ends the program reads it from another goroutine
}

func (p *program) opened() *store.Store {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.store
}

func (p *program) set(s *store.Store) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.store = s
}

// show opens the window and returns when it is closed. Failed is what ended the
// window before it, nil for the first.
func (p *program) show(failed error, end func()) {
	a, w := newWindow()
	p.window = w
	p.fill(data.MonthOf(time.Now()))
	w.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { p.shell.dropped(uris) })
	w.SetCloseIntercept(func() { p.shell.leave(w.Close) })
	w.SetOnClosed(end)
	a.Lifecycle().SetOnStarted(func() {
		maximize(w)
		p.begin()
		if failed != nil {
			p.shell.Fail(failed)
		}
		tryMistakes(p.shell)
	})
	w.ShowAndRun()
}

// fill furnishes the window for the database that is open.
func (p *program) fill(at data.Month) {
	d := desk.New(p.opened())
	d.User, d.At = userName(), at
	run := desk.Background{Fail: func(err error) { p.shell.Fail(err) }}
	d.Run, d.After = run, run.Later
	p.shell = newShell(d, p.window.Canvas())
	p.shell.onRestore = p.restore
	d.Files = &systemFiles{shell: p.shell, owner: p.window}
	workspace[*meeting.Workspace](p.shell, roomMeeting).Project = p.shell.project
	p.window.SetContent(guarded(p.shell.content(), func(err error) { p.shell.Fail(err) }))
	p.shell.bindKeys(p.window.Canvas())
}

// begin shows the first room.
func (p *program) begin() {
	p.shell.showOffice()
	p.shell.enter(roomHome)
	workspace[*person.Workspace](p.shell, roomPerson).OfferDrafts()
	p.shell.keepCopies()
}

// restore puts a copy in the place of the database and shows it. Where that is
// refused the window goes on with the database as it was.
func (p *program) restore(from string) {
	old, d := p.shell, p.shell.desk
	db, path, who, now := p.opened(), d.Store.Path(), d.User, d.Now()
	done := kit.ShowProgress(old.canvas, kit.NewProgress("正在恢复", nil))
	var s *store.Store
	var aside string
	var failed, lost error
	d.Run.Go(func() {
		ctx := context.Background()
		if err := db.Close(); err != nil {
			slog.Error("close database", "err", err)
		}
		if s, aside, failed = backup.Restore(ctx, path, from, who, now); failed != nil {
			s, lost = store.Open(ctx, path, false)
		}
	}, func() {
		done()
		if lost != nil {
			old.Fail(failed)
			p.window.SetContent(refusal(lost))
			return
		}
		p.set(s)
		p.fill(d.At)
		p.begin()
		if failed != nil {
			p.shell.Fail(failed)
			return
		}
		said := "已从备份恢复。"
		if aside != "" {
			said += fmt.Sprintf("原来的数据库留存为“%s”。", filepath.Base(aside))
		}
		p.shell.Say(kit.NoticeGood, said)
	})
}
