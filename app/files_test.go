package app

import (
	"errors"
	"testing"

	"github.com/ncruces/zenity"
)

// later keeps what is to be done in the window until the test does it.
type later struct{ waiting []func() }

func (l *later) Go(work, done func()) { l.waiting = append(l.waiting, func() { work(); done() }) }

// A second click while a dialog for files is open does not open another.
func TestOneDialogForFilesAtATime(t *testing.T) {
	s, _ := opened(t)
	run := &later{}
	s.desk.Run = run
	f := &systemFiles{shell: s}
	asked, answered := 0, 0
	click := func(err error) {
		ask(f, func(zenity.Option) (string, error) { asked++; return "/某处", err }, func(string) { answered++ })
	}
	click(zenity.ErrCanceled)
	click(nil)
	for _, err := range []error{nil, errors.New("no such program")} {
		run.waiting[0]()
		run.waiting = nil
		click(err)
		click(err)
	}
	if run.waiting[0](); asked != 3 || answered != 1 || len(run.waiting) != 1 {
		t.Errorf("asked %d times, answered %d times", asked, answered)
	}
}
