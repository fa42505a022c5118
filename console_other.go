//go:build !windows

package main

// attachConsole is for Windows; elsewhere a program has the console it was
// started from.
func attachConsole() {}
