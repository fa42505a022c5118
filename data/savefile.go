package data

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// SaveFile writes a file whole or not at all: into a temporary one beside it,
// which then takes its place. A folder that is not there is made. The error is
// a Fault with its sentence.
func SaveFile(path string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return Refuse(fmt.Sprintf("不能建立文件夹“%s”，请检查是否有写入权限。", filepath.Dir(path)), err)
	}
	if err := saveFile(path, write); err != nil {
		return Refuse(fmt.Sprintf("文件“%s”没有写成，请检查它是否正被打开、磁盘是否已满。", path), err)
	}
	return nil
}

func saveFile(path string, write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".huoshui-*")
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
		err = os.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	return err
}

// longestName is how many characters of a name go into that of a file, which no
// disk takes beyond 255 bytes.
const longestName = 50

// FileName is what of a name the name of a file can hold.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	if chars := []rune(name); len(chars) > longestName {
		name = string(chars[:longestName])
	}
	return name
}
