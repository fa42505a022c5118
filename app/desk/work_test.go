package desk_test

import (
	"context"
	"errors"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
)

// Of two questions in quick succession only the last is answered; what shows
// that the first took long must not stay over the window.
func TestNoProgressStaysOfAWorkThatWasReplaced(t *testing.T) {
	d, window := desktest.Open(t)
	h := &hand{}
	d.Run, d.After = h, h.after
	var latest desk.Latest
	answers := 0
	ask := func() {
		desk.Work(d, &latest, "正在统计", func(ctx context.Context, tell data.Progress) (int, error) {
			tell(0.5, "")
			return 0, ctx.Err()
		}, func(int) { answers++ })
	}
	ask()
	ask()
	work := h.waiting
	h.waiting = nil
	work[0]() // patience with the first ends
	work[2]() // and with the second
	if window.Window.Overlays().Top() == nil {
		t.Error("nothing tells that the work takes long")
	}
	work[1]()
	work[3]()
	for len(h.waiting) > 0 {
		h.next()
	}
	if window.Window.Overlays().Top() != nil || answers != 1 || len(window.Failed) > 0 {
		t.Errorf("left over the window: %v; %d answers, failed %v", window.Window.Overlays().Top(), answers, window.Failed)
	}
}

// A failure is told once the progress is away.
func TestFailedWorkIsTold(t *testing.T) {
	d, window := desktest.Open(t)
	h := &hand{}
	d.Run, d.After = h, h.after
	var latest desk.Latest
	broken := errors.New("broken")
	desk.Work(d, &latest, "正在统计", func(context.Context, data.Progress) (int, error) { return 0, broken }, func(int) {})
	for len(h.waiting) > 0 {
		h.next()
	}
	if window.Window.Overlays().Top() != nil || len(window.Failed) != 1 {
		t.Errorf("%v over the window, failed %v", window.Window.Overlays().Top(), window.Failed)
	}
}
