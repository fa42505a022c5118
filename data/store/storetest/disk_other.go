//go:build !linux

package storetest

import "testing"

// Disk is a small disk of its own for a test: it can be full, or only readable.
type Disk struct{ Path string }

// NewDisk skips the test: only Linux makes disks for it.
func NewDisk(t testing.TB, _ int) *Disk {
	t.Skip("disks for tests are only made on Linux")
	return nil
}

// Protect is never called here.
func (d *Disk) Protect() {}

// Fill is never called here.
func (d *Disk) Fill() {}
