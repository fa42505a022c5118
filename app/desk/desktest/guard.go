package desktest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"huoshui/data/store"
)

// The frames by which a question to the store is judged.
const (
	away  = "huoshui/app/desk.Away" // runs work at once, as if on another goroutine
	ours  = "huoshui/app/"
	stage = "/app/desk/desktest/" // of files: what stands in for the window belongs to the test
)

// Guard fails the test when code of the window reads or writes the store on
// the window's goroutine, outside of work that a Runner runs. The test itself
// may use the store. Each place is reported once.
func Guard(t testing.TB, s *store.Store) {
	told := map[string]bool{}
	s.SetGuard(func(string) {
		if place := blocking(); place != "" && !told[place] {
			told[place] = true
			t.Errorf("the store is asked on the window's goroutine: %s", place)
		}
	})
}

// blocking is the place in the window that asks the store without a Runner;
// empty where the question comes from work or from the test itself.
func blocking() string {
	pcs := make([]uintptr, 256)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	place, test := "", false // test: a frame of the test has been met; what called it adds no place
	for {
		f, more := frames.Next()
		switch {
		case f.Function == away:
			return ""
		case strings.HasSuffix(f.File, "_test.go"):
			test = true
		case !test && place == "" && strings.HasPrefix(f.Function, ours) && !strings.Contains(f.File, stage):
			place = fmt.Sprintf("%s (%s:%d)", f.Function, f.File, f.Line)
		}
		if !more {
			if test {
				return place
			}
			return "" // another goroutine than the test's, which stands for the window's
		}
	}
}
