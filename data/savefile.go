package data

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"unicode"
)

// SaveFile writes a file whole or not at all: it writes a temporary file
// beside it and renames that. A missing folder is made. Files and folders are
// readable by their owner only, because papers and exports contain personal
// data. The error is a Fault with its sentence.
func SaveFile(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return Refuse(fmt.Sprintf("“%s”不是普通的文件，没有写出；请换一个文件名。", path), nil)
	}
	if err := MakeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	if err := saveFile(path, write); err != nil {
		if errors.Is(err, syscall.ENAMETOOLONG) {
			return tooLong(path, err)
		}
		return Refuse(fmt.Sprintf("文件“%s”没有写成，请检查它是否正被打开、磁盘是否已满。", path), err)
	}
	return nil
}

// MakeFolder makes a folder, with those above it, for its owner alone. The error
// is a Fault with its sentence.
func MakeFolder(path string) error {
	err := os.MkdirAll(path, 0o700)
	switch {
	case errors.Is(err, syscall.ENAMETOOLONG):
		return tooLong(path, err)
	case err != nil:
		return Refuse(fmt.Sprintf("不能建立文件夹“%s”，请检查是否有写入权限。", path), err)
	}
	return nil
}

func tooLong(path string, err error) error {
	shown := []rune(path)
	if len(shown) > 60 {
		shown = append(shown[:60], '…')
	}
	return Refuse(fmt.Sprintf("路径“%s”太长，请换短一些的文件名或文件夹。", string(shown)), err)
}

func saveFile(path string, write func(io.Writer) error) error {
	temp, err := TempFile(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already once it was renamed
	err = write(temp)
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if folder, opened := os.Open(filepath.Dir(path)); err == nil && opened == nil {
		_ = folder.Sync() // so that the new name survives a power cut; Windows has no such call
		_ = folder.Close()
	}
	return err
}

// longestName is how many characters of a name go into that of a file, which no
// disk takes beyond 255 bytes.
const longestName = 50

// device matches names that Windows gives to devices, whatever ending follows.
var device = regexp.MustCompile(`(?i)^(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\..*)?$`)

// FileName removes from a name what a file name cannot contain on every
// system; a name of which nothing remains becomes “_”.
func FileName(name string) string {
	kept := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	if chars := []rune(kept); len(chars) > longestName {
		kept = string(chars[:longestName])
	}
	kept = strings.TrimRight(kept, ". ") // Windows drops them
	if kept == "" && name != "" {
		return "_"
	}
	if device.MatchString(kept) {
		head, rest, dotted := strings.Cut(kept, ".")
		kept = head + "_"
		if dotted {
			kept += "." + rest
		}
	}
	return kept
}
