package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// From nothing to an encrypted database: two people are made, the recovery code is
// copied, a cadre is entered; the next start asks for the password.
func TestFirstStartInTheWindow(t *testing.T) {
	w := newWindow(t, 30)
	w.db = filepath.Join(filepath.Dir(w.db), "本县.db")
	w.launch()
	w.shoot("1-welcome")
	w.click(495, 392) // 建立本单位的库…
	w.still()
	w.shoot("2-holder")
	w.fill("short", "short")
	w.still()
	w.shoot("3-weak")
	w.fill(e2ePassword, e2ePassword)
	w.still()
	w.shoot("4-administrator")
	w.fill("李建安", e2ePassword, e2ePassword)
	w.wait("the keys", func() bool { _, err := os.Stat(w.db + ".keys"); return err == nil && !grey(w.picture()) })
	w.still()
	w.shoot("5-code")
	w.close()
	w.closed()

	w.launch()
	w.shoot("6-login")
	w.fill("wrong-Password")
	w.wait("the refusal, which makes the page higher", func() bool { return w.white(683, 502) })
	w.still()
	w.shoot("7-wrong")
	w.fill(e2ePassword)
	w.wait("the rooms", func() bool { return open(w.picture()) })
	w.still()
	w.shoot("8-open")
	w.turn("ctrl+n")
	w.fill("张建国", "n", "1991.1")
	w.press("ctrl+s")
	w.wait("张建国", func() bool { return len(w.records("cadre", "name", "张建国")) == 1 })
	w.click(90, 657)  // 设置
	w.click(1100, 83) // 使用人…
	w.still()
	w.shoot("9-people")
	w.press("ctrl+l")
	w.wait("the lock", func() bool { return !open(w.picture()) })
	w.still()
	w.shoot("10-locked")
	w.fill(e2ePassword)
	w.wait("the rooms", func() bool { return open(w.picture()) })
	w.still()
	w.shoot("11-unlocked")
	w.kill()
	for _, end := range []string{"", "-wal", "-shm", ".head", ".keys"} {
		if raw, _ := os.ReadFile(w.db + end); bytes.Contains(raw, []byte("张建国")) {
			t.Errorf("the name can be read in %q", end)
		}
	}
}
