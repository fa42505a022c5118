package app

import (
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"gopkg.in/natefinch/lumberjack.v2"

	"huoshui/data"
)

// StartLog writes the program's log and the trace of a crash to files in the
// user's own folder. They contain no names or ID numbers. It also removes the
// temporary files that a killed program left. The returned function closes the
// log.
func StartLog() func() {
	dir, err := os.UserCacheDir()
	if err != nil {
		return func() {}
	}
	dir = filepath.Join(dir, "Huoshui")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return func() {}
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "huoshui.log"), MaxSize: 2, MaxBackups: 3}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, &slog.HandlerOptions{ReplaceAttr: withoutNames})))
	if crash, err := os.OpenFile(filepath.Join(dir, "crash.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil {
		_ = debug.SetCrashOutput(crash, debug.CrashOptions{}) // without it a crash is merely not recorded
	}
	data.CrashesTo(filepath.Join(dir, "crashes"))
	tidy := data.CleanLeftovers(filepath.Join(dir, "writing"))
	return func() {
		tidy()
		_ = file.Close()
	}
}

// withoutNames writes of an error only what names nobody.
func withoutNames(_ []string, a slog.Attr) slog.Attr {
	if err, ok := a.Value.Any().(error); ok {
		a.Value = slog.StringValue(data.LogText(err))
	}
	return a
}
