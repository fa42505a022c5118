package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/data"
)

// Runner runs work away from the window and what follows from it within.
type Runner interface {
	Go(work func(), done func())
}

// Away runs work for a Runner that carries it out at once, in tests and pictures,
// where nothing else tells that it may ask the store.
func Away(work func()) { work() }

// Background is the Runner of the real window. A mistake of the program in what
// it runs is told to Fail, and the window goes on.
type Background struct{ Fail func(error) }

// Go runs work in a goroutine, then done on the goroutine of the window.
func (b Background) Go(work, done func()) {
	go func() {
		if err := data.Guard(func() error { work(); return nil }); err != nil {
			fyne.Do(func() { b.Fail(err) })
			return
		}
		fyne.Do(func() { b.Within(done) })
	}()
}

// Within does something on the goroutine of the window it is called on.
func (b Background) Within(do func()) {
	if err := data.Guard(func() error { do(); return nil }); err != nil {
		b.Fail(err)
	}
}

// Later calls do in the window when a time has passed.
func (b Background) Later(wait time.Duration, do func()) {
	time.AfterFunc(wait, func() { fyne.Do(func() { b.Within(do) }) })
}

// Inline is the Runner of tests and pictures: everything at once, in order.
type Inline struct{}

// Go runs work, then done.
func (Inline) Go(work, done func()) {
	Away(work)
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
		func() {
			err = data.Guard(func() (err error) { answer, err = work(ctx); return err })
		},
		func() {
			cancel()
			if mine == l.generation {
				done(answer, err)
			}
		})
}
