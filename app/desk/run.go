package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/data"
)

// Runner runs work in the background, and its result in the window.
type Runner interface {
	Go(work func(), done func())
}

// Away runs work for a Runner that runs it at once, in tests and pictures. It
// marks the work as allowed to read the store.
func Away(work func()) { work() }

// Background is the Runner of the real window. A panic in what it runs is
// reported to Fail, and the window goes on.
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

// Within runs a function on the goroutine of the window that calls it.
func (b Background) Within(do func()) {
	if err := data.Guard(func() error { do(); return nil }); err != nil {
		b.Fail(err)
	}
}

// Later calls do in the window after a delay.
func (b Background) Later(wait time.Duration, do func()) {
	time.AfterFunc(wait, func() { fyne.Do(func() { b.Within(do) }) })
}

// Inline is the Runner of tests and pictures: it runs everything at once, in
// order.
type Inline struct{}

// Go runs work, then done.
func (Inline) Go(work, done func()) {
	Away(work)
	done()
}

// Latest is for questions where only the last one matters: a new question
// cancels the previous one, and a late answer is dropped. The zero value is
// ready.
type Latest struct {
	generation int
	cancel     context.CancelFunc
}

// Cancel stops the running question. Its answer is context.Canceled.
func (l *Latest) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
}

// Ask runs a question in the background and gives its answer to done, unless a
// newer question was asked. An error is shown to the user, and done is not
// called.
func Ask[T any](d *Desk, l *Latest, work func(ctx context.Context) (T, error), done func(T)) {
	Try(l, d.Run, work, func(answer T, err error) {
		if err != nil {
			d.Shell.Fail(err)
			return
		}
		done(answer)
	})
}

// Try is Ask for a caller that must do more about an error than show it: done
// gets the error too and must show it.
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
