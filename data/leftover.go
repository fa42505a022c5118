package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// A program that is killed while it writes leaves its temporary file, with the
// data of people in it. Every temporary file therefore carries the number of its
// process, every process notes the folders in which it makes such files, and the
// next start removes what processes that are gone have left there.

// notes is where this process notes its folders; without a file nothing is noted.
var notes struct {
	sync.Mutex
	file    string
	folders map[string]bool
}

// CleanLeftovers removes the temporary files that killed processes left
// behind. From then on it records, in the given folder, where this process
// makes such files. The returned function deletes that record at a normal end.
func CleanLeftovers(folder string) (done func()) {
	for _, note := range globbed(folder, "*") {
		pid, err := strconv.Atoi(filepath.Base(note))
		if err == nil && (pid == os.Getpid() || !alive(pid)) {
			cleanNoted(note, pid)
		}
	}
	notes.Lock()
	defer notes.Unlock()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return func() {} // nothing can be noted, and nothing else depends on it
	}
	notes.file, notes.folders = filepath.Join(folder, strconv.Itoa(os.Getpid())), map[string]bool{}
	return func() {
		notes.Lock()
		defer notes.Unlock()
		_ = os.Remove(notes.file) // there is none where no file was written
		notes.file = ""
	}
}

func cleanNoted(note string, pid int) {
	raw, err := os.ReadFile(note)
	if err != nil {
		return
	}
	for _, line := range strings.Split(string(raw), "\n") {
		folder, err := strconv.Unquote(line)
		if err != nil {
			continue
		}
		for _, left := range globbed(folder, tempName(pid)) {
			_ = os.RemoveAll(left) // what cannot be removed now is tried again by nobody
		}
	}
	_ = os.Remove(note)
}

// globbed lists what matches in a folder whose own name may hold any character.
func globbed(folder, pattern string) []string {
	entries, _ := os.ReadDir(folder) // one that is not there has nothing in it
	var found []string
	for _, e := range entries {
		if ok, _ := filepath.Match(pattern, e.Name()); ok {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	return found
}

func tempName(pid int) string { return fmt.Sprintf(".huoshui-%d-*", pid) }

// TempFile makes a temporary file in a folder, readable by its owner only. If
// the process is killed, the next start deletes it.
func TempFile(folder string) (*os.File, error) {
	remember(folder)
	return os.CreateTemp(folder, tempName(os.Getpid()))
}

// TempFolder makes a temporary folder in the system's. If the process is
// killed, the next start deletes it.
func TempFolder() (string, error) {
	remember(os.TempDir())
	return os.MkdirTemp("", tempName(os.Getpid()))
}

func remember(folder string) {
	folder, err := filepath.Abs(folder)
	notes.Lock()
	defer notes.Unlock()
	if err != nil || notes.file == "" || notes.folders[folder] {
		return
	}
	notes.folders[folder] = true
	f, err := os.OpenFile(notes.file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_, _ = fmt.Fprintf(f, "%q\n", folder)
	_ = f.Close()
}

// alive reports a process that still runs.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone) // Windows answers already above
}
