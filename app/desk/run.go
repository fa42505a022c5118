package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// Runner runs work away from the window and what follows from it within.
type Runner interface {
	Go(work func(), done func())
}

// Background is the Runner of the real window.
type Background struct{}

// Go runs work in a goroutine, then done on the goroutine of the window.
func (Background) Go(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

// Inline is the Runner of tests and pictures: everything at once, in order.
type Inline struct{}

// Go runs work, then done.
func (Inline) Go(work, done func()) {
	work()
	done()
}

// Latest asks questions of which only the last one matters: a new question
// cancels the one before, whose answer is dropped should it still come.
// The zero value is ready.
type Latest struct {
	generation int
	cancel     context.CancelFunc
}

// Cancel stops the question under way; its answer comes as context.Canceled.
func (l *Latest) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
}

// Ask asks a question away from the window and gives its answer to done, unless
// it was asked again since. A failure is told to the user, and done is not called.
func Ask[T any](d *Desk, l *Latest, work func(ctx context.Context) (T, error), done func(T)) {
	Try(l, d.Run, work, func(answer T, err error) {
		if err != nil {
			d.Shell.Fail(err)
			return
		}
		done(answer)
	})
}

// Try is Ask for a caller that must do more about a failure than tell it: done
// gets the failure too, and tells it.
func Try[T any](l *Latest, run Runner, work func(ctx context.Context) (T, error), done func(T, error)) {
	l.Cancel()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	l.generation++
	mine := l.generation
	var answer T
	var err error
	run.Go(
		func() { answer, err = work(ctx) },
		func() {
			cancel()
			if mine == l.generation {
				done(answer, err)
			}
		})
}

// Later is the After of the real window.
func Later(wait time.Duration, do func()) { time.AfterFunc(wait, func() { fyne.Do(do) }) }
