package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// slack is what a loaded machine needs beside the two seconds a program may take
// to end.
const slack = 2 * time.Second

// A mistake of the program, wherever it happens, leaves the window as it was and a
// crash file that names nobody; and when Fyne then hangs at the end, the process
// is gone all the same.
func TestMistakesDoNotEndTheWindow(t *testing.T) {
	w := newWindow(t, 30)
	w.build("migrated_fynedo,no_emoji,mistakes")
	w.start()
	crashes := 0
	for _, where := range []struct{ key, what string }{
		{"F7", "answering a key"}, {"F8", "work behind the window"}, {"F9", "what follows work"}, {"F7", "answering again"}, {"F10", "painting"}, {"F10", "painting again"},
	} {
		w.press(where.key)
		crashes++
		w.wait("the crash file of "+where.what, func() bool { return len(w.crashFiles()) >= crashes })
		crashes = len(w.crashFiles())
		if where.key == "F10" { // another window stands in its place
			w.focusTop("活水")
		}
		w.still()
		w.shoot(strings.ReplaceAll(where.what, " ", "-"))
		w.turn("ctrl+2")
		w.turn("ctrl+1")
	}
	for _, file := range w.crashFiles() {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(raw); strings.Contains(text, "张三") || strings.Contains(text, "990101") || !strings.Contains(text, "mistake.go") {
			t.Errorf("%s: %s", file, text)
		}
	}
	if took := w.close(); took > 2*time.Second+slack {
		t.Errorf("the program ended after %v", took)
	}
	w.closed()
}

// crashFiles lists the crash files of the program.
func (w *window) crashFiles() []string {
	found, _ := filepath.Glob(filepath.Join(filepath.Dir(w.db), "cache", "Huoshui", "crashes", "*"))
	return found
}

// askToClose sends a window what its close button sends.
const askToClose = `
#include <X11/Xlib.h>
#include <stdlib.h>
int main(int n, char **arg) {
	Display *d = XOpenDisplay(NULL);
	if (!d || n < 2) return 1;
	XEvent e = {0};
	e.xclient.type = ClientMessage;
	e.xclient.window = strtoul(arg[1], NULL, 10);
	e.xclient.message_type = XInternAtom(d, "WM_PROTOCOLS", False);
	e.xclient.format = 32;
	e.xclient.data.l[0] = XInternAtom(d, "WM_DELETE_WINDOW", False);
	XSendEvent(d, e.xclient.window, False, NoEventMask, &e);
	XCloseDisplay(d);
	return 0;
}`

// close closes the window as its button does, and waits until the process has
// ended. It gives the time that took.
func (w *window) close() time.Duration {
	w.Helper()
	closer := filepath.Join(filepath.Dir(w.db), "close")
	if _, err := os.Stat(closer); err != nil {
		build := exec.Command("gcc", "-x", "c", "-o", closer, "-", "-lX11")
		build.Stdin = strings.NewReader(askToClose)
		if out, err := build.CombinedOutput(); err != nil {
			w.Skipf("end to end: nothing closes a window here: %v %s", err, out)
		}
	}
	id := strings.Fields(w.run("xdotool", "search", "--onlyvisible", "--name", "^活水$"))
	asked := time.Now()
	w.run(closer, id[0])
	ended := make(chan error, 1)
	program := w.program
	go func() { ended <- program.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			w.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		w.shoot("open")
		w.Fatal("the program goes on after its window is closed")
	}
	w.program = nil
	return time.Since(asked)
}

// closed checks that the database was closed: then nothing stands beside it.
func (w *window) closed() {
	w.Helper()
	for _, end := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(w.db + end); err == nil {
			w.Errorf("the database was left open: %s", end)
		}
	}
}

// However often the window is closed, the process is gone and the database closed.
func TestClosingEndsTheProcess(t *testing.T) {
	w := newWindow(t, 30)
	for range 6 {
		w.start()
		if took := w.close(); took > 2*time.Second+slack {
			t.Errorf("the program ended after %v", took)
		}
		w.closed()
	}
}
