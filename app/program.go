package app

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/gate"
	"huoshui/app/kit"
	"huoshui/app/meeting"
	"huoshui/app/people"
	"huoshui/app/person"
	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// program is the window and the database it shows, which a restore replaces.
type program struct {
	file    store.File     // the database
	user    string         // who works with it
	session *vault.Session // his login; nil for a file without encryption
	run     desk.Runner    // as long as there are no rooms
	refused error          // why it cannot be opened; nil once it is
	window  fyne.Window
	shell   *shell // nil as long as there is no database

	idle   idle
	locked bool
	mu     sync.Mutex
	store  *store.Store // what ends the program reads it from another goroutine
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
	if p.refused != nil {
		w.SetContent(p.refusal(p.refused))
		w.SetOnClosed(end)
		w.ShowAndRun()
		return
	}
	w.SetOnClosed(end)
	if p.opened() == nil {
		a.Lifecycle().SetOnStarted(func() {
			maximize(w)
			p.showGate()
		})
		w.ShowAndRun()
		return
	}
	p.fill(data.MonthOf(time.Now()))
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
	d.User, d.At = p.user, at
	run := desk.Background{Fail: func(err error) { p.shell.Fail(err) }}
	d.Run, d.After = run, run.Later
	p.shell = newShell(d, p.window.Canvas())
	p.shell.onRestore, p.shell.onLock = p.restore, p.lock
	if p.session != nil {
		w := workspace[*people.Workspace](p.shell, roomPeople)
		w.Session, w.OnRekey = p.session, p.rekey
	}
	d.Files = &systemFiles{shell: p.shell, owner: p.window}
	workspace[*meeting.Workspace](p.shell, roomMeeting).Project = p.shell.project
	p.window.SetContent(guarded(p.shell.content(), p.idle.touch, func(err error) { p.shell.Fail(err) }))
	p.shell.bindKeys(p.window.Canvas())
	p.window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { p.shell.dropped(uris) })
	p.window.SetCloseIntercept(func() { p.shell.leave(p.window.Close) })
}

// begin shows the first room.
func (p *program) begin() {
	p.shell.showOffice()
	p.shell.enter(roomHome)
	workspace[*person.Workspace](p.shell, roomPerson).OfferDrafts()
	p.shell.keepCopies()
	p.askToEncrypt()
	p.keepLocking()
	if doubt := p.shell.desk.Store.Doubt(); doubt != "" {
		kit.Ask(p.shell.canvas, kit.Question{
			Title: "这个数据库可能不是上次留下的样子", Text: doubt,
			Answers: []kit.Answer{
				{Text: "继续使用"},
				{Text: "看有哪些备份", Do: func() bool { p.shell.enter(roomBackups); return true }},
			},
		})
	}
}

// KeepAnchors keeps the last change of each database in the profile of the user as
// well, so that an older file put in its place is found.
func KeepAnchors() {
	if dir, err := os.UserConfigDir(); err == nil {
		store.KeepAnchors(filepath.Join(dir, "Huoshui", "heads"))
	}
}

// code is the exit code of a window that was closed.
func (p *program) code() int {
	if p.refused != nil {
		return 1
	}
	return 0
}

// restore puts a copy in the place of the database and shows it. Where that is
// refused the window goes on with the database as it was.
func (p *program) restore(from string) {
	old, d := p.shell, p.shell.desk
	p.replace(from, d.User, d.Run, func(aside string, failed error) {
		if failed != nil && p.refused != nil { // nor can the old one be opened any more
			old.Fail(failed)
			p.window.SetContent(p.refusal(p.refused))
			return
		}
		p.fill(d.At)
		p.begin()
		p.tell(aside, failed)
	})
}

// replace puts a copy in the place of the database and opens it, else the database
// that stood there; then onDone follows.
func (p *program) replace(from, who string, run desk.Runner, onDone func(aside string, failed error)) {
	done := kit.ShowProgress(p.window.Canvas(), kit.NewProgress("正在恢复", nil))
	db := p.opened()
	var s *store.Store
	var aside string
	var failed, refused error
	run.Go(func() {
		ctx := context.Background()
		if db != nil {
			if err := db.Close(); err != nil {
				slog.Error("close database", "err", err)
			}
		}
		if s, aside, failed = backup.Restore(ctx, p.file, from, who, time.Now()); failed != nil {
			s, refused = p.file.Open(ctx, false)
		}
	}, func() {
		done()
		p.refused = refused
		p.set(s)
		onDone(aside, failed)
	})
}

// tell says what came of a restore.
func (p *program) tell(aside string, failed error) {
	if failed != nil {
		p.shell.Fail(failed)
		return
	}
	said := "已从备份恢复。"
	if aside != "" {
		said += fmt.Sprintf("原来的数据库留存为“%s”。", filepath.Base(aside))
	}
	p.shell.Say(kit.NoticeGood, said)
}

// refusal says why there is no database to show. Where the newest sound copy is
// found, it offers to put it back.
func (p *program) refusal(why error) fyne.CanvasObject {
	text := kit.NewParagraph(data.Sentence(why), kit.ColorText)
	place := container.NewVBox(text)
	var found backup.Copy
	var inside *store.Inside
	p.run.Go(func() { found, inside = backup.Beside(p.file).Newest(context.Background()) }, func() {
		if inside == nil {
			return
		}
		place.Add(kit.NewParagraph(fmt.Sprintf("有一份完好的备份：%s，干部 %d 人。恢复后，打不开的文件另名留存。",
			found.Made.Format("2006.01.02 15:04"), inside.Cadres), kit.ColorText))
		var button *kit.Button
		button = kit.NewPrimary("用这份备份恢复", func() {
			button.Disable()
			p.replace(found.Path, p.user, p.run, func(aside string, failed error) {
				if failed != nil {
					text.SetText(data.Sentence(failed))
					return
				}
				p.fill(data.MonthOf(time.Now()))
				p.begin()
				p.tell(aside, nil)
			})
		})
		place.Add(container.NewHBox(button))
		p.window.Canvas().Focus(button)
	})
	return gate.Framed(kit.NewCard(place))
}
