package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"huoshui/data/store"
	"huoshui/data/vault"
)

// patience is how long a test waits for something that must come; on a loaded
// machine that draws in software, seconds are not yet a fault.
const patience = 30 * time.Second

// window is the program on a display of its own, used by keyboard alone.
type window struct {
	*testing.T
	binary, db string
	env        []string
	program    *exec.Cmd
	actions    int // keystroke actions so far
}

// newWindow builds the program, makes a sample of a size and opens a display.
func newWindow(t *testing.T, cadres int) *window {
	t.Helper()
	if testing.Short() {
		t.Skip("end to end: takes half a minute")
	}
	for _, tool := range []string{"Xvfb", "xdotool", "xkbcomp", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("end to end: %s is not installed", tool)
		}
	}
	home := t.TempDir()
	w := &window{T: t, binary: filepath.Join(home, "huoshui"), db: filepath.Join(home, "县.db")}
	w.env = append(
		os.Environ(), "HOME="+home, "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1",
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_CACHE_HOME="+filepath.Join(home, "cache"),
		"HUOSHUI_USER="+e2eUser, "HUOSHUI_PASSWORD="+e2ePassword, "XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_RUNTIME_DIR="+home,
	)
	w.build("migrated_fynedo,no_emoji")
	w.run(w.binary, "init", "--db", w.db)
	w.run(w.binary, "sample", "--db", w.db, "--cadres", fmt.Sprint(cadres))
	w.openDisplay()
	t.Cleanup(w.kill)
	return w
}

// build builds the program with the tags.
func (w *window) build(tags string) {
	w.Helper()
	build := exec.Command("go", "build", "-tags", tags, "-o", w.binary, ".")
	if out, err := build.CombinedOutput(); err != nil {
		w.Fatalf("build: %v\n%s", err, out)
	}
}

// openDisplay starts a display on a free number, with every character the
// test types on a key of its own: a tool that moves characters to keys while
// it types is overtaken by the next move before the program has looked.
func (w *window) openDisplay() {
	w.Helper()
	free, number, err := os.Pipe()
	if err != nil {
		w.Fatal(err)
	}
	defer free.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{number}
	if err := server.Start(); err != nil {
		w.Fatal(err)
	}
	number.Close()
	w.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	var display int
	if _, err := fmt.Fscan(free, &display); err != nil {
		w.Fatalf("Xvfb did not start: %v", err)
	}
	w.env = append(w.env, fmt.Sprintf("DISPLAY=:%d", display))
	keyboard := filepath.Join(w.TempDir(), "keyboard.xkb")
	if err := os.WriteFile(keyboard, []byte(layout(w, typedCharacters)), 0o600); err != nil {
		w.Fatal(err)
	}
	// The keys of tests come from a device of their own, which brings its
	// layout along: 5 on every such display.
	for _, device := range []string{"5", "3"} {
		w.run("xkbcomp", "-w", "0", "-i", device, keyboard, fmt.Sprintf(":%d", display))
	}
}

// layout is an American keyboard with more characters on keys that no real one
// has.
func layout(w *window, characters string) string {
	var keys []string
	for code := 147; code <= 255; code++ {
		if code <= 190 || code >= 208 {
			keys = append(keys, fmt.Sprintf("<I%d>", code))
		}
	}
	var b strings.Builder
	for _, r := range characters {
		if strings.Contains(b.String(), fmt.Sprintf("U%04X ", r)) {
			continue
		}
		if len(keys) == 0 {
			w.Fatal("more characters than keys")
		}
		fmt.Fprintf(&b, "replace key %s { [ U%04X ] };\n", keys[0], r)
		keys = keys[1:]
	}
	return `xkb_keymap {
		xkb_keycodes { include "evdev+aliases(qwerty)" };
		xkb_types { include "complete" };
		xkb_compat { include "complete" };
		xkb_symbols { include "pc+us+inet(evdev)"
` + b.String() + `};
	};`
}

// The person of end-to-end tests, whose name the window offers.
const e2eUser, e2ePassword = "张春明", "Chunjiang-2026"

// start opens the program's window, logs in and waits until it stands still.
func (w *window) start() {
	w.Helper()
	w.launch()
	w.fill(e2ePassword)
	w.wait("the rooms", func() bool { return open(w.picture()) })
	w.still()
}

// launch opens the program's window and waits for the page at its gate.
func (w *window) launch() {
	w.Helper()
	w.program = exec.Command(w.binary, "--db", w.db)
	w.program.Env, w.program.Stderr = w.env, os.Stderr
	if err := w.program.Start(); err != nil {
		w.Fatal(err)
	}
	w.focusTop("活水")
	w.wait("a page", func() bool { return w.white(900, 262) })
	w.still()
}

// focusTop gives the keyboard to the window of that name: there is no manager
// of windows on the display that would.
func (w *window) focusTop(name string) {
	w.Helper()
	var id string
	w.wait("the window "+name, func() bool {
		out, _ := w.try("xdotool", "search", "--onlyvisible", "--name", "^"+name+"$")
		id = strings.TrimSpace(out)
		return id != ""
	})
	w.run("xdotool", "windowfocus", "--sync", id)
}

