package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Disk is a small disk of its own for a test: it can be full, or only readable.
type Disk struct {
	t    testing.TB
	Path string
}

// NewDisk makes a disk of the given size in kilobytes. Without the right to do
// so, the test is skipped.
func NewDisk(t testing.TB, kilobytes int) *Disk {
	t.Helper()
	d := &Disk{t: t, Path: t.TempDir()}
	if err := unix.Mount("tmpfs", d.Path, "tmpfs", 0, fmt.Sprintf("size=%dk", kilobytes)); err != nil {
		t.Skipf("a disk cannot be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(d.Path, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return d
}

// Protect makes the disk one that can only be read.
func (d *Disk) Protect() {
	d.t.Helper()
	if err := unix.Mount("tmpfs", d.Path, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		d.t.Fatal(err)
	}
}

// Fill leaves no room on the disk.
func (d *Disk) Fill() {
	d.t.Helper()
	f, err := os.Create(filepath.Join(d.Path, "别的文件"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	for block := make([]byte, 1<<12); ; {
		if _, err := f.Write(block); err != nil {
			return
		}
	}
}
