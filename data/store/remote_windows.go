package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// remote reports a network drive: SQLite's write-ahead log does not work over
// a network file system and has been seen to corrupt files there.
func remote(path string) bool {
	volume := filepath.VolumeName(path)
	if strings.HasPrefix(volume, `\\`) {
		return true
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
