package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachConsole lets a command print where it was typed. The program is built
// as a window program, so that no console opens beside the window; such a
// program begins without one even when started from one.
func attachConsole() {
	if _, err := os.Stdout.Stat(); err == nil {
		return // the output goes to a file or a pipe already
	}
	const parent = ^uintptr(0)
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return
	}
	if console, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0); err == nil {
		os.Stdout, os.Stderr = console, console
	}
}
