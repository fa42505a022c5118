//go:build !windows

package store

// remote reports a network drive. Elsewhere than on Windows nobody keeps the
// office's files on one without knowing.
func remote(string) bool { return false }
