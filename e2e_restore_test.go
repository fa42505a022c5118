package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is entered is copied when the window is closed; the copy is put back in the
// window, which then shows it, and what it replaced stays on the disk.
func TestRestoreInTheWindow(t *testing.T) {
	w := newWindow(t, 30)
	w.start()
	enter := func(name string) {
		w.turn("ctrl+n")
		w.fill(name, "n", "1991.1")
		w.press("ctrl+s")
		w.wait(name, func() bool { return len(w.records("cadre", "name", name)) == 1 })
		w.still()
	}
	enter("张春明")
	w.close()
	w.closed()
	if n := len(w.copies()); n != 1 {
		t.Fatalf("%d copies after the window was closed", n)
	}
	w.start()
	enter("李建安")
	w.click(90, 657)  // 设置
	w.click(1196, 83) // 备份与恢复…
	w.shoot("1-copies")
	w.click(1133, 83) // 恢复这一份…
	w.asked()
	w.shoot("2-asked")
	w.press("Return")
	// Asking the file meanwhile would keep it from being replaced: it is in use then.
	var aside []string
	w.wait("the database of the copy", func() bool {
		aside, _ = filepath.Glob(filepath.Join(filepath.Dir(w.db), "县.恢复前 *.db"))
		return len(aside) > 0 && !grey(w.picture())
	})
	w.still()
	w.shoot("3-restored")
	if len(w.records("cadre", "name", "张春明")) != 1 || len(w.records("cadre", "name", "李建安")) != 0 {
		t.Error("the records are not those of the copy")
	}
	if len(aside) != 1 {
		t.Fatalf("kept aside: %v", aside)
	}
	if out := w.run(w.binary, "records", "--db", aside[0], "cadre", "--json"); !strings.Contains(out, "李建安") {
		t.Error("what came after the copy is lost")
	}
	enter("张建国")
	w.close()
	w.closed()
	if out := w.run(w.binary, "verify", "--db", w.db); !strings.Contains(out, "完好") {
		t.Error(out)
	}
}

// A database that cannot be opened leads to the newest copy that is sound.
func TestDamagedDatabaseLeadsToItsCopy(t *testing.T) {
	w := newWindow(t, 30)
	w.run(w.binary, "backup", "--db", w.db)
	if err := os.Truncate(w.db, 0); err != nil {
		t.Fatal(err)
	}
	w.launch()
	w.fill(e2ePassword)
	w.shoot("1-refused")
	w.wait("the copy", func() bool {
		w.press("Return") // the button of the offer, once it is there
		out, err := w.try(w.binary, "verify", "--db", w.db)
		return err == nil && strings.Contains(out, "完好")
	})
	w.still()
	w.shoot("2-restored")
	w.close()
	w.closed()
}

// copies lists the copies of the database.
func (w *window) copies() []string {
	entries, err := os.ReadDir(strings.TrimSuffix(w.db, ".db") + ".备份")
	if err != nil {
		return nil
	}
	var list []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".db") {
			list = append(list, e.Name())
		}
	}
	return list
}

// click clicks on a point of the window, and waits for the change.
func (w *window) click(x, y int) {
	w.Helper()
	before := w.picture()
	w.actions++
	w.run("xdotool", "mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
	w.wait(fmt.Sprintf("the change after a click at %d, %d", x, y), func() bool { return w.picture() != before })
	w.still()
}
