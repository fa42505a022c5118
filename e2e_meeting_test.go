package main

import (
	"testing"
)

// A meeting by keys alone: the slides on the whole screen, a number and the
// people behind it, a person, back, out.
func TestMeetingByKeyboard(t *testing.T) {
	w := newWindow(t, 60)
	w.start()
	desk := w.picture()
	w.press("F11")
	w.wait("the big screen", func() bool { return w.ours(600, 100) })
	w.focusTop("活水　放映")
	w.still()
	w.shoot("1-title")
	w.turn("Right")
	w.wait("the first slide", func() bool { return w.ours(3, 400) && !w.ours(600, 60) })
	w.shoot("2-slide")
	first := w.picture()
	w.turn("Down")
	w.turn("Return")
	w.shoot("3-people")
	w.turn("Down")
	w.turn("Return")
	w.shoot("4-person")
	w.turn("Escape")
	w.turn("Escape")
	w.turn("Up")
	w.press("b")
	w.wait("a dark screen", func() bool { return dark(w.picture()) })
	w.turn("b")
	w.turn("Home")
	w.turn("Right")
	if w.picture() != first {
		t.Error("the first slide is not what it was")
	}
	w.press("Escape")
	w.wait("the window", func() bool { return !w.ours(3, 400) })
	w.focusTop("活水")
	w.still()
	w.shoot("5-back")
	if w.picture() == desk {
		t.Error("not in the room of the meeting")
	}
}
