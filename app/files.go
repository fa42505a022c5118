package app

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"

	"fyne.io/fyne/v2"
	"github.com/ncruces/zenity"

	"huoshui/data"
)

// systemFiles asks for files by the dialogs of the operating system, which
// office users know; those of Fyne they do not.
type systemFiles struct{ shell *shell }

// Open implements desk.Files.
func (f systemFiles) Open(title string, patterns []string, picked func([]string)) {
	go func() {
		paths, err := zenity.SelectFileMultiple(zenity.Title(title), zenity.FileFilter{Name: title, Patterns: patterns, CaseFold: true})
		f.answer(err, func() { picked(paths) })
	}()
}

// Folder implements desk.Files.
func (f systemFiles) Folder(title string, picked func(string)) {
	go func() {
		path, err := zenity.SelectFile(zenity.Title(title), zenity.Directory())
		f.answer(err, func() { picked(path) })
	}()
}

// Save implements desk.Files.
func (f systemFiles) Save(title, name string, picked func(string)) {
	go func() {
		path, err := zenity.SelectFileSave(zenity.Title(title), zenity.Filename(name), zenity.ConfirmOverwrite())
		f.answer(err, func() { picked(path) })
	}()
}

func (f systemFiles) answer(err error, picked func()) {
	if errors.Is(err, zenity.ErrCanceled) {
		return
	}
	fyne.Do(func() {
		if err != nil {
			f.shell.Fail(data.Refuse("打不开系统的文件对话框；可以把文件拖进窗口，或用命令行导入。", err))
			return
		}
		picked()
	})
}

// openFolder shows a folder in the file manager of the system.
func openFolder(path string) error {
	program := map[string]string{"windows": "explorer", "darwin": "open"}[runtime.GOOS]
	if program == "" {
		program = "xdg-open"
	}
	show := exec.Command(program, path) // #nosec G204 -- one of three programs, and a folder the user has chosen
	if err := show.Start(); err != nil {
		return data.Refuse(fmt.Sprintf("打不开系统的文件管理器；文件在 %s。", path), err)
	}
	go func() { _ = show.Wait() }() // what it ends with says nothing: explorer always tells of a failure
	return nil
}
