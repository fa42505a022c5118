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

// Ask runs work and hands its answer to done, unless asked again since.
func Ask[T any](l *Latest, run Runner, work func(ctx context.Context) (T, error), done func(T, error)) {
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
