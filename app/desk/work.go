package desk

import (
	"context"
	"errors"
	"time"

	"huoshui/app/kit"
	"huoshui/data"
)

// patience is how long work may take before one is shown how far it has come.
const patience = 500 * time.Millisecond

// Work runs a question away from the window. One that takes long lies over the
// window, shows how far it is, and can be stopped. Done follows where it went
// well; where it did not, the user is told why, unless it was stopped.
func Work[T any](d *Desk, l *Latest, title string, ask func(context.Context, data.Progress) (T, error), done func(T)) {
	run := d.Run
	v := &waiting{}
	if d.After != nil {
		d.After(patience, func() { v.show(d, kit.NewProgress(title, l.Cancel)) })
	}
	tell := func(part float64, detail string) { run.Go(func() {}, func() { v.tell(part, detail) }) }
	Try(l, run, func(ctx context.Context) (T, error) {
		// Also of a question whose answer nobody waits for any more.
		defer run.Go(func() {}, v.end)
		return ask(ctx, tell)
	}, func(value T, err error) {
		v.end()
		if err == nil {
			done(value)
		} else if !errors.Is(err, context.Canceled) {
			d.Shell.Fail(err)
		}
	})
}

// Progress lays over the window at once how far work is; cancel stops it. The
// work calls tell, whoever waits for it done.
func (d *Desk) Progress(title string, cancel func()) (tell data.Progress, done func()) {
	p := kit.NewProgress(title, cancel)
	done = kit.ShowProgress(d.Shell.Canvas(), p)
	return func(part float64, detail string) { d.Run.Go(func() {}, func() { p.Set(part, detail) }) }, done
}

// waiting is what shows that work takes its time.
type waiting struct {
	over     bool
	progress *kit.Progress
	hide     func()
}

func (v *waiting) show(d *Desk, p *kit.Progress) {
	if !v.over {
		v.progress, v.hide = p, kit.ShowProgress(d.Shell.Canvas(), p)
	}
}

func (v *waiting) tell(part float64, detail string) {
	if v.progress != nil {
		v.progress.Set(part, detail)
	}
}

// end takes the progress away, once: what has been opened over it since stays.
func (v *waiting) end() {
	if !v.over && v.hide != nil {
		v.hide()
	}
	v.over = true
}
