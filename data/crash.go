package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// crashes is the folder crash files go to; empty for none.
var crashes atomic.Value

// CrashesTo sets the folder for crash files, which say where in the program a
// panic happened.
func CrashesTo(folder string) { crashes.Store(folder) }

// Guard runs a function and turns a panic in it into an error with its
// sentence, so that one bug does not end the program.
func Guard(do func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = Crashed(value)
		}
	}()
	return do()
}

// Crashed writes the crash file of a panic and returns the error to show. Call
// it where the panic is recovered. Neither the file nor the error holds the
// value of the panic, which may contain names.
func Crashed(value any) error {
	what := fmt.Sprintf("panic of %T", value)
	if told, ok := value.(runtime.Error); ok { // speaks of types and numbers only
		what = told.Error()
	}
	cause := fmt.Errorf("crash: %s", what)
	path, err := writeCrash(what, debug.Stack())
	if err != nil {
		return Refuse("程序出错，这一步没有做完，已保存的数据没有改动；请退出后重新打开再试。", cause)
	}
	return Refuse(fmt.Sprintf("程序出错，这一步没有做完，已保存的数据没有改动；出错记录（不含人员信息）在“%s”，请交给维护人员。", path), cause)
}

func writeCrash(what string, stack []byte) (path string, err error) {
	folder, _ := crashes.Load().(string)
	if folder == "" {
		return "", os.ErrNotExist
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	now := time.Now()
	path = filepath.Join(folder, "出错-"+now.Format("20060102-150405.000")+".txt")
	text := fmt.Sprintf("%s\n%s %s/%s\n%s\n\n%s", now.Format(time.RFC3339), runtime.Version(), runtime.GOOS, runtime.GOARCH, what, stack)
	return path, os.WriteFile(path, []byte(text), 0o600)
}
