//go:build !windows

package store

import "golang.org/x/sys/unix"

// mayWrite reports whether the rights allow to write a file, or into a folder.
func mayWrite(path string) bool { return unix.Access(path, unix.W_OK) == nil }
