package app

import (
	"errors"
	"testing"

	"github.com/ncruces/zenity"

	"huoshui/app/desk/desktest"
)

// A second click while a dialog for files is open does not open another.
func TestOneDialogForFilesAtATime(t *testing.T) {
	s, _ := opened(t)
	run := &desktest.Late{}
	s.desk.Run = run
	f := &systemFiles{shell: s}
	asked, answered := 0, 0
	click := func(err error) {
		ask(f, func(zenity.Option) (string, error) { asked++; return "/某处", err }, func(string) { answered++ })
	}
	click(zenity.ErrCanceled)
	click(nil)
	for _, err := range []error{nil, errors.New("no such program")} {
		run.Waiting[0]()
		run.Waiting = nil
		click(err)
		click(err)
	}
	if run.Waiting[0](); asked != 3 || answered != 1 || len(run.Waiting) != 1 {
		t.Errorf("asked %d times, answered %d times", asked, answered)
	}
}
