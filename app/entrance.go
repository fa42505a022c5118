package app

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/gate"
	"huoshui/app/kit"
	"huoshui/app/people"
	"huoshui/data"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// sampleName is the file of the sample, beside the database of the office.
const sampleName = "样例县.db"

// newGate makes a gate to the database of the program.
func (p *program) newGate() *gate.Gate {
	return &gate.Gate{
		DB: p.file.Path, User: cmp.Or(os.Getenv("HUOSHUI_USER"), vault.SystemUser()), Canvas: p.window.Canvas(), Now: time.Now,
		Run: p.run,
	}
}

// guarded wraps the content of the window as long as there are no rooms to tell of a
// mistake.
func (p *program) guarded(content fyne.CanvasObject) fyne.CanvasObject {
	return guarded(content, p.idle.touch, func(err error) { slog.Error("gate", "err", err) })
}

// showGate fills the window as long as no database is open.
func (p *program) showGate() {
	g := p.newGate()
	g.OnOpen = func(s *vault.Session) {
		p.session, p.user, p.file = s, s.Name, s.File()
		p.come("正在打开", func(ctx context.Context) (*store.Store, error) { return enter(ctx, s) })
	}
	g.OnPeople = p.showPeople
	g.OnSample = func() { p.come("正在准备样例", p.openSample) }
	p.window.SetContent(p.guarded(g.Content()))
	g.Begin()
}

// showPeople fills the window for somebody who manages people and opens no records.
func (p *program) showPeople(s *vault.Session) {
	w := people.New(p.run, p.window.Canvas)
	w.Session, w.OnRekey = s, func() {}
	p.window.SetContent(p.guarded(w.Content()))
	w.Refresh()
}

// rekey gives the database a new key, opens it again and shows the new recovery code.
func (p *program) rekey() {
	at := p.shell.desk.At
	p.shell.desk.WhenWritten(func() {
		done := kit.ShowProgress(p.window.Canvas(), kit.NewProgress("正在更换密钥", nil))
		var s *store.Store
		var code string
		var failed, refused error
		p.run.Go(func() {
			if err := p.opened().Close(); err != nil {
				slog.Error("close database", "err", err)
			}
			code, failed = p.session.Rekey(context.Background(), time.Now())
			s, refused = p.session.Open(context.Background(), false)
		}, func() {
			done()
			p.set(s)
			if p.refused = refused; refused != nil {
				p.window.SetContent(p.refusal(refused))
				return
			}
			p.file = p.session.File()
			p.fill(at)
			p.begin()
			p.shell.enter(roomPeople)
			if failed != nil {
				p.shell.Fail(failed)
				return
			}
			kit.Ask(p.shell.canvas, kit.Question{
				Title: "密钥已更换", Text: "以前的恢复码作废。新的恢复码只显示这一次，请抄在纸上，放进保险柜：\n\n" + code,
				Answers: []kit.Answer{{Text: "抄好了"}},
			})
		})
	})
}

// encrypt closes the database and has it encrypted.
func (p *program) encrypt() {
	if err := p.opened().Close(); err != nil {
		slog.Error("close database", "err", err)
	}
	p.set(nil)
	p.showGate()
}

// askToEncrypt tells of people who lie open, in a file an older program has made.
func (p *program) askToEncrypt() {
	db, exposed := p.opened(), false
	p.shell.desk.Run.Go(func() {
		var err error
		if exposed, err = db.Exposed(context.Background()); err != nil {
			slog.Error("exposed", "err", err)
		}
	}, func() {
		if !exposed {
			return
		}
		kit.Ask(p.shell.canvas, kit.Question{
			Title: "这个库还没有加密", Text: "里面有真实人员的档案，拿到文件的人都读得出来。加密以前只能看，不能保存改动。加密要设使用人和口令；核对无误后，没有加密的文件和旧备份会清除。",
			Answers: []kit.Answer{{Text: "先只看"}, {Text: "现在加密", Do: func() bool { p.encrypt(); return true }}},
		})
	})
}

// enter opens the database of somebody who has logged in, and says so in its log.
func enter(ctx context.Context, who *vault.Session) (*store.Store, error) {
	s, err := who.Open(ctx, false)
	if err != nil {
		return nil, err
	}
	if err := who.Enter(ctx, s, "窗口"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// come opens a database under a progress and shows it, or why it cannot be opened.
func (p *program) come(title string, open func(context.Context) (*store.Store, error)) {
	done := kit.ShowProgress(p.window.Canvas(), kit.NewProgress(title, nil))
	var s *store.Store
	var err error
	p.run.Go(func() { err = data.Guard(func() (err error) { s, err = open(context.Background()); return err }) }, func() {
		done()
		if err != nil {
			slog.Error("open database", "err", err)
			p.refused = err
			p.window.SetContent(p.refusal(err))
			return
		}
		p.set(s)
		p.file = s.File()
		p.fill(data.MonthOf(time.Now()))
		p.begin()
		tryMistakes(p.shell)
	})
}

// openSample opens the sample county, and makes it the first time.
func (p *program) openSample(ctx context.Context) (*store.Store, error) {
	file := store.File{Path: filepath.Join(filepath.Dir(p.file.Path), sampleName)}
	if _, err := os.Stat(file.Path); !errors.Is(err, fs.ErrNotExist) {
		return file.Open(ctx, false)
	}
	s, err := file.Open(ctx, true)
	if err != nil {
		return nil, err
	}
	if err := sample.Put(ctx, s, sample.Options{}, p.user); err != nil {
		return nil, errors.Join(err, s.Close(), os.Remove(file.Path))
	}
	return s, nil
}
