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

// Work runs a question in the background. A long one covers the window, shows
// its progress and can be stopped. done is called on success. An error is
// shown to the user, unless the user stopped the work.
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

// Progress covers the window at once and shows how far work has come; cancel
// stops the work. The work calls tell. The caller calls done when the work has
// ended.
func (d *Desk) Progress(title string, cancel func()) (tell data.Progress, done func()) {
	p := kit.NewProgress(title, cancel)
	done = kit.ShowProgress(d.Shell.Canvas(), p)
	return func(part float64, detail string) { d.Run.Go(func() {}, func() { p.Set(part, detail) }) }, done
}

// waiting is what the window shows while long work runs.
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
