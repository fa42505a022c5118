package store

import "os"

// mayWrite reports whether a file is not marked as read-only. Whether the rights
// of a folder allow to write, Windows tells only by trying.
func mayWrite(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.IsDir() || info.Mode().Perm()&0o200 != 0
}
