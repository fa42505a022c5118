package app

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"

	"huoshui/data"
)

// systemFiles asks for files with the dialogs of the operating system, because
// office users know them and do not know Fyne's. It opens one dialog at a
// time: the window stays responsive meanwhile, and a second click must not
// open another one.
type systemFiles struct {
	shell *shell
	owner fyne.Window // over which the dialogs stand
	open  bool
}

// Open implements desk.Files.
func (f *systemFiles) Open(title string, patterns []string, picked func([]string)) {
	ask(f, func(owner zenity.Option) ([]string, error) {
		return zenity.SelectFileMultiple(owner, zenity.Title(title), zenity.FileFilter{Name: title, Patterns: patterns, CaseFold: true})
	}, picked)
}

// Folder implements desk.Files.
func (f *systemFiles) Folder(title string, picked func(string)) {
	ask(f, func(owner zenity.Option) (string, error) {
		return zenity.SelectFile(owner, zenity.Title(title), zenity.Directory())
	}, picked)
}

// Save implements desk.Files.
func (f *systemFiles) Save(title, name string, picked func(string)) {
	ask(f, func(owner zenity.Option) (string, error) {
		return zenity.SelectFileSave(owner, zenity.Title(title), zenity.Filename(name), zenity.ConfirmOverwrite())
	}, picked)
}

func ask[T any](f *systemFiles, dialog func(owner zenity.Option) (T, error), picked func(T)) {
	if f.open {
		return
	}
	f.open = true
	owner := over(f.owner)
	var answer T
	var err error
	f.shell.desk.Run.Go(func() {
		err = data.Guard(func() (err error) { answer, err = dialog(owner); return err })
	}, func() {
		f.open = false
		switch {
		case errors.Is(err, zenity.ErrCanceled):
		case err != nil:
			f.shell.Fail(data.Refuse("打不开系统的文件对话框；可以把文件拖进窗口，或用命令行导入。", err))
		default:
			picked(answer)
		}
	})
}

// over makes a dialog belong to a window, where the system has a name for it.
func over(w fyne.Window) zenity.Option {
	option := zenity.Modal()
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.WindowsWindowContext:
				option = zenity.Attach(c.HWND)
			case driver.X11WindowContext:
				option = zenity.Attach(int(c.WindowHandle)) //nolint:gosec // X numbers windows with 29 bits
			}
		})
	}
	return option
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
	go func() { _ = show.Wait() }() // what it ends with says nothing: explorer always reports a failure
	return nil
}