// ours reports whether a point of the display has the deep red of the program.
func (w *window) ours(x, y int) bool {
	at := 3 * (y*1366 + x)
	picture := w.picture()
	return len(picture) > at+3 && picture[at:at+3] == "\x9e\x1b\x1b"
}

// white reports whether a point of the display is white.
func (w *window) white(x, y int) bool {
	at := 3 * (y*1366 + x)
	picture := w.picture()
	return len(picture) > at+3 && picture[at:at+3] == "\xff\xff\xff"
}

// kill ends the program as a crash of the machine would.
func (w *window) kill() {
	if w.program != nil {
		_ = w.program.Process.Kill()
		_ = w.program.Wait()
		w.program = nil
	}
}

// still waits until two pictures of the display in a row are the same.
func (w *window) still() {
	w.Helper()
	before := ""
	w.wait("a window that stands still", func() bool {
		now := w.picture()
		same := now == before && !dark(now)
		before = now
		return same
	})
}

// turn presses a key that changes what is seen, and waits for the change: what
// is typed before it has come would go elsewhere.
func (w *window) turn(key string) {
	w.Helper()
	before := w.picture()
	w.press(key)
	w.wait("the change after "+key, func() bool { return w.picture() != before })
	w.still()
}

// asked waits until a question lies over the window.
func (w *window) asked() {
	w.Helper()
	w.wait("a question", func() bool { return grey(w.picture()) })
}

// picture is the display as three bytes for each point, from the top left.
func (w *window) picture() string {
	out, err := w.try("import", "-window", "root", "-depth", "8", "rgb:-")
	if err != nil || len(out) < 3 {
		return "\x00\x00\x00"
	}
	return out
}

// dark is a display on which nothing has been painted yet, grey one in which
// the white of the top bar lies below something.
func dark(picture string) bool { return picture[0] == 0 }
func grey(picture string) bool { return !dark(picture) && picture[0] < 240 }

// open is a display with the white top bar of the rooms in its corner, even below a
// question; the ground of the gate has a tint.
func open(picture string) bool {
	return !dark(picture) && picture[0] == picture[1] && picture[1] == picture[2]
}

// shoot takes a picture of the display into the folder of the test.
func (w *window) shoot(name string) {
	w.Helper()
	w.run("import", "-window", "root", filepath.Join(w.ArtifactDir(), name+".png"))
}

// drafts reads what the program keeps of forms nobody has saved.
func (w *window) drafts() []store.Draft {
	w.Helper()
	session, err := vault.Login(w.Context(), w.db, e2eUser, e2ePassword, time.Now())
	if err != nil {
		w.Fatal(err)
	}
	s, err := session.Open(w.Context(), false)
	if err != nil {
		w.Fatal(err)
	}
	defer s.Close()
	drafts, err := store.Drafts(w.Context(), s, "cadre")
	if err != nil {
		w.Fatal(err)
	}
	return drafts
}

// press presses keys one after the other, each an action.
func (w *window) press(keys ...string) {
	w.Helper()
	w.actions += len(keys)
	w.run("xdotool", append([]string{"key", "--delay", "4"}, keys...)...)
}

// write types a text, one action.
func (w *window) write(text string) { w.writeAt(4*time.Millisecond, text) }

// writeAt types a text, each character so long after the one before.
func (w *window) writeAt(pace time.Duration, text string) {
	w.Helper()
	for _, r := range text {
		if r > 127 && !strings.ContainsRune(typedCharacters, r) {
			w.Fatalf("no key for %c", r)
		}
	}
	w.actions++
	w.run("xdotool", "type", "--delay", fmt.Sprint(pace.Milliseconds()), "--", text)
}

// fill types texts into one field after the other; an empty one is passed over.
func (w *window) fill(texts ...string) {
	w.Helper()
	for _, text := range texts {
		if text != "" {
			w.write(text)
		}
		w.press("Return")
	}
}

// records reads the records of a kind by the command line, those of which the
// field holds the value.
func (w *window) records(kind, field string, value any) []map[string]any {
	w.Helper()
	var all []map[string]any
	if err := json.Unmarshal([]byte(w.run(w.binary, "records", "--db", w.db, kind, "--json")), &all); err != nil {
		w.Fatal(err)
	}
	return slices.DeleteFunc(all, func(r map[string]any) bool { return r[field] != value })
}

// wait asks again and again until the answer is yes.
func (w *window) wait(what string, ask func() bool) {
	w.Helper()
	for deadline := time.Now().Add(patience); !ask(); {
		if time.Now().After(deadline) {
			w.shoot("missing")
			w.Fatalf("waited in vain for %s", what)
		}
	}
}

// run runs a command and gives what it prints.
func (w *window) run(name string, args ...string) string {
	w.Helper()
	out, err := w.try(name, args...)
	if err != nil {
		w.Fatalf("%s %s: %v", filepath.Base(name), strings.Join(args, " "), err)
	}
	return out
}

func (w *window) try(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = w.env
	var problem bytes.Buffer
	c.Stderr = &problem
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, problem.String())
	}
	return string(out), err
}
